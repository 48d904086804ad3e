import Foundation
import TestSupport

/// A page of `docs/` whose files are written and whose commands are run.
///
/// A block that begins with ```` ```yaml file=PATH ```` is a file; one of ```` ```console ```` holds commands with what they print, one of
/// ```` ```console tree ```` such commands inside a copy of the source tree.
struct TutorialPage {
  /// Where commands of a block are run.
  enum Place: String {
    case folder = "```console"
    case tree = "```console tree"
  }

  private let file: URL
  private var lines: [String] = []

  /// Reads the page.
  init(_ path: String) throws {
    file = Repository.root.appendingPathComponent(path)
    lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
  }

  /// Hands out the page's files and the commands of one place, in the page's order, and puts what the commands print
  /// behind them.
  ///
  /// - Returns: For each block of commands, what the page says and what was printed.
  mutating func run(
    _ place: Place, write: (_ text: String, _ name: String) throws -> Void,
    command: (_ line: String) throws -> [String]
  ) throws -> [(said: [String], printed: [String])] {
    var page: [String] = []
    var results: [(said: [String], printed: [String])] = []
    var rest = lines[...]
    while let line = rest.popFirst() {
      page.append(line)
      let name = line.hasPrefix("```") ? line.components(separatedBy: " file=").dropFirst().first : nil
      guard name != nil || line == place.rawValue else { continue }
      let block = Array(rest.prefix { $0 != "```" })
      rest = rest.dropFirst(block.count)
      if let name {
        try write(block.joined(separator: "\n") + "\n", name)
        page += block
      } else {
        let printed = try block.filter { $0.hasPrefix("$ ") }.flatMap { [$0] + (try command($0)) }
        results.append((block, printed))
        page += printed
      }
    }
    lines = page
    return results
  }

  /// Writes the page with what its commands printed.
  func record() throws { try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8) }

  /// What a command printed, as a page shows it: without seconds, which differ from run to run, and without the folder,
  /// which lies elsewhere on every machine.
  static func shown(_ text: String, without folder: URL) -> [String] {
    text.replacingOccurrences(of: folder.path + "/", with: "").split(separator: "\n")
      .filter { !$0.hasPrefix("took ") && !$0.hasPrefix("用时") }
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }
}
