import GraphModel
import Testing

struct ByteHashTests {
  @Test func tellsTextsApartByTheirBytes() {
    let texts = (0..<40).flatMap { count in
      [String(repeating: "甲", count: count) + "a", String(repeating: "b", count: count)]
    }
    #expect(Set(texts.map { ByteHash.of($0) }).count == texts.count)
    for text in texts { #expect(ByteHash.of(text) == ByteHash.of(String(decoding: Array(text.utf8), as: UTF8.self))) }
    // The same letter in two normal forms.
    #expect(!ByteHash.isSame("\u{E9}", "e\u{301}"))
  }

  @Test func knowsWhereOneOfTwoTextsEnds() {
    #expect(ByteHash.of("ab", "c") != ByteHash.of("a", "bc"))
    #expect(ByteHash.of("", "abc") != ByteHash.of("abc", ""))
    #expect(ByteHash.of("ab", "c") == ByteHash.of("ab", "c"))
  }
}
