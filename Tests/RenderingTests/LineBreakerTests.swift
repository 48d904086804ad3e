import Testing

@testable import Rendering

@Suite struct LineBreakerTests {
  @Test func widthsFollowUnicode() {
    #expect(EastAsianWidth.columns("会议A1") == 6)
    #expect(EastAsianWidth.columns("ｅ，") == 4)
    #expect(EastAsianWidth.columns("e\u{301}\u{200B}") == 1)
    #expect(EastAsianWidth.columns("“…”") == 3)
    #expect(EastAsianWidth.columns("“…”", ambiguousIsWide: true) == 6)
    #expect(EastAsianWidth.columns("𠮷😀한") == 6)
    #expect(EastAsianWidth.columns("é·\u{AD}") == 3)
  }

  @Test func marksStayWithTheirWords() {
    #expect(LineBreaker(width: 8).lines(of: "推进工业，强市") == ["推进工", "业，强市"])
    #expect(LineBreaker(width: 8).lines(of: "省市县（试点）") == ["省市县", "（试点）"])
  }

  @Test func wordsStayWhole() {
    #expect(LineBreaker(width: 12).lines(of: "服务企业 Graph engine") == ["服务企业", "Graph engine"])
    #expect(LineBreaker(width: 4).lines(of: "abcdefghij") == ["abcd", "efgh", "ij"])
  }

  @Test func balancedLinesAreOfOneLength() {
    #expect(LineBreaker(width: 20).balancedLines(of: "全市工业经济高质量发展大会") == ["全市工业经济高", "质量发展大会"])
    #expect(LineBreaker(width: 20).balancedLines(of: "短名") == ["短名"])
    #expect(LineBreaker(width: 4).lines(of: "") == [""])
  }
}
