import ArgumentParser

@main
struct TupuBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tupu-bench", abstract: "Measures Tupu: ratios side by side, never promises.")
}
