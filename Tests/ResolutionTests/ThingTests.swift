import GraphModel
import Resolution
import Testing

/// Enterprises, meetings, programs, projects and types of plug-ins that nobody knows.
@Suite struct ThingTests {
  private func company(_ number: Int, _ name: String, _ surfaces: [String] = [], in code: String? = "330109") -> Draft {
    var draft = Draft(number)
    let company = draft.add("Enterprise", name, surfaces)
    if let code { draft.relate(company, "LOCATED_IN", draft.region("萧山区", code, ["萧山"])) }
    return draft
  }

  @Test func aShortFormBelongsToTheOneCompanyItOpens() {
    let drafts = [company(1, "浙江东屹新材料股份有限公司"), company(2, "东屹新材")]
    #expect(groups(drafts, of: "Enterprise") == [["1 浙江东屹新材料股份有限公司", "2 东屹新材"]])
    #expect(groups(drafts + [company(3, "东屹新材", in: "610922")], of: "Enterprise").count == 2)
  }

  @Test func aShortFormThatOpensTwoCompaniesStaysAlone() {
    let drafts = [company(1, "浙江东屹新材料有限公司"), company(2, "浙江东屹机械有限公司"), company(3, "东屹")]
    #expect(groups(drafts, of: "Enterprise").count == 3)
  }

  @Test func registeredNamesAreOneEverywhere() {
    let drafts = [company(1, "浙江东屹新材料有限公司"), company(2, "浙江東屹新材料有限公司", in: nil)]
    #expect(groups(drafts, of: "Enterprise").count == 1)
  }

  @Test func aNameCutOffByAPlaceWordIsTheRegionsOwn() {
    let drafts = [company(1, "区四海车业有限公司", ["萧山区四海车业有限公司"]), company(2, "四海车业")]
    #expect(groups(drafts, of: "Enterprise").count == 1)
    #expect(groups([company(1, "区四海车业有限公司"), company(2, "区四海车业有限公司", in: "610922")], of: "Enterprise").count == 2)
  }

  @Test func townAndCountySayTheSameOfACompany() {
    #expect(groups([company(1, "东屹新材", in: "330109104"), company(2, "东屹新材")], of: "Enterprise").count == 1)
  }

  private func meeting(_ number: Int, _ title: String, _ date: String?, code: String = "370784") -> Draft {
    var draft = Draft(number)
    draft.meeting(title, of: draft.region("安丘市", code, ["安丘"]), date: date)
    return draft
  }

  @Test func meetingsAreOneByTitleRegionAndDate() {
    let drafts = [
      meeting(1, "全市工业大会", "2021-03-04"), meeting(2, "安丘市工业大会", "2021-03-04"), meeting(3, "全市工业大会", "2022-03-04"),
      meeting(4, "全市工业大会", "2021-03-04", code: "130982"),
    ]
    #expect(
      groups(drafts, of: "Meeting") == [["1 全市工业大会", "2 安丘市工业大会"], ["3 全市工业大会"], ["4 全市工业大会"]])
  }

  @Test func aLessExactDateFindsTheOnlyMeetingItFits() {
    let exact = meeting(1, "全市工业大会", "2021-03-04")
    #expect(groups([exact, meeting(2, "全市工业大会", "--03-04")], of: "Meeting").count == 1)
    #expect(groups([exact, meeting(2, "全市工业大会", "2021-03")], of: "Meeting").count == 1)
    #expect(groups([exact, meeting(2, "全市工业大会", "2021-04")], of: "Meeting").count == 2)
    let other = meeting(3, "全市工业大会", "2021-03-18")
    #expect(groups([exact, other, meeting(2, "全市工业大会", "2021-03")], of: "Meeting").count == 3)
  }

  @Test func undatedMeetingsComeRoundEveryYearAndStayApart() {
    #expect(groups([meeting(1, "全市工业大会", nil), meeting(2, "全市工业大会", nil)], of: "Meeting").count == 2)
    let sessions = [meeting(1, "市委五届九次全会", nil), meeting(2, "市委五届九次全会", nil), meeting(3, "市委五届十次全会", nil)]
    #expect(groups(sessions, of: "Meeting").count == 2)
  }

  @Test func numberedMeetingsOfOneDayStayTwo() {
    let drafts = [meeting(1, "第30次市长办公会", "2021-03-04"), meeting(2, "第31次市长办公会", "2021-03-04")]
    #expect(groups(drafts, of: "Meeting").count == 2)
  }

  private func program(_ number: Int, _ name: String, _ surfaces: [String] = [], by code: String = "370784") -> Draft {
    var draft = Draft(number)
    let program = draft.add("Program", name, surfaces)
    draft.relate(draft.region("某地", code), "PURSUES", program)
    return draft
  }

  @Test func programsAreSharedByRegions() {
    let drafts = [
      program(1, "“双招双引”工作", ["“双招双引”"]), program(2, "「雙招雙引」", by: "130982"), program(3, "“三服务”活动"),
    ]
    #expect(groups(drafts, of: "Program").map(\.count) == [2, 1])
  }

  @Test(arguments: ["“355”工程", "“十四五”规划", "招商引资“一号工程”", "第三批重点项目攻坚行动"])
  func everyRegionNumbersItsOwnPrograms(name: String) {
    #expect(groups([program(1, name), program(2, name)], of: "Program").count == 1)
    #expect(groups([program(1, name), program(2, name, by: "130982")], of: "Program").count == 2)
  }

  @Test func phasesOfAProjectStayApartThoughTheyShareAShortForm() {
    let drafts = ["云海产业园一期", "云海产业园二期"].enumerated().map { index, name in
      var draft = Draft(index + 1)
      let project = draft.add("Project", name, ["云海产业园"])
      draft.relate(project, "LOCATED_IN", draft.region("安丘市", "370784"))
      return draft
    }
    #expect(groups(drafts, of: "Project").count == 2)
  }

  @Test func typesNobodyKnowsAreOneByName() {
    let drafts = ["红旗渠", "紅旗渠", "都江堰"].enumerated().map { index, name in
      var draft = Draft(index + 1)
      draft.add("Waterway", name)
      return draft
    }
    #expect(groups(drafts, of: "Waterway").map(\.count) == [2, 1])
    #expect(Resolver.claims(of: drafts[0].findings).map(\.isExact) == [true])
  }

  @Test func namesCannotForgeKeys() {
    var draft = Draft(1)
    draft.add("Waterway", "甲@370784/乙#0")
    #expect(keys([draft], of: "Waterway") == ["Waterway:甲%40370784%2F乙%230"])
  }

  @Test func numbersOfDocumentsDecideOnlyWhereNamesLeaveAChoice() {
    #expect(!Resolver.isWeighed(names: ["甲市发改委"], type: "Organization"))
    #expect(!Resolver.isWeighed(names: ["润德纺织", "江苏润德纺织有限公司"], type: "Enterprise"))
    #expect(Resolver.isWeighed(names: ["润德纺织厂", "润徳纺织厂", "润德"], type: "Enterprise"))
    #expect(Resolver.isWeighed(names: ["甲某", "甲某某"], type: "Person"))
    #expect(!Resolver.isWeighed(names: ["甲某"], type: "Person"))
  }
}
