import GraphModel
import Testing

/// Where the names of bodies, zones and companies begin and end, and what is none.
@Suite struct BodyBoundaryTests {
  @Test func collectivesOfALevelAreNoBodies() throws {
    let reading = try NameReading("岳西县召开会议。各县、市、区科技局,各县(市)区统战部,县区财政局,乡镇工作专班,各市安徽商会参加,县科技局作了汇报。")
    #expect(reading.names("Organization") == ["县科技局"])
  }

  @Test func pronounsNumbersAndDatesStandOutsideNames() throws {
    let reading = try NameReading("岳西县召开会议。我县林业局、38家协会参加,会议学习1月6日县安委会文件,四个临时党支部成立。")
    #expect(reading.names("Organization") == ["县林业局", "县安委会"])
  }

  @Test func centralWorkIsNoCentre() throws {
    let reading = try NameReading("岳西县召开会议,要紧扣县委中心工作,围绕县政府中心任务,县文旅中心作了发言。")
    #expect(
      !reading.names("Organization").contains { $0.hasSuffix("县委中心") || $0.hasSuffix("县政府中心") })
  }

  @Test func delegationsAreNoBodiesAndLeaveTheirRegion() throws {
    let reading = try NameReading("岳西县党政代表团赴嵊州市考察,岳西县委书记周东明带队。")
    #expect(reading.names("Organization").isEmpty)
    #expect(reading.names("Region") == ["岳西县", "嵊州市"])
  }

  @Test func partsOfStateBodiesAndCommitteesOfAssemblies() throws {
    let reading = try NameReading("岳西县召开会议,科技部火炬中心、县政协农业和资源环境委员会参加。")
    #expect(reading.names("Organization") == ["科技部火炬中心", "县政协农业和资源环境委员会"])
  }

  @Test func branchesServeThePlaceBeforeTheirEnding() throws {
    let reading = try NameReading("岳西县召开会议,国土岳西县分局、安庆市生态环境局岳西县分局参加。")
    #expect(reading.pairs("PART_OF").contains("国土岳西县分局→岳西县"))
    #expect(reading.pairs("PART_OF").contains("安庆市生态环境局岳西县分局→岳西县"))
  }

  @Test func merchantsOfOnePlaceInTwoOthersAreTwo() throws {
    let reading = try NameReading("岳西县举行恳谈会,深圳岳西商会、合肥岳西商会负责人参加。")
    #expect(reading.names("Organization") == ["深圳岳西商会", "合肥岳西商会"])
  }

  @Test func departmentsOfAZoneArePartOfIt() throws {
    let reading = try NameReading("岳西县召开会议,天堂湖经济开发区应急管理局、天堂湖经济开发区管委会参加。")
    #expect(reading.names("Zone") == ["天堂湖经济开发区"])
    #expect(reading.pairs("PART_OF").contains("天堂湖经济开发区应急管理局→天堂湖经济开发区"))
  }

  @Test func aZonesNameBeginsBehindTheBodyAndItsVerb() throws {
    let reading = try NameReading("岳西县政府一行来云杉国家高新区考察,参观了全域空港经济展厅,打造成为一流的商务新区。")
    #expect(reading.names("Zone") == ["云杉国家高新区"])
  }

  @Test func everydayWordsAloneMakeNoZoneExceptInARow() throws {
    let reading = try NameReading("岳西县召开会议,建设通用航空产业基地。检验检测产业园、人力资源产业园作了发言。")
    #expect(!reading.names("Zone").contains("通用航空产业基地"))
    #expect(reading.names("Zone").contains("检验检测产业园"))
  }

  @Test func theBareZoneIsTheOneWithAName() throws {
    let reading = try NameReading("岳西县召开会议。岳西经济开发区加快发展,经开区要勇挑重担,开发区管委会作汇报。")
    #expect(reading.names("Zone") == ["岳西经济开发区"])
  }

  @Test func coinedCompaniesBesideOthers() throws {
    let reading = try NameReading("岳西县调研组到华翔翔能、天堂新能源、博艾集团调研,对佰瑞鞋业、三鼎工具进行了考察。")
    #expect(
      reading.names("Enterprise") == ["华翔翔能", "天堂新能源", "博艾集团", "佰瑞鞋业"])
  }

  @Test func theWorksOfAPlaceAndTheBranchesOfABank() throws {
    let reading = try NameReading("岳西县召开会议,县供电公司、农发行安庆市分行参加,中国农业发展银行安庆市分行作发言,相关平台公司参加。")
    #expect(reading.names("Enterprise") == ["县供电公司", "农发行安庆市分行"])
  }

  @Test func visitedCompaniesStandWhereTheVisitWent() throws {
    let reading = try NameReading(
      "岳西县召开会议。周东明来到岳西经济开发区,察看了得丰电气、伊索科技等企业,随后来到来榜镇,走访了佰瑞鞋业有限公司。")
    #expect(reading.pairs("LOCATED_IN").contains("伊索科技→岳西经济开发区"))
    #expect(reading.pairs("LOCATED_IN").contains("佰瑞鞋业有限公司→来榜镇"))
  }
}
