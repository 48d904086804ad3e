import Foundation
import TestSupport
import Testing

/// The tutorials do what they say: their files are written, their commands run in order, their outputs compared.
///
/// A block that begins with ```` ```yaml file=PATH ```` is a file, one of ```` ```console ```` holds commands with their outputs.
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
    let file = Repository.root.appendingPathComponent(path)
    let tool = try Tool()
    let record = ProcessInfo.processInfo.environment["TUPU_RECORD"] == "1"
    var page: [String] = []
    var block: (path: String?, lines: [String])?
    for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
      guard let open = block else {
        page.append(line)
        if let name = line.components(separatedBy: " file=").dropFirst().first, line.hasPrefix("```") {
          block = (name, [])
        } else if line == "```console" {
          block = (nil, [])
        }
        continue
      }
      guard line == "```" else {
        block?.lines.append(line)
        continue
      }
      block = nil
      if let name = open.path {
        try tool.write(open.lines.joined(separator: "\n") + "\n", to: name)
        page += open.lines
      } else {
        let printed = try Self.run(open.lines.filter { $0.hasPrefix("$ ") }, with: tool, locale: locale)
        if !record { #expect(printed == open.lines, "\(path): TUPU_RECORD=1 records it anew") }
        page += printed
      }
      page.append(line)
    }
    let picture = try String(contentsOf: tool.folder.appendingPathComponent("picture.svg"), encoding: .utf8)
      .replacingOccurrences(of: "&#45;", with: "-")
    for word in shown { #expect(picture.contains(word), "the picture shows the new type and its link: \(word)") }
    if record { try page.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8) }
  }

  @Test func aPackOfTheTutorialIsShort() throws {
    let text = try String(contentsOf: Repository.root.appendingPathComponent("docs/rule-packs.md"), encoding: .utf8)
    let blocks = text.components(separatedBy: "```yaml file=").dropFirst().map { $0.components(separatedBy: "```")[0] }
    let lines = blocks.reduce(0) { $0 + $1.split(separator: "\n").count - 1 }
    #expect(lines <= 25, "a node type with links takes at most 25 lines of YAML")
  }

  private static func run(_ commands: [String], with tool: Tool, locale: String) throws -> [String] {
    try commands.flatMap { command -> [String] in
      let words = ReadmeTests.words(String(command.dropFirst(2)))
      if words[0] != "tupu" { return try compile(command, words, in: tool.folder) }
      let result = try tool.run(
        Array(words.dropFirst()), environment: ["LC_ALL": locale, "XDG_CACHE_HOME": tool.folder.path + "/.cache"])
      #expect(result.status == 0, "\(command): \(result.messages)")
      // Seconds differ from run to run, and files lie elsewhere on every machine.
      let shown = (result.messages + result.output).replacingOccurrences(of: tool.folder.path + "/", with: "")
      let lines = shown.split(separator: "\n").filter { !$0.hasPrefix("took ") && !$0.hasPrefix("用时") }
      return [command] + lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }
    }
  }

  /// Runs a compiler; it says nothing where all is well.
  private static func compile(_ command: String, _ words: [String], in folder: URL) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(program(words[0])))
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(command)")
    return [command]
  }

  private static func program(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
