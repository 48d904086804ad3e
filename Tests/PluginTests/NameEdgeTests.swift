import GraphModel
import Testing

/// Names whose edges other words blur: left neighbours, brackets behind them, lists, short and long forms.
@Suite struct NameEdgeTests {
  @Test func bracketsGiveShortForms() throws {
    let reading = try NameReading(
      "岳西县举行论坛,省远山实业有限公司(简称远山控股)承办,岳西交通大学山建研究院(以下简称“山建院”)揭牌。远山控股总经理陈林致辞,山建院表示欢迎。")
    #expect(reading.names("Enterprise") == ["省远山实业有限公司"])
    #expect(reading.names("Organization").contains("岳西交通大学山建研究院"))
    let body = reading.findings.entities.first { $0.name == "岳西交通大学山建研究院" }
    #expect(body?.mentions.count == 3)
  }

  @Test func anotherPlacesLevelWordIsNotTheHomeRegion() throws {
    let reading = try NameReading("岳西县召开座谈会,海州市九云芯科技有限公司创始人陈洪、翠云食品中国区总裁林大海参加。")
    #expect(reading.names("Enterprise") == ["海州市九云芯科技有限公司", "翠云食品"])
    #expect(reading.pairs("LOCATED_IN").isEmpty)
  }

  @Test func aPersonBetweenTwoGroupsIsNoPartOfAName() throws {
    let reading = try NameReading("岳西县举行仪式,远华建材集团总裁何海平等集团领导参加,远山纺织有限公司全资子公司签约。")
    #expect(reading.names("Enterprise") == ["远华建材集团", "远山纺织有限公司"])
  }

  @Test func endingsAndGroupsOfOneBrandAreOneCompany() throws {
    let joined = try NameReading("岳西县举行仪式,安徽省鼎山实业有限公司、安徽省鼎山实业集团、鼎山集团负责人参加。")
    #expect(joined.names("Enterprise") == ["安徽省鼎山实业有限公司"])
    let placed = try NameReading("岳西县召开会议。书记来到合肥市龙溪集团,龙溪集团负责人介绍了情况。")
    #expect(placed.names("Enterprise") == ["合肥市龙溪集团"])
  }

  @Test func banksAreCalledAfterTheirPlaces() throws {
    let reading = try NameReading("岳西县召开会议,芜湖银行、县农商银行参加,银行业协会协办。")
    #expect(reading.names("Enterprise") == ["芜湖银行", "县农商银行"])
  }

  @Test func listsSayInManyWaysThatTheyAreOfCompanies() throws {
    let reading = try NameReading(
      "岳西县召开会议。听取了岳西百拓新能、远玛电池等12家与会重点工业企业意见,到天河领航科技、一源皂角综合开发利用等企业和项目现场调研。")
    #expect(reading.names("Enterprise") == ["岳西百拓新能", "远玛电池", "天河领航科技"])
  }

  @Test func housesCalledAfterACompanyAreNone() throws {
    let reading = try NameReading("岳西县在万达铂尔曼酒店召开会议,万达集团副总裁陈林到会,腾讯大厦、华润万家开业。")
    #expect(reading.names("Enterprise") == ["万达集团"])
  }

  @Test func groupsOfTheStateHaveOneNameWithAndWithoutIt() throws {
    let reading = try NameReading("岳西县代表团会见了诚远集团、中石化等企业领导,与中国诚远集团、中石化集团对接。")
    #expect(reading.names("Enterprise") == ["中国诚远集团", "中石化集团"])
  }

  @Test func whoSignsAndBuildsIsACompany() throws {
    let reading = try NameReading("岳西县与合肥美远生物科技签订合作协议,安徽益山药业(600999)董事长陈林参加。")
    #expect(reading.names("Enterprise") == ["合肥美远生物科技", "安徽益山药业"])
  }

  @Test func companiesWhoseNamesBeginAsBodiesDoAreNoBodies() throws {
    let reading = try NameReading("岳西县召开会议,招商局集团、中国远洋研究院集团安徽有限公司与会。")
    #expect(reading.names("Organization").isEmpty)
    #expect(reading.names("Enterprise").contains("招商局集团"))
  }

  @Test func namesOfBodiesGoOnBeforeAnAnd() throws {
    let reading = try NameReading("岳西县召开会议,中国国际农业与水土工程科学研究院、合肥交通大学远泰经济与管理学院参加,县文联与县作协承办。")
    #expect(
      reading.names("Organization") == ["中国国际农业与水土工程科学研究院", "合肥交通大学远泰经济与管理学院", "县文联", "县作协"])
  }

  @Test func associationsOfEverydayWordsBeforeTheirHeads() throws {
    let reading = try NameReading("岳西县召开会议,县家具商会会长李平、电子商务协会会长王志、旅游协会会长陈林发言,各级旅游协会参加。")
    #expect(reading.names("Organization") == ["县家具商会", "电子商务协会", "旅游协会"])
  }

  @Test func aNameSeenElsewhereDecidesWhereItBegins() throws {
    let reading = try NameReading("岳西县召开会议,徽远总会、远山公司参加。王立新接棒徽远总会会长,徽远总会表示祝贺。")
    #expect(reading.names("Organization") == ["徽远总会"])
  }

  @Test func departmentsOfAListShareThePlaceOfTheFirst() throws {
    let reading = try NameReading("岳西县举行仪式,岳西县委书记周东明参加,安庆市发改委、教育局、科技局负责人到会,财政局作汇报。")
    #expect(reading.pairs("PART_OF").contains("教育局→安庆市"))
    #expect(reading.pairs("PART_OF").contains("科技局→安庆市"))
    #expect(reading.pairs("PART_OF").contains("财政局→岳西县"))
  }

  @Test func assembliesAreNamedByTheirTerm() throws {
    let reading = try NameReading("岳西县召开会议,林霞受政协岳西县第八届委员会常务委员会委托作报告,学习十八届三中、四中全会精神。")
    #expect(reading.names("Organization") == ["政协岳西县第八届委员会常务委员会"])
  }

  @Test func sentencesAreNoBodies() throws {
    let reading = try NameReading("岳西县召开会议,县委书记毕远伟作重要讲话县委副书记王庆主持,区党工委书记卞远军会办重点工作。")
    #expect(reading.names("Organization").isEmpty)
  }

  @Test func aimsOldHousesAndVerbsAreNoZones() throws {
    let reading = try NameReading(
      "岳西县召开会议,要建设成为滨河增长极、乡村振兴示范区、共同富裕示范区,推进城区老旧片区改造,进一步助推光谷发展。")
    #expect(reading.names("Zone").allSatisfy { !$0.contains("示范区") && !$0.contains("片区") && !$0.contains("助推") })
  }

  @Test func aZoneOfAZoneIsPartOfIt() throws {
    let reading = try NameReading("岳西县经济开发区十里工业园举行仪式,岳西十里工业园14个项目开工,会议对十里工业园表示祝贺。")
    #expect(reading.names("Zone") == ["岳西县经济开发区", "岳西县经济开发区十里工业园"])
    #expect(reading.pairs("PART_OF").contains("岳西县经济开发区十里工业园→岳西县经济开发区"))
  }

  @Test func everydayWordsBeforeAPlaceLeadUpToAZone() throws {
    let reading = try NameReading("岳西县召开会议。全县规划布局岳西新能源产业园(来榜片区)等园区。")
    #expect(reading.names("Zone") == ["岳西新能源产业园(来榜片区)"])
  }
}

extension NameEdgeTests {
  @Test func whatKindOfCompanyItIsStandsBeforeItsName() throws {
    let reading = try NameReading("岳西县召开会议,香港上市公司远华能源集团有限公司、电商阿里巴巴集团参加,科研院所和云米等科技型企业发言。")
    #expect(reading.names("Enterprise") == ["远华能源集团有限公司", "阿里巴巴集团", "云米"])
  }

  @Test func aBodysPartsArePartOfIt() throws {
    let reading = try NameReading("岳西县举行仪式,岳西医学院、岳西医学院葡萄酒学院、岳西医学院宣传处承办,县委组织部、县葡萄与葡萄酒局参加。")
    #expect(reading.pairs("PART_OF").contains("岳西医学院葡萄酒学院→岳西医学院"))
    #expect(reading.pairs("PART_OF").contains("县委组织部→岳西县"))
    #expect(reading.names("Organization").contains("县葡萄与葡萄酒局"))
  }

  @Test func whatIsToBecomeABodyIsNone() throws {
    let reading = try NameReading("岳西县企业家商会召开大会,全力打造暖心商会、创新商会、品牌商会,把岳西县企业家商会办成一流商会。")
    #expect(reading.names("Organization") == ["岳西县企业家商会"])
  }

  @Test func aLongEndingThatTheDocumentRepeatsIsAZone() throws {
    let reading = try NameReading("省委督察组来大数据产业园督查。大数据产业园负责人介绍情况,要支持循环经济产业园发展。")
    #expect(reading.names("Zone") == ["大数据产业园"])
  }

  @Test func whoIsNamedBeforeAZoneIsNoPartOfIt() throws {
    let reading = try NameReading("岳西县召开座谈会,县委常委林远生和县产业园管委会负责人参加。县高新区副主任邓小湲作园区平台推介。")
    #expect(reading.names("Zone").allSatisfy { !$0.contains("林远生") && !$0.contains("邓小湲") })
    #expect(reading.names("Zone").contains("县高新区"))
  }

  @Test func aZonesNameMayBeginAsAPrepositionDoes() throws {
    #expect(try NameReading("8月1日,岳西县向塘开发区召开大会。").names("Zone").contains { $0.hasSuffix("向塘开发区") })
  }

  @Test func whatAPlaceShallBecomeIsNoZone() throws {
    let reading = try NameReading("岳西县召开会议,符合岳西县休闲食品之都、智能制造集聚区、乡村振兴示范区的发展定位。岳西经济开发区要冲刺国家级高新区。")
    #expect(reading.names("Zone") == ["岳西经济开发区"])
  }

  @Test func theZonesOfAllCountiesAreNoOnes() throws {
    #expect(try NameReading("安庆市召开大会,各县(市、区)、开发区党政主要领导参加。").names("Zone").isEmpty)
    #expect(try NameReading("安庆市召开大会,各县(市、区)、经开区主要负责人参加。").names("Zone") == ["经开区"])
  }

  @Test func sidesOfATownNameZones() throws {
    #expect(try NameReading("岳西县召开大会,县教育局、城南经济新区、岳西经济开发区作了发言。").names("Zone") == ["城南经济新区", "岳西经济开发区"])
  }

  @Test func aCompanyCalledAfterTheHomeRegionStandsThere() throws {
    let reading = try NameReading("岳西县召开座谈会。县长走访了岳西弘阳陶瓷有限公司,岳西弘阳陶瓷公司要做强。")
    #expect(reading.pairs("LOCATED_IN").contains { $0.hasSuffix("→岳西县") })
    #expect(
      try NameReading("岳西县召开座谈会。县长走访了华远水泥岳西公司。").pairs("LOCATED_IN").contains { $0.hasSuffix("→岳西县") })
  }

  @Test func zonesBeginBehindRanksDotsAndLetters() throws {
    #expect(try NameReading("招远市召开会议。国家级招远经济技术开发区商会成立。").names("Zone") == ["招远经济技术开发区"])
    #expect(try NameReading("湘潭县召开会议。深圳·湘潭县·湘潭天大经开区招商推介会举行。").names("Zone") == ["湘潭天大经开区"])
    #expect(try NameReading("湘潭县召开会议。开发区负责人做了PPT园区推介,有关开发区负责人随团考察。").names("Zone") == ["开发区"])
  }

  @Test func aNameThatIsAWordStandsWhereANameMust() throws {
    let reading = try NameReading("石泉县召开会议。县领导黄金锡、张健出席,县委书记黄河、县长江山参加。副县长叶伟达到会,县领导高度重视、亲自部署。")
    #expect(reading.names("Person") == ["黄金锡", "张健", "黄河", "江山", "叶伟达"])
  }

  @Test func aVerbOfThreeCharactersIsNotCut() throws {
    let reading = try NameReading("石泉县召开会议。石泉粮食集团总裁郑武派代表出席,县财政局局长李文化派员参加。")
    #expect(reading.names("Person") == ["郑武", "李文化"])
  }
}
