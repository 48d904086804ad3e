import ArgumentParser
import GraphModel
import TupuKit

/// `tupu clean`: what cleaning makes of files, and what it takes out and why.
struct CleanCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("clean", .cleanAbstract, .cleanDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpFiles.text, valueName: "file"), completion: .file()) var files: [String]
  @Flag(help: ArgumentHelp(Word.helpCleanShow.text)) var show = false
  @Option(help: ArgumentHelp(Word.helpEncoding.text)) var encoding: String?
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    try checkEncoding(encoding)
    let reader = SourceReader()
    var cleaned: [(file: String, document: Document)] = []
    var failed = 0
    for file in files {
      do {
        cleaned.append((file, try reader.document(from: try SourceFile.source(at: file, encoding: encoding))))
      } catch {
        failed += 1
        Console.say(Word.sourceFailed(file, SourceFailure(error).words))
      }
    }
    if !show, output.format == .table {
      for item in cleaned { try Console.print(Console.visible(item.document.text.description)) }
    } else if !cleaned.isEmpty {
      try output.print(answer(cleaned))
    }
    if failed > 0 { throw Failure(Word.sourcesFailed(failed, files.count)) }
  }

  private func answer(_ cleaned: [(file: String, document: Document)]) -> Answer {
    let rows = cleaned.flatMap { file, document in
      let lines = LineTable(document.source)
      return document.removals.map { removal -> [ResultValue] in
        let place = lines.place(of: removal.span.start)
        return [
          .text(file), .count(place.line), .count(place.column), .text(removal.reason),
          .text(document.source.string(removal.span)),
        ]
      }
    }
    let objects = cleaned.map { _, document -> JSONValue in
      .object(
        [.init("document", .string(document.name)), .init("id", .string(document.id.description))]
          + document.metadata.members + [
            .init("text", .string(document.text.description)),
            .init(
              "removals",
              .array(
                document.removals.map {
                  [
                    "start": .count($0.span.start), "end": .count($0.span.end), "reason": .string($0.reason),
                    "quote": .string(document.source.string($0.span)),
                  ]
                })),
          ])
    }
    return Answer(
      columns: [
        ("file", .columnOrigin), ("line", .columnLine), ("column", .columnColumn), ("reason", .columnReason),
        ("text", .columnQuote),
      ], rows: rows, json: objects.count == 1 ? objects[0] : .array(objects),
      text: cleaned.map(shown).joined(separator: "\n\n"))
  }

  private func shown(_ file: String, _ document: Document) -> String {
    let lines = LineTable(document.source)
    let removed = document.removals.reduce(0) { $0 + $1.span.count }
    var text = [Console.bold(Console.visible(file))]
    text.append("  " + Word.cleanedLength(document.source.count, document.text.count, removed))
    let metadata: [(Word, String?)] = [
      (.columnTitle, document.metadata.title), (.columnPublished, document.metadata.published?.description),
      (.columnSource, document.metadata.source),
      (
        .columnAuthors,
        document.metadata.authors.isEmpty ? nil : document.metadata.authors.joined(separator: Word.listComma.text)
      ),
    ]
    for (word, value) in metadata { if let value { text.append("  \(word.text) \(Console.visible(value))") } }
    for removal in document.removals {
      let place = lines.place(of: removal.span.start)
      let quote = Excerpt(text: document.source, highlights: [removal.span]).line(of: removal.span, limit: 60)
      text.append("  \(place.line):\(place.column)  \(removal.reason)  \(quote)")
    }
    return text.joined(separator: "\n")
  }
}

/// The lines of a text.
struct LineTable {
  private var starts = [0]

  init(_ text: ScalarText) {
    for (index, scalar) in text.scalars.enumerated() where scalar == "\n" { starts.append(index + 1) }
  }

  /// Line and column of a scalar, both from 1.
  func place(of position: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= position { low = middle + 1 } else { high = middle }
    }
    return (low, position - starts[low - 1] + 1)
  }
}

extension Excerpt {
  /// A span alone, on one line, cut in the middle where it is long.
  func line(of span: Span, limit: Int) -> String {
    guard span.count > limit else {
      return Excerpt(text: ScalarText(text.string(span)), highlights: []).line(radius: .max)
    }
    let half = limit / 2
    let parts = [Span(span.start, span.start + half), Span(span.end - half, span.end)]
    return parts.map { Excerpt(text: ScalarText(text.string($0)), highlights: []).line(radius: .max) }
      .joined(separator: "…")
  }
}
