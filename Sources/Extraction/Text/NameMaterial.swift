import GraphModel
import LexiconTables

/// Knows which words can stand inside names of bodies, companies and zones, and so how far a name runs on to the left.
public struct NameMaterial: Sendable {
  private static let naming = WordLists(
    EmbeddedFile(tupu_lexicon_naming(), count: tupu_lexicon_naming_count()))
  private static let leads = naming.words("lead")
  /// A verb of this cost or more is likelier a part of a coined name.
  private static let rareVerb: UInt8 = 46
  private static let inside = naming.words("inside")
  private static let outside = naming.words("outside")
  private static let fields = naming.words("field")

  private let text: ScalarText
  private let words: WordLattice
  /// For each position where the longest region that ends there begins, and where the longest that begins there ends; -1
  /// where there is none.
  private var regionStarts: [Int32]
  private var regionEnds: [Int32]

  /// Looks at a document's folded text.
  public init(_ context: ExtractionContext) {
    text = context.folded
    words = context.words
    regionStarts = Array(repeating: -1, count: text.count + 1)
    regionEnds = regionStarts
    for span in context.mentions(of: "Region").map(\.span)
    where span.count >= 2 && !Self.pronouns.contains(text[span.start]) {
      let known = regionStarts[span.end]
      regionStarts[span.end] = known < 0 ? Int32(span.start) : min(Int32(span.start), known)
      regionEnds[span.start] = max(Int32(span.end), regionEnds[span.start])
    }
  }

  /// (记者某): what stands before it is no part of the name behind.
  private static let bylines = WordTrie(words: ["记者", "通讯员", "本报", "特约", "实习"])
  private static let pronouns: ScalarSet = "我全本该"
  /// Characters that make a noun or another verb with 作: 合作, 工作, 写作.
  private static let beforeMaking: ScalarSet = "合协写创工动著劳制操"

  /// Whether the verb of a report stands right before a position, so that no name reaches over it: 会长王一鸣作|商会工作报告.
  public func isReportVerb(before end: Int) -> Bool {
    end > 1 && text[end - 1] == "作" && !Self.beforeMaking.contains(text[end - 2])
  }

  /// The first position of the stretch of name material that ends before a position.
  ///
  /// - Parameters:
  ///   - end: where the material ends, as the start of `有限公司`.
  ///   - limit: how many scalars it may have.
  ///   - floor: a position that it does not cross.
  public func start(before end: Int, limit: Int = 24, floor: Int = 0) -> Int {
    var start = end
    let lowest = max(floor, end - limit)
    while start > lowest {
      if let region = regionStart(endingAt: start), region >= lowest {
        start = region
        continue
      }
      if isDateOrCount(endingAt: start) { break }
      if text[start - 1] == ")" {
        guard let open = opening(before: start - 1, floor: lowest),
          Self.bylines.longestMatch(in: text, at: open + 1) == nil
        else { break }
        start = open
        continue
      }
      let token = words.token(at: start - 1)
      let from = token.span.start
      // 甲某和|县产业园: the word list knows a 和县, the document does not.
      if token.wordClass == .place, token.span.count == 2, text[from] == "和" {
        start = max(lowest, min(start, from + 1))
        break
      }
      guard from >= lowest, isMaterial(token, from: from, to: start) else {
        guard start < end, isCoinedHead(endingAt: start), start - 2 >= lowest else { break }
        start -= 2
        continue
      }
      start = from
    }
    // 我区|新乡立白: the pronoun is outside, so is its level word.
    if start > 0, start < end, Self.pronouns.contains(text[start - 1]),
      "省市县区州旗镇乡".unicodeScalars.contains(text[start])
    {
      start += 1
    }
    return start
  }

  private func isPlace(endingAt end: Int) -> Bool {
    guard end > 0 else { return false }
    let token = words.token(at: end - 1)
    return token.wordClass == .place && token.span.end == end
  }

  /// 、金都|开发区: two single characters between a mark and the material are a coined word, whatever the second is alone.
  private func isCoinedHead(endingAt end: Int) -> Bool {
    guard end >= 2, text[end - 1].isHan, text[end - 2].isHan,
      end == 2 || text[end - 3] == "了" || !text[end - 3].isHan && !text[end - 3].isLatinOrDigit
        || regionStart(endingAt: end - 2) != nil
        || isPlace(endingAt: end - 2)
    else { return false }
    let first = words.token(at: end - 2)
    return words.token(at: end - 1).span.count == 1 && first.span.count == 1 && first.wordClass != .function
      && !text[Span(end - 2, end)].contains { "在由和与及对向从到为是有赴来至将等的了要".unicodeScalars.contains($0) }
  }

  /// 6日 and 256家 stand before names, never inside them.
  private func isDateOrCount(endingAt end: Int) -> Bool {
    guard end >= 2 else { return false }
    let before = text[end - 2]
    switch text[end - 1] {
    case "年", "月", "日": return ("0"..."9").contains(before)
    case "元": return before == "亿" || before == "万"
    case "家", "个", "名", "位", "批": return ("0"..."9").contains(before) || "多余几".unicodeScalars.contains(before)
    default: return false
    }
  }

  /// Whether a word can stand inside a name.
  public func isMaterial(_ token: WordLattice.Token, from: Int, to: Int) -> Bool {
    let scalar = text[from]
    guard scalar.isHan else { return scalar.isLatinOrDigit || scalar == "·" || scalar == "-" }
    let word = text[Span(from, to)]
    if Self.outside[word] != nil {
      // 企业管理: with what follows it is a field of work.
      return Self.fields.longestMatch(in: text, at: from).map { $0.end > to } ?? false
    }
    switch token.wordClass {
    case .noun, .place, .unknown, .number, .post: return true
    case .verb, .function:
      if word.count == 1 || Self.inside[word] != nil { return true }
      // 经济发展, 工程建设: a verb with its field before it.
      if word.count >= 4, Self.inside[word.suffix(2)] != nil { return true }
      return token.wordClass == .verb && (Lexicon.entry(word)?.cost ?? .max) >= Self.rareVerb
    }
  }

  /// Whether a word stands outside names.
  public func isOutside(_ word: Span) -> Bool { Self.outside[text[word]] != nil || Self.leads[text[word]] != nil }

  /// Whether a verb is one that stands inside names (服务, 加工).
  public func isNaming(_ verb: Span) -> Bool { Self.isNaming(text[verb]) }

  /// Whether a verb is one that stands inside names (服务, 加工).
  public static func isNaming(_ verb: ArraySlice<Unicode.Scalar>) -> Bool {
    inside[verb] != nil || verb.count >= 4 && inside[verb.suffix(2)] != nil
  }

  /// Where the region that ends at a position begins, where one does.
  public func regionStart(endingAt end: Int) -> Int? {
    guard regionStarts.indices.contains(end), regionStarts[end] >= 0 else { return nil }
    return Int(regionStarts[end])
  }

  /// Where the region ends that begins at a position, where one does.
  public func placeEnd(from start: Int) -> Int? {
    guard regionEnds.indices.contains(start), regionEnds[start] >= 0 else { return nil }
    return Int(regionEnds[start])
  }

  /// Whether a stretch holds only words that lead up to a name (走访了, 加快建设), none of them part of it.
  public func isLead(from start: Int, to end: Int) -> Bool {
    var position = start
    while position < end {
      let token = words.token(at: position)
      // 建|好 are two words here, 建好 leads up to a name.
      if let lead = Self.leads.longestMatch(in: text, at: position, limit: end), lead.end > token.span.end {
        position = lead.end
        continue
      }
      guard token.span.end <= end else { return false }
      let word = text[Span(position, token.span.end)]
      let isLead =
        [.verb, .function, .post].contains(token.wordClass) || Self.leads[word] != nil || Self.outside[word] != nil
      guard isLead else { return false }
      position = token.span.end
    }
    return true
  }

  /// The start of a name after the words at its head that only lead up to it.
  public func trimmed(_ start: Int, before end: Int) -> Int {
    var start = start
    while start < end, regionEnds[start] < 0 {
      let token = words.token(at: start)
      guard token.span.start == start, token.span.end < end else { break }
      // 规划建设|甲新城: two verbs that lead up to the name together.
      if let lead = Self.leads.longestMatch(in: text, at: start, limit: end - 1), lead.end - token.span.end >= 2,
        words.boundaryExcess(at: lead.end) <= 0
      {
        start = lead.end
        continue
      }
      let word = text[token.span]
      // 市|来紫竹高新区: a verb of going in mid-sentence; after a mark it may begin a coined name.
      let isGoing =
        token.span.count == 1 && start > 0 && text[start - 1].isHan
        && "来赴到至在由对向从为把被与和及等了有经看听好入驻应".unicodeScalars.contains(text[start])
      let isLead =
        token.wordClass == .verb && token.span.count >= 2 && Self.inside[word] == nil || token.wordClass == .post
        || Self.leads[word] != nil && (token.span.count > 1 || start > 0 && text[start - 1].isHan) || isGoing
      guard isLead else { break }
      start = token.span.end
    }
    return start
  }

  private func opening(before close: Int, floor: Int) -> Int? {
    var position = close
    while position > floor, close - position <= 10 {
      position -= 1
      if text[position] == "(" { return position }
      if !text[position].isHan, !text[position].isLatinOrDigit { return nil }
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether this is an ASCII letter or digit (full-width ones are folded to them).
  @inlinable public var isLatinOrDigit: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
