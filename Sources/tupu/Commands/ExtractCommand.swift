import ArgumentParser
import GraphModel
import TupuKit

/// `tupu extract`: what documents say, without a store.
struct ExtractCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "extract", abstract: Word.extractAbstract.text, discussion: Word.extractDiscussion.text)
  }

  /// The forms of the output.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, jsonl
  }

  @Argument(help: ArgumentHelp(Word.helpFiles.text, valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp(Word.helpFormat.text))
  var format: Format = .json

  @Option(help: ArgumentHelp(Word.helpEncoding.text))
  var encoding: String?

  @Option(help: ArgumentHelp(Word.helpExtractOut.text, valueName: "folder"))
  var out: String?

  @Option(name: .long, defaultAsFlag: "", help: ArgumentHelp(Word.helpExplain.text, valueName: "place"))
  var explain: String?

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    try checkEncoding(encoding)
    let extractor = DocumentExtractor(pipeline: try selection.assembly().pipeline)
    defer { extractor.pipeline.finish() }
    if let explain { return try self.explain(explain, with: extractor) }
    let folder = try out.map(OutputFolder.init)
    var results: [JSONValue] = []
    var failed = 0
    for (file, result) in readings(by: extractor) {
      let document: Document
      let findings: Findings
      do {
        let reading: Reading
        (document, reading) = try result.get()
        findings = reading.findings
        if !reading.failures.isEmpty { failed += 1 }
        for failure in reading.failures { Console.say(Word.sourceFailed(file, failure.words)) }
      } catch {
        failed += 1
        Console.say(Word.sourceFailed(file, SourceFailure(error).words))
        continue
      }
      switch (folder, format) {
      case (let folder?, .json): try folder.write(findings.json(of: document).indented + "\n", for: file)
      case (let folder?, .jsonl): try folder.write(findings.line(of: document) + "\n", for: file)
      case (nil, .jsonl): try Console.print(findings.line(of: document))
      case (nil, .json): results.append(findings.json(of: document))
      }
    }
    if folder == nil, format == .json {
      if files.count > 1 {
        try Console.print(JSONValue.array(results).indented)
      } else if let result = results.first {
        try Console.print(result.indented)
      }
    }
    if failed > 0 {
      if files.count > 1 { Console.say(Word.sourcesFailed(failed, files.count)) }
      throw ExitCode(2)
    }
  }

  /// What each of the files yields, in their order. Several are read together, which takes a quarter less time than one by one.
  private func readings(by extractor: DocumentExtractor) -> some Sequence<(String, DocumentExtractor.Outcome)> {
    var left = files[...]
    var ready: [(String, DocumentExtractor.Outcome)] = []
    return AnyIterator {
      if ready.isEmpty {
        var sources: [(file: String, source: Result<Source, any Error>)] = []
        var bytes = 0
        while sources.count < DocumentExtractor.sourcesTogether, bytes < DocumentExtractor.bytesTogether,
          let file = left.popFirst()
        {
          let source: Result<Source, any Error> = Result { try SourceFile.source(at: file, encoding: encoding) }
          if case .success(let source) = source { bytes += source.bytes.count }
          sources.append((file, source))
        }
        ready = zip(sources, extractor.read(sources.map(\.source))).map { ($0.file, $1) }.reversed()
      }
      return ready.popLast()
    }
  }

  /// Prints what fired and what lost, at a place or everywhere.
  private func explain(_ place: String, with extractor: DocumentExtractor) throws {
    var rows: [[ResultValue]] = []
    var failed = 0
    for file in files {
      do {
        let explanation = try extractor.explain(try SourceFile.source(at: file, encoding: encoding))
        let notes = place.isEmpty ? explanation.notes : explanation.notes(at: explanation.places(of: place))
        rows += notes.map { note in
          [
            .text(file), .count(note.span.start), .count(note.span.end),
            .text(explanation.document.source.string(note.span)), .text(note.reason == nil ? "+" : "-"),
            .text(note.type),
            .text(note.plugin), .text(note.rule), .text(words(of: note)),
          ]
        }
      } catch {
        failed += 1
        Console.say(Word.sourceFailed(file, SourceFailure(error).words))
      }
    }
    let columns: [Answer.Column] = [
      ("document", .columnDocument), ("start", .columnStart), ("end", .columnEnd), ("quote", .columnQuote),
      ("outcome", .columnOutcome), ("type", .columnType), ("plugin", .columnPlugin), ("rule", .columnRule),
      ("reason", .columnReason),
    ]
    try Answer(columns: columns, rows: rows).print(as: format == .jsonl ? .jsonl : .table)
    if failed > 0 { throw ExitCode(2) }
    if rows.isEmpty { throw Failure.nothing(Word.nothingFound(place)) }
  }

  private func words(of note: TraceNote) -> String {
    guard let reason = note.reason else { return "" }
    guard let score = note.score, let limit = note.limit else { return reason.words }
    return "\(reason.words) (\(score) > \(limit))"
  }
}
