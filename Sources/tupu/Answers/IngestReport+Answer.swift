import GraphModel
import TupuKit

extension IngestReport {
  /// What says which files of folders were not read; nil where all were.
  var leftOutWords: String? {
    guard !leftOut.isEmpty else { return nil }
    let kinds = leftOut.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let shown = kinds.prefix(8).map { "\($0.key.isEmpty ? Word.noEnding.text : $0.key) \($0.value)" }
    let more = kinds.count > shown.count ? " …" : ""
    return Word.filesLeftOut(
      leftOut.values.reduce(0, +), shown.joined(separator: Word.listComma.text) + more)
  }

  /// The report as people and programs read it.
  func answer(seconds: Double) -> Answer {
    let counts: [(String, Word, Int)] = [
      ("added", .countAdded, added), ("unchanged", .countUnchanged, unchanged),
      ("replaced", .countReplaced, replaced), ("refreshed", .countRefreshed, refreshed),
      ("removed", .countRemoved, removed), ("failed", .countFailed, failures.count),
      ("caughtUp", .countCaughtUp, caughtUp), ("incomplete", .countIncomplete, incomplete.count),
    ]
    let shown = counts.filter { $0.2 > 0 || $0.0 == "added" }.map { "\($0.1.text) \($0.2)" }
    var lines = [shown.joined(separator: Word.listComma.text)]
    lines.append(Word.nowHolds(documents, nodes, edges))
    if seconds >= 0.1, sources > 0 {
      lines.append(
        Word.tookSeconds(decimal(seconds, digits: 1), Int((Double(sources) / seconds).rounded())))
    }
    let totals: [(String, Word, Int)] = [
      ("bytes", .statBytes, bytes), ("documents", .statDocuments, documents),
      ("nodes", .statNodes, nodes), ("edges", .statEdges, edges),
    ]
    return Answer(
      columns: [("name", .columnName), ("value", .columnValue)],
      rows: (counts + totals).map { [.text($0.0), .count($0.2)] },
      json: .object(
        (counts + totals).map { JSONValue.Member($0.0, .count($0.2)) } + [
          JSONValue.Member(
            "leftOut",
            .object(leftOut.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .count($0.value)) })),
          JSONValue.Member(
            "incompleteDocuments",
            .array(
              incomplete.map { ["origin": .string($0.origin), "reason": .string($0.reason.words)] })),
          JSONValue.Member(
            "failures",
            .array(
              failures.map { ["origin": .string($0.origin), "reason": .string($0.reason.words)] })),
        ]), text: lines.joined(separator: "\n"))
  }
}
