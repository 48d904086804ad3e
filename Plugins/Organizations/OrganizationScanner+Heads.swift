import Extraction
import GraphModel

/// Bodies that nothing tells but the post of their head, behind which somebody is named: 、应急安全保障中心主任甲某,
extension OrganizationScanner {
  /// The longest name of such a body, in scalars.
  private static let longestHeaded = 26
  private static let marks: ScalarSet = "、,。;:!?(\n"
  private static let behindNames: ScalarSet = "、,。;:)\n "
  private static let joints: ScalarSet = "和与及驻"
  private static let prepositions: ScalarSet = "由请经向对让受被"
  private static let offices: ScalarSet = "处科室部组系股"

  /// The bodies before the posts of heads, as far as no other reading found a body there.
  func beforeHeads(_ known: [OrganizationCandidate]) -> [OrganizationCandidate] {
    var taken = SpanSet(count: text.count)
    var ends: [Int: Int] = [:]
    var isEnd: Set<Int> = []
    for candidate in known {
      taken.insert(candidate.span)
      ends[candidate.span.start] = candidate.span.end
      isEnd.insert(candidate.span.end)
    }
    var found: [OrganizationCandidate] = []
    var position = 0
    while let post = words.heads.firstMatch(in: text, from: position)?.span {
      position = post.end
      guard post.start >= 3, !taken.covers(post.start - 1), isNamed(behind: post.end) else { continue }
      if let candidate = fused(post) {
        found.append(candidate)
        continue
      }
      // 团市委副书记: a body that is known as a whole.
      if let whole = words.headedWholes.longestMatch(in: text, endingAt: post.start),
        whole.start == 0 || !text[whole.start - 1].isHan
      {
        let span = Span(whole.start, post.start)
        found.append(
          OrganizationCandidate(span: span, core: span, rule: "organization.before-its-head", confidence: 0.8))
        continue
      }
      guard
        let ending = words.headedEndings.longestMatch(in: text, endingAt: post.start)?.start ?? namesake(of: post),
        var start = itemStart(before: ending)
      else { continue }
      // 甲学院和乙学校校长: another body stands before the joint.
      if let joint = (start..<ending).last(where: {
        "和与及".unicodeScalars.contains(text[$0]) && isEnd.contains($0)
      }) {
        start = joint + 1
      }
      // 国家某局某处处长: an office of a body that is known stays in the title.
      if let end = ends[start], end >= ending || Self.offices.contains(text[post.start - 1]) { continue }
      if let candidate = headed(Span(start, post.start), ending: ending) { found.append(candidate) }
    }
    return found
  }

  /// 某推广站站长, 某勘测所副所长: the head's post repeats what the body is.
  private func namesake(of post: Span) -> Int? {
    let kind = text[post.start - 1]
    let head = text[post.start] == "副" ? post.start + 1 : post.start
    guard Self.kinds.contains(kind), head < post.end, text[head] == kind else { return nil }
    return post.start - 1
  }

  /// What a body is that its head's post repeats.
  private static let kinds: ScalarSet = "所站队团社馆院校"

  /// 甲市工信科技局长: the body and its head's post share a character.
  private func fused(_ post: Span) -> OrganizationCandidate? {
    guard post.count == 2, "局厅".unicodeScalars.contains(text[post.start]), text[post.start - 1] != text[post.start],
      let domain = domainStart(before: post.start), let place = place(before: domain)
    else { return nil }
    return checked(
      OrganizationCandidate(
        span: Span(place.span.start, post.start + 1), core: Span(domain, post.start + 1), place: place,
        rule: "organization.fused-with-its-head", confidence: 0.85))
  }

  private func headed(_ span: Span, ending: Int) -> OrganizationCandidate? {
    guard ending > span.start, words.generic[text[Span(span.start, ending)]] == nil,
      !words.headless.occurs(in: text, span) || isOfCompanies(span), !words.inSentences.occurs(in: text, span),
      !isOtherWord(span.end, ending), lattice.boundaryExcess(at: span.end) <= boundarySlack
    else { return nil }
    let place = (span.start + 1...ending).lazy.compactMap { places.prefix(endingAt: $0, floor: span.start) }.first {
      $0.span.start == span.start
    }
    guard span.count >= (place == nil ? 4 : 3), ending > place?.span.end ?? span.start else { return nil }
    // 县人大常委会选任工委主任: a part of a leading body stays in the title.
    if let place, words.leadingHeads.longestMatch(in: text, at: place.span.end, limit: span.end) != nil,
      words.numbered.longestMatch(in: text, endingAt: span.end) == nil
    {
      return nil
    }
    let national = words.isNational(text, span.start)
    let candidate = OrganizationCandidate(
      span: span, core: Span(place?.span.end ?? span.start, span.end), place: national ? nil : place,
      isStateless: place == nil || national, isWholeName: place == nil, rule: "organization.before-its-head",
      confidence: 0.7)
    // 全国政协甲委员会副主任: a committee of the nation's assemblies is a body of its own.
    return national ? candidate : checked(candidate)
  }

  /// 甲市乙资企业协会: an association of companies.
  private func isOfCompanies(_ span: Span) -> Bool {
    guard let kind = words.companiesAssociations.longestMatch(in: text, endingAt: span.end, limit: span.start) else {
      return false
    }
    return !words.headless.occurs(in: text, Span(span.start, kind.start))
  }

  /// Where the item of a list or of a sentence begins that a body's name fills up to its ending; nil where the item is more than
  /// that.
  private func itemStart(before end: Int) -> Int? {
    var start = end
    while start > 0, !Self.marks.contains(text[start - 1]) {
      let scalar = text[start - 1]
      guard end - start < Self.longestHeaded,
        scalar.isHan || scalar.isLatinOrDigit || "“”·".unicodeScalars.contains(scalar)
      else { return nil }
      let token = lattice.token(at: start - 1)
      // 由丙中心主任: a preposition in mid-sentence.
      if token.span.count == 1, Self.prepositions.contains(scalar) { break }
      if token.span.count == 1, start < end, token.wordClass == .function, !Self.joints.contains(scalar) { return nil }
      start -= 1
    }
    let from = material.trimmed(start, before: end)
    // 会议确定|全国政协甲委员会, 第十一届|全国人大乙委员会: the nation's name begins it.
    let national = (from..<end).first { words.isNational(text, $0) && lattice.boundaryExcess(at: $0) <= boundarySlack }
    return from < end ? national ?? from : nil
  }

  /// Whether what may be a name, or another post, stands behind a post.
  private func isNamed(behind end: Int) -> Bool {
    guard end < text.count else { return false }
    if text[end] == "、" || text[end] == "兼" { return true }
    guard text[end].isHan else { return false }
    let token = lattice.token(at: end)
    if token.span.start < end || token.span.count == 1 || token.wordClass == .unknown { return true }
    // 主任高峰,: the name is a word.
    return token.wordClass != .function && token.span.count <= 3
      && (token.span.end == text.count || Self.behindNames.contains(text[token.span.end]))
  }
}
