import Extraction
import Foundation
import GraphModel
import TestSupport
import Testing
import TupuKit

/// A text may end anywhere: pages are cut, and names, posts and marks then lack what should follow.
@Suite struct CutTextTests {
  private static let pipeline = Result {
    try Pipeline(try Roster.builtIn + Roster.optional.compactMap(\.plugin))
  }

  private func check(_ scalars: ArraySlice<Unicode.Scalar>) throws {
    let bytes = Array(ScalarText.string(scalars).utf8)
    let document = try DocumentReader().document(
      from: Source(name: "cut.txt", origin: "-", mediaType: .text, bytes: bytes))
    for entity in try Self.pipeline.get().findings(of: document).entities {
      #expect(entity.mentions.allSatisfy { $0.end <= document.source.count })
    }
  }

  @Test(arguments: [
    "云阳县召开工作会议，县委书记张建国和李志强分别讲话，副县长王文海与赵立新出席。",
    "近日，甲商会（桂林市）在广州市举行招商推介会，会议在银川市民大厅举行。",
    "阳朔县（桂林市）旅游推介会将于2024年3月4日在我市举办，2023年度工作会议由周文涛主持。",
  ]) func everyBeginningOfATextIsRead(_ text: String) throws {
    let scalars = Array(text.unicodeScalars)
    for end in 1...scalars.count { try check(scalars[..<end]) }
  }

  @Test func partsOfLongerTextsAreRead() throws {
    let folder = Repository.root.appendingPathComponent("Tests/Golden/dev")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
      .sorted()
    #expect(!files.isEmpty)
    for file in files {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      let scalars = Array(text.unicodeScalars)
      for end in stride(from: 20, to: scalars.count, by: 13) { try check(scalars[max(0, end - 100)..<end]) }
    }
  }
}
