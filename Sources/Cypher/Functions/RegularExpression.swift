/// A regular expression that matches in time linear in the text: a Thompson automaton, no backtracking.
///
/// Classes, groups, alternatives, `* + ? {m,n}` (lazy marks are read and change nothing, as only the whole text can match),
/// `.`, `^`, `$`, `\d \w \s` and their opposites, `\p{Han}`-like properties for letters, digits and Han, the flags `(?i)`, `(?s)`.
/// Back references and look-around are refused.
struct RegularExpression {
  fileprivate indirect enum Node {
    case empty
    case set(CharacterSet)
    case start, end
    case sequence([Node])
    case choice([Node])
    case repeated(Node, Int, Int?)
  }

  fileprivate struct CharacterSet {
    var ranges: [ClosedRange<UInt32>] = []
    var classes: [(Unicode.Scalar) -> Bool] = []
    var negated = false

    func contains(_ scalar: Unicode.Scalar, ignoringCase: Bool) -> Bool {
      if holds(scalar) { return !negated }
      if ignoringCase {
        for folded in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
          let scalars = folded.unicodeScalars
          if let other = scalars.first, scalars.count == 1, other != scalar, holds(other) { return !negated }
        }
      }
      return negated
    }

    private func holds(_ scalar: Unicode.Scalar) -> Bool {
      ranges.contains { $0.contains(scalar.value) } || classes.contains { $0(scalar) }
    }
  }

  private enum Step {
    case set(CharacterSet)
    case split(Int, Int)
    case jump(Int)
    case start, end
    case accept
  }

  private var steps: [Step] = []
  private var ignoresCase: Bool

  /// Most steps of an automaton: repeats of repeats multiply.
  static let maximumSteps = 20_000

  /// Compiles a pattern; throws `ArgumentError` where it is ill-formed or too large.
  init(_ pattern: String, at position: Int? = nil) throws(CypherError) {
    var parser = RegularExpressionParser(pattern, position)
    let node = try parser.parse()
    ignoresCase = parser.ignoresCase
    try emit(node, position)
    steps.append(.accept)
  }

  private mutating func emit(_ node: Node, _ position: Int?) throws(CypherError) {
    guard steps.count < Self.maximumSteps else {
      throw CypherError(
        .argument, .invalidArgumentValue, "The regular expression is too large.", at: position)
    }
    switch node {
    case .empty: break
    case .set(let set): steps.append(.set(set))
    case .start: steps.append(.start)
    case .end: steps.append(.end)
    case .sequence(let nodes): for node in nodes { try emit(node, position) }
    case .choice(let nodes):
      var jumps: [Int] = []
      for (index, node) in nodes.enumerated() {
        guard index < nodes.count - 1 else {
          try emit(node, position)
          break
        }
        let split = steps.count
        steps.append(.jump(0))
        try emit(node, position)
        jumps.append(steps.count)
        steps.append(.jump(0))
        steps[split] = .split(split + 1, steps.count)
      }
      for jump in jumps { steps[jump] = .jump(steps.count) }
    case .repeated(let inner, let least, let most):
      for _ in 0..<least {
        let before = steps.count
        try emit(inner, position)
        // A part that reads nothing needs no second copy.
        if steps.count == before { break }
      }
      if let most {
        var splits: [Int] = []
        for _ in 0..<max(0, most - least) {
          splits.append(steps.count)
          steps.append(.jump(0))
          try emit(inner, position)
        }
        for split in splits { steps[split] = .split(split + 1, steps.count) }
      } else {
        let split = steps.count
        steps.append(.jump(0))
        try emit(inner, position)
        steps.append(.jump(split))
        steps[split] = .split(split + 1, steps.count)
      }
    }
  }

  /// Whether the whole text matches; `tick` is called now and then and may end the search by throwing.
  func matches(_ text: String, _ tick: () throws -> Void = {}) throws -> Bool {
    let scalars = Array(text.unicodeScalars)
    var current: [Int] = []
    var next: [Int] = []
    var marks = [Int](repeating: -1, count: steps.count)
    add(0, at: 0, of: scalars.count, to: &current, &marks, generation: 0)
    for (index, scalar) in scalars.enumerated() {
      try tick()
      if current.isEmpty { return false }
      next.removeAll(keepingCapacity: true)
      for step in current {
        if case .set(let set) = steps[step], set.contains(scalar, ignoringCase: ignoresCase) {
          add(step + 1, at: index + 1, of: scalars.count, to: &next, &marks, generation: index + 1)
        }
      }
      swap(&current, &next)
    }
    return current.contains { if case .accept = steps[$0] { true } else { false } }
  }

  /// Adds a step and all that follow it without reading a character.
  private func add(
    _ first: Int, at place: Int, of count: Int, to list: inout [Int], _ marks: inout [Int], generation: Int
  ) {
    var waiting = [first]
    while let step = waiting.popLast() {
      guard marks[step] != generation else { continue }
      marks[step] = generation
      switch steps[step] {
      case .jump(let target): waiting.append(target)
      case .split(let a, let b):
        waiting.append(b)
        waiting.append(a)
      case .start: if place == 0 { waiting.append(step + 1) }
      case .end: if place == count { waiting.append(step + 1) }
      case .set, .accept: list.append(step)
      }
    }
  }
}

private struct RegularExpressionParser {
  private let scalars: [Unicode.Scalar]
  private let position: Int?
  private var place = 0
  private var depth = 0
  private var dotMatchesNewline = false
  var ignoresCase = false

  init(_ pattern: String, _ position: Int?) {
    scalars = Array(pattern.unicodeScalars)
    self.position = position
  }

  private func fail(_ what: CypherMessage) -> CypherError {
    CypherError(.argument, .invalidArgumentValue, "The regular expression is ill-formed: \(what).", at: position)
  }

  private var current: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard current == mark else { return false }
    place += 1
    return true
  }

  mutating func parse() throws(CypherError) -> RegularExpression.Node {
    let node = try choice()
    guard place == scalars.count else { throw fail("a bracket closes that was not opened") }
    return node
  }

  private mutating func choice() throws(CypherError) -> RegularExpression.Node {
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else { throw fail("it is nested too deep") }
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(CypherError) -> RegularExpression.Node {
    var nodes: [RegularExpression.Node] = []
    while let next = current, next != "|", next != ")" { nodes.append(try quantified()) }
    return nodes.isEmpty ? .empty : nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func quantified() throws(CypherError) -> RegularExpression.Node {
    var node = try atom()
    while let mark = current {
      switch mark {
      case "*": node = .repeated(node, 0, nil)
      case "+": node = .repeated(node, 1, nil)
      case "?": node = .repeated(node, 0, 1)
      case "{":
        guard let (least, most) = bounds() else { return node }
        guard least <= 1000, (most ?? 0) <= 1000, most.map({ $0 >= least }) ?? true else {
          throw fail("a repeat lies outside 0 to 1000")
        }
        node = .repeated(node, least, most)
        place -= 1
      default: return node
      }
      place += 1
      if !take("?") { _ = take("+") }
    }
    return node
  }

  /// `{2}`, `{2,}`, `{2,5}`; nil where the brace stands for itself.
  private mutating func bounds() -> (Int, Int?)? {
    let start = place
    place += 1
    func number(_ parser: inout RegularExpressionParser) -> Int? {
      var value: Int?
      while let next = parser.current, ("0"..."9").contains(next), (value ?? 0) < 100_000 {
        value = (value ?? 0) * 10 + Int(next.value - 48)
        parser.place += 1
      }
      return value
    }
    if let least = number(&self) {
      if take("}") { return (least, least) }
      if take(",") {
        let most = number(&self)
        if take("}") { return (least, most) }
      }
    }
    place = start
    return nil
  }

  private mutating func atom() throws(CypherError) -> RegularExpression.Node {
    guard let next = current else { throw fail("it ends too early") }
    place += 1
    switch next {
    case "(":
      if take("?") {
        if !take(":") {
          try flags()
          if take(")") { return .empty }
          guard take(":") else { throw fail("look-around and named groups are not supported") }
        }
      }
      let inner = try choice()
      guard take(")") else { throw fail("a bracket is not closed") }
      return inner
    case "[": return .set(try set())
    case ".":
      let any = dotMatchesNewline
      return .set(.init(classes: [{ any || $0 != "\n" }]))
    case "^": return .start
    case "$": return .end
    case "*", "+", "?": throw fail("“\(next)” has nothing to repeat")
    case "\\": return try escaped()
    default: return .set(.init(ranges: [next.value...next.value]))
    }
  }

  private mutating func flags() throws(CypherError) {
    while let flag = current, flag != ")", flag != ":" {
      place += 1
      switch flag {
      case "i": ignoresCase = true
      case "s": dotMatchesNewline = true
      case "u", "m", "x": break
      default: throw fail("“(?\(flag)” is not supported")
      }
    }
  }

  private mutating func escaped() throws(CypherError) -> RegularExpression.Node {
    switch current {
    case "A":
      place += 1
      return .start
    case "z", "Z":
      place += 1
      return .end
    case .some(let digit) where ("1"..."9").contains(digit): throw fail("back references are not supported")
    default:
      var set = RegularExpression.CharacterSet()
      try escape(into: &set)
      return .set(set)
    }
  }

  /// What follows a backslash.
  private mutating func escape(into set: inout RegularExpression.CharacterSet) throws(CypherError) {
    guard let next = current else { throw fail("it ends with a backslash") }
    place += 1
    switch next {
    case "d": set.classes.append { ("0"..."9").contains($0) }
    case "D": set.classes.append { !("0"..."9").contains($0) }
    case "w": set.classes.append { $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" }
    case "W": set.classes.append { !($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_") }
    case "s": set.classes.append { $0.properties.isWhitespace }
    case "S": set.classes.append { !$0.properties.isWhitespace }
    case "n": set.ranges.append(10...10)
    case "t": set.ranges.append(9...9)
    case "r": set.ranges.append(13...13)
    case "p", "P": try property(negated: next == "P", into: &set)
    case "b", "B": throw fail("word boundaries are not supported")
    default: set.ranges.append(next.value...next.value)
    }
  }

  private mutating func property(
    negated: Bool, into set: inout RegularExpression.CharacterSet
  ) throws(CypherError) {
    guard take("{") else { throw fail("\\p takes a property in braces") }
    var name = ""
    while let next = current, next != "}" {
      name.unicodeScalars.append(next)
      place += 1
    }
    guard take("}") else { throw fail("a brace is not closed") }
    let test: (Unicode.Scalar) -> Bool
    switch name {
    case "L", "IsAlphabetic": test = { $0.properties.isAlphabetic }
    case "Lu": test = { $0.properties.isUppercase }
    case "Ll": test = { $0.properties.isLowercase }
    case "N", "Nd", "IsDigit": test = { $0.properties.numericType != nil }
    case "Han", "IsHan": test = { $0.properties.isIdeographic }
    default: throw fail("the property \(name) is not known")
    }
    set.classes.append { test($0) != negated }
  }

  private mutating func set() throws(CypherError) -> RegularExpression.CharacterSet {
    var set = RegularExpression.CharacterSet()
    set.negated = take("^")
    var isFirst = true
    while let next = current, next != "]" || isFirst {
      isFirst = false
      place += 1
      if next == "\\" {
        try escape(into: &set)
        continue
      }
      if current == "-", place + 1 < scalars.count, scalars[place + 1] != "]" {
        place += 1
        _ = take("\\")
        guard let last = current, last.value >= next.value else { throw fail("a range is backwards") }
        place += 1
        set.ranges.append(next.value...last.value)
      } else {
        set.ranges.append(next.value...next.value)
      }
    }
    guard take("]") else { throw fail("a set is not closed") }
    return set
  }
}
