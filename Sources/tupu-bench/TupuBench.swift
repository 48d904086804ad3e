import ArgumentParser

/// Measurements: figures of this machine side by side, never promises.
@main
struct TupuBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tupu-bench", abstract: "Measures Tupu on synthetic documents.",
    discussion: "Example: tupu-bench ingest --documents 5000",
    subcommands: [
      CalibrateCommand.self, CorpusCommand.self, ExtractBench.self, AdversarialBench.self, IngestBench.self,
      VerbBench.self, QueryBench.self, FuzzCommand.self,
    ])
}
