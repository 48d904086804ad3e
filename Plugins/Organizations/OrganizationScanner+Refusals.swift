import Extraction
import GraphModel

/// What ends as bodies do and names none, or more than one.
extension OrganizationScanner {
  /// Whether a number of bodies stands behind: 区总商会6个.
  func isCountedBehind(_ end: Int, isInList: Bool) -> Bool {
    var position = end
    while position < text.count, position - end < 4,
      text[position].isLatinOrDigit || "一二三四五六七八九十百".unicodeScalars.contains(text[position])
    {
      position += 1
    }
    guard position > end, position < text.count, "个家所".unicodeScalars.contains(text[position]) else { return false }
    // 、市贸促会7家成员单位: the members of the list are counted.
    return !(isInList && Self.members.longestMatch(in: text, at: position + 1) != nil)
  }

  private static let counts = WordTrie(words: ["多位", "余位", "多名", "余名", "多家", "余家", "多个", "余个"])

  private static let members = WordTrie(words: ["成员单位", "单位", "部门", "市直部门", "县直部门"])

  /// Whether a list goes on to say that all such bodies are meant: 支持工会、妇联等群团组织.
  func isOneOfAll(_ end: Int) -> Bool {
    guard end < text.count, "、和等".unicodeScalars.contains(text[end]) else { return false }
    var position = end
    while position < text.count, position - end < Self.longestRow, text[position].isHan || text[position] == "、" {
      if text[position] == "等", words.allSuch.longestMatch(in: text, at: position + 1) != nil { return true }
      position += 1
    }
    return false
  }

  /// How far behind a body the list may say what it is of, in scalars.
  private static let longestRow = 48

  /// Whether a level word tells only of which level bodies are: 县级公立医院.
  func isOfKind(_ candidate: OrganizationCandidate) -> Bool {
    guard let place = candidate.place, place.isBare, place.span.start == candidate.span.start else { return false }
    return text[place.span.end] == "级" && place.span.end < candidate.span.end
  }

  /// Whether a name begins with a number of things, or 各 stands before it.
  func isCollective(_ start: Int) -> Bool {
    let before = text[start - 1]
    if before == "各" || start >= 2 && text[start - 2] == "各" && Self.levels.contains(before) { return true }
    guard start + 1 < text.count, "一二三四五六七八九十百千两多".unicodeScalars.contains(text[start]) else { return false }
    return "个家支名大级".unicodeScalars.contains(text[start + 1])
  }

  static let levels = ScalarSet("省市县区州旗镇乡街")
  static let pairs = Set(
    ["乡镇", "镇街", "县区", "区县", "市县", "旗县", "旗区", "镇村", "省市", "市区"].map { Array($0.unicodeScalars) })

  /// Leaves out collectives (各县、市、区科技局) and the pronoun before a level word (我镇城管分局).
  func checked(_ candidate: OrganizationCandidate) -> OrganizationCandidate? {
    var candidate = behindJourney(withWholeZone(withWholeRegion(candidate)))
    // 第十届甲县委员会: whose term is told is an assembly that is named in part.
    if candidate.span.start > 0, text[candidate.span.start - 1] == "届",
      text[candidate.core].elementsEqual("委员会".unicodeScalars)
    {
      return nil
    }
    if let zone = zoneStart(around: candidate.span) {
      candidate.span.start = zone
      candidate.core.start = zone
      candidate.place = nil
      candidate.isStateless = true
    }
    if let place = candidate.place, isInsideName(place, candidate.span) {
      candidate.span.start -= 1
      candidate.core.start = candidate.span.start
      candidate.place = nil
      candidate.isStateless = true
      return candidate
    }
    let start = candidate.span.start
    if let place = candidate.place, place.span.start == start, "我全本该".unicodeScalars.contains(text[start]),
      Self.levels.contains(text[start + 1])
    {
      candidate.span.start += 1
      candidate.place?.span.start += 1
      return candidate
    }
    // 乡镇工作专班, 县区财政局: all of a level.
    if let place = candidate.place, place.isBare, place.span.end < candidate.span.end,
      Self.pairs.contains([text[place.span.end - 1], text[place.span.end]])
    {
      return nil
    }
    // 社区党群服务中心: that of any of them.
    if let place = candidate.place, place.isBare, ["村", "社区"].contains(place.level), place.span.start == start,
      text[candidate.span.end - 1] == "心", words.heads.longestMatch(in: text, at: candidate.span.end) == nil
    {
      return nil
    }
    // 直属商会5个, 县级公立医院: more than one.
    if isCountedBehind(candidate.span.end, isInList: start > 0 && text[start - 1] == "、") || isOfKind(candidate) {
      return nil
    }
    // 区委书记陈平作讲话区委: a sentence.
    if words.inSentences.occurs(in: text, candidate.core) { return nil }
    // 20多位甲籍商协会: so many of them.
    if text[start].isLatinOrDigit, Self.counts.occurs(in: text, Span(start, min(candidate.span.end, start + 6))) {
      return nil
    }
    // 2017年度|商会年会
    if text[start].isLatinOrDigit, text[candidate.span].prefix(5).contains("年") { return nil }
    // 会长王一鸣作|商会工作报告: the verb of a report, and the body that it is of.
    if let body = words.reportOf.longestMatch(in: text, endingAt: candidate.span.end, limit: start),
      body.start - start > 2, material.isReportVerb(before: body.start)
    {
      return nil
    }
    // 旗委各部委办: all of them.
    if text[candidate.span].contains("各") { return nil }
    // 地区人大工委副主任: part of the post.
    if words.assemblies.occurs(in: text, candidate.core),
      words.officeHeads.longestMatch(in: text, at: candidate.span.end) != nil
    {
      return nil
    }
    // 各市福建商会, 四个临时党支部: more than one.
    if start >= 1, isCollective(start) || isCollective(candidate.place?.span.end ?? start) { return nil }
    // 各县(市)区统战部, 各市州工商联.
    if candidate.place?.isBare == true, start >= 2, text[start - 1] == ")" || Self.levels.contains(text[start - 1]),
      places.prefix(endingAt: start)?.region == nil
    {
      return nil
    }
    guard candidate.place?.isBare == true, start >= 2, text[start - 1] == "、" || text[start - 1] == "(" else {
      return candidate
    }
    // 县、市、 before the level word of a list that has nothing but such words.
    guard Self.levels.contains(text[start - 2]) else { return candidate }
    return start == 2 || !text[start - 3].isHan || text[start - 3] == "各" || text[start - 3] == "与" ? nil : candidate
  }

  /// Whether a place without its level word is only the rest of a longer one's name behind a mark: 、白|龙江林业局.
  private func isInsideName(_ place: PlacePrefix, _ span: Span) -> Bool {
    let start = span.start
    guard !place.isBare, place.level == nil, place.span.start == start, place.span.count == 2, start > 0,
      text[start - 1].isHan, start == 1 || !text[start - 2].isHan && !text[start - 2].isLatinOrDigit
    else { return false }
    let token = lattice.token(at: start - 1)
    return token.span.count == 1 && [.noun, .unknown, .place].contains(token.wordClass)
      && !"原现新老驻在与和由对向到为将被给请让从至及等各该某是有会".unicodeScalars.contains(text[start - 1])
  }

  /// Where the kind of zone begins in whose last characters a name was cut: 甲|经开|区管委会, 经|开区管委会.
  func zoneStart(around span: Span) -> Int? {
    for end in span.start + 1...span.start + 2 where end < span.end {
      guard let kind = words.zoneKinds.longestMatch(in: text, endingAt: end), kind.start < span.start else { continue }
      let start = material.trimmed(material.start(before: kind.start, limit: 14), before: kind.start)
      return start < kind.start && words.generic[text[Span(start, kind.start)]] == nil ? start : kind.start
    }
    return nil
  }

  /// Whether a word that is no body ends there (承办, 合办), unless a longer ending or what a department is for holds it: 政协办,
  /// 经合办, 大数据中心.
  func isOtherWord(_ end: Int, _ longest: Int) -> Bool {
    guard let never = words.never.longestMatch(in: text, endingAt: end) else { return false }
    if longest < never.start { return false }
    let ending = text[end - 1] == "心" ? 2 : 1
    return domainStart(before: end - ending).map { $0 >= never.start } ?? true
  }

  /// Whether the ending's last character begins a common word instead (工信部门, 启政局长).
  func isCutWord(_ end: Int) -> Bool {
    // 第八督查组|成员: the team's last character begins a word only by chance.
    if words.numbered.longestMatch(in: text, endingAt: end) != nil, lattice.boundaryExcess(at: end) <= 0 {
      return false
    }
    // 甲大学|校董会, 甲大学|校长某: a word or a head's post begins there.
    if words.cutSafe.longestMatch(in: text, at: end) != nil || words.heads.longestMatch(in: text, at: end) != nil {
      return false
    }
    var isCut = false
    Lexicon.words.forEachMatch(in: text, at: end - 1) { wordEnd, entry in
      if wordEnd > end, entry.cost <= 40 { isCut = true }
    }
    if !isCut, end >= 2, text[end - 2] == "中", text[end - 1] == "心" {
      // 综治中心|组织: a word of its own follows.
      let after = words.centreAfter.longestMatch(in: text, at: end)?.end
      isCut = after.map { $0 - end > 1 || lattice.token(at: end).span.count == 1 } ?? false
    }
    return isCut
  }

  /// Whether a building is meant, in which something is held: 在县文化活动中心举行.
  func isVenue(_ end: Int) -> Bool {
    guard words.buildings.longestMatch(in: text, endingAt: end) != nil,
      words.heldAfter.longestMatch(in: text, at: end) != nil
    else { return false }
    // 甲市法院举行表彰大会: at the head of a clause, with what is held behind the verb, it is who holds it.
    guard let held = words.holding.longestMatch(in: text, at: end), held.end < text.count,
      text[held.end].isHan || text[held.end].isLatinOrDigit || text[held.end] == "“"
    else { return true }
    var position = end
    while position > 0, end - position < Self.longestClause, !Self.clauseMarks.contains(text[position - 1]) {
      position -= 1
      if text[position] == "在" || text[position] == "于" { return true }
    }
    return false
  }

  /// How far before a building the preposition of a venue may stand, in scalars.
  static let longestClause = 40
  static let clauseMarks: ScalarSet = ",。;:!?\n"
}
