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
  @Option(help: "How many documents are read at the same time; given twice, both are measured.") var jobs: [Int] = [
    1, 2,
  ]
  @Option(help: "Documents in the knowledge base before the measured ones come.") var before = 0

  func run() throws {
    let corpus = SyntheticCorpus()
    let sources = (0..<documents).map(corpus.source)
    let bytes = Double(sources.reduce(0) { $0 + $1.bytes.count })
    let extractor = try DocumentExtractor()
    let sample = Array(sources.prefix(500))
    _ = try extractor.extract(sample[0])
    let reading = try Measure.cpu { try sample.map(extractor.document) }
    let extracting = Measure.cpu {
      for start in stride(from: 0, to: sample.count, by: DocumentExtractor.sourcesTogether) {
        let end = min(sample.count, start + DocumentExtractor.sourcesTogether)
        _ = extractor.pipeline.read(Array(reading.value[start..<end]))
      }
    }
    let scale = Double(documents) / Double(max(1, sample.count))
    print("\(documents) documents, \(Measure.decimal(bytes / Double(max(1, documents)), 0)) bytes each")
    print("CPU seconds of one core, from \(sample.count) documents:")
    Stages.print(
      [("read and clean", reading.seconds * scale), ("extract", extracting.seconds * scale)], documents: documents,
      bytes: bytes)
    for jobs in jobs { try measure(sources, bytes, corpus, jobs: jobs) }
    print("peak \(Measure.decimal(Measure.peakMemory, 0)) MB")
  }

  private func measure(_ sources: [Source], _ bytes: Double, _ corpus: SyntheticCorpus, jobs: Int) throws {
    let path = "/tmp/tupu-bench-\(getpid()).db"
    defer { for ending in ["", "-wal", "-shm"] { unlink(path + ending) } }
    let base = try KnowledgeBase(path: path, mode: .write)
    if before > 0 {
      let earlier = (documents..<documents + before).map { IngestInput.source(corpus.source($0)) }
      _ = try base.ingest(earlier, options: IngestOptions(jobs: jobs))
    }
    let inputs = sources.map(IngestInput.source)
    // When reading ended and deriving began: on the clock, and by the work of all threads.
    var turn: (clock: Double, work: Double)?
    let start = (clock: Measure.now(), work: Measure.processNow())
    let report = try base.ingest(inputs, options: IngestOptions(jobs: jobs)) { progress in
      if progress.stage == .reading, progress.done >= progress.total {
        turn = (Measure.now(), Measure.processNow())
      }
    }
    let end = (clock: Measure.now(), work: Measure.processNow())
    let reached = turn ?? end
    let size = Double(try base.statistics().bytes) / 1e6
    print(
      "\(jobs) jobs: \(report.documents) documents, \(report.nodes) nodes, \(report.edges) edges, \(report.failures.count) failed, file \(Measure.decimal(size)) MB"
    )
    Stages.print(
      [
        ("read to keep", reached.clock - start.clock), ("  CPU", reached.work - start.work),
        ("resolve, derive", end.clock - reached.clock), ("  CPU", end.work - reached.work),
        ("end to end", end.clock - start.clock), ("  CPU", end.work - start.work),
      ], documents: documents, bytes: bytes)
  }
}
