import Extraction
import GraphModel
import Testing

@Suite struct TextStructureTests {
  private func sentences(_ string: String) -> [String] {
    let text = ScalarText(string)
    return TextStructure(text).sentences.map { text.string($0) }
  }

  private func quotations(_ string: String) -> [String] {
    let text = ScalarText(string)
    return TextStructure(text).quotations.map { "\($0.depth)" + text.string($0.inner) }
  }

  @Test func cutsAtStopsOfBothWidths() {
    #expect(sentences("会议召开。县长讲话!怎么干?抓落实；再落实;一定行！") == ["会议召开。", "县长讲话!", "怎么干?", "抓落实；", "再落实;", "一定行！"])
    #expect(sentences("  会议召开  \n\n　没有句号") == ["会议召开", "没有句号"])
    #expect(sentences("增长5.3%,Q.E.D.无句号") == ["增长5.3%,Q.E.D.无句号"])
    #expect(sentences("真的吗?!是!!") == ["真的吗?!", "是!!"])
    #expect(sentences("??县委书记??讲话。") == ["??县委书记??讲话。"])
  }

  @Test func keepsAStopTogetherWithTheClosingMark() {
    #expect(sentences("他说:“要实干。”会议结束。") == ["他说:“要实干。”", "会议结束。"])
    #expect(sentences("以“干!就干好。”的劲头抓工作。会后") == ["以“干!就干好。”的劲头抓工作。", "会后"])
    #expect(sentences("要“一抓到底;不松劲”。散会。") == ["要“一抓到底;不松劲”。", "散会。"])
    #expect(sentences("“甲。”“乙。”丙。") == ["“甲。”", "“乙。”", "丙。"])
  }

  @Test func readsTheSentencesOfASpeech() {
    let first = "开门就是奋斗,起步就是冲刺。"
    let second = "12号上午,县里召开动员会,对全年工作作出部署,为决胜全年添足后劲。"
    #expect(sentences("记者:“\(first)\(second)”会后讨论。") == ["记者:“\(first)", "\(second)”", "会后讨论。"])
  }

  @Test func isNotLedAstrayByAnOpenQuotation() {
    #expect(sentences("要抓“双招工作。会议强调,要落实。") == ["要抓“双招工作。", "会议强调,要落实。"])
  }

  @Test(arguments: [
    ("“甲”“乙”、‘丙’", ["0甲", "0乙", "0丙"]),
    ("“甲‘乙’丙”", ["0甲‘乙’丙", "1乙"]),
    ("“聚焦“甲”、聚力“乙””", ["0聚焦“甲”、聚力“乙”", "1甲", "1乙"]),
    ("扭转”甲没有”的局面", ["0甲没有"]),
    ("抓好“甲“,推进“乙”", ["0甲", "0乙"]),
    ("\"甲\"与\"乙\"", ["0甲", "0乙"]),
    ("「甲『乙』」", ["0甲『乙』", "1乙"]),
    ("甲”乙", []), ("甲“乙", []), ("", []), ("“”", ["0"]),
    ("“甲’乙”", ["0甲’乙"]),
    ("“甲\n乙”", []),
  ])
  func pairsQuotations(_ text: String, _ expected: [String]) {
    #expect(quotations(text) == expected)
  }

  @Test func findsWhatHoldsAPosition() {
    let structure = TextStructure("甲。乙。\n\n丙")
    #expect(structure.sentence(at: 0) == Span(0, 2))
    #expect(structure.sentence(at: 2) == Span(2, 4))
    #expect(structure.paragraph(at: 3) == Span(0, 4))
    #expect(structure.paragraph(at: 6) == Span(6, 7))
    #expect(TextStructure("").sentence(at: 0) == nil)
  }

  @Test(arguments: ["“", "”", "‘“", "\"", "。", "?", "“。", "“a”", "\n", "“”\n", ";", "“‘’"])
  func staysLinear(_ unit: String) {
    let text = ScalarText(String(repeating: unit, count: 50_000))
    let structure = TextStructure(text)
    #expect(structure.sentences.allSatisfy { $0.end <= text.count })
  }
}
