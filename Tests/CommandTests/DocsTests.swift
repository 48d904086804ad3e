import Foundation
import GraphModel
import TestSupport
import Testing

/// Every verb is in the docs, in both languages, with its help and an example.
///
/// `TUPU_RECORD=1 swift test --filter DocsTests` writes the pages anew.
@Suite struct DocsTests {
  static let pages = [
    ("docs/verbs.md", "C.UTF-8", "# The verbs\n\nWhat `tupu help VERB` prints, on one page."),
    ("docs/verbs.zh-CN.md", "zh_CN.UTF-8", "# 各个命令\n\n把 `tupu help 命令` 的内容放在一页上。"),
  ]

  @Test(arguments: pages)
  func describesEveryVerb(_ path: String, _ locale: String, _ heading: String) throws {
    let tool = try Tool()
    let environment = ["LC_ALL": locale, "COLUMNS": "100"]
    let dump = try JSONValue(parsing: try tool.run(["--experimental-dump-help"], environment: environment).output)
    let verbs = dump["command"]?["subcommands"]?.items ?? []
    var page = heading + "\n"
    for verb in verbs {
      guard let name = verb["commandName"]?.text, name != "help", verb["shouldDisplay"] != .boolean(false) else {
        continue
      }
      let help = try tool.run(["help", name], environment: environment)
      try #require(help.status == 0, "\(help.messages)")
      #expect(help.output.contains("tupu \(name)"), "the help of \(name) has no example")
      let lines = help.output.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        String(line.reversed().drop { $0 == " " }.reversed())
      }
      page += "\n## \(name)\n\n```text\n" + lines.joined(separator: "\n").trimmingCharacters(in: .newlines) + "\n```\n"
    }
    let file = Repository.root.appendingPathComponent(path)
    if ProcessInfo.processInfo.environment["TUPU_RECORD"] == "1" {
      try page.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(try String(contentsOf: file, encoding: .utf8) == page, "\(path) is stale; TUPU_RECORD=1 records it anew")
    }
  }
}
