import Extraction
import GraphModel

/// Joins posts that stand in a row (市委常委、常务副市长) and tells whose the later ones are.
struct PostChains {
  private let context: ExtractionContext
  private let text: ScalarText
  private let words = PeopleWords.embedded
  private let weigher: NameWeigher
  /// Whether the document names a 总商会 in full.
  private let hasGeneralChamber: Bool
  /// Where the home region is first named.
  private let homeStart: Int?
  /// The longest unknown body that may stand between two posts of one person.
  private static let longestBody = 16

  init(_ context: ExtractionContext, _ weigher: NameWeigher) {
    self.context = context
    self.weigher = weigher
    let text = context.folded
    self.text = text
    hasGeneralChamber = context.mentions(of: "Organization").contains { body in
      body.span.count > 5 && text[body.span].suffix(3).elementsEqual("总商会".unicodeScalars)
    }
    homeStart = context.deixis.home.flatMap { home in
      context.mentions(of: "Region").lazy.filter { $0.entity == home }.map(\.span.start).min()
    }
  }

  /// The posts in rows, in order, each with whose it is.
  func read(_ posts: [Post]) -> [[Post]] {
    var chains: [[Post]] = []
    // The region's post read last that has a level word.
    var regional: Post?
    // The names with which the holders of the home region's single posts begin.
    var held: [String: ArraySlice<Unicode.Scalar>] = [:]
    for post in posts {
      var post = post
      defer {
        if post.target != nil, post.target == context.deixis.home, post.kind == .region {
          held[holderKey(post)] = held[holderKey(post)] ?? beginning(behind: post)
        }
      }
      defer { if post.level != nil, post.target.map({ context.type(of: $0) == "Region" }) == true { regional = post } }
      let isForeign =
        post.kind.contains(.national) || isOfUnknownBody(post, behind: chains.last?.last)
        || isOfOffice(post, behind: chains.last?.last)
        || isOfOtherHead(post, behind: chains.last?.last)
      // ,人大常委会副主任乙某: a body of the region's own without its level word.
      let isBodied = post.isAnchored && post.span.start == post.title.start && post.level == nil
      // 市档案局副局长甲某、秘书科科长乙某: a department of the body that was named before.
      if post.target == nil, let last = chains.last?.last, let start = itemStart(before: post, behind: last),
        let department = departmentStart(before: post, behind: last, from: start)
      {
        post.title.start = department
        post.span.start = department
        post.target = last.target
        post.isInherited = true
      }
      if post.target == nil, !post.isAnchored || isBodied, !isForeign, let last = source(of: post, in: chains.last),
        isOneSentence(last.span.end, post.span.start) || isAssemblysNext(post, behind: last),
        !isCompanys(last, before: post),
        isRegionIfNeeded(last, for: post)
      {
        post.target = bodyOfHead(post, behind: last) ?? last.target
        post.isInherited = true
      }
      let isHeld = post.kind == .region && held[holderKey(post)].map { $0 != beginning(behind: post) } ?? false
      if let last = chains.last?.last, follows(post, last, isHeld: isHeld) {
        post.target = last.target
        post.isFollowing = true
      } else if let regional, follows(post, regional, isHeld: isHeld) {
        // 甲省委副书记某,省委常委、组织部部长某,副省长某: a body's post stands between.
        post.target = regional.target
      }
      if let last = chains.last?.last, joins(last.span.end, post.span.start), !isSuffix(last, before: post),
        !isGiven(chains.last?.first, before: post), !isBehindName(chains.last, before: post)
      {
        if let level = post.level, !post.isAnchored || isAide(post), last.level == level,
          last.target.map({ context.type(of: $0) == "Region" }) ?? true
        {
          post.target = last.target ?? post.target
        }
        // 西藏自治区党委副书记、区人大常委会主任: 区 is short for the autonomous region named before.
        if post.level == "区", last.level == "自治区", post.span.start == post.title.start {
          post.target = last.target
          post.level = last.level
        }
        // 某医院主任医师、科教处处长: the next post's department is in the same body.
        if post.target == nil, let start = departmentStart(before: post, behind: last, from: last.span.end + 1) {
          post.title.start = start
          post.span.start = start
          post.target = last.target
        }
        if post.target == nil, !isForeign, isRegionIfNeeded(last, for: post) { post.target = last.target }
        if post.level == nil { post.level = last.level }
        post.isHeldBeside = last.span.end < text.count && text[last.span.end] == "兼"
        chains[chains.count - 1].append(post)
      } else {
        chains.append([post])
      }
    }
    tellOwners(&chains)
    var ownBodies = OwnBodies(context)
    ownBodies.tell(&chains)
    Conveners(context).tell(&chains)
    ownBodies.tellNeighbours(&chains)
    dropMembers(&chains)
    return chains
  }

  /// 县人大代表、县领导甲某、乙某: which of them is a member is not told.
  private func dropMembers(_ chains: inout [[Post]]) {
    for row in chains.indices where chains[row].count > 1 && chains[row].last?.kind.contains(.collective) == true {
      chains[row].removeAll { words.members.longestMatch(in: text, endingAt: $0.title.end) != nil }
    }
  }

  /// 甲市委常委、市委秘书长: of the same committee, though its level word stands again; but 市委书记 may be that of the city below.
  private func isAide(_ post: Post) -> Bool {
    words.committeeAides.longestMatch(in: text, endingAt: post.title.end, limit: post.title.start) != nil
  }

  /// The post whose owner an ownerless one takes over: of an association's officer, who seldom is one of the bodies that the
  /// officer before him also leads (副会长兼甲分会会长某,副会长某), the last one before 兼.
  private func source(of post: Post, in chain: [Post]?) -> Post? {
    guard let chain, isAssociations(post) else { return chain?.last }
    // 甲商会副会长、乙商会会长某,副会长、丙公司董事长某: the next of the row are officers of the one with which it began.
    if let first = chain.first, chain.count > 1, isAssociations(first), post.span.start > 0,
      text[post.span.start - 1] == ",", text[first.title] == text[post.title],
      first.target.map({ context.type(of: $0) == "Organization" }) == true
    {
      return first
    }
    return chain.last { !$0.isHeldBeside }
  }

  /// 省防指指挥、副省长: a post with a level word is a region's, whatever stands before it.
  private func isRegionIfNeeded(_ last: Post, for post: Post) -> Bool {
    post.level == nil || last.target.map { context.type(of: $0) == "Region" } ?? true
  }

  /// 甲公司董事长乙某当选会长: an association's post is not the company's that was named before.
  private func isCompanys(_ last: Post, before post: Post) -> Bool {
    last.target.map { context.type(of: $0) == "Enterprise" } == true && (isAssociations(post) || isChosen(post))
  }

  /// Where the item begins in which a post stands, behind a name and a mark: 、 in 局长甲某、秘书科科长.
  private func itemStart(before post: Post, behind last: Post) -> Int? {
    var start = post.span.start
    while start > last.span.end, post.span.start - start <= Self.longestDepartment, text[start - 1].isHan { start -= 1 }
    guard start > last.span.end + 2, start - last.span.end <= 6, "、,".unicodeScalars.contains(text[start - 1]) else {
      return nil
    }
    return start
  }

  /// The longest name of a department that is told without its body.
  private static let longestDepartment = 8

  /// Where a department begins that stands between 、 and a post, behind a body's or a company's post.
  private func departmentStart(before post: Post, behind last: Post, from start: Int) -> Int? {
    guard let target = last.target, context.type(of: target) != "Region", post.span.start == post.title.start,
      (2...Self.longestDepartment).contains(post.span.start - start),
      "科处部室组系区".unicodeScalars.contains(text[post.span.start - 1]), words.learned[text[post.title]] == nil,
      words.notBehindNames[text[post.title]] == nil
    else { return nil }
    if text[post.span.start - 1] == "区", text[post.span.start - 2] != "病" { return nil }
    return start
  }

  /// Tells which posts are a company's or an association's though neither is named before them.
  private func tellOwners(_ chains: inout [[Post]]) {
    var association: Post?
    // The last post of an association that is told by its name.
    var named: Post?
    for row in chains.indices {
      let isCompanys = chains[row].contains {
        words.companyPosts.longestMatch(in: text, endingAt: $0.title.end, limit: $0.title.start) != nil
      }
      for index in chains[row].indices {
        let post = chains[row][index]
        if let target = post.target, context.type(of: target) == "Organization", isAssociations(post) { named = post }
        guard post.span.start == post.title.start, post.level == nil else { continue }
        if isOfficers(post), let head = named ?? association, isOneSentence(head.span.end, post.span.start) {
          for member in 0...index where chains[row][member].isInherited {
            chains[row][member].isOfCompany = false
            if let named {
              chains[row][member].target = named.target
            } else {
              chains[row][member].isOfAssociation = true
              chains[row][member].rowStart = head.rowStart
            }
          }
          continue
        }
        guard isOwnerless(post) else { continue }
        if isCompanys, !post.kind.contains(.national), !isAssociations(post) { chains[row][index].isOfCompany = true }
        // 商会会长、党支部书记甲某: a body of the association's own.
        if index > 0, post.isAnchored || text[post.title.start] == "党", chains[row][index - 1].isOfAssociation {
          chains[row][index].isOfAssociation = true
          chains[row][index].rowStart = chains[row][index - 1].rowStart
          continue
        }
        // 会长甲某,副会长乙某,秘书长丙某
        let isListed = association.map { isOneSentence($0.span.end, post.span.start) } ?? false
        guard
          isAssociations(post)
            || isListed
              && words.officerPosts.longestMatch(in: text, endingAt: post.title.end, limit: post.title.start) != nil,
          !isOfOtherAssociation(post)
        else { continue }
        chains[row][index].isOfAssociation = true
        chains[row][index].rowStart = isListed ? association?.rowStart : post.span.start
        association = chains[row][index]
      }
    }
  }

  /// Whether a verb that gives posts stands before a post, with the term or without (当选为第三届委员会主席).
  private func isChosen(_ post: Post) -> Bool {
    var start = post.span.start
    if let term = words.termEndings.longestMatch(in: text, endingAt: start) { start = term.start }
    return words.postVerb(endingAt: start, in: text) != nil
  }

  private func isAssociations(_ post: Post) -> Bool {
    words.associationPosts.longestMatch(in: text, endingAt: post.title.end, limit: post.title.start) != nil
  }

  /// 商会会长、甲公司董事长乙某,党委副书记、秘书长丙某: an officer's post that stands behind a company's, and is not that company's.
  private func isOfficers(_ post: Post) -> Bool {
    post.isInherited && post.target.map { context.type(of: $0) == "Enterprise" } == true
      && words.officerPosts.longestMatch(in: text, endingAt: post.title.end, limit: post.title.start) != nil
  }

  /// 甲乙企业商会会长: an association that is not known; but 商会会长, 我会会长 are those of the one that the text is about.
  private func isOfOtherAssociation(_ post: Post) -> Bool {
    guard isOfUnknownBody(post, behind: nil) else { return false }
    // 会议由甲某某会长主持: a name stands before it.
    if (3...4).contains(where: { post.span.start > $0 && isName(Span(post.span.start - $0, post.span.start)) }) {
      return false
    }
    if words.ownAssociations.longestMatch(in: text, endingAt: post.span.start) != nil { return false }
    guard let kind = words.associations.longestMatch(in: text, endingAt: post.span.start) else { return true }
    // 总商会副会长: for short, of the one that is called so.
    let isGeneral = hasGeneralChamber && kind.start > 1 && text[kind.start - 1] == "总"
    let start = isGeneral ? kind.start - 1 : kind.start
    return start > 0 && text[start - 1].isHan
      && context.words.token(at: start - 1).wordClass != .verb
      && !"由与和经请在".unicodeScalars.contains(text[start - 1])
  }

  /// 便民服务中心主任甲某、派出所所长乙某: a title that names its own office is no other body's.
  private func isOfOffice(_ post: Post, behind last: Post?) -> Bool {
    guard post.title.count >= 4, let target = last?.target, context.type(of: target) != "Region" else { return false }
    return "局所院".unicodeScalars.contains(text[post.title.end - 3])
      && text[post.title.end - 2] == text[post.title.end - 3]
  }

  /// 教育局局长甲某、院长乙某: a title whose head is another than that of the body named before.
  private func isOfOtherHead(_ post: Post, behind last: Post?) -> Bool {
    guard post.title.count >= 2, text[post.title.end - 1] == "长", post.span.start == post.title.start,
      let target = last?.target, context.type(of: target) == "Organization"
    else { return false }
    let head = text[post.title.end - 2]
    guard "院校行厅所站馆场园".unicodeScalars.contains(head), let ending = context.name(of: target).unicodeScalars.last else {
      return false
    }
    return ending != head && !(head == "校" && "学院中小".unicodeScalars.contains(ending))
  }

  /// 办公室设在甲局,局长乙某: the body of a head whose title says nothing but its kind, where a region's post stands before.
  private func bodyOfHead(_ post: Post, behind last: Post) -> EntityID? {
    guard (2...3).contains(post.title.count), text[post.title.end - 1] == "长", post.title.start > 0,
      text[post.title.start - 1] == ",", last.target.map({ context.type(of: $0) == "Region" }) == true
    else { return nil }
    let head = text[post.title.end - 2]
    guard "局厅院校所站馆".unicodeScalars.contains(head), last.span.end < post.title.start else { return nil }
    return context.mentions(of: "Organization", in: Span(last.span.end, post.title.start)).last {
      text[$0.span.end - 1] == head
    }?.entity
  }

  /// Whether nothing or only an earlier post tells whose a post is.
  private func isOwnerless(_ post: Post) -> Bool {
    guard let target = post.target else { return true }
    return !post.isAnchored && context.type(of: target) == "Region"
      || post.isInherited && context.type(of: target) == "Region"
  }

  /// 甲某教授,某局局长乙某: a learned title behind a name begins no row over a comma.
  private func isSuffix(_ last: Post, before post: Post) -> Bool {
    words.learned[text[last.title]] != nil && post.span.start > last.span.end
      && text[Span(last.span.end, post.span.start)].contains(",")
  }

  /// Whether a level word alone points back to the region of that level just named: 乙市委书记某,市委副书记某.
  private func follows(_ post: Post, _ last: Post, isHeld: Bool) -> Bool {
    guard let level = post.level, level == last.level, let target = last.target, context.type(of: target) == "Region",
      post.target != target,
      post.span.start == post.title.start, post.span.start - last.span.end <= 40,
      // In the home region's own papers its level word is its own, but for the next of a list (甲市委书记乙某、市长丙某) and
      // before it is named.
      post.target == nil || post.target != context.deixis.home || isListed(post, behind: last)
        || isLed(behind: post) || isGrouped(post) || isHeld || isSecretarys(post, behind: last)
        || last.isFollowing && post.span.start - last.span.end <= 8
        || homeStart.map({ post.span.start < $0 }) ?? false,
      isOneSentence(last.span.end, post.span.start)
    else { return false }
    let between = Span(last.span.end, post.span.start)
    return !text[between].contains { "来赴到陪率抵;".unicodeScalars.contains($0) }
      && context.mentions(of: "Region", in: between).isEmpty
  }

  /// A post's title without what says that its holder only stands in.
  private func holderKey(_ post: Post) -> String {
    text.string(text[post.title.start] == "代" ? Span(post.title.start + 1, post.title.end) : post.title)
  }

  private func beginning(behind post: Post) -> ArraySlice<Unicode.Scalar> {
    text[Span(post.span.end, min(text.count, post.span.end + 2))]
  }

  /// 乙市委书记某,市长某率乙市代表团来甲市: both come from where the delegation does.
  private func isLed(behind post: Post) -> Bool {
    let end = min(text.count, post.span.end + 40)
    let stop = (post.span.end..<end).first { ",。;\n".unicodeScalars.contains(text[$0]) } ?? end
    return (min(post.span.end + 2, stop)..<stop).contains {
      text[$0] == "率" || text[$0] == "带" && $0 + 1 < stop && text[$0 + 1] == "队"
    }
  }

  /// 甲市市长某,副市长某;乙市市长某,副市长某: whether the group that a post stands in ends with a semicolon, and the next one begins
  /// with another place.
  private func isGrouped(_ post: Post) -> Bool {
    let end = min(text.count, post.span.end + 60)
    guard let mark = (post.span.end..<end).first(where: { ";。\n".unicodeScalars.contains(text[$0]) }),
      text[mark] == ";"
    else { return false }
    return weigher.regions.span(startingAt: mark + 1) != nil
  }

  /// Whether a post follows another's holder in a list, one that he does not hold himself.
  private func isListed(_ post: Post, behind last: Post) -> Bool {
    text[post.span.start - 1] == "、" && text[post.title] != text[last.title]
      && (3...6).contains(post.span.start - last.span.end)
  }

  /// 乙县委书记甲某,县委副书记、县长某: who comes right behind a county's secretary is of the same county.
  private func isSecretarys(_ post: Post, behind last: Post) -> Bool {
    guard let level = post.level, "县区旗".contains(level), post.title.count <= 8 else { return false }
    return last.title.count == 4 && text[Span(last.title.start + 1, last.title.end)].elementsEqual("委书记".unicodeScalars)
      && (3...6).contains(post.span.start - last.span.end) && text[post.span.start - 1] == ","
      && text[post.title] != text[last.title]
  }

  /// 县政协主席甲某主持会议。副主席乙某…: the deputies of an assembly's head, at the head of the next sentence.
  private func isAssemblysNext(_ post: Post, behind last: Post) -> Bool {
    guard text[post.title.start] == "副", post.title.count == 3, post.span.start == post.title.start,
      post.span.start > 0, text[post.span.start - 1] == "。",
      last.target.map({ context.type(of: $0) == "Region" }) == true,
      text[last.title].suffix(2).elementsEqual(text[post.title].suffix(2)),
      post.span.start - last.span.end < 40, words.assemblies.longestMatch(in: text, endingAt: last.title.end - 2) != nil
    else { return false }
    return isOneSentence(last.span.end, post.span.start - 1)
  }

  /// Whether no sentence ends between two positions.
  private func isOneSentence(_ start: Int, _ end: Int) -> Bool {
    end >= start && end - start < 120 && !text[Span(start, end)].contains { "。\n!?".unicodeScalars.contains($0) }
  }

  /// 甲某为团长,副主任乙某为副团长: a post given to the name before it begins no row.
  private func isGiven(_ first: Post?, before post: Post) -> Bool {
    guard let first, first.span.start > 0, post.span.start > first.span.end,
      text[Span(first.span.end, post.span.start)].contains(",")
    else { return false }
    return isChosen(first)
  }

  /// 甲某副院长、乙镇党委书记丙某: in a row of names with their posts behind them the post is the name's before it.
  private func isBehindName(_ row: [Post]?, before post: Post) -> Bool {
    guard let last = row?.last, row?.count == 1, post.isAnchored, !last.isAnchored, last.span.end < text.count,
      text[last.span.end] == "、"
    else { return false }
    let end = last.span.start
    return (3...4).contains { length in
      let start = end - length
      guard start > 0, !text[start - 1].isHan else { return false }
      return isName(Span(start, end))
    }
  }

  private func joins(_ end: Int, _ start: Int) -> Bool {
    let end = afterBracket(end)
    guard start >= end else { return false }
    // 主席(会长)甲某: another name of the same post.
    if start == end + 1, text[end] == "(" { return true }
    // 市委常委人武部部长: no mark stands between them.
    if (1...8).contains(start - end), words.plainMembers.longestMatch(in: text, endingAt: end) != nil,
      "部委办局会".unicodeScalars.contains(text[start - 1]), text[Span(end, start)].allSatisfy(\.isHan)
    {
      return true
    }
    if start - end <= 2 { return text[Span(end, start)].allSatisfy { "、, 兼及和".unicodeScalars.contains($0) } }
    // 选举甲某为县长、选举乙某为副主任
    if words.appointing.longestMatch(in: text, at: end + 1) != nil { return false }
    // 甲某主任、乙某主任: somebody is named in between.
    if text[end] == "、", isName(Span(end + 1, start)) || hasNameAtEnd(Span(end + 1, start)) { return false }
    // 副部长兼某副代表甲某和乙省副省长: the conjunction ends a name that stands behind a post no list has.
    if "和与及".unicodeScalars.contains(text[start - 1]), start - end > 6, isName(Span(start - 4, start - 1)) {
      return false
    }
    // 甲某副书记、乙学院丙某院长: likewise, behind his body.
    if text[end] == "、",
      (2...4).contains(where: {
        start - $0 > end + 2 && weigher.occupied.covers(start - $0 - 1) && isName(Span(start - $0, start))
      })
    {
      return false
    }
    // 统战部副部长、省民委主任: the next post's body is unknown, but nobody is named in between.
    return start - end <= Self.longestBody && (text[end] == "、" || text[end] == "兼")
      && text[Span(end + 1, start)].allSatisfy { $0.isHan || $0.isLatinOrDigit || $0 == "“" || $0 == "”" }
  }

  /// Behind what a bracket adds to a post: 副行长(主持工作).
  private func afterBracket(_ end: Int) -> Int {
    guard end < text.count, text[end] == "(",
      let close = (end..<min(text.count, end + 12)).first(where: { text[$0] == ")" }), close + 1 < text.count,
      "、,".unicodeScalars.contains(text[close + 1]), words.roleBracket.occurs(in: text, Span(end + 1, close))
    else { return end }
    return close + 1
  }

  /// Whether a stretch between 、 and a post is somebody's name.
  private func isName(_ span: Span) -> Bool {
    guard (2...4).contains(span.count), !"会委办组局厅处院所社团队校厂科部室".unicodeScalars.contains(text[span.end - 1]),
      weigher.model.hasUsualSurname(text, at: span.start), let cost = weigher.model.cost(of: span, in: text),
      let score = weigher.score(span, cost: cost)
    else { return false }
    return score <= Self.nameThreshold
  }

  /// 甲管委会王某主任、乙公司李某某总经理: whether a name stands at the end of what is between two posts.
  private func hasNameAtEnd(_ span: Span) -> Bool {
    guard span.count <= Self.longestBody, span.count >= 5 else { return false }
    let name = Span(span.end - 3, span.end)
    guard isName(name), let cost = weigher.model.cost(of: name, in: text), let score = weigher.score(name, cost: cost)
    else { return false }
    return score <= Self.sureName
  }

  /// What a name may score at most behind a body that is not known, in quarters of nats.
  private static let sureName: Int32 = -12
  /// What a name between two posts may score at most, in quarters of nats.
  private static let nameThreshold: Int32 = 8

  /// Whether a noun right before a post names a body that is not known, so that the post is nobody else's (人力部长).
  private func isOfUnknownBody(_ post: Post, behind last: Post?) -> Bool {
    // 县委常委|宣传部部长: another post ends right before it.
    guard post.span.start > 0, last?.span.end != post.span.start else { return false }
    let before = text[post.span.start - 1]
    guard before.isHan || before == "”" || before == ")" else { return false }
    if before == "”" { return true }
    if words.modifiers.longestMatch(in: text, endingAt: post.span.start) != nil { return false }
    if "会委办组局厅处院所社团队校厂站".unicodeScalars.contains(before) { return true }
    return [.noun, .place, .unknown].contains(context.words.token(at: post.span.start - 1).wordClass)
  }
}
