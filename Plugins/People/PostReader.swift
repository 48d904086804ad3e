import Extraction
import GraphModel

/// A post as the text writes it: 宿迁市委书记.
struct Post {
  /// Where it stands, with place or body.
  var span: Span
  /// Where the title stands.
  var title: Span
  /// What kind of post its rank is.
  var kind: RankKind
  /// Whose post it is, where the text before the title tells.
  var target: EntityID?
  /// The level word that tells the region, where the target is a region.
  var level: String?
  /// Whether a place, a body or a level word stands in it, so that no name can stand right before the rank.
  var isAnchored: Bool
  /// Whether whose it is was told by an earlier post of the sentence.
  var isInherited = false
  /// Whether it is held together with a company's post, so that no region can be its owner.
  var isOfCompany = false
  /// Whether it is a post of an association (会长), or named in a row after one.
  var isOfAssociation = false
  /// Where the row of an association's posts begins: whose they are was told before that.
  var rowStart: Int?
  /// Whether 兼 stands before it.
  var isHeldBeside = false
  /// Whether its level word was told to point back to a region other than the document's own.
  var isFollowing = false
  /// Whether it is one of the body that speaks of itself (公司总经理), so that no body named before is its owner.
  var isOfOwnBody = false
}

/// Finds the posts of a document and whose they are. An object, since it is asked at every turn.
final class PostReader {
  private let context: ExtractionContext
  private let text: ScalarText
  private let lattice: WordLattice
  private let places: PlacePrefixes
  private let words = PeopleWords.embedded
  /// Bodies, companies and zones by where they end.
  private let bodies: [Int: Mention]
  /// Zones by where they end.
  private let zones: [Int: Mention]
  private let levels: ScalarSet = "省市县区州盟旗镇乡"
  /// Where bodies, companies and zones stand.
  private let occupied: SpanSet

  init(_ context: ExtractionContext) {
    self.context = context
    text = context.folded
    lattice = context.words
    places = PlacePrefixes(context)
    var bodies: [Int: Mention] = [:]
    var occupied = SpanSet(count: text.count)
    for mention in context.mentions(of: ["Organization", "Enterprise", "Zone"]) {
      occupied.insert(mention.span)
      if let known = bodies[mention.span.end], known.span.start <= mention.span.start { continue }
      bodies[mention.span.end] = mention
    }
    self.bodies = bodies
    self.occupied = occupied
    var zones: [Int: Mention] = [:]
    for mention in context.mentions(of: "Zone") {
      if let known = zones[mention.span.end], known.span.start <= mention.span.start { continue }
      zones[mention.span.end] = mention
    }
    self.zones = zones
  }

  /// The posts of the text, in order, not overlapping.
  func posts() -> [Post] {
    var posts: [Post] = []
    var index = 0
    var floor = 0
    while let (rank, kind) = words.ranks.firstMatch(in: text, from: index) {
      if let other = words.notRanks.longestMatch(in: text, at: rank.start) {
        index = other.end
        continue
      }
      // 甲县长安镇: the level word is the place's, and the character behind it a town's.
      if rank.count == 2, text[rank.end - 1] == "长", rank.end + 1 < text.count,
        "镇乡".unicodeScalars.contains(text[rank.end + 1]), kind.contains(.region),
        context.mentions(of: "Region", in: Span(max(0, rank.start - 8), rank.start + 1)).last?.span.end == rank.start
          + 1
      {
        index = rank.end
        continue
      }
      // 外交部驻港特派员公署: the word is a part of the body's name.
      let isInside = occupied.span(at: rank.start).map { $0.contains(rank) && $0.end > rank.end } ?? false
      guard !isInside, lattice.boundaryExcess(at: rank.end) <= 24 else {
        index = rank.start + 1
        continue
      }
      if let last = posts.last, last.span.end == rank.start, words.nominees[text[rank]] != nil {
        posts[posts.count - 1].span.end = rank.end
        posts[posts.count - 1].title.end = rank.end
      } else {
        var post = post(rankAt: rank, kind: kind, floor: floor)
        guard !kind.contains(.bodied) || body(endingAt: rank.start, floor: floor) != nil else {
          index = rank.end
          continue
        }
        if words.pastTerms.longestMatch(in: text, endingAt: post.span.start) != nil { post.kind.insert(.shared) }
        posts.append(post)
      }
      floor = rank.end
      index = rank.end
    }
    return posts
  }

  private func post(rankAt rank: Span, kind: RankKind, floor: Int) -> Post {
    var kind = kind
    var start = rank.start
    var edges = [start]
    while let modifier = words.modifiers.longestMatch(in: text, endingAt: start, limit: floor) {
      start = modifier.start
      edges.append(start)
    }
    if words.manyHold.occurs(in: text, Span(start, rank.end)) { kind.insert(.shared) }
    // 工信科技局长, 某办事处主任: the body ends inside the rank.
    if let (body, from) = bodyInside(rank, floor: floor) {
      return Post(
        span: Span(body.span.start, rank.end), title: Span(from, rank.end), kind: kind, target: body.entity,
        isAnchored: true)
    }
    // 国务院某办公室副主任, 甲公司研发总监: of the words before the rank some may be the body's.
    let bodyEnd = edges.last { body(endingAt: $0, floor: floor) != nil } ?? start
    if let body = body(endingAt: bodyEnd, floor: floor), !isRun(body) {
      start = bodyEnd
      return Post(
        span: Span(body.span.start, rank.end), title: Span(silent(start), rank.end), kind: kind, target: body.entity,
        isAnchored: true)
    }
    // 甲商会第二届理事会会长: the term of its council stands between the body and the rank.
    if let term = termStart(endingAt: start, floor: floor), let body = body(endingAt: term, floor: floor) {
      return Post(
        span: Span(body.span.start, rank.end), title: Span(silent(start), rank.end), kind: kind, target: body.entity,
        isAnchored: true)
    }
    // 某医院骨外科主任医师: a department between a body and the rank is the title's.
    if let (body, from) = bodyBeforeDepartment(endingAt: start, floor: floor) {
      return Post(
        span: Span(body.span.start, rank.end), title: Span(from, rank.end), kind: kind, target: body.entity,
        isAnchored: true)
    }
    let bodyStart = words.titleBodies.longestMatch(in: text, endingAt: start, limit: floor)?.start
    // 甲镇工商联(商会)主席: another name of the body stands in brackets behind it.
    if let open = bracketStart(endingAt: start, floor: floor), let body = body(endingAt: open, floor: floor) {
      return Post(
        span: Span(body.span.start, rank.end), title: Span(silent(start), rank.end), kind: kind, target: body.entity,
        isAnchored: true)
    }
    if let bodyStart {
      // 某开发区管委会主任: the committee stays in the title where the zone it runs is known.
      if let zone = zones[bodyStart], zone.span.start >= floor {
        return Post(
          span: Span(zone.span.start, rank.end), title: Span(bodyStart, rank.end), kind: kind, target: zone.entity,
          isAnchored: true)
      }
      if let body = body(endingAt: bodyStart, floor: floor) {
        return Post(
          span: Span(body.span.start, rank.end), title: Span(bodyStart, rank.end), kind: kind, target: body.entity,
          isAnchored: true)
      }
      // 新区党工委书记: the only zone of that kind.
      if words.zoneCommittees.longestMatch(in: text, endingAt: start, limit: bodyStart)?.start == bodyStart,
        let (zone, from) = onlyZone(endingAt: bodyStart, floor: floor)
      {
        return Post(
          span: Span(from, rank.end), title: Span(bodyStart, rank.end), kind: kind, target: zone, isAnchored: true)
      }
      // 甲镇第十八届人大主席: the term stands between place and body.
      if let place = placeBeforeTerm(endingAt: bodyStart, floor: floor) {
        // 政协甲县第十届委员会主席
        let isConference = words.titleBodies.longestMatch(in: text, endingAt: place.span.start, limit: floor) != nil
        // 甲县第十八届人民代表大会常务委员会主任: an assembly that is named in full keeps its term.
        let isFull = start - bodyStart > 5
        return Post(
          span: Span(isConference ? place.span.start - 2 : place.span.start, rank.end),
          title: Span(
            isConference ? start : place.isBare ? place.span.start : isFull ? place.span.end : bodyStart, rank.end),
          kind: kind,
          target: place.region ?? place.level.flatMap { region(ofLevel: $0) }, level: place.level, isAnchored: true)
      }
      if let place = places.prefix(endingAt: bodyStart, floor: floor) {
        // 甲县政府副县长: the rank tells the region by itself; of 县政府副县长 nothing is left out.
        if kind.contains(.region), !place.isBare, words.governments.contains(text[Span(bodyStart, start)]) {
          return regional(place, titleAt: start, rank: rank, kind: kind)
        }
        return regional(place, bodyAt: bodyStart, hasBody: true, rank: rank, kind: kind)
      }
      // 甲市政协港澳台侨委员会副主任: a committee of an assembly.
      if let (place, body) = department(before: start, rank: rank, floor: floor) {
        return regional(place, bodyAt: body, hasBody: true, rank: rank, kind: kind)
      }
      if start - bodyStart > 1 {
        // 政府副县长: the rank tells the level of a government that stands without one.
        let isGovernments = kind.contains(.region) && words.governments.contains(text[Span(bodyStart, start)])
        let level = isGovernments ? text.string(Span(rank.start, rank.start + 1)) : nil
        return Post(
          span: Span(bodyStart, rank.end), title: Span(bodyStart, rank.end), kind: kind,
          target: labelled(bodyStart, floor: floor) ?? region(ofBody: bodyStart)
            ?? level.flatMap { region(ofLevel: $0) },
          level: level, isAnchored: true)
      }
    }
    // 甲公司食堂经理: what of the company somebody manages.
    if let (body, from) = companyBeforeWork(endingAt: start, rank: rank, floor: floor) {
      return Post(
        span: Span(body.span.start, rank.end), title: Span(from, rank.end), kind: kind, target: body.entity,
        isAnchored: true)
    }
    // 黑龙江省长: name and post share the level word.
    if kind.contains(.region), start == rank.start,
      let place = context.mentions(of: "Region", in: Span(max(floor, rank.start - 8), rank.start + 1)).last,
      place.span.end == rank.start + 1, place.span.start < rank.start
    {
      return Post(
        span: Span(place.span.start, rank.end), title: rank, kind: kind, target: place.entity,
        level: text.string(Span(rank.start, rank.start + 1)), isAnchored: true)
    }
    if let place = places.prefix(endingAt: start, floor: floor), !isGivenName(place, floor: floor) {
      return regional(place, bodyAt: start, hasBody: false, rank: rank, kind: kind)
    }
    if let (place, body) = department(before: start, rank: rank, floor: floor) {
      return regional(place, bodyAt: body, hasBody: true, rank: rank, kind: kind)
    }
    if let place = placeOfCommand(before: start, rank: rank, floor: floor) {
      return regional(place, bodyAt: place.span.end, hasBody: true, rank: rank, kind: kind)
    }
    let level = kind.contains(.region) ? text.string(Span(rank.start, rank.start + 1)) : nil
    return Post(
      span: Span(start, rank.end), title: Span(silent(start), rank.end), kind: kind,
      target: labelled(start, floor: floor) ?? level.flatMap { region(ofLevel: $0) }, level: level, isAnchored: false)
  }

  /// 王安泽副主任: whether what is also a place's short name, of a place that is nowhere else in the document, has a surname
  /// before it.
  private func isGivenName(_ place: PlacePrefix, floor: Int) -> Bool {
    let start = place.span.start - 1
    guard place.level == nil, !place.isBare, place.span.count == 2, start >= floor,
      !"于向从和同对与由".unicodeScalars.contains(text[start]),
      NameModel.embedded.hasUsualSurname(text, at: start),
      start == 0 || !text[start - 1].isHan || bodies[start] != nil
        || lattice.token(at: start - 1).span.end == start
    else { return false }
    return place.region.map { region in context.mentions(of: "Region").count { $0.entity == region } == 1 } ?? true
  }

  /// A post of a region: the level word stays in the title (宿迁市委书记 → 市委书记), except where the rank repeats it
  /// (石泉县县长 → 县长).
  private func regional(
    _ place: PlacePrefix, bodyAt body: Int, hasBody: Bool, rank: Span, kind: RankKind
  ) -> Post {
    var title = body
    // 甲县副书记, 县招商大使: the level word is the place's alone.
    let isPlain =
      text[rank].suffix(2).elementsEqual("大使".unicodeScalars)
      || !place.isBare && !hasBody && text[rank].elementsEqual("书记".unicodeScalars)
        && (body == rank.start || body == rank.start - 1 && text[body] == "副")
    if let level = place.level, place.isBare && !isPlain || hasBody || !kind.contains(.region) && !isPlain {
      title = place.span.end - level.unicodeScalars.count
      // 黄冈市县领导: both levels are the title's.
      if let region = place.region, title > place.span.start, levels.contains(text[title - 1]),
        text[title - 1] != text[title],
        context.name(of: region).unicodeScalars.last == context.text[title - 1]
      {
        title -= 1
      }
    }
    return Post(
      span: Span(place.span.start, rank.end), title: Span(title, rank.end), kind: kind,
      target: kind.contains(.national)
        ? nil : homeOfOwn(place) ?? place.region ?? place.level.flatMap { region(ofLevel: $0) },
      level: place.level, isAnchored: true)
  }

  /// The home region, where 我 before a level word says that it is meant (我市市委书记).
  private func homeOfOwn(_ place: PlacePrefix) -> EntityID? {
    guard place.isBare, let level = place.level, let home = context.deixis.home, context.name(of: home).hasSuffix(level)
    else { return nil }
    var start = place.span.start
    if start > 1, text[start - 1] == text[start] { start -= 1 }
    return start > 0 && text[start - 1] == "我" ? home : nil
  }

  /// The place before 第十八届 that ends at a position.
  private func placeBeforeTerm(endingAt end: Int, floor: Int) -> PlacePrefix? {
    guard end - 2 > floor, text[end - 1] == "届" else { return nil }
    return termStart(endingAt: end, floor: floor).flatMap { places.prefix(endingAt: $0, floor: floor) }
  }

  /// Where 第二届 begins that ends at a position, the council of that term behind it included.
  private func termStart(endingAt end: Int, floor: Int) -> Int? {
    let session = words.councils.longestMatch(in: text, endingAt: end, limit: floor)?.start ?? end
    guard session - 2 > floor, text[session - 1] == "届" else { return nil }
    var start = session - 1
    while start > floor, ChineseNumeral.isOrdinal(text[start - 1]) { start -= 1 }
    let isNumbered = start < session - 1
    if start > floor,
      isNumbered ? "第新".unicodeScalars.contains(text[start - 1]) : "首本".unicodeScalars.contains(text[start - 1])
    {
      start -= 1
    }
    return start < session - 1 ? start : nil
  }

  /// The place with which the item begins that tells what a commander commands: 县 in 县防汛抢险工作总指挥.
  private func placeOfCommand(before start: Int, rank: Span, floor: Int) -> PlacePrefix? {
    guard words.commanders[text[rank]] != nil else { return nil }
    var item = start
    while item > floor, start - item <= Self.longestCommand, text[item - 1].isHan { item -= 1 }
    guard start - item >= 3, start - item <= Self.longestCommand else { return nil }
    return (item + 1..<start).lazy.compactMap { self.places.prefix(endingAt: $0, floor: item) }.first {
      $0.span.start == item
    }
  }

  /// The longest name of what somebody commands, in scalars.
  private static let longestCommand = 18

  /// The place and the leading body of whose department a post is: 县人大常委会 in 县人大常委会选联工委主任.
  private func department(before start: Int, rank: Span, floor: Int) -> (place: PlacePrefix, body: Int)? {
    let isBody = text[rank.start] == "工" || start > floor && Self.departments.contains(text[start - 1])
    guard isBody, start - 2 > floor else { return nil }
    for end in stride(from: start - 1, through: max(floor, start - Self.longestCommittee), by: -1) {
      guard text[end].isHan else { return nil }
      guard let body = words.titleBodies.longestMatch(in: text, endingAt: end, limit: floor), end - body.start >= 2
      else {
        continue
      }
      if let place = places.prefix(endingAt: body.start, floor: floor) { return (place, body.start) }
    }
    return nil
  }

  /// The body, company or zone before a department that ends at a position, and where the department begins.
  func bodyBeforeDepartment(endingAt end: Int, floor: Int) -> (body: Mention, start: Int)? {
    guard end - 2 > floor, Self.offices.contains(text[end - 1]) else { return nil }
    for start in stride(from: end - 2, through: max(floor + 2, end - Self.longestDepartment), by: -1) {
      guard text[start].isHan else { return nil }
      if let body = body(endingAt: start, floor: floor) {
        // 甲局和乙处: two bodies; 甲银行乙分行丙处: another body between.
        let isOther = "和与及".unicodeScalars.contains(text[start]) || Self.branches.occurs(in: text, Span(start, end))
        return isOther ? nil : (body, start)
      }
    }
    return nil
  }

  private static let branches = WordTrie(words: ["分行", "支行", "总行", "公司", "分局", "集团"])

  /// The longest name of a department behind its body, in scalars.
  private static let longestDepartment = 12

  /// The company before what somebody manages of it, and where that begins: 食堂 in 甲公司食堂经理.
  private func companyBeforeWork(endingAt end: Int, rank: Span, floor: Int) -> (body: Mention, start: Int)? {
    guard words.managers[text[rank]] != nil, end - 2 > floor else { return nil }
    for start in stride(from: end - 1, through: max(floor + 2, end - Self.longestWork), by: -1) {
      guard text[start].isHan, !"和与及的等、兼".unicodeScalars.contains(text[start]) else { return nil }
      guard let body = body(endingAt: start, floor: floor) else { continue }
      let work = Span(start, end)
      guard body.type == "Enterprise", work.count >= 2, context.mentions(of: "Region", in: work).isEmpty,
        work.count >= 4 || Lexicon.entry(text[work]) != nil
      else { return nil }
      return (body, start)
    }
    return nil
  }

  /// The longest name of what of a company somebody manages, in scalars.
  private static let longestWork = 7

  /// The only zone of the document whose name ends with the word before a position (新区 for 某某新区), and where that begins.
  private func onlyZone(endingAt end: Int, floor: Int) -> (zone: EntityID, start: Int)? {
    guard let word = words.zoneKinds.longestMatch(in: text, endingAt: end, limit: floor),
      word.start == 0 || !text[word.start - 1].isHan
    else { return nil }
    let kind = text[Span(word.start, end)]
    let fitting = Set(
      zones.values.lazy.filter {
        $0.span.count > kind.count && self.text[$0.span].suffix(kind.count).elementsEqual(kind)
      }
      .map(\.entity))
    return fitting.count == 1 ? fitting.first.map { ($0, word.start) } : nil
  }

  /// Where a bracket opens that closes at a position and holds another name: (商会).
  private func bracketStart(endingAt end: Int, floor: Int) -> Int? {
    guard end - 2 > floor, text[end - 1] == ")" else { return nil }
    let open = (max(floor, end - 8)..<end - 1).last { text[$0] == "(" }
    return open.flatMap { text[Span($0 + 1, end - 1)].allSatisfy(\.isHan) ? $0 : nil }
  }

  /// The region named before a colon that ends at a position (甲乡:党委书记).
  private func labelled(_ start: Int, floor: Int) -> EntityID? {
    guard start - 1 > floor, text[start - 1] == ":" else { return nil }
    return places.prefix(endingAt: start - 1, floor: floor)?.region
  }

  /// The longest name of an assembly's committee, in scalars.
  private static let longestCommittee = 16

  /// Characters with which departments of bodies and companies end.
  private static let offices: ScalarSet = "科处部室组系庭"

  /// Characters with which departments of a leading body end.
  private static let departments: ScalarSet = "委室办会组处"

  /// A post whose title stands without the place and the body before it.
  private func regional(_ place: PlacePrefix, titleAt start: Int, rank: Span, kind: RankKind) -> Post {
    Post(
      span: Span(place.span.start, rank.end), title: Span(silent(start), rank.end), kind: kind,
      target: place.region ?? place.level.flatMap { region(ofLevel: $0) }, level: place.level, isAnchored: true)
  }

  /// The region of a body that begins with its level: 行署, 街道办事处.
  private func region(ofBody start: Int) -> EntityID? {
    switch text[start] {
    case "行": places.region(ofLevel: "地区")
    case "街": region(ofLevel: "街道")
    default: nil
    }
  }

  /// The region that a level word points to: that of the document's own, else for towns the only one that is named.
  private func region(ofLevel level: String) -> EntityID? {
    if let region = places.region(ofLevel: level) { return region }
    guard ["镇", "乡", "街道", "苏木", "村", "社区", "嘎查"].contains(level) else { return nil }
    let named = Set(
      context.mentions(of: "Region").lazy.map(\.entity).filter { self.context.name(of: $0).hasSuffix(level) })
    return named.count == 1 ? named.first : nil
  }

  /// The body whose name ends inside a rank that holds its last word too, and where the title begins: 局长 of 工信科技局长,
  /// 主任 of 某办事处主任.
  private func bodyInside(_ rank: Span, floor: Int) -> (body: Mention, title: Int)? {
    for end in stride(from: rank.end - 1, to: rank.start, by: -1) {
      guard let body = body(endingAt: end, floor: floor), body.type == "Organization", body.span.start < rank.start
      else {
        continue
      }
      if let from = [end, end - 1].first(where: { words.ranks[text[Span($0, rank.end)]] != nil }) {
        return (body, from)
      }
    }
    return nil
  }

  /// A body, company or zone whose name ends at a position and that is not the leading body of a region.
  private func body(endingAt end: Int, floor: Int) -> Mention? {
    guard let mention = bodies[end], mention.span.start >= floor else { return nil }
    if mention.type == "Organization", isLeading(mention) { return nil }
    return mention
  }

  /// Whether a body is the committee that runs a zone that is known.
  private func isRun(_ body: Mention) -> Bool {
    guard body.type == "Organization",
      let ending = words.committees.longestMatch(in: text, endingAt: body.span.end, limit: body.span.start)
    else { return false }
    return zones[ending.start] != nil
  }

  /// Whether a body is the committee, government, congress or CPPCC of a region.
  func isLeading(_ mention: Mention) -> Bool {
    guard let ending = words.leadingBodies.longestMatch(in: text, endingAt: mention.span.end, limit: mention.span.start)
    else { return false }
    return placeOfLeading(mention, before: ending.start)?.span.start == mention.span.start
  }

  /// The place with which a leading body begins, the term of an assembly behind it or not.
  private func placeOfLeading(_ mention: Mention, before end: Int) -> PlacePrefix? {
    places.prefix(endingAt: end, floor: mention.span.start)
      ?? placeBeforeTerm(endingAt: end, floor: mention.span.start)
  }

  /// The region of a leading body.
  func region(ofLeading mention: Mention) -> EntityID? {
    guard let ending = words.leadingBodies.longestMatch(in: text, endingAt: mention.span.end, limit: mention.span.start)
    else { return nil }
    let place = placeOfLeading(mention, before: ending.start)
    return place?.region ?? place?.level.flatMap { places.region(ofLevel: $0) }
  }

  /// The body, company or zone whose name ends at a position.
  func mention(endingAt end: Int) -> Mention? { bodies[end] }

  /// Leaves out what before a title is no part of it (时任, 现任).
  private func silent(_ start: Int) -> Int {
    var start = start
    while let match = words.silentModifiers.longestMatch(in: text, at: start) { start = match.end }
    return start
  }
}
