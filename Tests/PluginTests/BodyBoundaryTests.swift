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
    let reading = try NameReading("岳西县召开会议,科技部火炬中心、县政协农业和资源环境委员会参加,农业农村部种业管理司发来贺信。")
    #expect(reading.names("Organization") == ["科技部火炬中心", "县政协农业和资源环境委员会", "农业农村部种业管理司"])
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
    let reading = try NameReading("岳西县政府一行来云杉国家高新区考察,先后参观了全域空港经济展厅,打造成为一流的商务新区。")
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
    let reading = try NameReading("岳西县调研组到华翔翔能、天堂新能源、博艾集团调研,对佰瑞鞋业进行了考察,园区得丰电气等企业参加。")
    #expect(
      reading.names("Enterprise") == ["华翔翔能", "天堂新能源", "博艾集团", "佰瑞鞋业", "得丰电气"])
  }

  @Test func theWorksOfAPlaceAndTheBranchesOfABank() throws {
    let reading = try NameReading("岳西县召开会议,县供电公司、农发行安庆市分行参加,中国农业发展银行安庆市分行作发言,相关平台公司参加。")
    #expect(reading.names("Enterprise") == ["县供电公司", "农发行安庆市分行"])
  }

  @Test func aPlaceIsNoShortNameOfACompany() throws {
    let reading = try NameReading("岳西欣发源回收有限公司在岳西县开工。岳西要服务好企业,岳西县委书记周东明参加。")
    #expect(reading.names("Region") == ["岳西县"])
    let company = reading.findings.entities.first { $0.type == "Enterprise" }
    #expect(company?.surfaces.contains("岳西") == false)
  }

  @Test func visitedCompaniesStandWhereTheVisitWent() throws {
    let reading = try NameReading(
      "岳西县召开会议。周东明来到岳西经济开发区,察看了得丰电气、伊索科技等企业,随后来到来榜镇,走访了佰瑞鞋业有限公司。")
    #expect(
      reading.pairs("LOCATED_IN") == ["伊索科技→岳西经济开发区", "佰瑞鞋业有限公司→来榜镇", "得丰电气→岳西经济开发区"])
  }

  @Test func bareItemsBesideBodiesAreBodies() throws {
    let reading = try NameReading("岳西县召开会议,政府办、科技局、招商中心、土地储备中心等单位参加。")
    #expect(reading.names("Organization") == ["政府办", "科技局", "招商中心", "土地储备中心"])
    #expect(reading.pairs("PART_OF").contains("招商中心→岳西县"))
  }

  @Test func shortOfficesBeforeTheirHeadsArePartOfThePost() throws {
    let reading = try NameReading("岳西县召开会议,县纪委书记李向阳、县委办主任王立新参加,县政协办、县纪委监委作了发言。")
    #expect(reading.names("Organization") == ["县政协办", "县纪委监委"])
  }

  @Test func endingsThatOtherWordsShareAreBodiesBehindTheirField() throws {
    let reading = try NameReading("岳西县召开会议,安徽省经合办副主任林大海参加,由省发展改革委、省商务厅会审。")
    #expect(reading.names("Organization") == ["安徽省经合办", "省发展改革委", "省商务厅"])
  }

  @Test func namesBeginBehindTheHeadOfAnother() throws {
    let reading = try NameReading("岳西县召开会议,当代联合集团董事长章大鹏携一批山东省安徽商会会员参加。")
    #expect(reading.names("Organization") == ["山东省安徽商会"])
    #expect(reading.names("Enterprise") == ["当代联合集团"])
  }

  @Test func branchesArePartOfTheirBody() throws {
    let reading = try NameReading("岳西县代表团到中山市考察,中山市安徽商会、中山市安徽商会灯饰分会陪同,灯饰分会表示欢迎。")
    #expect(reading.names("Organization") == ["中山市安徽商会", "中山市安徽商会灯饰分会"])
    #expect(reading.pairs("PART_OF").contains("中山市安徽商会灯饰分会→中山市安徽商会"))
    #expect(reading.pairs("PART_OF").contains("中山市安徽商会→中山市"))
  }

  @Test func institutionsOfALevelAndOfATown() throws {
    let reading = try NameReading("岳西县召开会议,研究命名县博物馆为教育基地,来榜镇派出所、来榜市场监管所参加。")
    #expect(reading.names("Organization") == ["县博物馆", "来榜镇派出所", "来榜市场监管所"])
  }

  @Test func meetingsAndMembersOfStateBodiesAreNoBodies() throws {
    let reading = try NameReading("岳西县召开会议,传达学习中共中央政治局会议精神,国家安监总局通报了情况。")
    #expect(reading.names("Organization") == ["国家安监总局"])
  }

  @Test func aZoneIsNotWhatIsDoneToIt() throws {
    let reading = try NameReading("岳西县召开会议,为经济高质量发展贡献开发区力量,夯实开发区基础,获“中国茶叶产业基地”称号,建设“文化名城、工业新区”。")
    #expect(reading.names("Zone") == ["开发区"])
  }

  @Test func shortenedZonesJoinTheirNames() throws {
    let reading = try NameReading(
      "岳西县代表团考察江门市崖口新财富环保电镀产业园,代表团参观崖口电镀产业园。岳西县云龙天文小镇开工,未来天文小镇将接待游客。")
    #expect(reading.names("Zone") == ["江门市崖口新财富环保电镀产业园", "岳西县云龙天文小镇"])
  }

  @Test func zonesWithBracketsAndOwnParts() throws {
    let reading = try NameReading("岳西县召开会议,擦亮中德(安徽)创新园招牌,岳西县生态工业集聚区、县发改局、生态工业集聚区负责人参加。")
    #expect(reading.names("Zone") == ["中德(安徽)创新园", "岳西县生态工业集聚区"])
  }

  @Test func companiesBehindCountsZonesAndParticles() throws {
    let reading = try NameReading(
      "岳西县代表团与八家公司洽谈,到安徽的望福农产品集团、天堂湖经济开发区微型马达厂、于格酒业(安徽)有限公司考察,与湖南越大能源有限公司、合肥安胜企业管理有限公司签约。")
    #expect(
      reading.names("Enterprise") == ["望福农产品集团", "微型马达厂", "于格酒业(安徽)有限公司", "湖南越大能源有限公司", "合肥安胜企业管理有限公司"])
  }

  @Test func aGroupIsTheShortFormOfItsCompany() throws {
    let reading = try NameReading("岳西县举行仪式,安徽远城建设集团股份有限公司承办,安徽远城建设集团董事长陈林、远城建设集团副总经理程毅参加。")
    #expect(reading.names("Enterprise") == ["安徽远城建设集团股份有限公司"])
  }

  @Test func whatIsDoneWithABodyIsNoPartOfItsName() throws {
    let reading = try NameReading(
      "岳西县成立毛竹产业协会\n12月17日,岳西县毛竹产业协会成立大会举行。岳西县作为省会中心城区,将抢抓机遇。")
    #expect(reading.names("Organization") == ["岳西县毛竹产业协会"])
  }
}
