import GraphModel
import Testing

@Suite struct BodyTests {
  @Test func departmentsWithAndWithoutTheirLevel() throws {
    let reading = try NameReading("岳西县召开会议。发改局、统计局、人才办作交流发言,县经济和信息化局、县财政局参加,招商、工信部门跟踪落实,各有关部门参加。")
    #expect(reading.names("Organization") == ["发改局", "统计局", "人才办", "县经济和信息化局", "县财政局"])
    #expect(reading.pairs("PART_OF").contains("县财政局→岳西县"))
  }

  @Test func bodiesInATitleAreNone() throws {
    let reading = try NameReading("岳西县委书记周东明、县政协主席白玉洁出席。")
    #expect(reading.names("Organization").isEmpty)
  }

  @Test func aCommitteeAndItsZone() throws {
    let reading = try NameReading("岳西县召开会议,岳西县工业园区管委会作汇报。")
    #expect(reading.names("Organization") == ["岳西县工业园区管委会"])
    #expect(reading.names("Zone") == ["岳西县工业园区"])
    #expect(reading.pairs("PART_OF").contains("岳西县工业园区管委会→岳西县工业园区"))
  }

  @Test func zonesEndTheirNamesAtVerbsAndNumbers() throws {
    let reading = try NameReading("岳西县加快微纳智造小镇建设,积极参与G60科创走廊,建设5个中小企业集聚区,推动各园区提档升级,在县会议中心举行。")
    #expect(reading.names("Zone") == ["微纳智造小镇", "G60科创走廊"])
  }

  @Test func companiesByTheirFullNames() throws {
    let reading = try NameReading("岳西县举行仪式,县政府与重庆三江药业股份有限公司、本信电子科技(重庆)有限公司签约,走访了正益橡胶集团公司。三江药业董事长胡大海发言。")
    #expect(
      reading.names("Enterprise") == ["重庆三江药业股份有限公司", "本信电子科技(重庆)有限公司", "正益橡胶集团公司"])
    #expect(!reading.names("Region").contains("重庆市"))
    #expect(reading.posts.contains("胡大海→重庆三江药业股份有限公司 董事长"))
  }

  @Test func shortFormsOfFullNamesAreTheirCompanies() throws {
    let reading = try NameReading("江苏润德纺织集团有限公司、浙江远桥电子股份有限公司投产。润德集团、江苏润德扩产,远桥公司跟进,润德纺织获奖。")
    let surfaces = reading.findings.entities.filter { $0.type == "Enterprise" }.map(\.surfaces)
    #expect(surfaces == [["江苏润德", "润德纺织", "润德集团"], ["远桥公司"]])
  }

  @Test func aShortFormThatTwoCompaniesCouldHaveIsNoOnes() throws {
    let reading = try NameReading("江苏润德纺织有限公司、浙江润德电子有限公司投产。润德集团扩产,润德电子获奖。")
    let surfaces = reading.findings.entities.filter { $0.type == "Enterprise" }.map(\.surfaces)
    #expect(surfaces == [[], ["润德电子"], []])
  }

  @Test func companiesInListsThatSaySo() throws {
    let reading = try NameReading("岳西县召开会议。我县新亚化工、深泉科技、大川生物等企业先后上市,引进了一批企业。")
    #expect(reading.names("Enterprise") == ["新亚化工", "深泉科技", "大川生物"])
    #expect(reading.pairs("LOCATED_IN").contains("深泉科技→岳西县"))
  }

  @Test func aLevelWordInACompanysNameIsTheHomeRegion() throws {
    let reading = try NameReading("建德市召开大会,市五峰车业有限公司作了发言,各类有限公司参加。")
    #expect(reading.names("Enterprise") == ["市五峰车业有限公司"])
    #expect(reading.pairs("LOCATED_IN") == ["市五峰车业有限公司→建德市"])
    let surfaces = reading.findings.entities.first { $0.type == "Enterprise" }?.surfaces ?? []
    #expect(surfaces.contains("建德市五峰车业有限公司"))
  }

  @Test func bodiesThatTheirHeadsPostsRepeat() throws {
    let reading = try NameReading("县种子推广站站长王一鸣、甲乙勘测所副所长李大川、中科院计算所总工程师张思勤,青河走廊联席办常务副主任赵长庚出席。石泉县各部门参加。")
    #expect(reading.names("Organization") == ["县种子推广站", "甲乙勘测所", "中科院计算所", "青河走廊联席办"])
    #expect(
      reading.posts.filter { !$0.contains("石泉") }
        == ["王一鸣→县种子推广站 站长", "李大川→甲乙勘测所 副所长", "张思勤→中科院计算所 总工程师", "赵长庚→青河走廊联席办 常务副主任"].sorted())
    // A delegation and a team of no name are none.
    #expect(try NameReading("代表团团长王一鸣、驻村工作队队长李大川发言。").names("Organization").isEmpty)
  }

  @Test func assistantsOfHeadsHavePosts() throws {
    #expect(try NameReading("论坛上,光电研究所所长助理李大川发言。").posts == ["李大川→光电研究所 所长助理"])
  }

  @Test func bodiesOfAListOfWhichTheNumberIsTold() throws {
    let reading = try NameReading("石泉县召开会议。发展服务办公室、城管中队、环卫站、玉兰社区4个牵头单位依次发言。")
    #expect(reading.names("Organization") == ["发展服务办公室", "城管中队", "环卫站"])
    #expect(try NameReading("石泉县召开会议。各乡镇、各部门等30个单位参加。").names("Organization").isEmpty)
  }

  @Test func nationalBodiesInTheirShortAndFullForms() throws {
    let reading = try NameReading("全国工商联党组书记王一鸣出席,中华全国工商业联合会、中华全国归国华侨联合会主办,中国侨联副主席李大川、全国台联会长张思勤参加。")
    #expect(reading.names("Organization") == ["中华全国工商业联合会", "中华全国归国华侨联合会", "全国台联"])
    #expect(
      reading.posts
        == ["王一鸣→中华全国工商业联合会 党组书记", "李大川→中华全国归国华侨联合会 副主席", "张思勤→全国台联 会长"].sorted())
  }

  @Test func whoOrganizesAMeetingIsABody() throws {
    #expect(try NameReading("石泉县动员。2月21日上午,市住建局组织召开2016年总结表彰大会。").names("Organization") == ["市住建局"])
    #expect(try NameReading("石泉县动员。2月21日,在县文化馆组织召开。").names("Organization").isEmpty)
  }
}
