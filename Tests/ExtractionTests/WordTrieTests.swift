import Extraction
import GraphModel
import Testing

struct WordTrieTests {
  private let text: ScalarText = "副县长到镇长处,县长随行"

  @Test func goesFromWordToWord() {
    let words = WordTrie(words: ["县长", "镇", "镇长"])
    var found: [String] = []
    var position = 0
    while let span = words.firstMatch(in: text, from: position)?.span {
      found.append(text.string(span))
      position = span.end
    }
    #expect(found == ["县长", "镇长", "县长"])
    #expect(words.firstMatch(in: text, from: 10) == nil)
    #expect(words.firstMatch(in: text, from: 0, limit: 2) == nil)
  }

  @Test func goesBackFromEndToEnd() {
    let words = WordTrie(words: ["县长", "长", "副县长"], reversed: true)
    var found: [String] = []
    var end = text.count
    while let span = words.lastMatch(in: text, before: end)?.span {
      found.append(text.string(span))
      end = span.start
    }
    #expect(found == ["县长", "长", "副县长"])
    #expect(words.lastMatch(in: text, before: text.count, limit: 11) == nil)
  }

  @Test func asksSetsOfScalars() {
    let marks: ScalarSet = "、,𠀀"
    #expect(marks.contains(",") && marks.contains("𠀀") && !marks.contains("。") && !marks.contains("𠀁"))
    #expect(marks.first(in: text, from: 0) == 7)
    #expect(marks.first(in: text, from: 8) == nil)
    #expect(marks.first(in: text, from: 0, limit: 7) == nil)
  }

  @Test(arguments: [["县长", "镇", "镇长"], ["县长", "镇长处", "长随行"], ["随行,"], ["工业"]])
  func findsTheFirstWordOfEveryStretch(_ list: [String]) {
    let words = WordTrie(words: list)
    for start in 0...text.count {
      for limit in start...text.count {
        let first = (start..<limit).first { words.longestMatch(in: text, at: $0, limit: limit) != nil }
        #expect(words.firstMatch(in: text, from: start, limit: limit)?.span.start == first, "\(start) to \(limit)")
      }
    }
  }

  @Test(arguments: [ScalarSet("、,"), ScalarSet("长,"), ScalarSet("𠀀"), ScalarSet("")])
  func findsTheFirstScalarOfEveryStretch(_ set: ScalarSet) {
    for start in 0...text.count {
      for limit in start...text.count {
        let first = (start..<limit).first { set.contains(text[$0]) }
        #expect(set.first(in: text, from: start, limit: limit) == first, "\(start) to \(limit)")
      }
    }
  }

  @Test func looksWordsUp() {
    #expect(Lexicon.entry(ArraySlice("工业".unicodeScalars))?.wordClass == .noun)
    #expect(Lexicon.entry(ArraySlice("工业甲".unicodeScalars)) == nil)
    #expect(Lexicon.entry(ArraySlice("a".unicodeScalars)) == nil)
    #expect(Lexicon.entry([]) == nil)
  }
}
