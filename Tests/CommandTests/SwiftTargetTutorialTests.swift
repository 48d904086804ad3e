import Foundation
import TestSupport
import Testing

private let isAsked = ProcessInfo.processInfo.environment["TUPU_TREE_TUTORIAL"] == "1"

/// A plug-in is added to the source tree as `docs/swift-plugins.md` says, built, tested and used.
///
/// It compiles the whole program, so it runs where it is asked for (`TUPU_TREE_TUTORIAL=1`), as `make test` does.
/// `TUPU_RECORD=1` beside it writes what the commands print now into the pages.
@Suite(.serialized, .enabled(if: isAsked, "TUPU_TREE_TUTORIAL=1 builds a copy of the source tree"))
struct SwiftTargetTutorialTests {
  @Test(arguments: [("docs/swift-plugins.md", "C.UTF-8"), ("docs/swift-plugins.zh-CN.md", "zh_CN.UTF-8")])
  func itsCommandsPrintWhatItSays(_ path: String, _ locale: String) throws {
    let record = ProcessInfo.processInfo.environment["TUPU_RECORD"] == "1"
    let tree = try SourceTree()
    var page = try TutorialPage(path)
    let blocks = try page.run(
      .tree, write: { try $0.write(to: tree.folder.appendingPathComponent($1), atomically: true, encoding: .utf8) }
    ) { line in
      let command = String(line.dropFirst(2))
      let (status, printed) = try tree.run(command, tupu: Tool.binary, locale: locale)
      #expect(status == 0, "\(command): \(printed)")
      // What a compiler says is not the tutorial's matter.
      return command.hasPrefix("swift ") ? [] : TutorialPage.shown(printed, without: tree.folder)
    }
    #expect(blocks.count > 0)
    for block in blocks where !record {
      #expect(block.printed == block.said, "\(path): TUPU_RECORD=1 records it anew")
    }
    let picture = try String(contentsOf: tree.folder.appendingPathComponent("picture.svg"), encoding: .utf8)
      .replacingOccurrences(of: "&#45;", with: "-")
    for word in ["0536-3234567", "李明"] {
      #expect(picture.contains(word), "the picture shows the new type and its link: \(word)")
    }
    if record { try page.record() }
  }
}
