import Extraction
import GraphModel
import Testing

struct WordLatticeTests {
  private func words(_ text: ScalarText) -> [String] { WordLattice(text).tokens.map { text.string($0.span) } }

  @Test func readsATextAsItsWords() {
    #expect(words("加快微纳智造小镇建设,推进改革。") == ["加快", "微", "纳", "智", "造", "小镇", "建设", ",", "推进", "改革", "。"])
  }

  @Test func weighsAStretchAsAName() {
    let lattice = WordLattice("卢春强强调工业")
    let cost: Int32 = 70
    #expect(lattice.excess(of: Span(0, 3), cost: cost) < 0)
    #expect(lattice.excess(of: Span(0, 3), cost: cost) < lattice.excess(of: Span(0, 2), cost: cost - 20))
  }

  @Test func readsALongTextAsItsSentences() {
    // Many words overlap in it.
    let sentence = "中华人民共和国国务院常务会议工作报告。"
    let long = words(ScalarText(String(repeating: sentence, count: 300)))
    #expect(long == Array(repeating: words(ScalarText(sentence)), count: 300).flatMap { $0 })
  }

  @Test func survivesAnEmptyText() {
    #expect(WordLattice("").tokens.isEmpty)
    #expect(WordLattice("").excess(of: Span(0, 0), cost: 3) == 3)
  }

  @Test func knowsWhereWordsMustBreak() {
    let lattice = WordLattice("部署工作")
    #expect(lattice.boundaryExcess(at: 2) == 0)
    #expect(lattice.boundaryExcess(at: 1) > 0)
    #expect(lattice.token(at: 3).span == Span(2, 4))
    #expect(lattice.token(at: 3).wordClass == .noun)
  }
}
