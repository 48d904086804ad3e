import GraphModel

/// One YAML file of a plug-in, read with the places of everything in it.
struct RuleFile {
  /// Its name inside the plug-in's folder.
  let name: String
  /// Its lines, for excerpts.
  private let lines: [Substring]
  /// The document; nil where the file holds none.
  private(set) var root: YAMLNode?

  /// Reads a text.
  ///
  /// Anchors are refused: an alias can stand for exponentially many values, and rules need none.
  ///
  /// - Throws: `RuleProblem` in a `RulePackError`.
  init(_ name: String, text: String) throws {
    self.name = name
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    do {
      root = try YAMLReader.root(of: text)
    } catch {
      throw RulePackError([problem(error)])
    }
  }

  /// Where a node stands.
  func place(of node: YAMLNode) -> FilePlace {
    place(line: node.line, column: node.column)
  }

  /// A line and column with its excerpt.
  func place(line: Int, column: Int) -> FilePlace {
    guard line >= 1, line <= lines.count else {
      return FilePlace(file: name, line: max(line, 0), column: max(column, 0))
    }
    return FilePlace(file: name, line: line, column: column, excerpt: Self.excerpt(lines[line - 1], column: column))
  }

  /// At most 80 scalars of a line around a column.
  static func excerpt(_ line: some StringProtocol, column: Int) -> String {
    let scalars = Array(line.unicodeScalars.prefix(column + 200))
    let start = max(0, min(column - 1, scalars.count) - 40)
    let part = scalars[start..<min(scalars.count, start + 80)].map { scalar in
      // Nothing that steers a terminal or turns the direction of a line.
      scalar.value < 32 || scalar.isInvisible ? " " : scalar
    }
    return String(String.UnicodeScalarView(part))
  }

  private func problem(_ error: YAMLError) -> RuleProblem {
    let fault: RuleFault =
      switch error.cause {
      case .syntax(let message): .notYAML(message)
      case .anchor: .anchor
      case .duplicateKey(let key): .duplicateName(key)
      }
    return RuleProblem(fault, at: place(line: error.line, column: error.column))
  }
}
