import Extraction
import GraphModel
import Regions
import Testing

/// Whose document it is, where guests, venues and names of other kinds are named too.
@Suite struct HomeRegionTests {
  private func read(_ text: String) throws -> ExtractionContext {
    let scalars = ScalarText(text)
    let document = Document(
      id: DocumentID("0"), name: "test", metadata: DocumentMetadata(published: PartialDate("2019-05-20")),
      source: scalars, text: scalars, folded: Folding.fold(scalars), offsets: .identity(count: scalars.count),
      removals: [])
    let context = ExtractionContext(document: document)
    try context.run(try RegionsPlugin())
    return context
  }

  private func home(_ text: String) throws -> String? {
    let context = try read(text)
    return context.deixis.home.map { context.name(of: $0) }
  }

  @Test func guestsOfTheHomeRegionAreNotIt() throws {
    #expect(
      try home("青岛市市南区经贸考察团赴我市进行考察。座谈会上,市领导致辞。向阳区区长推介了向阳区的项目,佳木斯东风区也作了介绍。") == "佳木斯市")
    #expect(try home("近日,莒县县委书记率党政代表团一行来我县考察交流,县委书记陪同。代表团来到沂水县工业园。") == "沂水县")
  }

  @Test func whereAMeetingAwayFromHomeIsHeldIsNotIt() throws {
    #expect(
      try home("许昌优势产业推介暨项目签约仪式在上海举行。市委书记率团赴沪,在上海举行许昌优势产业推介暨项目签约仪式。上海市政府合作交流办、上海市客商代表参加。在上海期间,市委书记走访了客商。")
        == "许昌市")
    // A meeting of several regions is at home in the one that holds it.
    #expect(try home("许昌、漯河合作推介会在漯河举行。漯河市委书记致辞,市长作推介,全市各部门参加。") == "漯河市")
  }

  @Test func aHomeThatStandsInOtherNamesOnlyIsFound() throws {
    #expect(try home("6月10日,团风县委书记一行来我市考察交流,我市市委书记陪同。代表团先后到大山武穴港区、某某新材料产业园考察。") == "武穴市")
  }

  @Test func guestsTellTheHostByTheFirstOfItsName() throws {
    #expect(
      try home("9月19日,北京温州商会会长带领考察团来瑞考察。市委书记主持召开座谈会。考察团来到江南新区。市委书记指出,瑞安文化底蕴深厚。") == "瑞安市")
    #expect(try home("上海统一战线调研组到我省调研并召开座谈会。上海市委统战部部长,云南省委统战部部长在座谈会上讲话。") == "云南省")
  }

  @Test func aDelegationAtAFairIsFromHome() throws {
    #expect(try home("9月20日,西部国际博览会在四川成都开幕,市委副书记马大成率领平凉代表团参会。") == "平凉市")
  }

  @Test func theHeadOfAnotherCityIsNamedInFull() throws {
    #expect(try home("奠基揭牌仪式今天举行。市委书记刘大刚,市长张大军,北安市委书记姜大福等出席奠基揭牌仪式。") == "黑河市")
    #expect(try home("奠基揭牌仪式今天举行。北安市委书记姜大福出席,市长张大军主持。北安市要加快发展。") == "北安市")
  }

  @Test func nationalMediaAreNotOfTheRegionTheyAreCalledAfter() throws {
    #expect(try home("中国台湾网3月20日讯 3月18日晚,汕头市举行就职典礼。汕头市委常委出席典礼并致辞。") == "汕头市")
  }

  @Test func aGarrisonIsItsRegions() throws {
    #expect(try home("7月29日,我市召开双拥工作会议。市委书记讲话,贵港军分区司令员出席会议。") == "贵港市")
  }

  @Test func aNameThatIsAWordIsTheHomeOfOurCounty() throws {
    #expect(try home("来自各地的新化籍商会负责人回乡考察。县长介绍了我县情况。商会感谢县委、县政府重视新化教育。") == "新化县")
  }

  @Test func aPlaceAtTheHeadOfAPersonsNameIsNone() throws {
    #expect(try home("12月18日,园区举行开工仪式。市委常委、政法委书记徐闻达参加仪式,县长宁远山出席。") == nil)
    #expect(try home("出席会议的有市委常委、市统战部部长沙大林,市经信委主任李大新。") == nil)
  }

  @Test func everydayWordsAreNoTowns() throws {
    #expect(try read("部分乡镇负责人参会。会议研究小城镇建设工作,加快小城镇发展。").findings().entities.isEmpty)
    #expect(try read("夷陵区分乡镇、龙泉镇负责人参会。").findings().entities.map(\.name).contains("分乡镇"))
  }
}
