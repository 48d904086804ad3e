import GraphModel

/// A pattern compiled to the states of a nondeterministic automaton (K. Thompson, "Regular Expression Search Algorithm", 1968).
struct PatternProgram: Sendable {
  /// A state.
  enum State: Hashable, Sendable {
    case scalar(Unicode.Scalar)
    case set([ClosedRange<UInt32>], negated: Bool)
    /// A token, by its number in the pack's `TokenBook`.
    case token(Int32)
    /// Goes on where the text begins in which it is matched.
    case start
    /// Goes on at each of these states.
    case split([Int32])
    /// Notes the position: an even slot where a capture starts, the odd one behind it where it ends.
    case save(Int32)
    case match
  }

  /// A named stretch.
  struct Capture: Hashable, Sendable {
    var name: String
    /// The tokens that it is, where it is nothing but a choice of tokens.
    var tokens: [Int32]
  }

  /// The states; each goes on at the next one, save those that say otherwise.
  private(set) var states: [State] = []
  /// Where the states that read something go on.
  private(set) var next: [Int32] = []
  /// The captures, in the order of the pattern.
  private(set) var captures: [Capture] = []
  /// What a match can start with.
  private(set) var start = StartSet()
  /// Words of which one stands in every match, where the pattern has such.
  let required: ConditionWords?

  /// The most states that a pattern may have.
  static let stateLimit = 5000

  /// Compiles a pattern; its tokens are numbered in a book.
  init(_ node: PatternNode, _ book: inout TokenBook) {
    required = node.requiredWords.map(ConditionWords.init)
    add(node, &book)
    append(.match)
    var seen = Set<Int32>()
    collect(0, &seen)
  }

  /// Whether every match stands at the beginning of what the pattern is matched in.
  var isAnchored: Bool { states.first == .start }

  /// The number of a capture.
  func capture(named name: String) -> Int? { captures.firstIndex { $0.name == name } }

  private mutating func append(_ state: State) {
    states.append(state)
    next.append(Int32(states.count))
  }

  private mutating func add(_ node: PatternNode, _ book: inout TokenBook) {
    switch node {
    case .scalar(let scalar): append(.scalar(scalar))
    case .set(let ranges, let negated): append(.set(ranges, negated: negated))
    case .token(let token): append(.token(book.number(of: token)))
    case .start: append(.start)
    case .sequence(let nodes): for node in nodes { add(node, &book) }
    case .alternatives(let nodes):
      let split = states.count
      append(.split([]))
      var ends: [Int] = []
      var starts: [Int32] = []
      for node in nodes {
        starts.append(Int32(states.count))
        add(node, &book)
        ends.append(states.count)
        append(.split([]))
      }
      states[split] = .split(starts)
      for end in ends { states[end] = .split([Int32(states.count)]) }
    case .repetition(let node, let least, let most):
      for _ in 0..<least { add(node, &book) }
      guard let most else {
        let split = Int32(states.count)
        append(.split([]))
        add(node, &book)
        append(.split([split]))
        states[Int(split)] = .split([split + 1, Int32(states.count)])
        return
      }
      var splits: [Int] = []
      for _ in least..<max(least, most) {
        splits.append(states.count)
        append(.split([]))
        add(node, &book)
      }
      for split in splits { states[split] = .split([Int32(split + 1), Int32(states.count)]) }
    case .capture(let name, let node):
      let slot: Int
      if let known = capture(named: name) {
        slot = known
        let tokens = node.tokens.map { book.number(of: $0) }
        captures[known].tokens += tokens.filter { !captures[known].tokens.contains($0) }
      } else {
        slot = captures.count
        captures.append(Capture(name: name, tokens: node.tokens.map { book.number(of: $0) }))
      }
      append(.save(Int32(slot * 2)))
      add(node, &book)
      append(.save(Int32(slot * 2 + 1)))
    }
  }

  private mutating func collect(_ index: Int32, _ seen: inout Set<Int32>) {
    var stack = [index]
    while let index = stack.popLast() {
      guard seen.insert(index).inserted else { continue }
      switch states[Int(index)] {
      case .scalar(let scalar): start.insert(scalar)
      case .set(let ranges, let negated): start.insert(ranges, negated: negated)
      case .token(let token): if !start.tokens.contains(token) { start.tokens.append(token) }
      case .split(let targets): stack += targets
      case .save, .start: stack.append(next[Int(index)])
      case .match: break
      }
    }
  }
}

/// The tokens of a pack's patterns, each with a number.
struct TokenBook: Sendable {
  private(set) var tokens: [PatternToken] = []

  /// The number of a token.
  mutating func number(of token: PatternToken) -> Int32 {
    if let known = tokens.firstIndex(of: token) { return Int32(known) }
    tokens.append(token)
    return Int32(tokens.count - 1)
  }
}

/// What the matches of a pattern can start with.
struct StartSet: Sendable {
  /// Tokens.
  var tokens: [Int32] = []
  /// A bit for each scalar of the basic plane; empty: no scalar.
  private var bits: [UInt64] = []
  /// Whether scalars beyond the basic plane may start a match.
  private var hasWide = false
  /// The scalars, where they are few enough to be looked up one by one; nil: more than `most`.
  private(set) var few: [Unicode.Scalar]? = []

  private static let most = 3

  /// Whether scalars may start a match.
  var hasScalars: Bool { !bits.isEmpty || hasWide }

  /// Whether a match may start with a scalar.
  @inline(__always) func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = Int(scalar.value)
    return value < 0x1_0000 ? !bits.isEmpty && bits[value >> 6] & (1 << UInt64(value & 63)) != 0 : hasWide
  }

  mutating func insert(_ scalar: Unicode.Scalar) {
    let known = few
    insert([scalar.value...scalar.value], negated: false)
    few = known.flatMap { $0.count < Self.most ? $0 + [scalar] : nil }
  }

  mutating func insert(_ ranges: [ClosedRange<UInt32>], negated: Bool) {
    few = nil
    if bits.isEmpty { bits = Array(repeating: 0, count: 1024) }
    if negated {
      hasWide = true
      for value in UInt32(0)..<0x1_0000 where !ranges.contains(where: { $0.contains(value) }) { set(value) }
    } else {
      for range in ranges {
        if range.upperBound >= 0x1_0000 { hasWide = true }
        guard range.lowerBound < 0x1_0000 else { continue }
        for value in range.lowerBound...min(range.upperBound, 0xFFFF) { set(value) }
      }
    }
  }

  private mutating func set(_ value: UInt32) { bits[Int(value >> 6)] |= 1 << UInt64(value & 63) }
}
