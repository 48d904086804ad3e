import ArgumentParser
import Glibc
import GraphModel
import TupuKit

/// `tupu-bench ingest`: from bytes to a derived graph on disk, end to end and by stage.
struct IngestBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Measure an ingest end to end and by stage.",
    discussion: "Example: tupu-bench ingest --documents 5000 --jobs 2")

  @Option(help: "How many synthetic documents.") var documents = 5_000
  @Option(help: "How many documents are read at the same time.") var jobs = 2
  @Option(help: "Documents in the knowledge base before the measured ones come.") var before = 0

  func run() throws {
    let corpus = SyntheticCorpus()
    let path = "/tmp/tupu-bench-\(getpid()).db"
    defer { for ending in ["", "-wal", "-shm"] { unlink(path + ending) } }
    if before > 0 {
      let base = try KnowledgeBase(path: path, mode: .write)
      let earlier = (documents..<documents + before).map { IngestInput.source(corpus.source($0)) }
      _ = try base.ingest(earlier, options: IngestOptions(jobs: jobs))
    }
    let sources = (0..<documents).map(corpus.source)
    let bytes = Double(sources.reduce(0) { $0 + $1.bytes.count })
    let extractor = try DocumentExtractor()
    let reader = SourceReader()
    let sample = Array(sources.prefix(500))
    _ = try extractor.extract(sample[0])
    let reading = try Measure.time { try sample.map(reader.document) }
    let extracting = try Measure.time { try reading.value.map(extractor.findings) }
    let scale = Double(documents) / Double(sample.count)
    let base = try KnowledgeBase(path: path, mode: .write)
    var deriving: Double?
    let inputs = sources.map(IngestInput.source)
    let start = Measure.now()
    let report = try base.ingest(inputs, options: IngestOptions(jobs: jobs)) { progress in
      if progress.stage == .deriving, deriving == nil { deriving = Measure.now() }
    }
    let end = Measure.now()
    let reached = deriving ?? end
    print("\(documents) documents, \(Measure.decimal(bytes / Double(max(1, documents)), 0)) bytes each, \(jobs) jobs")
    print(
      "\(report.documents) documents, \(report.nodes) nodes, \(report.edges) edges, \(report.failures.count) failed")
    Stages.print(
      [
        ("read and clean*", reading.seconds * scale), ("extract*", extracting.seconds * scale),
        ("read to keep", reached - start), ("resolve, derive", end - reached), ("end to end", end - start),
      ], documents: documents, bytes: bytes)
    let size = Double(try base.statistics().bytes) / 1e6
    print(
      "* on one core, from \(sample.count) documents; peak \(Measure.decimal(Measure.peakMemory, 0)) MB, file \(Measure.decimal(size)) MB"
    )
  }
}
