import ArgumentParser
import GraphModel
import TupuKit

/// `tupu-bench extract`: from bytes to findings on one core, without a store.
struct ExtractBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Measure reading, cleaning and extraction on one core, plug-in by plug-in.",
    discussion: "Example: tupu-bench extract --documents 2000")

  @Option(help: "How many synthetic documents.") var documents = 2_000
  @Option(help: "How often everything is measured; the median counts.") var rounds = 5
  @Flag(inversion: .prefixedNo, help: "Run other taggers, where they are installed, on a part of the same texts.")
  var peers = true
  @Option(help: "Measure these files instead of synthetic ones.") var file: [String] = []

  func run() throws {
    let corpus = SyntheticCorpus()
    let sources =
      try file.isEmpty ? (0..<documents).map(corpus.source) : file.map { try SourceFile.source(at: $0) }
    let bytes = Double(sources.reduce(0) { $0 + $1.bytes.count })
    let start = Measure.cpu { Result { try DocumentExtractor() } }
    let extractor = try start.value.get()
    let first = try Measure.cpu { try extractor.extract(sources[0]) }
    var rounds: [Round] = []
    for _ in 0..<max(1, self.rounds) { rounds.append(try Round(sources, extractor)) }
    let last = rounds[rounds.count - 1]
    print("\(sources.count) documents, \(last.characters / max(1, sources.count)) characters each, one core, CPU time")
    print(
      "\(last.entities) entities, \(last.relations) relations, \(last.output / max(1, sources.count)) bytes of JSON each"
    )
    var stages: [(name: String, seconds: Double)] = [("read and clean", Measure.median(rounds.map(\.reading)))]
    for (index, plugin) in extractor.pipeline.plugins.enumerated() {
      stages.append(("  " + plugin.manifest.name, Measure.median(rounds.map { $0.plugins[index] })))
    }
    stages.append(("extract", Measure.median(rounds.map(\.extracting))))
    stages.append(("together", Measure.median(rounds.map { $0.reading + $0.extracting })))
    stages.append(("findings as JSON", Measure.median(rounds.map(\.writing))))
    stages.append(("all three", Measure.median(rounds.map { $0.reading + $0.extracting + $0.writing })))
    Stages.print(stages, documents: sources.count, bytes: bytes)
    let sample = sources.prefix(100)
    if peers {
      if let seconds = Peer.jieba(sample) {
        Stages.print(
          [("jieba's tagger", seconds)], documents: sample.count,
          bytes: Double(sample.reduce(0) { $0 + $1.bytes.count }))
      } else {
        print("jieba's tagger: not installed here (pip install jieba)")
      }
    }
    let tables = Measure.decimal((start.seconds + first.seconds) * 1000)
    print("tables built once in \(tables) ms; peak \(Measure.decimal(Measure.peakMemory, 0)) MB")
  }

  /// Everything once.
  private struct Round {
    var reading = 0.0
    var extracting = 0.0
    var writing = 0.0
    /// Seconds of each plug-in, in the pipeline's order; the words of the text count for the first that asks for them.
    var plugins: [Double]
    var characters = 0
    var entities = 0
    var relations = 0
    var output = 0

    init(_ sources: [Source], _ extractor: DocumentExtractor) throws {
      plugins = Array(repeating: 0, count: extractor.pipeline.plugins.count)
      // As an ingest reads them: several together.
      for start in stride(from: 0, to: sources.count, by: DocumentExtractor.sourcesTogether) {
        let group = sources[start..<min(sources.count, start + DocumentExtractor.sourcesTogether)]
        let read = try Measure.cpu { try group.map(extractor.document) }
        let begin = Measure.cpuNow()
        var last = begin
        let readings = extractor.pipeline.read(read.value) { index in
          let now = Measure.cpuNow()
          plugins[index] += now - last
          last = now
        }
        let end = Measure.cpuNow()
        for (document, reading) in zip(read.value, readings) {
          let findings = try reading.get().findings
          characters += document.source.count
          entities += findings.entities.count
          relations += findings.relations.count
          output += findings.line(of: document).utf8.count
        }
        writing += Measure.cpuNow() - end
        reading += read.seconds
        extracting += end - begin
      }
    }
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
