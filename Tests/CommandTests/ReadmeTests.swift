import Foundation
import TestSupport
import Testing

/// The commands in the README print what the README says, on the documents in `seeds/`.
///
/// `TUPU_RECORD=1 swift test --filter ReadmeTests` writes what they print now into the files.
@Suite struct ReadmeTests {
  /// A command and the lines that it is said to print.
  struct Example {
    var command: String
    var output: [String]
  }

  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func printsWhatItSays(_ name: String) throws {
    let file = Repository.root.appendingPathComponent(name)
    let tool = try Tool()
    let seeds = Repository.root.appendingPathComponent("seeds").path
    let database = tool.folder.appendingPathComponent("tupu.db").path
    let ingest = try tool.run(["ingest", seeds, "--db", database])
    try #require(ingest.status == 0, "\(ingest.messages)")

    var lines: [String] = []
    var example: Example?
    let record = ProcessInfo.processInfo.environment["TUPU_RECORD"] == "1"
    func finish() throws {
      guard let done = example else { return }
      example = nil
      let printed = try Self.run(done.command, with: tool, database: database)
      if record {
        lines += printed
      } else {
        #expect(printed == done.output, "\(name): \(done.command)")
        lines += done.output
      }
    }
    for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
      if line.hasPrefix("$ tupu ") {
        try finish()
        example = Example(command: String(line.dropFirst(2)), output: [])
        lines.append(line)
      } else if line.hasPrefix("```"), example != nil {
        try finish()
        lines.append(line)
      } else if example != nil {
        example?.output.append(line)
      } else {
        lines.append(line)
      }
    }
    if record { try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8) }
  }

  /// Runs a command line as the README writes it: words, quotes, and `| head -n N` at the end.
  static func run(_ command: String, with tool: Tool, database: String) throws -> [String] {
    let parts = command.components(separatedBy: " | head -n ")
    let result = try tool.run(Array(words(parts[0]).dropFirst()), environment: ["TUPU_DB": database])
    #expect(result.status == 0, "\(command): \(result.messages)")
    var printed = result.output.components(separatedBy: "\n")
    if printed.last == "" { printed.removeLast() }
    if parts.count > 1, let count = Int(parts[1]) { printed = Array(printed.prefix(count)) }
    return printed.map { line in
      // Files are shown where they lie; the README shows them from the project's folder.
      let shown = line.replacingOccurrences(of: Repository.root.path + "/", with: "")
      return String(shown.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Splits a line into words as a shell does, as far as the README needs it.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let done = word { words.append(done) }
    return words
  }
}
