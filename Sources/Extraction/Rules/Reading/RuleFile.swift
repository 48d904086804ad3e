import GraphModel
import Yams

/// One YAML file of a plug-in, read with the places of everything in it.
struct RuleFile {
  /// Its name inside the plug-in's folder.
  let name: String
  /// Its lines, for excerpts.
  private let lines: [Substring]
  /// The document; nil where the file holds none.
  private(set) var root: Yams.Node?

  /// Reads a text.
  ///
  /// Anchors are refused: an alias can stand for exponentially many values, and rules need none.
  ///
  /// - Throws: `RuleProblem` in a `RulePackError`.
  init(_ name: String, text: String) throws {
    self.name = name
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    do {
      try ManifestReader.refuseAliases(in: text)
    } catch {
      throw RulePackError([RuleProblem(.anchor, at: place(line: error.line, column: error.column))])
    }
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw RulePackError([problem(error)])
    }
  }

  /// Where a node stands.
  func place(of node: Yams.Node) -> FilePlace {
    guard let mark = node.mark else { return FilePlace(file: name) }
    return place(line: mark.line, column: mark.column)
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

  private func problem(_ error: YamlError) -> RuleProblem {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      RuleProblem(.notYAML(problem), at: place(line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(let keys, let context):
      RuleProblem(
        .duplicateName(keys.map(\.description).joined(separator: ", ")),
        at: place(line: context.mark.line, column: context.mark.column))
    default:
      RuleProblem(.notYAML("the text cannot be read as YAML"), at: FilePlace(file: name))
    }
  }
}
