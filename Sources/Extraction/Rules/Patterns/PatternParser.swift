import GraphModel

/// Reads a pattern: characters stand for themselves, blanks part nothing and mean nothing.
///
/// ```
/// pattern  = branch ("|" branch)*
/// branch   = (name ":")? atom ("?" | "*" | "+" | "{m}" | "{m,}" | "{m,n}")? …
/// atom     = character | "\" character | "[" "^"? set "]" | "(" pattern ")" | "<" name ">"
/// ```
struct PatternParser {
  /// What a `<name>` stands for; throws where nothing has the name.
  typealias Names = (String) throws(RuleFault) -> PatternNode

  /// Why a pattern cannot be read, and at which scalar of it, from 0.
  struct Failure: Error {
    var fault: RuleFault
    var offset: Int
  }

  private let scalars: [Unicode.Scalar]
  private let names: Names
  private var position = 0
  private var depth = 0

  /// The longest pattern, in scalars.
  private static let longest = 4000
  private static let deepest = 50
  private static let mostRepeats = 200

  private init(_ text: String, _ names: @escaping Names) {
    scalars = Array(text.unicodeScalars)
    self.names = names
  }

  /// Reads a text.
  ///
  /// - Parameter isPart: whether it may match nothing, since it stands inside another pattern.
  static func parse(_ text: String, isPart: Bool = false, names: @escaping Names) throws(Failure) -> PatternNode {
    var parser = PatternParser(text, names)
    guard parser.scalars.count <= longest else { throw Failure(fault: .patternTooLarge(limit: longest), offset: 0) }
    let node = try parser.pattern()
    guard parser.position == parser.scalars.count else { throw parser.expected("\\)") }
    guard isPart || !node.isNullable else { throw Failure(fault: .emptyPattern, offset: 0) }
    let limit = PatternProgram.stateLimit
    guard node.size(limit: limit) < limit else { throw Failure(fault: .patternTooLarge(limit: limit), offset: 0) }
    return node
  }

  private func expected(_ what: String) -> Failure { Failure(fault: .patternSyntax(what), offset: position) }

  private mutating func peek() -> Unicode.Scalar? {
    while position < scalars.count, scalars[position] == " " || scalars[position] == "\n" || scalars[position] == "\t" {
      position += 1
    }
    return position < scalars.count ? scalars[position] : nil
  }

  private mutating func pattern() throws(Failure) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw Failure(fault: .patternTooLarge(limit: Self.deepest), offset: position) }
    var branches = [try branch()]
    while peek() == "|" {
      position += 1
      branches.append(try branch())
    }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func branch() throws(Failure) -> PatternNode {
    var nodes: [PatternNode] = []
    while let next = peek(), next != "|", next != ")" {
      let name = captureName()
      guard let first = peek(), first != "|", first != ")" else { throw expected("<…>, (…), […]") }
      var node = try repeated(try atom())
      if let name { node = .capture(name, node) }
      nodes.append(node)
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  /// `name:` before an atom.
  private mutating func captureName() -> String? {
    var end = position
    while end < scalars.count, scalars[end].isLatinOrDigit || scalars[end] == "_" { end += 1 }
    guard end > position, end + 1 < scalars.count, scalars[end] == ":", !scalars[position].isDigit,
      "<([".unicodeScalars.contains(scalars[end + 1])
    else { return nil }
    defer { position = end + 1 }
    return String(String.UnicodeScalarView(scalars[position..<end]))
  }

  private mutating func repeated(_ node: PatternNode) throws(Failure) -> PatternNode {
    switch peek() {
    case "?": position += 1; return .repetition(node, least: 0, most: 1)
    case "*": position += 1; return .repetition(node, least: 0, most: nil)
    case "+": position += 1; return .repetition(node, least: 1, most: nil)
    case "{":
      let start = position
      position += 1
      guard let least = number() else { throw expected("{2}, {2,}, {2,5}") }
      var most: Int? = least
      if peek() == "," {
        position += 1
        most = number()
      }
      guard peek() == "}" else { throw expected("}") }
      position += 1
      guard least <= Self.mostRepeats, most ?? 0 <= Self.mostRepeats, most ?? .max >= max(least, 1) else {
        throw Failure(fault: .patternSyntax("{m,n}: 0 ≤ m ≤ n ≤ \(Self.mostRepeats)"), offset: start)
      }
      return .repetition(node, least: least, most: most)
    default: return node
    }
  }

  private mutating func number() -> Int? {
    _ = peek()
    var value: Int?
    while position < scalars.count, scalars[position].isDigit, value ?? 0 < 10_000 {
      value = (value ?? 0) * 10 + Int(scalars[position].value - 48)
      position += 1
    }
    return value
  }

  private mutating func atom() throws(Failure) -> PatternNode {
    guard let scalar = peek() else { throw expected("…") }
    let start = position
    position += 1
    switch scalar {
    case "(":
      let node = try pattern()
      guard peek() == ")" else { throw expected(")") }
      position += 1
      return node
    case "<":
      guard let end = scalars[position...].firstIndex(of: ">") else { throw expected(">") }
      let name = String(String.UnicodeScalarView(scalars[position..<end])).trimmingBlanks
      position = end + 1
      do {
        return try names(name)
      } catch {
        throw Failure(fault: error, offset: start)
      }
    case "[": return try set()
    case "\\":
      guard position < scalars.count else { throw expected("\\…") }
      return .scalar(escaped())
    case "?", "*", "+", "{", "}", "]", ">":
      position = start
      throw expected("\\\(scalar)")
    case ".": return .set([0x0A...0x0A], negated: true)
    default: return .scalar(Folding.fold(scalar))
    }
  }

  /// The scalar behind a backslash; `\n` and `\t` are a line end and a tab.
  private mutating func escaped() -> Unicode.Scalar {
    defer { position += 1 }
    switch scalars[position] {
    case "n": return "\n"
    case "t": return "\t"
    default: return Folding.fold(scalars[position])
    }
  }

  private mutating func set() throws(Failure) -> PatternNode {
    var isNegated = false
    if position < scalars.count, scalars[position] == "^" {
      isNegated = true
      position += 1
    }
    var ranges: [ClosedRange<UInt32>] = []
    while position < scalars.count, scalars[position] != "]" {
      let low = try member()
      guard position + 1 < scalars.count, scalars[position] == "-", scalars[position + 1] != "]" else {
        ranges.append(low...low)
        continue
      }
      position += 1
      let high = try member()
      guard low <= high else { throw expected("[a-z]") }
      ranges.append(low...high)
    }
    guard position < scalars.count, !ranges.isEmpty else { throw expected("]") }
    position += 1
    return .set(ranges, negated: isNegated)
  }

  private mutating func member() throws(Failure) -> UInt32 {
    if scalars[position] == "\\" {
      position += 1
      guard position < scalars.count else { throw expected("]") }
      return escaped().value
    }
    defer { position += 1 }
    return Folding.fold(scalars[position]).value
  }
}

extension String {
  /// The text without blanks around it.
  var trimmingBlanks: String {
    var scalars = unicodeScalars[...]
    while scalars.first?.isBlank == true { scalars.removeFirst() }
    while scalars.last?.isBlank == true { scalars.removeLast() }
    return String(scalars)
  }
}
