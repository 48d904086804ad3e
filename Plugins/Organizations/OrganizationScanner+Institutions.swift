import Extraction
import GraphModel

/// Institutions, associations and assemblies: bodies whose names are made up, read to the left from their endings.
extension OrganizationScanner {
  func institution(_ start: Int, _ end: Int, _ ending: OrganizationEnding) -> OrganizationCandidate? {
    guard ending.contains(.institution),
      words.sessionAfter.longestMatch(in: text, at: end) == nil || text[end - 1] != "会" || isBeforeCouncil(end)
    else { return nil }
    let own = material.trimmed(material.start(before: start), before: start)
    var from = joined(own, before: start)
    let isJoined = from < own
    if !isJoined, let joint = bodyJoint(from: from, to: start) { from = joint + 1 }
    if from > 0, text[from - 1].isHan, let head = headOfAssociation(before: start, end: end), head < from {
      from = head
    }
    guard from < start || isNational(start) else { return nil }
    let item = from
    let place = leftmostPlace(before: isJoined ? own - 1 : start).flatMap { $0.span.start >= from ? $0 : nil }
    // 人民银行甲县支行, 武警甲中队: but the branch of a company's bank is a company's.
    if words.branchesOfParents[text[Span(start, end)]] != nil {
      guard let place, words.branchingParents.longestMatch(in: text, endingAt: place.span.start) != nil else {
        return nil
      }
    }
    from = Self.forces.longestMatch(in: text, endingAt: from)?.start ?? from
    let society = society(before: item, branch: Span(start, end))
    if let society {
      from = society
    } else if let place, place.span.start >= from, !isNamedSettlement(place, from),
      material.isLead(from: from, to: place.span.start) || place.isBare
    {
      let parent = words.parents.longestMatch(in: text, endingAt: place.span.start, limit: from)
      from = parent?.start ?? place.span.start
    } else if !isHeaded(end, from), !isOfWorld(from, end, isJoined),
      let edge = lastGenericStart(from: from, to: start)
    {
      from = edge
    }
    from = nationalHead(from: from, to: start) ?? from
    from = termEnd(from: from, to: start) ?? from
    if place == nil, isAim(item, start) { return nil }
    // 打造成世界一流的研究中心: what something is to become.
    if words.aimBefore.longestMatch(in: text, endingAt: from) != nil { return nil }
    if let post = lastPostEnd(from: from, to: start, behind: place) {
      from = place.map { max($0.span.start, post) } ?? post
    }
    // 市博物馆: the level word alone, before an institution of which a place has one.
    let isOfLevel = place?.isBare == true && place?.span == Span(from, start)
    if isOfLevel {
      guard end - start > 2 || text[start] == "医" || text[end - 1] == "中", !["村", "社区"].contains(place?.level),
        words.branchEndings.longestMatch(in: text, endingAt: end) == nil
      else { return nil }
    } else {
      guard from < start, society != nil || words.generic[text[Span(from, start)]] == nil || isHeaded(end, from) else {
        return nil
      }
    }
    // 第八督查组: teams are told by their number.
    if words.numbered.longestMatch(in: text, endingAt: end) != nil, !text[Span(from, start)].contains("第") {
      return nil
    }
    let span = Span(from, end)
    guard span.count >= 4 || isOfLevel, !holdsAnother(from, start), !isDecimal(from) else { return nil }
    let isLocal = place != nil || words.localEndings.longestMatch(in: text, endingAt: end)?.start == start
    let national = isNational(from)
    return OrganizationCandidate(
      span: span, core: Span(place.map { $0.span.end } ?? from, end), place: national ? nil : place,
      isStateless: national || !isLocal,
      isGovernment: words.seats.longestMatch(in: text, endingAt: end) != nil || Self.governments.occurs(in: text, span),
      isWholeName: words.branchEndings.longestMatch(in: text, endingAt: end) != nil,
      rule: "organization.institution", confidence: place == nil ? 0.75 : 0.85)
  }

  /// Whether a name begins with 国际 and the like as those of societies do: 国际甲科学院.
  private func isOfWorld(_ from: Int, _ end: Int, _ isJoined: Bool) -> Bool {
    Self.worlds.longestMatch(in: text, at: from) != nil && (isJoined || "会院盟".unicodeScalars.contains(text[end - 1]))
  }

  /// Where 和 stands behind another body's whole name: 甲协会|和|中国乙联合会.
  private func bodyJoint(from: Int, to start: Int) -> Int? {
    guard start - from >= 6 else { return nil }
    return (from + 3..<start - 1).last { joint in
      "和与及".unicodeScalars.contains(text[joint])
        && words.endings.longestMatch(in: text, endingAt: joint, limit: from).map {
          $0.value.contains(.institution) && text[joint - 1] == "会" && joint - $0.start >= 2
        } ?? false
        && lattice.boundaryExcess(at: joint) <= boundarySlack
    }
  }

  /// 解放军|外国语学院: whose schools and hospitals are told by the army's name.
  private static let forces = WordTrie(words: ["解放军", "中国人民解放军", "武警", "海军", "空军", "火箭军"], reversed: true)

  /// Where the name of the society begins that ends right before the name of its branch: 中国甲学会|乙专委会.
  private func society(before end: Int, branch: Span) -> Int? {
    guard words.societyBranches[text[branch]] != nil,
      let society = words.associations.longestMatch(in: text, endingAt: end)
    else { return nil }
    let start = material.trimmed(material.start(before: society.start), before: society.start)
    guard society.start - start >= 2, words.generic[text[Span(start, society.start)]] == nil else { return nil }
    return nationalHead(from: start, to: society.start) ?? start
  }

  /// Whether a level word ends the name of a village or a neighbourhood that the document does not name elsewhere: 甲街社区居委会.
  private func isNamedSettlement(_ place: PlacePrefix, _ from: Int) -> Bool {
    place.isBare && place.span.start - from >= 2 && ["村", "社区"].contains(place.level)
      && !material.isLead(from: from, to: place.span.start)
  }

  /// 6.26中心: digits behind a point are the rest of a date.
  private func isDecimal(_ start: Int) -> Bool {
    start > 1 && text[start].isLatinOrDigit && ".·•°".unicodeScalars.contains(text[start - 1])
      && text[start - 2].isLatinOrDigit
  }

  /// Where an association's name begins that opens an item of a list with the state or a place, whatever verb stands in it:
  /// 、中国甲发明协会, 、甲省乙回收协会.
  private func headOfAssociation(before start: Int, end: Int) -> Int? {
    guard words.associations.longestMatch(in: text, endingAt: end) != nil else { return nil }
    var head = start
    while head > 0, start - head < Self.longestAssociation, text[head - 1].isHan,
      !Self.particles.contains(text[head - 1])
    {
      head -= 1
    }
    guard head < start else { return nil }
    if head > 0 && text[head - 1].isHan || !isHead(head, start) {
      // 率|甲省乙经营协会, 当选|甲市乙清洗协会: behind a word that leads up to it.
      guard let led = (head..<start).first(where: { isLed($0) && isHead($0, start) }) else { return nil }
      head = led
    }
    guard lastPostEnd(from: head, to: start, behind: nil) == nil,
      !Self.founding.occurs(in: text, Span(head, start)),
      !(head + 3..<start).contains(where: { words.endings.longestMatch(in: text, endingAt: $0, limit: head) != nil })
    else { return nil }
    return head
  }

  /// How far before its ending an association's name may begin, in scalars.
  private static let longestAssociation = 16

  /// Whether an association's name may begin with what stands at a position: a state or a place.
  private func isHead(_ start: Int, _ end: Int) -> Bool {
    Self.states.longestMatch(in: text, at: start) != nil || placeEnd(from: start).map { $0 < end } ?? false
  }

  /// Whether the word before a position leads up to a name.
  private func isLed(_ start: Int) -> Bool {
    guard start > 0, lattice.boundaryExcess(at: start) <= 0 else { return start == 0 }
    let token = lattice.token(at: start - 1)
    return material.isOutside(token.span) || [.verb, .function, .post].contains(token.wordClass)
  }

  /// Where the place ends that begins at a position, whether the document names it elsewhere or the word list knows it.
  private func placeEnd(from start: Int) -> Int? {
    if let end = material.placeEnd(from: start), places.prefix(endingAt: end)?.span.start == start { return end }
    let token = lattice.token(at: start)
    guard token.wordClass == .place, token.span.start == start else { return nil }
    return token.span.end
  }

  /// 甲区成立乙联盟: what is done with an association, no part of its name.
  private static let founding = WordTrie(words: [
    "成立", "组建", "设立", "筹建", "筹备", "举行", "召开", "举办", "加入", "参加", "创新", "指导", "创建", "推动",
  ])

  private static let particles: ScalarSet = "的了在是与和及对向为被把将由从到给赴来"

  /// The start of a name that goes on before 与 or 和: 甲大学乙经济与|管理学院, 国际健康与|生物委员会.
  ///
  /// What stands before the joint must begin as such names do, with a place, the state or a university, and end with nothing
  /// that is a name by itself.
  private func joined(_ start: Int, before end: Int) -> Int {
    var result = start
    while result > 2, result < end, "与和".unicodeScalars.contains(text[result - 1]), end - result <= 20 {
      let joint = result - 1
      let left = material.trimmed(material.start(before: joint, limit: 14), before: joint)
      guard joint - left >= 3, words.endings.longestMatch(in: text, endingAt: joint, limit: left) == nil,
        words.never.longestMatch(in: text, endingAt: joint, limit: left) == nil,
        words.zoneKinds.longestMatch(in: text, endingAt: joint, limit: left) == nil,
        lastPostEnd(from: left, to: joint, behind: nil) == nil, !Self.members.occurs(in: text, Span(left, joint))
      else { break }
      let place = places.prefix(endingAt: joint, floor: left)
      let isOwn = (left + 2..<joint).contains {
        words.universities.longestMatch(in: text, endingAt: $0, limit: left) != nil
      }
      let head = leftmostPlace(before: joint)
      guard place == nil,
        isOwn || isNational(left) || isOfLevel(head, left, joint) || Self.worlds.longestMatch(in: text, at: left) != nil
          || head?.span.start == left && head?.isBare == false
      else { break }
      result = left
    }
    return result
  }

  /// 县委常委甲某和|乙管委会: a person stands before the joint.
  private static let members = WordTrie(words: ["委常委", "同志", "委员", "成员"])

  /// Whether something is to become what a list of everyday words names: 打造暖心商会、创新商会.
  private func isAim(_ from: Int, _ end: Int) -> Bool {
    guard from > 0, end - from <= 4,
      text[from - 1] == "、" || words.aims.longestMatch(in: text, endingAt: from) != nil
    else { return false }
    var clause = from
    while clause > 0, from - clause < 60, text[clause - 1].isHan || text[clause - 1] == "、" { clause -= 1 }
    return words.aims.lastMatch(in: text, before: from, limit: clause) != nil
  }

  /// Where the state's name begins inside a name, which it is the head of: 随后|中国甲协会.
  private func nationalHead(from: Int, to end: Int) -> Int? {
    guard from + 1 < end else { return nil }
    return (from + 1..<end).first {
      Self.states.longestMatch(in: text, at: $0) != nil && lattice.boundaryExcess(at: $0) <= boundarySlack
        && (material.isLead(from: from, to: $0) || Self.owners.longestMatch(in: text, endingAt: $0) != nil)
        && places.prefix(endingAt: $0, floor: from) == nil
        && words.parents.longestMatch(in: text, endingAt: $0, limit: from) == nil
    }
  }

  /// Whether another body's name ends inside one and somebody does something behind it: 县中医院|考评公立医院.
  private func holdsAnother(_ from: Int, _ start: Int) -> Bool {
    guard start - from >= 5 else { return false }
    return (from + 3..<start - 1).contains { position in
      guard let inner = words.endings.longestMatch(in: text, endingAt: position, limit: from),
        inner.value.contains(.institution), position - inner.start >= 2
      else { return false }
      // 甲区总商会创新基层|商会: nothing that names a chamber stands between two.
      if words.associations.longestMatch(in: text, endingAt: position, limit: from) != nil,
        text[Span(start, start + 2)].elementsEqual("商会".unicodeScalars), start - position >= 2,
        Self.founding.longestMatch(in: text, at: position) != nil
      {
        return true
      }
      let token = lattice.token(at: position)
      return token.span.start == position && token.wordClass == .verb && token.span.count >= 2
        && !material.isNaming(token.span)
    }
  }

  /// 市葡萄与|葡萄酒协会: a level word behind a mark.
  private func isOfLevel(_ head: PlacePrefix?, _ left: Int, _ joint: Int) -> Bool {
    guard let head, head.isBare, head.span.start == left else { return false }
    return left > 0 && !text[left - 1].isHan && joint - head.span.end >= 2
  }

  /// 甲商会|第二届理事会会长: the term is of the council whose head's post follows.
  private func isBeforeCouncil(_ end: Int) -> Bool {
    guard let mark = (end..<min(text.count, end + 5)).first(where: { text[$0] == "届" }) else { return false }
    return words.councils.longestMatch(in: text, at: mark + 1).map {
      words.associationHeads.longestMatch(in: text, at: $0.end) != nil
    } ?? false
  }

  /// Where the name begins behind the term of those who lead it: 第八届|甲市同乡会, 履任新一届|甲市商会.
  private func termEnd(from: Int, to end: Int) -> Int? {
    guard let mark = (from..<end).last(where: { text[$0] == "届" }), mark + 1 < end, mark > 0 else { return nil }
    guard ChineseNumeral.isOrdinal(text[mark - 1]) || "首本新一上".unicodeScalars.contains(text[mark - 1]) else {
      return nil
    }
    let isAtHead = mark - from <= 3
    let place = (mark + 2...end).lazy.compactMap { places.prefix(endingAt: $0, floor: mark + 1) }.first
    return isAtHead || place?.span.start == mark + 1 ? mark + 1 : nil
  }

  /// 甲市政府驻乙办事处: the regions in the name of a government's office are named for their own sake.
  private static let governments = WordTrie(words: ["政府"])

  private static let worlds = WordTrie(words: ["国际", "世界", "亚洲", "全球"])
  private static let owners = WordTrie(words: ["公司", "集团", "单位", "企业"], reversed: true)
  private static let states = WordTrie(words: ["中国", "中华", "全国"])

  /// Whether its head with his name follows an association's in a list of such, so that everyday words are its name: 、电子商务协会会长.
  private func isHeaded(_ end: Int, _ from: Int) -> Bool {
    guard text[end - 1] == "会", from > 0, "、,及".unicodeScalars.contains(text[from - 1]) else { return false }
    return words.associationHeads.longestMatch(in: text, at: end) != nil
  }

  /// 政协甲县第九届委员会提案委员会: an assembly or a party's committee by its term.
  func assembly(_ start: Int, _ end: Int, _ ending: OrganizationEnding) -> OrganizationCandidate? {
    guard ending.contains(.institution), end - start >= 3, text[end - 1] == "会",
      words.sessionAfter.longestMatch(in: text, at: end) == nil
    else { return nil }
    var position = end - 3
    let lowest = max(0, end - 34)
    var term: Int?
    while position > lowest, text[position].isHan || text[position].isLatinOrDigit {
      if text[position] == "届" { term = position }
      if term != nil, let name = words.assemblyNames.longestMatch(in: text, endingAt: position, limit: lowest) {
        // 甲县政协第九届委员会, 政协甲县第九届委员会
        let before = places.prefix(endingAt: name.start)
        let behind = (position + 1..<end).compactMap { places.prefix(endingAt: $0, floor: position) }.filter {
          !$0.isBare
        }
        let place = before ?? behind.last { $0.span.start == behind[0].span.start }
        let from = before?.span.start ?? name.start
        return OrganizationCandidate(
          span: Span(from, end), core: Span(from, end), place: place, isStateless: place == nil,
          rule: "organization.assembly-of-a-term", confidence: 0.85)
      }
      position -= 1
    }
    return nil
  }

  /// The end of the last post between two positions, which the name stands behind: 甲集团董事长|乙县商会; but what begins inside
  /// a place is none (甲市长乙商会).
  func lastPostEnd(from: Int, to end: Int, behind place: PlacePrefix?) -> Int? {
    var position = end
    while position > from {
      if let post = words.leaders.longestMatch(in: text, endingAt: position, limit: from),
        !(place.map { post.start >= $0.span.start && post.start < $0.span.end } ?? false)
      {
        return position
      }
      position -= 1
    }
    return nil
  }

  private func isNational(_ start: Int) -> Bool {
    words.isNational(text, start)
  }

  /// Whether the kind of a zone begins at a position: 经济开发区管委会.
  private func isOfZone(_ start: Int, _ end: Int) -> Bool {
    guard let trade = words.zoneTrades.longestMatch(in: text, at: start, limit: end) else { return false }
    return (trade.end + 2...trade.end + 5).contains { position in
      position <= end
        && words.zoneKinds.longestMatch(in: text, endingAt: position, limit: trade.end)?.start == trade.end
    }
  }

  /// Leaves out generic words at the head of an institution's name (全市 各 优秀 …).
  private func lastGenericStart(from: Int, to end: Int) -> Int? {
    var start = from
    while start < end {
      let token = lattice.token(at: start)
      guard token.span.start == start, token.span.end <= end, words.generic[text[token.span]] != nil,
        !isNational(start), !isOfZone(start, end)
      else { break }
      start = token.span.end
    }
    return start == from ? nil : start
  }
}
