import ArgumentParser

@main
struct Tupu: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tupu", abstract: "A knowledge graph of Chinese government-meeting documents.")
}
