import ArgumentParser
import GraphModel
import TupuKit

/// `tupu-bench extract`: from bytes to findings on one core, without a store.
struct ExtractBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Measure reading, cleaning and extraction on one core.",
    discussion: "Example: tupu-bench extract --documents 2000")

  @Option(help: "How many synthetic documents.") var documents = 2_000
  @Option(help: "How often everything is measured; the median counts.") var rounds = 5
  @Option(help: "Measure these files instead of synthetic ones.") var file: [String] = []

  func run() throws {
    let corpus = SyntheticCorpus()
    let sources =
      try file.isEmpty ? (0..<documents).map(corpus.source) : file.map { try SourceFile.source(at: $0) }
    let bytes = Double(sources.reduce(0) { $0 + $1.bytes.count })
    let start = Measure.time { Result { try DocumentExtractor() } }
    let extractor = try start.value.get()
    let reader = SourceReader()
    _ = try extractor.extract(sources[0])
    var read: [Double] = []
    var extract: [Double] = []
    var characters = 0
    var found = (entities: 0, relations: 0)
    for _ in 0..<max(1, rounds) {
      let reading = try Measure.time { try sources.map(reader.document) }
      let extracting = try Measure.time { try reading.value.map(extractor.findings) }
      read.append(reading.seconds)
      extract.append(extracting.seconds)
      characters = reading.value.reduce(0) { $0 + $1.source.count }
      found = extracting.value.reduce((0, 0)) { ($0.0 + $1.entities.count, $0.1 + $1.relations.count) }
    }
    print("\(sources.count) documents, \(characters / max(1, sources.count)) characters each, one core")
    print("\(found.entities) entities, \(found.relations) relations")
    Stages.print(
      [
        ("read and clean", Measure.median(read)), ("extract", Measure.median(extract)),
        ("together", Measure.median(zip(read, extract).map(+))),
      ], documents: sources.count, bytes: bytes)
    print(
      "tables built once in \(Measure.decimal(start.seconds * 1000)) ms; peak \(Measure.decimal(Measure.peakMemory, 0)) MB"
    )
  }
}

/// Rates of stages under each other.
enum Stages {
  /// Prints seconds, documents a second and MB a second of each stage.
  static func print(_ stages: [(name: String, seconds: Double)], documents: Int, bytes: Double) {
    for (name, seconds) in stages {
      let padded = name + String(repeating: " ", count: max(1, 18 - name.count))
      guard seconds > 0 else {
        Swift.print("\(padded)     0.00 s")
        continue
      }
      let rate = Measure.decimal(Double(documents) / seconds, 0)
      let speed = Measure.decimal(bytes / 1e6 / seconds)
      Swift.print("\(padded) \(Measure.decimal(seconds, 2)) s  \(rate) documents/s  \(speed) MB/s")
    }
  }
}
