import ArgumentParser
import Glibc
import GraphModel

/// `tupu-bench corpus`: writes the synthetic documents, so that other programs can be measured on them too.
struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus", abstract: "Write synthetic documents into a folder.",
    discussion: "Example: tupu-bench corpus --documents 1000 /tmp/corpus")

  @Argument(help: "The folder; it must not exist.") var folder: String
  @Option(help: "How many documents.") var documents = 1_000

  func run() throws {
    guard mkdir(folder, 0o777) == 0 else { throw ValidationError("\(folder): \(String(cString: strerror(errno)))") }
    let corpus = SyntheticCorpus()
    for number in 0..<documents {
      let source = corpus.source(number)
      guard let file = fopen("\(folder)/\(source.name)", "w") else {
        throw ValidationError("\(folder)/\(source.name): \(String(cString: strerror(errno)))")
      }
      let written = fwrite(source.bytes, 1, source.bytes.count, file)
      guard fclose(file) == 0, written == source.bytes.count else {
        throw ValidationError("\(folder)/\(source.name): \(String(cString: strerror(errno)))")
      }
    }
  }
}
