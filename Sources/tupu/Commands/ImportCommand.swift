import ArgumentParser
import GraphModel
import TupuKit

/// `tupu import`: takes nodes and edges from tables and JSON Lines into the knowledge base.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("import", .importAbstract, .importDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpImportFiles.text, valueName: "file"), completion: .file())
  var files: [String] = []
  @Option(help: ArgumentHelp(Word.helpImportNodes.text, valueName: "label=file")) var nodes: [String] = []
  @Option(help: ArgumentHelp(Word.helpImportEdges.text, valueName: "type:from:to=file")) var edges: [String] = []
  @Option(help: ArgumentHelp(Word.helpImportKey.text, valueName: "column")) var key: String?
  @Option(help: ArgumentHelp(Word.helpDelimiter.text)) var delimiter: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !files.isEmpty || !nodes.isEmpty || !edges.isEmpty else {
      throw ValidationError(Word.importNothing.text)
    }
    for option in nodes + edges where Self.parts(option) == nil {
      throw ValidationError(Word.importBadOption(option))
    }
    for option in edges {
      let names = Self.parts(option)?.0 ?? []
      guard names.count == 1 || names.count == 3 else { throw ValidationError(Word.importBadOption(option)) }
    }
    guard delimiter.map({ Self.byte($0) != nil }) ?? true else {
      throw ValidationError(Word.importBadDelimiter(delimiter ?? ""))
    }
  }

  /// `A:B=file` as the names and the file.
  private static func parts(_ option: String) -> ([String], String)? {
    guard let sign = option.firstIndex(of: "=") else { return nil }
    let names = option[..<sign].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let file = String(option[option.index(after: sign)...])
    return names.contains("") || file.isEmpty ? nil : (names, file)
  }

  private static func byte(_ text: String) -> UInt8? {
    if text == "\\t" || text.lowercased() == "tab" { return 9 }
    guard text.utf8.count == 1, let byte = text.utf8.first, byte != 10, byte != 13, byte != 34 else { return nil }
    return byte
  }

  func run() throws {
    var inputs = files.map { ImportInput(path: $0) }
    for (names, file) in nodes.compactMap(Self.parts) {
      inputs.append(ImportInput(path: file, role: .nodes(labels: names)))
    }
    for (names, file) in edges.compactMap(Self.parts) {
      let ends = names.count == 3 ? (names[1], names[2]) : nil
      inputs.append(ImportInput(path: file, role: .edges(type: names[0], from: ends?.0, to: ends?.1)))
    }
    let options = ImportOptions(key: key, delimiter: delimiter.flatMap(Self.byte))
    let base = try store.open(.write)
    do {
      try output.print(answer(try base.importFiles(inputs, options: options)))
    } catch let failure as ImportFailure {
      throw Failure(failure.words)
    }
  }

  private func answer(_ report: ImportReport) -> Answer {
    let counts: [(String, Word, Int)] = [
      ("added", .countAdded, report.added), ("replaced", .countReplaced, report.replaced),
      ("unchanged", .countUnchanged, report.unchanged), ("nodes", .statNodes, report.nodes),
      ("edges", .statEdges, report.edges),
    ]
    return Answer(
      columns: [("name", .columnName), ("value", .columnValue)], rows: counts.map { [.text($0.0), .count($0.2)] },
      json: .object(counts.map { JSONValue.Member($0.0, .count($0.2)) }),
      text: counts.filter { $0.2 > 0 || $0.0 == "added" }.map { "\($0.1.text) \($0.2)" }
        .joined(separator: Word.listComma.text))
  }
}
