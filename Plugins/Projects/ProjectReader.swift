import Extraction
import GraphModel

/// Finds the names of projects: “X”项目, a phrase before 项目 that tells one thing from all others, examples before 等…个项目.
struct ProjectReader {
  let words: ProjectWords
  let context: ExtractionContext
  /// The longest name, in scalars.
  private static let reach = 40
  /// How much dearer (quarters of nats) the reading may become for a name to start at a position.
  private static let boundarySlack: Int32 = 12
  private static let marks: ScalarSet = ",，。;；:：!！?？\n《》 \t"
  private static let brackets: ScalarSet = "、“”‘’\"()（）"
  /// What 项目, 工程, 建设现场 and 施工现场 begin with.
  private static let heads: ScalarSet = "项工建施"

  /// The candidates in order of their place.
  func read() -> [ProjectCandidate] {
    let text = context.folded
    var quotes: [Int: Quotation] = [:]
    for quotation in context.structure.quotations { quotes[quotation.outer.end] = quotation }
    var candidates: [ProjectCandidate] = []
    var position = 0
    var floor = 0
    var standalone = words.standalone.firstMatch(in: text, from: 0)?.span
    while true {
      if let at = standalone, at.start < position {
        standalone = words.standalone.firstMatch(in: text, from: position)?.span
      }
      let mark = Self.heads.first(in: text, from: position, limit: standalone?.start) ?? standalone?.start
      guard let mark, mark + 1 < text.count else { break }
      position = mark
      guard text[position] == "项", text[position + 1] == "目" else {
        // 甲桥、乙小区等一批民生工程: named examples of works.
        if text[position] == "工", text[position + 1] == "程", let named = examples(before: position, floor: floor) {
          while let last = candidates.last, let first = named.first, last.span.end > first.span.start {
            candidates.removeLast()
          }
          candidates += named
          position += 2
          continue
        }
        if let candidate = site(at: position, floor: floor) {
          candidates.append(candidate)
          position += 4
          continue
        }
        if let head = standalone, head.start == position {
          if let candidate = work(head: head, floor: floor) {
            candidates.append(candidate)
          }
          position = head.end
        } else {
          position += 1
        }
        continue
      }
      let end = position + 2
      if words.notAfter.longestMatch(in: text, at: end) == nil || isBuilt(end) {
        if let quotation = quotes[position], let candidate = quoted(quotation, end: end) {
          candidates.append(candidate)
        } else if let examples = examples(before: position, floor: floor) {
          while let last = candidates.last, let first = examples.first, last.span.end > first.span.start {
            candidates.removeLast()
          }
          candidates += examples
        } else if let candidate = phrase(before: position, end: end, floor: floor) {
          candidates.append(candidate)
        }
      }
      floor = end
      position = end
    }
    return candidates
  }

  /// 项目建设, 项目签约: still the project's name, but not 项目建设年.
  private func isBuilt(_ end: Int) -> Bool {
    let text = context.folded
    guard end + 1 < text.count else { return false }
    // 项目投资12亿元 goes on with a figure, not with 投资 as a part of the word.
    if end + 2 < text.count, text[end] == "投", text[end + 1] == "资" {
      return ("0"..."9").contains(text[end + 2]) || text[end + 2] == "约" || text[end + 2] == "达"
    }
    return text[end] == "签" || text[end] == "集"
  }

  private func quoted(_ quotation: Quotation, end: Int) -> ProjectCandidate? {
    let text = context.folded
    let inner = quotation.inner
    guard (3...24).contains(inner.count), !words.isGeneric(text, inner),
      !text[inner].contains(where: { "，,。;；、".unicodeScalars.contains($0) }),
      !text[inner].contains(where: { Self.numerals.contains($0) }),
      context.entity("Program", named: text.string(inner)) == nil
    else { return nil }
    return ProjectCandidate(
      span: Span(quotation.outer.start, end), core: inner, rule: "project.quoted", confidence: 0.85)
  }

  private static let numerals: ScalarSet = "一二三四五六七八九十百千万双两0123456789+"

  /// 福寿高速公路, 下党溪水电站: a named work that is being built, without 项目.
  private func work(head: Span, floor: Int) -> ProjectCandidate? {
    let text = context.folded
    if head.end + 1 < text.count, text[head.end] == "项", text[head.end + 1] == "目" { return nil }
    if head.end < text.count, "等公集管局办处建站出入收服沿".unicodeScalars.contains(text[head.end]),
      !(text[head.end] == "建" && text[head.end - 1] == "程")
    {
      return nil
    }
    guard let start = start(before: head.end, floor: floor), start < head.start else { return nil }
    let own = Span(start, head.start)
    guard own.count >= 2, !words.covers(words.standaloneKind, text, own), !words.isGeneric(text, own) else {
      return nil
    }
    var clause = start
    while clause > 0, start - clause < 30, !",，。;；:：\n".unicodeScalars.contains(text[clause - 1]) { clause -= 1 }
    var end = head.end
    while end < text.count, end - head.end < 20, !",，。;；:：\n".unicodeScalars.contains(text[end]) { end += 1 }
    guard words.works.occurs(in: text, Span(clause, start)) || words.works.occurs(in: text, Span(head.end, end)) else {
      return nil
    }
    let span = Span(start, head.end)
    return ProjectCandidate(span: span, core: span, rule: "project.named-work", confidence: 0.6)
  }

  /// 甲公司饲料加工厂建设现场: a company's work that is visited while it is being built.
  private func site(at position: Int, floor: Int) -> ProjectCandidate? {
    let text = context.folded
    guard position + 4 <= text.count, text[position + 2] == "现", text[position + 3] == "场",
      text[position] == "建" && text[position + 1] == "设" || text[position] == "施" && text[position + 1] == "工",
      let start = start(before: position, floor: floor),
      let company = context.mentions(of: "Enterprise", in: Span(start, position)).first,
      company.span.start == start, company.span.end < position
    else { return nil }
    let core = Span(company.span.end, position)
    guard core.count >= 3, isNamed(core, inList: true) else { return nil }
    let span = Span(start, position)
    return ProjectCandidate(span: span, core: core, rule: "project.site", confidence: 0.7)
  }

  /// X、Y等117个建成项目: each named example is a project.
  private func examples(before position: Int, floor: Int) -> [ProjectCandidate]? {
    let text = context.folded
    var mark = position
    while mark > floor, position - mark < 14, text[mark - 1] != "等" { mark -= 1 }
    guard mark > floor, text[mark - 1] == "等", covers(Span(mark, position)) else { return nil }
    var found: [ProjectCandidate] = []
    var end = mark - 1
    while end > floor {
      guard let start = start(before: end, floor: floor) else { break }
      let item = Span(start, end)
      if isNamed(item, inList: true) {
        found.append(ProjectCandidate(span: item, core: item, rule: "project.example", confidence: 0.75))
      }
      guard start > floor, text[start - 1] == "、" || text[start - 1] == "和" else { break }
      end = start - 1
    }
    return found.reversed()
  }

  private func covers(_ span: Span) -> Bool {
    let text = context.folded
    var position = span.start
    while position < span.end {
      guard let match = words.listBetween.longestMatch(in: text, at: position, limit: span.end) else { return false }
      position = match.end
    }
    return true
  }

  private func phrase(before position: Int, end: Int, floor: Int) -> ProjectCandidate? {
    let text = context.folded
    guard var start = start(before: position, floor: floor) else { return nil }
    let full = start
    var isGlued = false
    if let company = context.mentions(of: "Enterprise", in: Span(start, position)).first,
      company.span.start == start, company.span.end < position
    {
      start = company.span.end
      isGlued = text[start] != "的"
      if !isGlued { start += 1 }
    }
    let core = Span(start, position)
    let hasOwner = full < start || isInvested(before: full)
    let isOwned = isGlued && core.count >= 2 && text[start - 1] == "司"
    guard !core.isEmpty,
      isNamed(core, inList: false) || isOwned || hasOwner && core.count >= 2 && !words.isGeneric(text, core)
        || isInRow(full, end) && core.count >= 4 && !words.isGeneric(text, core)
    else { return nil }
    // 甲公司北滨路项目: too short a name to stand without its owner.
    return ProjectCandidate(
      span: Span(core.count < 4 || isGlued ? full : start, end), core: core,
      rule: hasOwner ? "project.invested" : "project.phrase",
      confidence: hasOwner ? 0.8 : 0.7)
  }

  /// Where the name that ends at a position starts: behind a mark, a verb, a preposition; never inside a mention.
  private func start(before end: Int, floor: Int) -> Int? {
    let text = context.folded
    var position = end
    let limit = max(floor, end - Self.reach)
    if let owner = gluedOwner(before: end, limit: limit) { return owner }
    // The widest mention that ends at each position.
    var mentions: [Span] = []
    for type in ["Enterprise", "Zone", "Region"] {
      for mention in context.mentions(of: type, in: Span(limit, end)) { mentions.append(mention.span) }
    }
    while position > limit {
      var widest: Span?
      for span in mentions where span.end == position && span.start < widest?.start ?? .max { widest = span }
      if let widest {
        position = widest.start
        continue
      }
      let scalar = text[position - 1]
      if Self.marks.contains(scalar) || Self.brackets.contains(scalar) { break }
      if position < end, words.boundary.longestMatch(in: text, endingAt: position, limit: limit) != nil,
        context.words.boundaryExcess(at: position) <= Self.boundarySlack
      {
        break
      }
      position -= 1
    }
    return position < end ? position : nil
  }

  /// Whether a phrase with 项目 is one of a row of such: A项目、B项目、C项目.
  private func isInRow(_ start: Int, _ end: Int) -> Bool {
    let text = context.folded
    // 常态化谋划项目、常态化争取项目: what is done to projects.
    guard end >= 3, context.words.token(at: end - 3).wordClass != .verb,
      context.words.token(at: start).wordClass != .function
    else { return false }
    let follows =
      start > 2 && text[start - 1] == "、" && text[start - 2] == "目" && text[start - 3] == "项"
    guard end < text.count, text[end] == "、" else { return follows }
    var next = end + 1
    while next + 1 < text.count, next - end < 30, !Self.marks.contains(text[next]), text[next] != "、" {
      if text[next] == "项", text[next + 1] == "目" {
        return next + 2 == text.count || !text[next + 2].isHan || text[next + 2] == "等"
      }
      next += 1
    }
    return follows
  }

  /// The company at the head of the item where nothing but name material and 和, 及 stands between it and the end:
  /// 某公司船舶及海洋用管道生产.
  private func gluedOwner(before end: Int, limit: Int) -> Int? {
    let text = context.folded
    var head = end
    while head > limit, !Self.marks.contains(text[head - 1]), text[head - 1] != "、" { head -= 1 }
    guard head > 0, text[head - 1] == "、", let company = context.mentions(of: "Enterprise", in: Span(head, end)).first,
      company.span.start == head, company.span.end < end, text[company.span.end] != "的"
    else { return nil }
    var position = company.span.end
    while position < end {
      let token = context.words.token(at: position)
      if token.wordClass == .function, !"和与及".unicodeScalars.contains(text[position]) { return nil }
      position = token.span.end
    }
    return head
  }

  private static let investments = WordTrie(
    words: ["投资的", "承建的", "建设的", "投资建设", "亿元建设", "万元建设", "开发的"], reversed: true)

  private func isInvested(before start: Int) -> Bool {
    Self.investments.longestMatch(in: context.folded, endingAt: start) != nil
  }

  /// Whether a phrase tells one project from all others.
  private func isNamed(_ core: Span, inList: Bool) -> Bool {
    let text = context.folded
    guard core.count >= 4, !words.isGeneric(text, core) else { return false }
    if text[core].starts(with: "年产".unicodeScalars) { return true }
    let hasConcrete = words.concrete.longestMatch(in: text, endingAt: core.end, limit: core.start) != nil
    guard hasConcrete else { return false }
    if inList { return true }
    for type in ["Region", "Zone", "Enterprise"] {
      if let mention = context.mentions(of: type, in: core).first, mention.span.count < core.count { return true }
    }
    return core.count >= 5
  }
}
