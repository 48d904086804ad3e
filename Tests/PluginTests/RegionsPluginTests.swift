import Extraction
import GraphModel
import Regions
import Testing

/// What the plug-in finds in a text.
private struct Reading {
  let context: ExtractionContext

  init(_ text: String, published: String? = nil, title: String? = nil, source: String? = nil) throws {
    let scalars = ScalarText(text)
    let metadata = DocumentMetadata(title: title, published: published.flatMap { PartialDate($0) }, source: source)
    let document = Document(
      id: DocumentID("0"), name: "test", metadata: metadata, source: scalars, text: scalars,
      folded: Folding.fold(scalars), offsets: .identity(count: scalars.count), removals: [])
    context = ExtractionContext(document: document)
    try context.run(try RegionsPlugin())
  }

  var findings: Findings { context.findings() }
  var names: [String] { findings.entities.map(\.name).sorted() }
  var home: String? { context.deixis.home.map { context.name(of: $0) } }
  var parts: [String] {
    let entities = findings.entities
    return findings.relations.map { entities[$0.from].name + "<" + entities[$0.to].name }.sorted()
  }
  func word(_ word: String) -> String? { context.deixis.byWord[word].map { context.name(of: $0) } }
}

@Suite struct RegionsPluginTests {
  @Test func shortFormsGetTheOfficialNameOfTheDate() throws {
    let old = try Reading("近日,全市工作会议在临安召开,市委书记出席。临安要加快发展。", published: "2014-03-02")
    #expect(old.names == ["临安市"])
    let new = try Reading("近日,全区工作会议在临安召开,区委书记出席。临安要加快发展。", published: "2019-03-02")
    #expect(new.names == ["临安区"])
    let surfaces = new.findings.entities.first?.surfaces
    #expect(surfaces == ["临安"])
  }

  @Test func placeWordsPointToTheHomeRegion() throws {
    let city = try Reading("宿迁市委书记强调,全市上下要奋发有为。省委部署。沭阳县、泗阳县作了发言。", published: "2020-03-19")
    #expect(city.home == "宿迁市")
    #expect(city.word("市") == "宿迁市")
    #expect(city.word("省") == "江苏省")
    #expect(city.parts == ["宿迁市<江苏省", "沭阳县<宿迁市", "泗阳县<宿迁市"])
    let county = try Reading("建德召开大会。市委书记说,我市工业逆势增长,得到杭州市委肯定,增幅居杭州第四。乾潭镇发言。", published: "2021-03-05")
    #expect(county.home == "建德市")
    #expect(county.word("市") == "建德市")
    #expect(county.parts == ["乾潭镇<建德市", "建德市<杭州市"])
  }

  @Test func aCityIsInferredFromItsCounties() throws {
    let reading = try Reading("今天召开全市会议。市委要求,石泉县、汉阴县、汉滨区和旬阳市要向西安学习。我市要努力。", published: "2021-10-20")
    #expect(reading.home == "安康市")
    let home = reading.findings.entities.first { $0.name == "安康市" }
    #expect(home?.properties["inferred"] == true)
    #expect(home?.mentions.isEmpty == false)
    #expect(reading.parts.contains("旬阳市<安康市"))
  }

  @Test func aCountyIsInferredFromItsTowns() throws {
    let reading = try Reading("5月28日,县长主持召开县政府常务会议。乔楼乡、柳河镇、石桥镇要压实责任。全县要行动起来。", published: "2019-05-29")
    #expect(reading.home == "宁陵县")
    #expect(reading.parts == ["乔楼乡<宁陵县", "柳河镇<宁陵县", "石桥镇<宁陵县"])
  }

  @Test func theSourceLineTellsTheHomeRegion() throws {
    let reading = try Reading("2月20日,市委常委会召开会议,研究我市贯彻意见。", published: "2021-02-22", source: "三门峡日报")
    #expect(reading.home == "三门峡市")
    let district = try Reading("17日,我区召开推进会。区委书记讲话。寸滩街道发言。", published: "2016-10-18", source: "江北报")
    #expect(district.home == "江北区")
    #expect(district.parts.contains("寸滩街道<江北区"))
  }

  @Test func townDocuments() throws {
    let reading = try Reading(
      "2月6日,沙溪镇召开全镇经济工作会议。镇党委书记讲话,镇长主持。市委常委到会指导。太仓市华东铸钢有限公司获评先进。半泾村、涂松村获评先进村。", published: "2017-02-07")
    #expect(reading.home == "沙溪镇")
    #expect(reading.word("市") == "太仓市")
    #expect(reading.names == ["半泾村", "太仓市", "沙溪镇", "涂松村"].sorted())
    #expect(reading.parts.contains("沙溪镇<太仓市"))
    #expect(reading.parts.contains("半泾村<沙溪镇"))
  }

  @Test func regionsInsideOtherNamesAreNone() throws {
    let reading = try Reading(
      "会上,重庆三峡云海药业股份有限公司、本信电子科技(重庆)有限公司、北京招商局、浙江大学、中国农业银行绍兴分行负责人王永康、张安康发言,与会人员走过南京路。",
      published: "2020-08-15")
    #expect(reading.names == [])
  }

  @Test func bodiesAndListsNameRegions() throws {
    let reading = try Reading("全省会议召开,省委书记讲话。旬阳市政府、岚皋县委、浙江省商务厅发言,各县(市、区)参加,每个县、区都要行动。", published: "2022-08-15")
    #expect(reading.names.contains("旬阳市"))
    #expect(reading.names.contains("岚皋县"))
    #expect(reading.names.contains("浙江省"))
    #expect(!reading.names.contains("各县"))
  }

  @Test func commonWordsNeedContext() throws {
    let words = try Reading("要加强合作,整合资源,推动发展,公安机关和平安建设,召开县委会议,实现工业兴县,代县长讲话,创新和政府。", published: "2020-08-15")
    #expect(words.names == [])
    let list = try Reading("桂林市会议召开,兴安、资源、灌阳等县发言。", published: "2020-08-15")
    #expect(list.names.contains("资源县"))
  }

  @Test func aWordThatIsUsedAsAPlaceIsOne() throws {
    let county = try Reading("我县与某银行南平市分行就在光泽设立支行座谈。县委书记说,光泽有好山好水,县长介绍了情况。")
    #expect(county.home == "光泽县")
    // Nothing of the kind where the word is a word.
    let other = try Reading("我县与某银行南平市分行座谈。县委书记说,产品光泽好,要保持光泽,县长介绍了情况。")
    #expect(!other.names.contains("光泽县"))
  }

  @Test func aPlaceBeforeAProjectIsThePlaceOfItsFirm() throws {
    let reading = try Reading("会上签约了深圳华芯硅基微显示项目、常州莫氏(沭阳)石窟展示中心项目。沭阳县委书记讲话。")
    #expect(reading.names == ["沭阳县"])
    #expect(try Reading("沭阳县推进重大项目,深圳加快建设新项目。").names.contains("深圳市"))
  }

  @Test func oneCharacterForms() throws {
    let reading = try Reading("总书记来陕考察,客商来渝投资,推进融杭发展,组团赴浙招商,服务在京企业。", published: "2020-08-15")
    #expect(reading.names == ["北京市", "杭州市", "浙江省", "重庆市", "陕西省"].sorted())
    #expect(try Reading("在新时代,在云计算中心,在海上,入川菜馆,来青年中间。").names == [])
    #expect(try Reading("承接苏浙沪产业转移。").names == ["上海市", "江苏省", "浙江省"].sorted())
  }

  @Test func traditionalScriptIsKept() throws {
    let reading = try Reading("云陽召開動員大會,縣委書記出席,全縣上下行動。江口鎮、南溪鎮授牌。云陽縣必勝。", published: "2020-08-15")
    #expect(reading.names == ["云陽縣", "南溪鎮", "江口鎮"].sorted())
    #expect(reading.parts == ["南溪鎮<云陽縣", "江口鎮<云陽縣"].sorted())
  }

  @Test func townsShareNames() throws {
    let reading = try Reading("秀山土家族苗族自治县会议召开,全县行动,县长到清溪场镇、平凯街道、石堤镇调研。", published: "2020-08-15")
    #expect(reading.parts.filter { $0.hasSuffix("<秀山土家族苗族自治县") }.count >= 2)
  }

  @Test func severalYearsOfOneCounty() throws {
    #expect(try Reading("旬阳县召开会议,全县行动。", published: "2018-05-01").names == ["旬阳县"])
    #expect(try Reading("旬阳召开会议,全市行动,市委书记讲话。", published: "2022-05-01").names == ["旬阳市"])
    // The old name in a later text is a form of the new one.
    #expect(try Reading("临安区召开会议,全区行动。原临安市企业发展快。", published: "2021-05-01").names == ["临安区"])
  }

  @Test func nothingToFind() throws {
    #expect(try Reading("").names == [])
    #expect(try Reading("会议强调要抓好落实。").names == [])
    #expect(try Reading("会议强调要抓好落实。").home == nil)
  }

  @Test func aCountyLevelCityIsToldFromTheCityAbove() throws {
    let reading = try Reading(
      "市政府召开全体会议。市委书记强调,我市正处于加快发展的关键时期,全市完成生产总值57.7亿元,增幅在衡阳市十二个县市(区)中排第四。常宁要抓住机遇。", published: "2010-07-23")
    #expect(reading.home == "常宁市")
    #expect(reading.word("市") == "常宁市")
  }

  @Test func theCountyOfATownIsToldByTheTown() throws {
    let reading = try Reading("麻塘镇召开秋冬季重点工作部署会。镇党委书记主持会议。洪山村、西湖村、畅吟社区作表态发言。建设生态麻塘。", published: "2020-10-29")
    #expect(reading.home == "麻塘镇")
    #expect(reading.parts == ["洪山村<麻塘镇", "畅吟社区<麻塘镇", "西湖村<麻塘镇"].sorted())
  }

  @Test func bareStemsBelongToTheTownOfTheText() throws {
    let reading = try Reading(
      "2月8日,文昌镇召开全镇干部大会,镇党委书记说,要建设幸福文昌。我镇要努力。", published: "2012-02-09")
    #expect(reading.home == "文昌镇")
    #expect(!reading.names.contains("文昌市"))
    #expect(reading.findings.entities.first { $0.name == "文昌镇" }?.surfaces == ["文昌"])
  }

  @Test func aCityAndItsCountyOfOneName() throws {
    let reading = try Reading("长沙县召开经济工作会议,县委书记强调,星沙街道、黄花镇要争先,全县要把握省会长沙发展机遇。", published: "2021-01-06")
    #expect(reading.home == "长沙县")
    #expect(reading.parts == ["星沙街道<长沙县", "长沙县<长沙市", "黄花镇<长沙县"].sorted())
  }

  @Test func autonomousPrefecturesAndLeagues() throws {
    let prefecture = try Reading("州委书记到凯里市、麻江县、丹寨县调研,全州各级要行动,我州要努力。", published: "2018-06-05")
    #expect(prefecture.home == "黔东南苗族侗族自治州")
    #expect(!prefecture.names.contains("全州县"))
    let league = try Reading("全盟现场会在锡林浩特市、西乌珠穆沁旗召开,盟委书记出席。多伦县、太仆寺旗参加。", published: "2019-08-10")
    #expect(league.home == "锡林郭勒盟")
  }

  @Test func wholeRegionMayBeAnAutonomousOne() throws {
    let reading = try Reading(
      "自治区党委常委会召开会议,研究南宁、柳州和兴宁区工业发展。自治区主席参加,全区各级要落实,我区要抢抓机遇。", published: "2021-08-06", title: "广西壮族自治区党委召开会议")
    #expect(reading.home == "广西壮族自治区")
    #expect(reading.word("区") == "广西壮族自治区")
  }

  @Test func aZoneBeginsWithARegionThatIsNotMeant() throws {
    let reading = try Reading("中共寿宁县委全会召开,县委书记说,打好南阳工业小区建设攻坚战。", published: "2005-08-03")
    #expect(reading.names == ["寿宁县"])
  }

  @Test func aLongRunOfOneNameIsReadInLinearTime() throws {
    let reading = try Reading(String(repeating: "建德", count: 2000) + String(repeating: "镇", count: 2000))
    #expect(reading.names.contains("建德市"))
  }

  @Test func bannersAreNamedByShortenedForms() throws {
    let reading = try Reading("鄂尔多斯市召开会议,伊金霍洛旗、准旗、达旗、鄂前旗应急局负责人发言。", published: "2021-05-06")
    #expect(reading.names == ["伊金霍洛旗", "准格尔旗", "达拉特旗", "鄂尔多斯市", "鄂托克前旗"])
  }

  @Test func everydayWordsBeforeASuffixMakeNoTown() throws {
    let reading = try Reading(
      "东平县戴庙镇召开会议,会议由镇党委书记主持,最后镇党委提出要求。副县长李镇江出席,各村和各街道参加。",
      published: "2019-07-06")
    #expect(reading.names == ["东平县", "戴庙镇"])
  }

  @Test func aStemInsideALongerWordIsNoPlace() throws {
    let reading = try Reading("鄂城区举行仪式,在广阳岛会议中心签约,发展武昌鱼产业,争创示范县创建单位。", published: "2022-09-27")
    #expect(reading.names == ["鄂城区"])
  }

  @Test func whoSpeaksBehindAPostIsNoPlace() throws {
    let reading = try Reading("阆中市召开会议,商会副会长蒲江先后发言,蒲江说要加快发展,董事长随卫东、阆中市委书记参加。", published: "2018-04-27")
    #expect(reading.names == ["阆中市"])
  }

  @Test func theNameInForceInTheYearOfAChangeIsTheOnePrinted() throws {
    let reading = try Reading("全县扶贫工作会议召开,济阳县委副书记总结工作。2017年是济阳发展的一年。", published: "2018-03-23")
    #expect(reading.names == ["济阳县"])
  }

  @Test func aTownOfAnotherNamedCountyIsThatCountys() throws {
    let reading = try Reading("金山区与平湖市签约,金山区委书记、平湖市委书记出席,新埭镇、枫泾镇作了发言。", published: "2020-03-04")
    #expect(reading.parts.contains("新埭镇<平湖市"))
    #expect(reading.parts.contains("枫泾镇<金山区"))
  }

  @Test func whereTheHomeRegionHoldsSomethingItIsAbroad() throws {
    let reading = try Reading(
      "我市在杭州举行硬质材料产业恳谈会。市委书记、杭州市余杭区副区长出席。杭州的客商说,杭州与德兴往来频繁。", published: "2019-04-15", source: "德兴报")
    #expect(reading.home == "德兴市")
  }

  @Test func theConnectiveBeforeALevelWordIsNoCounty() throws {
    let reading = try Reading("永丰县人大常委会召开会议。主任傅远,副主任雷发、邓华和县人大常委会组成人员参加会议。县委常委列席。")
    #expect(reading.home == "永丰县")
    #expect(!reading.names.contains("和县"))
    #expect(try Reading("安徽省和县召开工作会议,县长出席。").names.contains("和县"))
  }

  @Test func theOnlyCountyThatIsNamedIsHome() throws {
    let filler = String(repeating: "要统筹推进各项工作,", count: 60)
    #expect(try Reading("我县举行集中开工仪式,县长出席。\(filler)为宿松的经济社会发展作出贡献。").home == "宿松县")
    #expect(try Reading("我县举行集中开工仪式,县长出席。\(filler)赴宿松考察学习。").home == nil)
  }
}

/// Words that look like places, and homes that are named nowhere.
@Suite struct RegionsInWordsTests {
  @Test(arguments: ["在建设“会展城市”中打响知名度。", "终点与滨江北路相交。", "原成都军区副司令员出席。"])
  func piecesOfOtherNamesAreNoRegions(_ text: String) throws {
    #expect(try Reading(text).names.isEmpty)
  }

  @Test func anUnnamedCountyIsNotTheCityThatIsNamed() throws {
    let reading = try Reading("督查组对我县工作进行检查。县委常委作了汇报。组长是郑州市人。全省都在看。")
    #expect(reading.home == nil)
  }

  @Test func theNextOfAListIsOfTheSameCity() throws {
    let reading = try Reading("这些项目来自北京市昌平区、朝阳区和大兴区,也来自朝阳。")
    #expect(reading.names.contains("朝阳区"))
  }

  @Test func townsOfADistrictTellTheCountyThatItWas() throws {
    let reading = try Reading("我县召开2011年动员会。9月21日上午,副县长总结。蒋村镇、祖庵镇负责同志发言。我县要抓好落实。", published: "2011-09-22")
    #expect(reading.home == "户县")
  }

  @Test func whoStandsBesideTheHomesLeadersIsAnother() throws {
    let reading = try Reading(
      "2月5日,白山市委常委一行来我市调研。白山市领导与我市领导参加。临江市委书记作了汇报。白山市将支持临江。")
    #expect(reading.home == "临江市")
    #expect(try Reading("高行镇召开会议,选出新镇长。").names.contains("新镇") == false)
  }

  @Test func placesInOtherNamesAreNone() throws {
    #expect(try Reading("衡东县召开会议,副区长、管委会主任李文焦作推荐发言。").names == ["衡东县"])
    #expect(try Reading("衡东县召开会议。新疆中远(衡东)清洁能源装备研发生产项目签约。").names == ["衡东县"])
    #expect(try Reading("衡东县召开会议,该路东连福州至银川国家高速公路。").names == ["衡东县"])
    #expect(try Reading("衡东县召开会议。华龙网讯 白露天气晴好,沿河风光带开工,打造国际商都。").names == ["衡东县"])
  }

  @Test func aDistrictsNameThatManyCitiesGiveToAZoneNeedsItsCity() throws {
    #expect(try Reading("绍兴市召开会议,新昌县、滨海新区作了发言。", published: "2023-02-01").names == ["新昌县", "绍兴市"])
    #expect(try Reading("天津市召开会议,滨海新区作了发言。", published: "2023-02-01").names.contains("滨海新区"))
  }

  @Test func citiesAndCountiesOfTaiwanAreKnown() throws {
    let reading = try Reading("东莞市举行台湾名品展,苗栗县、花莲县和台北市组团参展。", published: "2012-05-02")
    #expect(reading.names == ["东莞市", "台北市", "台湾省", "花莲县", "苗栗县"].sorted())
    #expect(reading.parts.contains("苗栗县<台湾省"))
  }

  @Test func aFormOverAKnownNameIsNone() throws {
    #expect(try Reading("泰和县召开会议。泰和要发展,泰和人民要努力,建设和谐新泰和而奋斗。").names == ["泰和县"])
  }

  @Test func hotelsAndCountedTownsAreNoPlaces() throws {
    #expect(try Reading("岳西县会议在开元大酒店举行,来榜四镇参加。").names == ["岳西县"])
  }

  @Test func aBareNameIsTheDivisionThatIsNamedInFull() throws {
    #expect(try Reading("邹城市党政代表团赴青海省大通县考察,谱写大通、邹城两地合作新篇。").names.contains("大通回族土族自治县"))
    #expect(!(try Reading("邹城市党政代表团赴青海省大通县考察,谱写大通、邹城两地合作新篇。").names.contains("大通区")))
  }

  @Test func aShortFormOverAFullNameIsNone() throws {
    #expect(try Reading("记者从江华瑶族自治县了解到,产业园开工。").names == ["江华瑶族自治县"])
  }

  @Test func peopleBrandsAndBaysAreNoPlaces() throws {
    #expect(try Reading("岳西县举行仪式,受州长杨大英委托讲话。虹大·龙湾开工,金州湾临空经济区参加,听取县乡人大代表意见。").names == ["岳西县"])
  }
}
