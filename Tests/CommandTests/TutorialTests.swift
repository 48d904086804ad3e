import Foundation
import TestSupport
import Testing

/// The tutorials do what they say: their files are written, their commands run in order, their outputs compared.
///
/// `TUPU_RECORD=1 swift test --filter TutorialTests` writes what the commands print now into the pages.
@Suite struct TutorialTests {
  /// Each with its locale, what it needs, and words that its picture shows.
  static let pages = [
    ("docs/rule-packs.md", "C.UTF-8", "", ["漓江景区", "阳朔县"]),
    ("docs/rule-packs.zh-CN.md", "zh_CN.UTF-8", "", ["漓江景区", "阳朔县"]),
    ("docs/process-plugins.md", "C.UTF-8", "python3", ["0536-3234567", "李明"]),
    ("docs/process-plugins.zh-CN.md", "zh_CN.UTF-8", "python3", ["0536-3234567", "李明"]),
    ("docs/swift-plugins.md", "C.UTF-8", "swiftc", ["0536-3234567", "李明"]),
    ("docs/swift-plugins.zh-CN.md", "zh_CN.UTF-8", "swiftc", ["0536-3234567", "李明"]),
  ]

  @Test(arguments: pages)
  func itsCommandsPrintWhatItSays(_ path: String, _ locale: String, _ needs: String, _ shown: [String]) throws {
    guard needs.isEmpty || Self.program(needs) != nil else {
      print("skipped \(path): \(needs) is not installed")
      return
    }
    let tool = try Tool()
    let record = ProcessInfo.processInfo.environment["TUPU_RECORD"] == "1"
    var page = try TutorialPage(path)
    let blocks = try page.run(.folder, write: { try tool.write($0, to: $1) }) {
      try Self.run($0, with: tool, locale: locale)
    }
    for block in blocks where !record {
      #expect(block.printed == block.said, "\(path): TUPU_RECORD=1 records it anew")
    }
    let picture = try String(contentsOf: tool.folder.appendingPathComponent("picture.svg"), encoding: .utf8)
      .replacingOccurrences(of: "&#45;", with: "-")
    for word in shown { #expect(picture.contains(word), "the picture shows the new type and its link: \(word)") }
    if record { try page.record() }
  }

  @Test func aPackOfTheTutorialIsShort() throws {
    let text = try String(contentsOf: Repository.root.appendingPathComponent("docs/rule-packs.md"), encoding: .utf8)
    let blocks = text.components(separatedBy: "```yaml file=").dropFirst().map { $0.components(separatedBy: "```")[0] }
    let lines = blocks.reduce(0) { $0 + $1.split(separator: "\n").count - 1 }
    #expect(lines <= 25, "a node type with links takes at most 25 lines of YAML")
  }

  private static func run(_ command: String, with tool: Tool, locale: String) throws -> [String] {
    let words = ReadmeTests.words(String(command.dropFirst(2)))
    guard words[0] == "tupu" else {
      try compile(command, words, in: tool.folder)
      return []
    }
    let result = try tool.run(
      Array(words.dropFirst()), environment: ["LC_ALL": locale, "XDG_CACHE_HOME": tool.folder.path + "/.cache"])
    #expect(result.status == 0, "\(command): \(result.messages)")
    return TutorialPage.shown(result.messages + result.output, without: tool.folder)
  }

  /// Runs a compiler; it says nothing where all is well.
  private static func compile(_ command: String, _ words: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(program(words[0])))
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(command)")
  }

  private static func program(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
