import Extraction
import GraphModel

/// Names in lists.
extension PeopleScanner {
  /// Reads on in a list after a name; the posts are held by all of it.
  mutating func readList(from end: Int, posts: [Post]) {
    var end = end
    while end < text.count {
      end = afterRemark(afterAddress(end))
      var next = end
      var isComma = true
      // Converted pages double marks: 甲某,、乙某.
      while next < text.count, next - end < (text[next] == " " ? 12 : 3), "、, ".unicodeScalars.contains(text[next]) {
        if text[next] == "、" { isComma = false }
        next += 1
      }
      if next == end, let start = joinedStart(at: end),
        // 和 may end a name or join other things than names; 以及 does not.
        let name = joined(at: start) ?? (start > end + 1 && !weigher.regions.covers(start) ? oddJoined(at: start) : nil)
      {
        record(name, .list, posts: posts)
        return
      }
      guard next > end, next < text.count, !startsPost(next),
        let name = weigher.best(at: next, threshold: !isComma ? listThreshold : posts.isEmpty ? -20 : -8)
          ?? (isComma ? nil : wholeListItem(at: next) ?? bareListItem(at: next)) ?? oddItem(at: next, in: posts)
          ?? oddLast(at: next)
      else { return }
      if isComma, name.span.end < text.count, !"、, 。".unicodeScalars.contains(text[name.span.end]),
        words.listClose.longestMatch(in: text, at: name.span.end) == nil
      {
        return
      }
      record(name, .list, posts: isComma && text[end] == "," && !isRow(from: name.span.end) ? [] : posts)
      end = name.span.end
    }
  }

  /// The position behind 同志, where a list goes on there: 甲某同志、乙某同志.
  private func afterAddress(_ end: Int) -> Int {
    guard end + 2 < text.count, text[end] == "同", text[end + 1] == "志", "、,和与及以".unicodeScalars.contains(text[end + 2])
    else { return end }
    return end + 2
  }

  /// The position behind what a bracket says of a name: 甲某(女)、乙某(女,回族), 甲某(挂职)、乙某(挂职).
  private func afterRemark(_ end: Int) -> Int {
    guard end + 2 < text.count, text[end] == "(",
      let close = (end + 2..<min(text.count, end + Self.longestRemark)).first(where: { text[$0] == ")" }),
      text[close - 1] == "族" || text[Span(end + 1, close)].contains("女")
        || words.remarks.longestMatch(in: text, at: end + 1, limit: close)?.end == close
    else { return end }
    return close + 1
  }

  /// The position before such a bracket.
  private func beforeRemark(_ end: Int) -> Int {
    guard end > 2, text[end - 1] == ")" else { return end }
    return (max(0, end - Self.longestRemark)..<end - 2).last { text[$0] == "(" && afterRemark($0) == end } ?? end
  }

  /// The longest such bracket, in scalars.
  private static let longestRemark = 10

  /// Where the last name of a list begins, behind the word that joins it: 甲某和|乙某分别, 甲某以及|乙某出席.
  private func joinedStart(at end: Int) -> Int? {
    guard end + 2 < text.count else { return nil }
    let start = text[end] == "以" && text[end + 1] == "及" ? end + 2 : end + 1
    return (start > end + 1 || "和与及".unicodeScalars.contains(text[end])) && !startsPost(start) ? start : nil
  }

  /// The last name of a list, where its own form or what follows tells that it is one.
  private func joined(at start: Int) -> NameOption? {
    weigher.best(at: start, threshold: -10).flatMap { $0.isSolid || $0.score <= Self.sureName ? $0 : nil }
  }

  /// Likewise, of a name that looks like something else.
  private func oddJoined(at start: Int) -> NameOption? {
    wholeListItem(at: start) ?? bareListItem(at: start) ?? oddLast(at: start)
  }

  /// What a name costs at most that needs nothing behind it to tell its end.
  static let sureName: Int32 = -44

  /// 副会长甲某,乙某,丙某,秘书长: whether a list goes on with another name, or a post that ends it, after a comma.
  private func isRow(from end: Int) -> Bool {
    guard end + 1 < text.count, text[end] == "," || text[end] == "、" else { return false }
    if startsPost(end + 1) || words.roles.longestMatch(in: text, at: end + 1) != nil { return true }
    guard let next = weigher.best(at: end + 1, threshold: -8), next.span.end < text.count else { return false }
    return "、,".unicodeScalars.contains(text[next.span.end])
  }

  /// Lists of names without a post before them: 赵勇、赖建彬、丁笙洺等县领导出席.
  mutating func readLists() {
    var next = 0
    for index in context.places(of: "、") where index >= next {
      var items: [NameOption] = []
      var mark = index
      while mark < text.count, text[mark] == "、",
        let item = weigher.best(at: mark + 1, threshold: listThreshold)
          ?? (items.isEmpty ? nil : oddLast(at: mark + 1) ?? (items.count > 1 ? bareListItem(at: mark + 1) : nil))
      {
        items.append(item)
        mark = afterRemark(item.span.end)
      }
      // 甲某、乙某和丙某出席
      var isJoined = false
      if !items.isEmpty, let last = joinedStart(at: mark).flatMap(joined) {
        items.append(last)
        mark = last.span.end
        isJoined = true
      }
      let interior = items.filter {
        let end = afterRemark($0.span.end)
        return end < text.count && text[end] == "、"
      }
      let isOfThings = mark < text.count && (isFollowedByThings(at: mark) || isListOfPlaces(from: mark))
      let isClosed = mark < text.count && !isOfThings && words.listClose.longestMatch(in: text, at: mark) != nil
      let isKnown = items.contains { findings[$0.span.start] != nil } || taken.covers(max(0, index - 1))
      let score = items.reduce(Int32(0)) { $0 + $1.score }
      if items.count(where: { weigher.regions.span(startingAt: $0.span.start) == $0.span }) > 1 {
        next = max(index + 1, mark)
        continue
      }
      // 补链、强链、延链: words that end alike.
      let isAlike = items.count > 1 && Set(items.map { text[$0.span.end - 1] }).count == 1
      let isNames =
        !isAlike && !isOfThings && (interior.count >= 2 && score < 0 || isJoined && score <= Self.sureName)
        || isClosed && !items.isEmpty && score < 0 || isKnown
      if isNames, !items.isEmpty {
        if let first = lastName(endingAt: beforeRemark(index)) { record(first, .list) }
        for item in items { record(item, .list) }
      }
      next = max(index + 1, mark)
    }
  }

  /// The name that ends at a position.
  func lastName(endingAt end: Int) -> NameOption? {
    if let pointed = pointedName(endingAt: end) { return pointed }
    var options: [NameOption] = []
    for length in 2...5 where end - length >= 0 {
      let span = Span(end - length, end)
      if span.start > 0, text[span.start - 1] == "·" { break }
      let name = text[span].filter { $0 != " " }
      guard name.count >= 2, let cost = weigher.model.cost(of: name[...]), let score = weigher.score(span, cost: cost)
      else { continue }
      options.append(NameOption(span: span, score: score - 6 + leftEdge(span.start), isSolid: true))
    }
    return weigher.best(of: options, threshold: 4)
  }
}
