import Extraction
import GraphModel

/// Finds everything in a folded text that may name a region, and the place-words, in one pass.
struct RegionScanner {
  private let text: ScalarText
  private let gazetteer: Gazetteer
  private(set) var candidates: [RegionCandidate] = []
  private(set) var words = PlaceWords()
  private var fullEnd = 0
  /// Stems of towns in lists that say so.
  private var listedTowns: [RegionCandidate] = []

  init(_ text: ScalarText, gazetteer: Gazetteer) {
    self.text = text
    self.gazetteer = gazetteer
  }

  mutating func scan() {
    let text = self.text
    text.scalars.withUnsafeBufferPointer { scalars in scan(scalars) }
    settleOverlaps()
    if !listedTowns.isEmpty { addListedTowns() }
  }

  private mutating func scan(_ scalars: UnsafeBufferPointer<Unicode.Scalar>) {
    let roles = ScalarRoles.table
    roles.withUnsafeBufferPointer { roles in
      var position = 0
      while position < scalars.count {
        let value = Int(scalars[position].value)
        guard value < roles.count, value >= 0x3400 else {
          position += 1
          continue
        }
        if let match = gazetteer.longestMatch(in: scalars, at: position), !isWholePrefecture(position, match.end),
          !isConnective(position, match.end), !isOverlapped(match, at: position, in: scalars)
        {
          add(match, at: position)
          // A place-word needs the name before it to be known as such: 杭州|市委 against 杭州市|委.
          for inside in position..<match.end { smallPlace(at: inside) }
          position = match.end
          continue
        }
        let role = roles[value]
        if role != 0 { position = readRole(role, at: position) } else { position += 1 }
      }
    }
  }

  /// Reads what a scalar with a role may begin or end; the result is the position from which scanning goes on.
  private mutating func readRole(_ role: UInt8, at position: Int) -> Int {
    if role & ScalarRoles.suffix != 0 { smallPlace(at: position) }
    if role & ScalarRoles.level != 0 {
      words.read(text, at: position, afterName: candidates.last.map { $0.span.end == position } ?? false)
    } else if role & ScalarRoles.abbreviation != 0,
      let run = Abbreviations.run(in: text, at: position, gazetteer: gazetteer)
    {
      candidates += run
      return run.last?.span.end ?? position + 1
    }
    return position + 1
  }

  /// Looks back from the last character of a town's or a village's name.
  private mutating func smallPlace(at position: Int) {
    switch text[position] {
    case "镇", "乡":
      town(endingAt: position + 1)
      listTowns(closedAt: position)
    case "道" where position > 0 && text[position - 1] == "街": town(endingAt: position + 1)
    case "木" where position > 0 && text[position - 1] == "苏": town(endingAt: position + 1)
    case "村": village(endingAt: position + 1, suffix: 1)
    case "区" where position > 1 && text[position - 1] == "社": village(endingAt: position + 1, suffix: 2)
    default: break
    }
  }

  /// 全州 is a county, but far more often the whole of an autonomous prefecture.
  private func isWholePrefecture(_ start: Int, _ end: Int) -> Bool {
    end == start + 2 && text[start] == "全" && text[start + 1] == "州"
  }

  /// 甲某、乙某和县人大常委会: the connective and a level word, where no place, mark or preposition stands before them.
  private func isConnective(_ start: Int, _ end: Int) -> Bool {
    // 副县长唐新和县财政局: the name of a head, and the connective.
    if end == start + 3, start > 1, text[start + 1] == "和", text[start + 2] == "县",
      NameGuards.isBehindPost(start, text)
    {
      return true
    }
    // 招商局会同县财政局: the verb and a level word.
    if end == start + 3, start > 0, text[start] == "会", text[start + 1] == "同", text[start - 1].isHan {
      return !"省市州化南在到赴于来与及向往抵从".unicodeScalars.contains(text[start - 1])
    }
    guard end == start + 2, start > 0, text[start] == "和", text[start + 1] == "县", text[start - 1].isHan else {
      return false
    }
    return !"省市徽山在到赴于来与及向往抵从".unicodeScalars.contains(text[start - 1])
  }

  /// 来|从江|华瑶族自治县: a short form over the beginning of a full name.
  private func isOverlapped(
    _ match: Gazetteer.Match, at start: Int, in scalars: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Bool {
    guard match.end - start == 2, gazetteer.kind(match.form) == .short,
      let inner = gazetteer.longestMatch(in: scalars, at: start + 1)
    else { return false }
    return inner.end >= start + 5 && gazetteer.kind(inner.form) != .short
  }

  private mutating func add(_ match: Gazetteer.Match, at start: Int) {
    let kind = gazetteer.kind(match.form)
    var candidate = RegionCandidate(span: Span(start, match.end), kind: .form(match.form), form: kind)
    candidate.isCommon = match.isCommon && !isLed(start, match.end, kind)
    candidate.isInZone = kind == .short && NameGuards.isZone(after: match.end, text)
    candidate.isBracketed = NameGuards.isBracketed(candidate.span, text)
    candidate.isInsideName = NameGuards.isInsideName(candidate.span, isShort: kind == .short, text, gazetteer)
    candidates.append(candidate)
    if kind != .short, !match.isCommon { fullEnd = match.end }
  }

  /// 古县县委, 新县人民政府: a full name is meant where its level's body stands behind it.
  private func isLed(_ start: Int, _ end: Int, _ kind: FormKind) -> Bool {
    guard kind == .full, end + 1 < text.count, "县区市".unicodeScalars.contains(text[end - 1]) else { return false }
    if text[end] == text[end - 1] { return "委长政人领".unicodeScalars.contains(text[end + 1]) }
    return text[end] == "人" && text[end + 1] == "民" && end + 2 < text.count && text[end + 2] == "政"
  }

  // MARK: Towns

  private mutating func town(endingAt end: Int) {
    guard !TownShapes.isOtherWord(after: end, text) else { return }
    let limit = max(fullEnd, end - 8)
    var start = end
    while start > limit, text[start - 1].isHan { start -= 1 }
    guard end - start >= 2 else { return }
    var best: RegionCandidate?
    // The longest name wins, but one that begins inside another name is none.
    for from in start...(end - 2) {
      // 选出新镇长: a word before the post, no town.
      if end - from == 2, text[from] == "新", end < text.count, text[end] == "长" { continue }
      if TownShapes.isEveryday(Span(from, end), text) { continue }
      // 部分乡镇: the second half of a word.
      if text[from] == "分", from > 0, text[from - 1] == "部" { continue }
      let codes = gazetteer.towns.codes(text[Span(from, end)])
      if !codes.isEmpty {
        best = RegionCandidate(span: Span(from, end), kind: .town(codes))
        break
      }
    }
    // 甲镇和乙溪镇: what stands between the connective and the suffix is a town's name as well.
    if best == nil, let last = candidates.last, case .town = last.kind, last.span.end + 1 < end,
      "和与及".unicodeScalars.contains(text[last.span.end]), (3...5).contains(end - last.span.end - 1),
      TownShapes.isName(Span(last.span.end + 1, end), text)
    {
      best = RegionCandidate(span: Span(last.span.end + 1, end), kind: .town([]))
    }
    if best == nil, let from = TownShapes.start(endingAt: end, from: start, text) {
      best = RegionCandidate(span: Span(from, end), kind: .town([]))
    }
    if let best { candidates.append(best) }
  }

  /// Reads the stems of a list that closes with 等12个乡镇 or 等镇街: 甲林、乙溪、丙埠等乡镇.
  private mutating func listTowns(closedAt suffix: Int) {
    var end = suffix
    while end > 0, suffix - end < 6, Self.closing.contains(text[end - 1]) || text[end - 1].isLatinOrDigit { end -= 1 }
    guard end > 4, text[end - 1] == "等" else { return }
    end -= 1
    var found: [RegionCandidate] = []
    var unknown = 0
    while end > 1, found.count < 40, unknown <= found.count + 2 {
      var start = end
      while start > 0, end - start <= 4, text[start - 1].isHan, text[start - 1] != "和" { start -= 1 }
      let isInner = start > 0 && (text[start - 1] == "、" || text[start - 1] == "和")
      // What leads up to the first item stands before it without a mark.
      let starts = isInner ? [start] : [end - 3, end - 2].filter { $0 >= start }
      var item: RegionCandidate?
      for start in starts where item == nil { item = townStem(Span(start, end)) }
      // A town that no table knows is passed over.
      if let item { found.append(item) } else { unknown += 1 }
      guard isInner else { break }
      end = start - 1
    }
    // One stem alone may be anything.
    if found.count > 1 { listedTowns += found.reversed() }
  }

  private static let closing: ScalarSet = "一二三四五六七八九十多余个乡镇街道几各"

  /// A stretch as a town's name without its suffix.
  private func townStem(_ span: Span) -> RegionCandidate? {
    guard (2...4).contains(span.count) else { return nil }
    var names: [UInt32: String] = [:]
    for suffix in ["镇", "乡", "街道"] {
      let name = text.string(span) + suffix
      for code in gazetteer.towns.codes(name) where names[code] == nil { names[code] = name }
    }
    guard !names.isEmpty else { return nil }
    var candidate = RegionCandidate(span: span, kind: .town(names.keys.sorted()), isCommon: true)
    candidate.townNames = names
    return candidate
  }

  /// Puts the stems of lists in the places of what else they may be.
  private mutating func addListedTowns() {
    var taken = SpanSet(count: text.count)
    let spans = Set(listedTowns.map(\.span))
    for town in listedTowns { taken.insert(town.span) }
    candidates.removeAll { candidate in
      taken.overlaps(candidate.span)
        && (candidate.form == .short || spans.contains(candidate.span))
    }
    var kept = SpanSet(count: text.count)
    for candidate in candidates { kept.insert(candidate.span) }
    candidates += listedTowns.filter { !kept.overlaps($0.span) }
    candidates.sort { $0.span < $1.span }
  }

  private mutating func village(endingAt end: Int, suffix: Int) {
    var limit = max(fullEnd, end - suffix - 8)
    // 安丘下梓村 is in 安丘, but 西湖村 is no village of 西湖.
    for candidate in candidates.suffix(2) where candidate.span.end <= end - suffix - 2 || !isShortForm(candidate) {
      limit = max(limit, candidate.span.end)
    }
    guard let from = TownShapes.villageStart(endingAt: end, suffix: suffix, limit: limit, text) else { return }
    candidates.append(RegionCandidate(span: Span(from, end), kind: .village, isCommon: true))
  }

  private func isShortForm(_ candidate: RegionCandidate) -> Bool {
    if case .form = candidate.kind { return candidate.form == .short || candidate.isCommon }
    return false
  }

  /// Of overlapping candidates the one that says more stays: a town over the stem of a county that begins it.
  private mutating func settleOverlaps() {
    var kept: [RegionCandidate] = []
    kept.reserveCapacity(candidates.count)
    for candidate in candidates {
      while let last = kept.last, last.span.overlaps(candidate.span), candidate.span.start <= last.span.start {
        kept.removeLast()
      }
      if let last = kept.last, last.span.overlaps(candidate.span) { continue }
      kept.append(candidate)
    }
    candidates = kept
  }
}
