import Foundation
import TestSupport
import Testing
import TupuKit

@testable import tupu

/// The engine's sentences can be said in Chinese.
@Suite struct CypherSentenceTests {
  /// The sentences and phrases in the engine's source, as templates.
  private static func sentences() throws -> Set<String> {
    let folders = ["Sources/Cypher", "Sources/TupuKit/Statements"]
    var found: Set<String> = []
    for folder in folders {
      let root = Repository.root.appendingPathComponent(folder)
      let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
      for case let file as URL in files where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        let marks =
          /(?:CypherError\(\s*\.\w+,\s*\.\w+,\s*|wanted:\s*|(?:unexpected|mismatch|invalid|fail|tooLarge|symbol)\()"/
        for match in text.matches(of: marks) { found.insert(template(text[match.range.upperBound...])) }
      }
    }
    return found
  }

  /// A string literal's content up to its closing quote, interpolations as `{0}`, `{1}` …
  private static func template(_ literal: Substring) -> String {
    var result = ""
    var number = 0
    var rest = literal
    while let character = rest.popFirst(), character != "\"" {
      guard character == "\\", let next = rest.popFirst() else {
        result.append(character)
        continue
      }
      guard next == "(" else {
        result.append(next)
        continue
      }
      var depth = 1
      while depth > 0, let inside = rest.popFirst() { depth += inside == "(" ? 1 : inside == ")" ? -1 : 0 }
      result += "{\(number)}"
      number += 1
    }
    return result
  }

  @Test func everySentenceHasAChineseOne() throws {
    let sentences = try Self.sentences()
    #expect(sentences.count > 120)
    let isNamed = /[A-Za-z]{2}/
    let missing = sentences.filter { sentence in
      let words = sentence.replacing(/\{[0-9]\}/, with: "")
      return words.contains(isNamed) && words.contains(" ") && CypherSentences.chinese[sentence] == nil
    }
    #expect(missing.sorted() == [])
  }

  @Test func aSentenceIsSaidInEitherLanguage() throws {
    let error = CypherError(.type, .invalidArgumentType, "Expected \("a list" as CypherMessage) but found \("{0}").")
    #expect(error.message == "Expected a list but found {0}.")
    #expect(error.sentence.text { CypherSentences.chinese[$0] } == "此处应为列表，却是{0}。")
  }
}
