import Foundation
import GraphModel
import Testing

/// Queries with their plans under them, as a file has them; lines with `#` are notes.
public struct RecordedPlans {
  private let file: URL

  /// The plans in a file of this repository.
  public init(_ path: String) { file = Repository.root.appendingPathComponent(path) }

  /// Compares the plans with what `explain` answers for `EXPLAIN` and each query; `TUPU_RECORD=1` writes the file anew.
  public func check(_ explain: (String) throws -> ResultTable) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    var made: [String] = []
    for block in text.components(separatedBy: "\n\n") where !block.isEmpty {
      let lines = block.split(separator: "\n")
      let query = lines.filter { !$0.hasPrefix(" ") && !$0.hasPrefix("#") }.joined(separator: " ")
      let notes = lines.filter { $0.hasPrefix("#") }.map(String.init)
      let plan = query.isEmpty ? [] : try explain("EXPLAIN " + query).rows.map(Self.line)
      made.append((notes + (query.isEmpty ? [] : [query]) + plan).joined(separator: "\n"))
    }
    let result = made.joined(separator: "\n\n") + "\n"
    if ProcessInfo.processInfo.environment["TUPU_RECORD"] == "1" {
      try result.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(result == text)
    }
  }

  private static func line(_ row: [ResultValue]) -> String {
    let cells = row.map { cell in
      switch cell {
      case .value(.string(let text)): text
      case .value(.integer(let number)): "~\(number)"
      default: ""
      }
    }
    return "    " + cells.filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
