import GraphModel
import Testing

@testable import tupu

@Suite struct WordTests {
  @Test func everyWordIsThereInBothLanguages() {
    for word in Word.allCases {
      let caption = Word.table[word]
      #expect(caption?.chinese.isEmpty == false, "\(word) has no Chinese text")
      #expect(caption?.english.isEmpty == false, "\(word) has no English text")
    }
  }

  @Test func bothLanguagesFillTheSamePlaces() {
    func places(_ text: String) -> Set<Substring> { Set(text.matches(of: /\{[0-9]\}/).map(\.output)) }
    for (word, caption) in Word.table { #expect(places(caption.chinese) == places(caption.english), "\(word)") }
  }

  @Test func chineseTextsUseChineseMarks() {
    for (word, caption) in Word.table {
      let wrong = caption.chinese.matches(of: /[\u{4E00}-\u{9FFF}][,;:?!(]|[,;:?!)][\u{4E00}-\u{9FFF}]/)
      #expect(wrong.isEmpty, "\(word): \(caption.chinese)")
    }
  }

  @Test func filledValuesAreNotFilledAgain() {
    #expect(Word.fill("{0} {1} {2}", with: ["{1}", "b"]) == "{1} b {2}")
    #expect(Word.fill("a {x} {", with: ["v"]) == "a {x} {")
  }

  @Test func theLanguageComesFromTheOptionThenTheLocale() {
    func language(_ arguments: [String], _ environment: [String: String]) -> Language {
      Language.chosen(arguments: arguments) { environment[$0] }
    }
    #expect(language([], [:]) == .english)
    #expect(language([], ["LANG": "zh_CN.UTF-8"]) == .chinese)
    #expect(language([], ["LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"]) == .english)
    #expect(language(["show", "--lang", "zh"], ["LANG": "de_DE"]) == .chinese)
    #expect(language(["--lang=en"], ["LANG": "zh_CN"]) == .english)
    #expect(language(["--", "--lang=zh"], [:]) == .english)
  }

  @Test func namesOfResultFilesAreHarmless() {
    #expect(OutputFolder.stem(of: "/a/会议.txt") == "会议")
    #expect(OutputFolder.stem(of: "../..") == "_")
    #expect(OutputFolder.stem(of: ".bashrc") == "_bashrc")
    #expect(OutputFolder.stem(of: "a\u{1B}b.html") == "a\u{FFFD}b")
    #expect(OutputFolder.stem(of: "-") == "stdin")
  }

  @Test func durationsAndNumbersReadWell() {
    #expect(clock(0) == "0:00")
    #expect(clock(61) == "1:01")
    #expect(clock(3_725) == "1:02:05")
    #expect(decimal(2.345, digits: 2) == "2.35")
    #expect(decimal(-0.04, digits: 1) == "0.0" || decimal(-0.04, digits: 1) == "-0.0")
  }
}
