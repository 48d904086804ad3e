/// What a pattern's `<name>` stands for.
public enum PatternToken: Hashable, Sendable {
  /// A form of a word list, by the list's number in the pack.
  case list(Int)
  /// A mention of a label.
  case mention(String)
  /// A mention of any label.
  case anyMention
  /// A number in digits or Chinese numerals, with 万 and 亿.
  case number
  /// A number in digits or Chinese numerals without a fraction.
  case integer
  /// A number with the 万, 亿 behind it: 3.5亿.
  case amount
  /// A share: 5.3%, 百分之五, 3‰, 千分之三.
  case percent
  /// An ordinal: 第三, 第30.
  case ordinal
  /// A date of any form.
  case date
  /// A quotation with its marks.
  case quoted
  /// A title with its marks: 《…》.
  case title
  /// A word of the general reading of the text.
  case word
}

/// A pattern as it is written.
indirect enum PatternNode: Hashable, Sendable {
  /// One scalar, folded.
  case scalar(Unicode.Scalar)
  /// One scalar of some ranges, or of none of them.
  case set([ClosedRange<UInt32>], negated: Bool)
  /// A stretch of text read as a whole.
  case token(PatternToken)
  /// The beginning of what the pattern is matched in; takes up nothing.
  case start
  /// One after the other.
  case sequence([PatternNode])
  /// One of several.
  case alternatives([PatternNode])
  /// Some number of times; nil: without limit.
  case repetition(PatternNode, least: Int, most: Int?)
  /// A stretch that is known by a name.
  case capture(String, PatternNode)

  /// Number of states that it compiles to, at most `limit`.
  func size(limit: Int) -> Int {
    switch self {
    case .scalar, .set, .token, .start: return 1
    case .sequence(let nodes), .alternatives(let nodes):
      var sum = 1
      for node in nodes {
        sum += node.size(limit: limit) + 1
        if sum >= limit { return limit }
      }
      return sum
    case .repetition(let node, let least, let most):
      let size = node.size(limit: limit)
      return min(limit, (size + 2).multipliedReportingOverflow(by: max(most ?? least + 1, 1)).partialValue)
    case .capture(_, let node): return min(limit, node.size(limit: limit) + 2)
    }
  }

  /// Whether it can match nothing at all.
  var isNullable: Bool {
    switch self {
    case .scalar, .set, .token: false
    case .start: true
    case .sequence(let nodes): nodes.allSatisfy(\.isNullable)
    case .alternatives(let nodes): nodes.contains(where: \.isNullable)
    case .repetition(let node, let least, _): least == 0 || node.isNullable
    case .capture(_, let node): node.isNullable
    }
  }

  /// The tokens that it is, where it is nothing but a choice of tokens.
  var tokens: [PatternToken] {
    switch self {
    case .token(let token): return [token]
    case .alternatives(let nodes):
      let tokens = nodes.map(\.tokens)
      return tokens.contains(where: \.isEmpty) ? [] : tokens.flatMap { $0 }
    case .sequence(let nodes): return nodes.count == 1 ? nodes[0].tokens : []
    default: return []
    }
  }

  /// Words of which one stands in every match: of the parts that every match has, the one whose shortest word is longest.
  var requiredWords: [String]? {
    switch self {
    case .scalar(let scalar): return [String(Character(scalar))]
    case .set, .token, .start: return nil
    case .capture(_, let node): return node.requiredWords
    case .repetition(let node, let least, _): return least > 0 ? node.requiredWords : nil
    case .alternatives(let nodes):
      var words: [String] = []
      for node in nodes {
        guard let own = node.requiredWords, words.count + own.count <= Self.mostRequiredWords else { return nil }
        words += own
      }
      return words
    case .sequence(let nodes):
      var best: [String]?
      var literal = ""
      func take(_ words: [String]?) {
        guard let words else { return }
        func shortest(_ words: [String]) -> Int { words.map(\.unicodeScalars.count).min() ?? 0 }
        if best == nil || shortest(words) > shortest(best ?? []) { best = words }
      }
      for node in nodes {
        if case .scalar(let scalar) = node {
          literal.unicodeScalars.append(scalar)
          continue
        }
        if !literal.isEmpty { take([literal]) }
        literal = ""
        take(node.requiredWords)
      }
      if !literal.isEmpty { take([literal]) }
      return best
    }
  }

  private static let mostRequiredWords = 200
}
