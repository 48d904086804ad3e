import Extraction
import GraphModel

/// Why a stretch is taken for a name.
enum NameAnchor: String {
  case post = "person.after-post"
  case beforePost = "person.before-post"
  case givenBeforePost = "person.given-name-before-post"
  case list = "person.in-list"
  case clause = "person.acts"
  case byline = "person.byline"
  case beforeVerb = "person.before-appointing-verb"
  case role = "person.after-role"
  case transcribed = "person.transcribed"
  case cited = "person.cited"
  case elsewhere = "person.seen-elsewhere"
}

/// A stretch that is a name.
struct NameHit {
  var span: Span
  var anchor: NameAnchor
  /// How much dearer the text is with it, in quarters of nats; the lower, the surer.
  var score: Int32
}

/// A name as it may run from a position.
struct NameOption {
  var span: Span
  var score: Int32
  /// Whether what follows leaves no doubt that the name ends here.
  var isSolid: Bool
}

/// Weighs stretches of one document as names. An object, since it is asked at every turn.
final class NameWeigher {
  let text: ScalarText
  let lattice: WordLattice
  let model = NameModel.embedded
  let words = PeopleWords.embedded
  /// Spans of bodies, companies and zones, in which no person stands.
  let occupied: SpanSet
  /// Spans of regions, in which a person seldom stands.
  let regions: SpanSet
  /// How many places of the document say surely that a form is a name.
  var support = NameCounts()

  private let trace: ExtractionTrace?
  /// Room for the surnames of a position, the same for all.
  private var surnames: [(end: Int, cost: Int32)] = []
  /// Whether a point stands anywhere in the text.
  private let hasPoints: Bool

  init(_ context: ExtractionContext) {
    trace = context.trace
    text = context.folded
    hasPoints = !context.places(of: "·").isEmpty
    lattice = context.words
    var occupied = SpanSet(count: text.count)
    for mention in context.mentions(of: ["Organization", "Enterprise", "Zone"]) { occupied.insert(mention.span) }
    var regions = SpanSet(count: text.count)
    for mention in context.mentions(of: "Region") { regions.insert(mention.span) }
    self.occupied = occupied
    self.regions = regions
  }

  /// Characters with which posts end.
  static let rankEnds: ScalarSet = "长记任席员理事"
  private static let marks: ScalarSet = "、,。;:)\n "
  private static let levelsOfPlaces: ScalarSet = "区县市镇乡州旗"
  private static let going: ScalarSet = "来赴到在"
  private static let levelsOfLastPlaces: ScalarSet = "乡县市旗"
  private static let joints: ScalarSet = "和与及"
  private static let connectives: ScalarSet = "和及以向对"
  /// The cost of a character that is not usual in transcribed names, at the end of one.
  private static let unusualLast: Int32 = 36

  /// A name's form: its folded text without blanks.
  func form(_ span: Span) -> String { ScalarText.string(scalars(span)) }

  /// The scalars of a name's form.
  func scalars(_ span: Span) -> ArraySlice<Unicode.Scalar> {
    let name = text[span]
    guard name.contains(where: { $0 == " " || $0 == "?" }) else { return name }
    return ArraySlice(name.filter { $0 != " " }.map { $0 == "?" ? "·" : $0 })
  }

  /// What follows a position, for or against a name's end there.
  func follow(_ end: Int) -> (bonus: Int32, isSolid: Bool) {
    guard end < text.count else { return (-20, true) }
    let scalar = text[end]
    if scalar == "·" { return (60, false) }
    if !scalar.isHan { return scalar.isLatinOrDigit && !isDate(end) ? (0, false) : (-20, true) }
    let after = words.afterName.longestMatch(in: text, at: end).map { $0.end - end } ?? 0
    if after >= 2 { return (-16, true) }
    // 到|会 begins like a preposition.
    if let close = words.listClose.longestMatch(in: text, at: end), close.end - end > after { return (-12, true) }
    if after == 1 { return (-6, false) }
    if words.roles.longestMatch(in: text, at: end) != nil { return (-10, true) }
    if isBeforeRank(end) { return (-10, true) }
    return (0, false)
  }

  /// 主任甲某3月5日来到: whether a day stands at a position, behind no word that leads up to it.
  private func isDate(_ start: Int) -> Bool {
    guard start > 0, !Self.beforeDates.contains(text[start - 1]) else { return false }
    var end = start
    while end < text.count, end - start < 4, ("0"..."9").contains(text[end]) { end += 1 }
    return end > start && end < text.count && "月日".unicodeScalars.contains(text[end])
  }

  private static let beforeDates: ScalarSet = "为从自于至到在以将"

  /// The score of a stretch as a name that ends as it does; nil where it cannot be one, or would be dearer than a limit.
  ///
  /// - Parameter isSure: whether what stands beside it says that it is a name, though it begins with a word that is none.
  func score(_ span: Span, cost: Int32, limit: Int32 = .max, isSure: Bool = false) -> Int32? {
    guard span.end <= text.count else { return nil }
    if limit < .max, lattice.excess(of: span, cost: cost) > limit { return nil }
    if occupied.overlaps(span), !isFounder(span) { return lost(span, .occupied) }
    if let other = words.notNames.longestMatch(in: text, at: span.start, limit: span.end),
      !isSure || other.end == span.end
        || span.end < text.count && text[span.end].isHan && !follow(span.end).isSolid
    {
      return lost(span, .excluded)
    }
    if words.afterName[text[span]] != nil { return lost(span, .excluded) }
    // 发言人周三表示: a day of the week, but 周一青.
    if span.count == 2, text[span.start] == "周", "一二三四五六日".unicodeScalars.contains(text[span.start + 1]) {
      return lost(span, .excluded)
    }
    // 代市长甲某与|代表团座谈
    if span.count > 2, text[span.end - 1] == "与", span.end < text.count, text[span.end].isHan {
      return lost(span, .excluded)
    }
    // 补选甲某某为副会长
    if span.count > 3, text[span.end - 1] == "为", isBeforeRank(span.end) { return lost(span, .excluded) }
    // 副司长甲某为团长: the verb between a name and its next post is no part of the name.
    if span.count > 2, span.start > 0, Self.rankEnds.contains(text[span.start - 1]),
      text[span.end - 1] == "为" || text[span.end - 1] == "任", isBeforeRank(span.end)
    {
      return lost(span, .excluded)
    }
    // 甲某来|某医院考评
    if span.count > 2, text[span.end - 1] == "来", span.end < text.count, text[span.end].isHan,
      words.afterName.longestMatch(in: text, at: span.end).map({ $0.end == span.end + 1 }) ?? true,
      !"说讲在等".unicodeScalars.contains(text[span.end])
    {
      return lost(span, .excluded)
    }
    // 县委书记甲某某和|客商座谈, 县长乙某某以|党员身份
    if span.count == 4, Self.connectives.contains(text[span.end - 1]), span.end < text.count,
      text[span.end].isHan, words.nameParts[text[Span(span.end - 2, span.end)]] == nil,
      model.hasUsualSurname(text, at: span.start)
    {
      return lost(span, .excluded)
    }
    // 金石社区书记
    if words.localities.longestMatch(in: text, at: span.end) != nil { return lost(span, .otherKind) }
    // 书记黄河致|欢迎辞
    if span.count > 2, text[span.end - 1] == "致", span.end < text.count,
      "欢辞词开答闭贺".unicodeScalars.contains(text[span.end])
    {
      return lost(span, .excluded)
    }
    // 某某区党工委书记: the name of a place before its body.
    if span.end + 1 < text.count, Self.levelsOfPlaces.contains(text[span.end]),
      words.titleBodies.longestMatch(in: text, endingAt: min(text.count, span.end + 4), limit: span.end + 1) != nil
        || words.titleBodies.longestMatch(in: text, endingAt: min(text.count, span.end + 3), limit: span.end + 1) != nil
    {
      return lost(span, .excluded)
    }
    // 由团长: a surname's character before a post.
    if span.count > 2, words.ranks[text[Span(span.start + 1, span.end)]] != nil { return lost(span, .excluded) }
    var score = lattice.excess(of: span, cost: cost)
    // 甲某来|乙县调研: the verb stands before a place.
    if span.count > 2, Self.going.contains(text[span.end - 1]), span.end < text.count,
      regions.covers(span.end) || occupied.covers(span.end) || "我本".unicodeScalars.contains(text[span.end])
    {
      return lost(span, .excluded)
    }
    if regions.overlaps(span) {
      if regions.span(endingAt: span.end) == span, Self.levelsOfLastPlaces.contains(text[span.end - 1]) {
        return lost(span, .otherKind)
      }
      score += isPlaceGiven(span) ? 8 : 24
    }
    return score
  }

  /// 王乐平书记: whether the given name is nothing but the short name of a place.
  private func isPlaceGiven(_ span: Span) -> Bool {
    span.count == 3 && regions.span(endingAt: span.end) == Span(span.start + 1, span.end)
      && !"省市县区州旗乡镇村".unicodeScalars.contains(text[span.end - 1])
      && model.hasUsualSurname(text, at: span.start)
  }

  /// 学明医院公司董事长王学明: whether a name behind a post holds nothing else than the short name of what is called after it.
  func isFounder(_ span: Span) -> Bool {
    span.count == 3 && span.start > 0 && Self.rankEnds.contains(text[span.start - 1])
      && occupied.span(endingAt: span.end) == Span(span.start + 1, span.end)
      && !occupied.covers(span.start)
  }

  /// Whether a post begins at a position, maybe with 副 or the like before its rank.
  private func isBeforeRank(_ start: Int) -> Bool {
    if words.ranks.longestMatch(in: text, at: start) != nil { return true }
    return start < text.count && text[start] == "副" && words.ranks.longestMatch(in: text, at: start + 1) != nil
  }

  private func lost(_ span: Span, _ reason: LossReason) -> Int32? {
    trace?.lost("Person", at: span, rule: Self.rule, reason)
    return nil
  }

  /// The rule under which candidates that lose are noted.
  private static let rule = "person.name"

  /// The names that may start at a position, without some that are dearer than a limit.
  func options(at start: Int, limit: Int32 = .max, isSure: Bool = false) -> [NameOption] {
    guard start < text.count, text[start].isHan, !occupied.covers(start) else { return [] }
    var options: [NameOption] = []
    func add(_ span: Span, _ cost: Int32?) {
      guard let cost, let score = score(span, cost: cost, limit: limit, isSure: isSure) else { return }
      let (bonus, isSolid) = follow(span.end)
      options.append(NameOption(span: span, score: score + bonus, isSolid: isSolid))
    }
    var surnames = surnames
    self.surnames = []
    model.readSurnames(in: text, at: start, to: &surnames)
    defer { self.surnames = surnames }
    for (end, _) in surnames {
      for length in 1...(end == start + 1 ? 3 : 2) where end + length <= text.count {
        let span = Span(start, end + length)
        add(span, model.cost(of: span, in: text, surnames: surnames))
      }
      var given = end
      while given < text.count, given - end < 4, text[given] == " " { given += 1 }
      // 王 刚主持: a verb ends the name as a mark does.
      if given > end, given < text.count, text[given].isHan,
        given + 1 == text.count || !text[given + 1].isHan || follow(given + 1).isSolid
      {
        add(Span(start, given + 1), model.cost(of: ArraySlice(text[Span(start, end)] + [text[given]])).map { $0 + 12 })
        var second = given + 1
        while second < text.count, second - given < 4, text[second] == " " { second += 1 }
        if second > given + 1, second < text.count, text[second].isHan, !isSpacedName(at: second),
          second + 1 == text.count || !text[second + 1].isHan || follow(second + 1).isSolid
        {
          let name = ArraySlice(text[Span(start, end)] + [text[given], text[second]])
          add(Span(start, second + 1), model.cost(of: name))
        }
      }
    }
    for end in model.compounds(in: text, at: start) { add(Span(start, end), NameModel.compound) }
    addTranscribed(at: start, limit: limit, to: &options)
    return options
  }

  /// 王 刚 李 伟: whether a surname, blanks and a single character stand at a position, so that another name begins there.
  private func isSpacedName(at start: Int) -> Bool {
    guard start + 1 < text.count, text[start + 1] == " ", model.hasUsualSurname(text, at: start) else { return false }
    var given = start + 1
    while given < text.count, given - start < 4, text[given] == " " { given += 1 }
    return given < text.count && text[given].isHan && (given + 1 == text.count || !text[given + 1].isHan)
  }

  /// Adds the transcribed names that may start at a position: with points always, without them only from three characters on.
  private func addTranscribed(at start: Int, limit: Int32, to options: inout [NameOption]) {
    guard text[start] != "是" else { return }
    var end = start
    var lastPoint: Int?
    var point = start + 1
    while hasPoints, point < text.count, point - start < 8, text[point].isHan { point += 1 }
    let isPointed = hasPoints && point < text.count && text[point] == "·"
    if isPointed, isBehindWord(start, before: point) { return }
    while end < text.count, end - start < 20 {
      let scalar = text[end]
      if scalar == "·" || (scalar == "?" && end + 1 < text.count && model.isTranscription(text[end + 1])) {
        guard end > start, lastPoint != end - 1 else { break }
        lastPoint = end
        end += 1
        continue
      }
      let isNearPoint = lastPoint.map { end - $0 <= 1 } ?? isPointed
      guard scalar.isHan else { break }
      guard model.isTranscription(scalar) || isNearPoint else {
        // 甲·乙监|当选: the second character behind a point, before a verb.
        if let point = lastPoint, end - point == 2, follow(end + 1).isSolid,
          let cost = model.transcribedCost(text[Span(start, end)]),
          let score = score(Span(start, end + 1), cost: cost + Self.unusualLast - 60, limit: limit)
        {
          options.append(NameOption(span: Span(start, end + 1), score: score - 20, isSolid: true))
        }
        // A last character that is seldom transcribed, before a mark.
        if end - start >= 3, lastPoint == nil, end + 1 == text.count || Self.marks.contains(text[end + 1]),
          model.isGiven(scalar), let cost = model.transcribedCost(text[Span(start, end)]),
          let score = score(Span(start, end + 1), cost: cost + Self.unusualLast, limit: limit)
        {
          options.append(NameOption(span: Span(start, end + 1), score: score - 20, isSolid: true))
        }
        break
      }
      end += 1
      let length = end - start
      guard lastPoint.map({ end - $0 >= 2 }) ?? (length >= 2 && length <= 8) else { continue }
      let pointed = lastPoint != nil
      // 甲·乙丙|所作报告: a word of grammar ends no such name.
      if pointed, Self.neverLast.contains(scalar) { continue }
      let span = Span(start, end)
      guard
        let cost = model.transcribedCost(text[span])
          ?? (lastPoint.map { joinsUsualWords($0) } == false ? 120 : nil),
        let score = score(span, cost: pointed ? cost - 60 : cost, limit: limit)
      else { continue }
      var (bonus, isSolid) = follow(end)
      if pointed, !isSolid, end < text.count {
        if Self.neverLast.contains(text[end]) { bonus -= 12 } else if model.isTranscription(text[end]) { bonus += 16 }
      }
      options.append(NameOption(span: span, score: score + bonus, isSolid: isSolid))
    }
  }

  /// 奥运冠军甲·乙, 某市甲·乙: whether a usual word or a place begins at a position and ends before the point.
  private func isBehindWord(_ start: Int, before point: Int) -> Bool {
    if let place = regions.span(startingAt: start) { return place.end < point }
    let token = lattice.token(at: start)
    return token.span.start == start && token.span.count >= 2 && token.span.end < point
      && [.noun, .post].contains(token.wordClass) && !model.isPointedPart(text[token.span])
  }

  /// Characters with which no pointed name ends.
  private static let neverLast: ScalarSet = "的所是把被将也还就为边和与及在从"

  /// Whether usual words stand on a side of a point (千里江南·锦绣), all but those of which such names are made.
  func joinsUsualWords(_ point: Int) -> Bool {
    guard isUsualWord(at: point - 1) else { return isUsualWord(at: point + 1) && !isNamed(before: point) }
    // 赛|福鼎·艾则孜: one character before the word makes it a piece of a name.
    let word = lattice.token(at: point - 1).span
    guard word.start > 0, text[word.start - 1].isHan else { return true }
    // 活动是中国·某湖: a word of grammar is no piece of a name.
    if lattice.token(at: word.start - 1).wordClass == .function { return true }
    return isUsualWord(at: word.start - 1)
  }

  /// Whether what stands before a point is made of characters that are usual in transcribed names.
  private func isNamed(before point: Int) -> Bool {
    point >= 2 && model.isTranscription(text[point - 1]) && model.isTranscription(text[point - 2])
      && lattice.token(at: point - 1).span.count == 1
  }

  private func isUsualWord(at position: Int) -> Bool {
    guard position >= 0, position < text.count else { return false }
    let token = lattice.token(at: position)
    return token.span.count >= 2 && token.wordClass != .unknown && !model.isPointedPart(text[token.span])
  }

  /// The best name at a position, the document's other evidence included.
  func best(at start: Int, threshold: Int32) -> NameOption? {
    // 甲某、乙某、和丙某, 甲某书记和乙某省长: the word before the last of a list is no surname.
    if start > 0, text[start - 1] == "、" || Self.rankEnds.contains(text[start - 1]), start + 1 < text.count,
      Self.joints.contains(text[start]),
      model.hasUsualSurname(text, at: start + 1),
      let next = best(of: options(at: start + 1, limit: limit(threshold)), threshold: threshold), next.isSolid
    {
      return next
    }
    return best(of: options(at: start, limit: limit(threshold)), threshold: threshold)
  }

  /// What a name may cost at most that what follows it and the rest of the document can still bring below a threshold; no
  /// limit where every loser is to be told.
  private func limit(_ threshold: Int32) -> Int32 { trace == nil ? threshold + Self.mostHelp : .max }

  /// What follows a name takes off its score at most, together with what the document knows of it.
  private static let mostHelp: Int32 = 20 + 36

  /// Whether a name's end leaves a single character before a mark, or before what closes a list, which is more likely the
  /// name's last (朴昌|镇,; 方小|同等).
  private func leavesOne(_ end: Int) -> Bool {
    guard end + 1 < text.count, text[end].isHan else { return false }
    let next = text[end + 1]
    if next == "、" || next == "," || next == "。" || next == ";" {
      return model.isGiven(text[end]) && words.afterName[[text[end]]] == nil
    }
    if next == "等" {
      // 方小同等参加, but 甲某一等奖.
      guard let close = words.listClose.longestMatch(in: text, at: end + 1) else { return false }
      return close.end > end + 2 || close.end == text.count || !text[close.end].isHan
    }
    return words.roles.longestMatch(in: text, at: end + 1) != nil && lattice.token(at: end).span.count == 1
  }

  /// How much less likely a name is that leaves a single character that is no word before a verb, or between a post and a place,
  /// as in no sentence (周小|桥主持; 副市长李学|焦作了).
  private func costOfLetter(_ span: Span) -> Int32 {
    let end = span.end
    guard end + 1 < text.count, text[end].isHan,
      words.listClose.longestMatch(in: text, at: end) == nil, words.rarelyGiven[[text[end]]] == nil || isIdle(end),
      !Self.particles.contains(text[end])
    else { return 0 }
    if words.afterName.longestMatch(in: text, at: end) != nil { return isIdle(end) ? Self.letter : 0 }
    // 叶伟|达到会: two words of the list cross.
    if text[end + 1] == "到", end + 2 < text.count, "会场".unicodeScalars.contains(text[end + 2]) { return Self.letter }
    let token = lattice.token(at: end)
    if regions.covers(end) || token.span.start == end && token.wordClass == .place {
      return span.start > 0 && Self.rankEnds.contains(text[span.start - 1]) ? 60 : 0
    }
    guard token.span.start < end || token.span.count == 1 else { return 0 }
    if text[end + 1] == "等" { return Self.grades.contains(text[end]) ? 0 : Self.letter }
    guard words.afterName.longestMatch(in: text, at: end + 1) != nil,
      words.ranks.longestMatch(in: text, at: end) == nil
    else { return 0 }
    return Self.letter + (words.placeEndings.contains(text[end]) ? 24 : 0)
  }

  /// 谢兆任出席: whether a verb or preposition of one character governs nothing, since a verb stands right behind it.
  private func isIdle(_ position: Int) -> Bool {
    "任向".unicodeScalars.contains(text[position])
      && words.afterName.longestMatch(in: text, at: position)?.end == position + 1
      && (words.afterName.longestMatch(in: text, at: position + 1)?.end ?? 0) >= position + 3
  }

  /// What leaving a single character of a name over costs at most.
  private static let mostOfLetter: Int32 = 61
  /// What a name costs that cuts a verb of three characters.
  private static let longVerb: Int32 = 60
  /// What leaving a single character of a name over costs.
  private static let letter: Int32 = 36

  /// Characters that stand alone between a name and what somebody does.
  private static let particles: ScalarSet = "来赴到抵率带陪派并均再特共各其本该我先才未没所亲前后同今昨现"
  /// Characters that grade prizes before 等.
  private static let grades: ScalarSet = "一二三四五特优甲乙丙丁中上下高初次平"

  /// The score of a name with what the document knows of it and what it leaves over.
  private func scoreInDocument(_ option: NameOption) -> Int32 {
    let known = support[text[option.span]] - (option.isSolid ? 1 : 0)
    return option.score - Int32(12 * max(0, min(3, known))) + (leavesOne(option.span.end) ? 36 : 0)
  }

  /// The best of some options.
  func best(of options: [NameOption], threshold: Int32) -> NameOption? {
    var best: NameOption?
    for option in options {
      var option = option
      option.score = scoreInDocument(option)
      // 总裁甲某|派代表出席: a verb of three characters begins with the last character of the longer one.
      if option.span.count == 3,
        let verb = words.afterName.longestMatch(in: text, at: option.span.end - 1), verb.end >= option.span.end + 2
      {
        option.score += Self.longVerb
      }
      // The longer of two names takes the place of the one that would leave a character over.
      if option.span.count == 3,
        let short = options.first(where: { $0.span == Span(option.span.start, option.span.end - 1) })
      {
        let score = scoreInDocument(short)
        if option.score >= score, option.score - Self.mostOfLetter < score,
          option.score - costOfLetter(short.span) < score
        {
          option.score = score - 1
        }
      }
      if best == nil || option.score < best!.score { best = option }
    }
    guard let best else { return nil }
    if let trace {
      for option in options where option.span != best.span {
        trace.lost(
          "Person", at: option.span, rule: Self.rule, .dearer, score: Int(option.score), limit: Int(best.score))
      }
    }
    guard best.score <= threshold else {
      trace?.lost(
        "Person", at: best.span, rule: Self.rule, .unlikely, score: Int(best.score), limit: Int(threshold))
      return nil
    }
    return best
  }
}
