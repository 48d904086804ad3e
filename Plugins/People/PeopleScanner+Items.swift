import Extraction
import GraphModel

/// Names told by filling all of the place where a name must stand, however unlike names they look.
extension PeopleScanner {
  /// What stands alone between a post and a mark, however much like other words it looks (副县长尤建设,).
  func wholeItem(at start: Int, behind post: Post) -> NameOption? {
    let isOwn = isOwn(post)
    // 主席齐全民,: a name may begin with what is another word elsewhere.
    return weigher.options(at: start, isSure: isOwn || post.kind.contains(.collective)).first { option in
      let end = option.span.end
      let isEnd =
        end == text.count || !text[end].isHan && text[end] != "·" || words.roles.longestMatch(in: text, at: end) != nil
        || text[end] == "等"
      // 班子成员向全体代表: a preposition and a word.
      if "向于和同与从为对".unicodeScalars.contains(text[start]),
        Lexicon.entry(text[Span(start + 1, end)]) != nil
      {
        return false
      }
      // 政协委员信心满怀、: two words.
      if option.span.count == 4, Lexicon.entry(text[Span(start, start + 2)]) != nil,
        Lexicon.entry(text[Span(start + 2, start + 4)]) != nil
      {
        return false
      }
      let isActing = option.isSolid && option.span.count >= 3 && option.score <= actingItemThreshold
      // 省长栗战书,: behind one person's post any surname will do.
      return (isEnd && option.score <= wholeItemThreshold || isActing)
        && (weigher.model.hasUsualSurname(text, at: start) || isOwn && isEnd && option.span.count == 3)
    }
  }

  /// What looks like another word and fills the place of a name with a surname: 县委书记黄河、, the first of a list of leaders
  /// (县领导黄金锡、甲某某、).
  func wordItem(at start: Int, behind post: Post) -> NameOption? {
    guard start == post.span.end, post.target != nil, weigher.model.hasUsualSurname(text, at: start) else { return nil }
    for length in [3, 2] where start + length + 3 < text.count {
      let span = Span(start, start + length)
      guard text[span].allSatisfy(\.isHan), !weigher.occupied.overlaps(span),
        span.range.dropFirst().allSatisfy({ weigher.model.isGiven(text[$0]) }),
        Lexicon.entry(text[span]).map({ length == 2 && [.noun, .place].contains($0.wordClass) }) ?? (length == 3)
      else { continue }
      // One person's post needs a name behind it; that of several only where the next of the list is one.
      let isName =
        isOwn(post) && post.isAnchored || isOwn(post) && post.level != nil
        ? weigher.follow(span.end).isSolid
        : text[span.end] == "、"
          && (weigher.best(at: span.end + 1, threshold: -10)?.isSolid ?? false)
      if isName { return NameOption(span: span, score: 20, isSolid: true) }
    }
    return nil
  }

  /// Whether a post is one person's, a deputy's included: a name must follow it.
  func isOwn(_ post: Post) -> Bool {
    post.kind.isDisjoint(with: [.collective, .shared])
      || !post.kind.contains(.collective) && text[post.title].contains("副")
  }

  /// Two or three characters that make no word, alone between one person's post and a mark or a verb: a name whose surname no
  /// table knows.
  func bareItem(behind post: Post, at start: Int) -> NameOption? {
    guard start == post.span.end, isOwn(post), post.target != nil || post.isAnchored else { return nil }
    for length in [3, 2] where start + length <= text.count {
      let span = Span(start, start + length)
      let (_, isSolid) = weigher.follow(span.end)
      guard isSolid, text[span].allSatisfy(\.isHan), !weigher.occupied.overlaps(span), !weigher.regions.overlaps(span),
        Lexicon.entry(text[span]) == nil,
        isPlain(span), text[start] != "的",
        span.range.dropFirst().allSatisfy({ words.rarelyGiven[[text[$0]]] == nil }),
        // 副省长泽甲乙,: three characters alone before a mark may be any.
        length == 3 && (span.end == text.count || !text[span.end].isHan)
          || span.range.dropFirst().allSatisfy({ weigher.model.isGiven(text[$0]) }),
        words.afterName.longestMatch(in: text, at: start) == nil,
        words.listClose.longestMatch(in: text, at: start) == nil,
        words.notNames.longestMatch(in: text, at: start) == nil
      else { continue }
      return NameOption(span: span, score: 20, isSolid: true)
    }
    return nil
  }

  /// Whether no word of two characters or more begins in a span.
  private func isPlain(_ span: Span) -> Bool {
    span.range.allSatisfy { position in
      let token = context.words.token(at: position)
      return token.span.count == 1 || token.span.start < span.start
    }
  }

  /// A member of a list of names whose surname no table knows (、瓦志龙等。): three characters that make no word.
  func bareListItem(at start: Int) -> NameOption? {
    let span = Span(start, start + 3)
    guard span.end <= text.count, span.end == text.count || !text[span.end].isHan || text[span.end] == "等",
      text[span].allSatisfy(\.isHan), !weigher.occupied.overlaps(span), !weigher.regions.overlaps(span),
      Lexicon.entry(text[span]) == nil, span.range.allSatisfy({ context.words.token(at: $0).span.count == 1 }),
      span.range.dropFirst().allSatisfy({ weigher.model.isGiven(text[$0]) }),
      words.notNames.longestMatch(in: text, at: start) == nil
    else { return nil }
    return NameOption(span: span, score: 20, isSolid: true)
  }

  /// 副主席甲某某、光明、乙某某: two or three characters with a surname that look like a word, in the middle of a list of
  /// names that holds a post.
  func oddItem(at start: Int, in posts: [Post]) -> NameOption? {
    guard !posts.isEmpty, text[start - 1] == "、" || text[start - 1] == "," else { return nil }
    let mark = text[start - 1]
    for length in 2...3 where start + length + 3 < text.count && text[start + length] == mark {
      let span = Span(start, start + length)
      guard text[span].allSatisfy(\.isHan), !weigher.occupied.overlaps(span), !startsPost(span.end + 1),
        weigher.model.hasSurname(text, at: start),
        span.range.dropFirst().allSatisfy({ weigher.model.isGiven(text[$0]) }),
        let next = weigher.best(at: span.end + 1, threshold: mark == "、" ? 0 : -20), next.span.end < text.count,
        !text[next.span.end].isHan || next.isSolid
      else { return nil }
      return NameOption(span: span, score: 20, isSolid: true)
    }
    return nil
  }

  /// 甲某某、白云等市领导: the last of a list of people, though it looks like a word.
  func oddLast(at start: Int) -> NameOption? {
    for length in 2...3 where start + length + 1 < text.count && text[start + length] == "等" {
      let span = Span(start, start + length)
      guard let close = words.listClose.longestMatch(in: text, at: span.end), close.end > span.end + 1,
        text[span].allSatisfy(\.isHan), weigher.model.hasUsualSurname(text, at: start),
        !weigher.occupied.overlaps(span), span.range.dropFirst().allSatisfy({ weigher.model.isGiven(text[$0]) })
      else { return nil }
      return NameOption(span: span, score: 20, isSolid: true)
    }
    return nil
  }

  /// A member of a list of names that fills the whole of its item, though it looks like a place or a word (宫镇江).
  func wholeListItem(at start: Int) -> NameOption? {
    weigher.options(at: start).first { option in
      let end = option.span.end
      return option.score <= wholeItemThreshold && (end == text.count || "、,。;\n".unicodeScalars.contains(text[end]))
        && weigher.model.hasUsualSurname(text, at: start)
    }
  }

  /// 副主任(主持工作)甲某: what a bracket adds to a post.
  func afterBracket(_ position: Int) -> Int {
    guard position < text.count, text[position] == "(" else { return position }
    let limit = min(text.count, position + 16)
    guard let close = (position..<limit).first(where: { text[$0] == ")" }),
      text[Span(position + 1, close)].allSatisfy(\.isHan), close + 1 < text.count, text[close + 1].isHan,
      words.roleBracket.occurs(in: text, Span(position + 1, close))
        || weigher.best(at: close + 1, threshold: -10)?.isSolid == true
    else { return position }
    return close + 1
  }

  /// 甲某和乙某分别: the other of two, where one is known.
  mutating func readPartners() {
    for start in findings.keys.sorted() {
      guard let end = findings[start]?.hit.span.end, end + 1 < text.count, "和与".unicodeScalars.contains(text[end]),
        !taken.covers(end + 1), let name = weigher.best(at: end + 1, threshold: 8), name.isSolid
      else { continue }
      record(name, .list)
    }
  }

  /// 会议由甲某主持: the name between 由 and the verb, whatever body stands before it.
  mutating func readPresiding() {
    var index = 0
    while let verb = words.presiding.firstMatch(in: text, from: index)?.span {
      index = verb.end
      guard verb.start > 2, !taken.covers(verb.start - 1), isPassive(before: verb.start),
        let name = lastName(endingAt: verb.start),
        leftEdge(name.span.start) < 0 || text[name.span.start - 1] == "由"
          || "委府会局办部".unicodeScalars.contains(text[name.span.start - 1])
      else { continue }
      record(name, .clause)
    }
  }

  /// Whether 由 stands in the clause before a verb.
  private func isPassive(before verb: Int) -> Bool {
    var position = verb - 1
    while position > 0, verb - position < 24, !",。;\n、".unicodeScalars.contains(text[position]) {
      if text[position] == "由" { return true }
      position -= 1
    }
    return false
  }
}
