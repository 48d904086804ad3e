import GraphModel

/// A text in which what a plug-in should find is marked, with the links that it should draw.
///
/// ```text
/// # a remark
/// home: 安丘市
/// published: 2024-03-01
///
/// [安丘市](Region)发展[生物医药](Industry)产业。
///
/// => 安丘市 -[DEVELOPS]-> 生物医药
/// => 生物医药 {code: C27}
/// ```
///
/// `[words](Label)` marks a mention, `[words](Label: name)` one of something with another name. Labels that the plug-in requires
/// are given to it, those that it produces are expected of it. A line of `---` parts two examples.
public struct Example: Hashable, Sendable {
  /// A marked stretch of the text.
  public struct Mark: Hashable, Sendable {
    /// Where it stands in the text.
    public var span: Span
    /// The label.
    public var label: String
    /// What it is called.
    public var name: String
    /// The line of the file.
    public var line: Int
  }

  /// An expected link, or expected properties of a node.
  public struct Expectation: Hashable, Sendable {
    /// The name of the node, or of the link's source.
    public var from: String
    /// The edge type; nil: properties of a node are expected.
    public var link: String?
    /// The name of the link's target.
    public var to: String?
    /// Properties that it must have, as they are printed.
    public var properties: [String: String]
    /// The line of the file.
    public var line: Int
  }

  /// The text without marks.
  public var text: String
  /// The marks, in order.
  public var marks: [Mark] = []
  /// What is expected, in order.
  public var expectations: [Expectation] = []
  /// The name of the region whose document it is.
  public var home: String?
  /// The publishing date.
  public var published: PartialDate?
  /// Where it starts in the file.
  public var line: Int
}

/// Why an example cannot be read.
public enum ExampleFault: Error, Hashable, Sendable {
  /// The line is no expectation.
  case badExpectation
  /// The line is no date.
  case badDate
  /// The example has no text.
  case noText
}

/// Reads files of examples.
public enum ExampleReader {
  /// Why a file cannot be read, and at which line.
  public struct Failure: Error, Hashable, Sendable {
    /// Why.
    public var fault: ExampleFault
    /// The line, from 1.
    public var line: Int

    /// Names a fault and its line.
    public init(fault: ExampleFault, line: Int) {
      self.fault = fault
      self.line = line
    }
  }

  /// The examples of a file's text.
  public static func examples(_ text: String) throws(Failure) -> [Example] {
    var examples: [Example] = []
    var lines: [(number: Int, text: Substring)] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if line.allSatisfy({ $0 == "-" }), line.count >= 3 {
        if let example = try example(lines) { examples.append(example) }
        lines = []
      } else {
        lines.append((index + 1, line))
      }
    }
    if let example = try example(lines) { examples.append(example) }
    return examples
  }

  private static func example(_ lines: [(number: Int, text: Substring)]) throws(Failure) -> Example? {
    guard let first = lines.first(where: { !isBlank($0.text) }) else { return nil }
    var example = Example(text: "", line: first.number)
    var scalars: [Unicode.Scalar] = []
    for (number, line) in lines {
      if line.hasPrefix("#") && scalars.isEmpty { continue }
      if line.hasPrefix("=>") {
        guard let expectation = expectation(line.dropFirst(2), number) else {
          throw Failure(fault: .badExpectation, line: number)
        }
        example.expectations.append(expectation)
      } else if scalars.isEmpty, line.hasPrefix("home:") {
        example.home = String(line.dropFirst(5)).trimmingBlanks
      } else if scalars.isEmpty, line.hasPrefix("published:") {
        guard let date = PartialDate(String(line.dropFirst(10)).trimmingBlanks) else {
          throw Failure(fault: .badDate, line: number)
        }
        example.published = date
      } else if !isBlank(line) || !scalars.isEmpty {
        if !scalars.isEmpty { scalars.append("\n") }
        read(Array(line.unicodeScalars), number, &scalars, &example.marks)
      }
    }
    while scalars.last == "\n" { scalars.removeLast() }
    guard !scalars.isEmpty else { throw Failure(fault: .noText, line: first.number) }
    example.text = ScalarText(scalars).description
    return example
  }

  private static func isBlank(_ line: Substring) -> Bool { line.unicodeScalars.allSatisfy(\.isBlank) }

  /// Adds a line without its marks; brackets that are no mark stay.
  private static func read(
    _ line: [Unicode.Scalar], _ number: Int, _ text: inout [Unicode.Scalar], _ marks: inout [Example.Mark]
  ) {
    var position = 0
    while position < line.count {
      if line[position] == "[", let mark = mark(line, position) {
        let start = text.count
        text += line[position + 1..<mark.close]
        let words = ScalarText(Array(line[position + 1..<mark.close])).description
        marks.append(
          Example.Mark(span: Span(start, text.count), label: mark.label, name: mark.name ?? words, line: number))
        position = mark.end
      } else {
        text.append(line[position])
        position += 1
      }
    }
  }

  /// `[words](Label: name)`: where the words and the mark end, the label and the name.
  private static func mark(
    _ line: [Unicode.Scalar], _ open: Int
  ) -> (close: Int, end: Int, label: String, name: String?)? {
    guard let close = line[open...].firstIndex(of: "]"), close + 1 < line.count, line[close + 1] == "(",
      let end = line[close...].firstIndex(of: ")"), close > open + 1
    else { return nil }
    let inner = ScalarText(Array(line[close + 2..<end])).description
    let parts = inner.split(separator: ":", maxSplits: 1).map { String($0).trimmingBlanks }
    guard let label = parts.first, label.unicodeScalars.first?.properties.isUppercase == true,
      label.unicodeScalars.allSatisfy({ $0.isLatinOrDigit || $0 == "_" })
    else { return nil }
    return (close, end + 1, label, parts.count > 1 ? parts[1] : nil)
  }

  /// `name -[TYPE {key: value}]-> name`, or `name {key: value}`.
  private static func expectation(_ line: Substring, _ number: Int) -> Example.Expectation? {
    let text = String(line).trimmingBlanks
    guard let open = text.range(of: " -["), let close = text.range(of: "]-> ") else {
      guard let brace = text.firstIndex(of: "{"), let properties = properties(text[brace...]) else { return nil }
      let name = String(text[..<brace]).trimmingBlanks
      return name.isEmpty
        ? nil : Example.Expectation(from: name, properties: properties, line: number)
    }
    guard open.upperBound <= close.lowerBound else { return nil }
    let inner = text[open.upperBound..<close.lowerBound]
    let brace = inner.firstIndex(of: "{") ?? inner.endIndex
    let type = String(inner[..<brace]).trimmingBlanks
    let (from, to) = (String(text[..<open.lowerBound]).trimmingBlanks, String(text[close.upperBound...]).trimmingBlanks)
    guard let properties = brace == inner.endIndex ? [:] : properties(inner[brace...]), !type.isEmpty, !from.isEmpty,
      !to.isEmpty
    else { return nil }
    return Example.Expectation(from: from, link: type, to: to, properties: properties, line: number)
  }

  /// `{key: value, key: "value, with marks"}`.
  private static func properties(_ text: Substring) -> [String: String]? {
    let text = Substring(String(text).trimmingBlanks)
    guard text.first == "{", text.last == "}" else { return nil }
    var properties: [String: String] = [:]
    var item = ""
    var isQuoted = false
    func take() -> Bool {
      guard !item.trimmingBlanks.isEmpty else { return true }
      let parts = item.split(separator: ":", maxSplits: 1).map { String($0).trimmingBlanks }
      guard parts.count == 2 else { return false }
      properties[parts[0]] = parts[1]
      item = ""
      return true
    }
    for character in text.dropFirst().dropLast() {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        guard take() else { return nil }
      } else {
        item.append(character)
      }
    }
    return take() && !isQuoted ? properties : nil
  }
}

extension String {
  /// The first place of a text in this one.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
