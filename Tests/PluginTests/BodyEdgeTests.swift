import GraphModel
import Testing

/// Where the names of bodies begin and end, and what ends as they do and is none.
@Suite struct BodyEdgeTests {
  private func bodies(_ text: String) throws -> [String] { try NameReading(text).names("Organization") }

  @Test(arguments: [
    ("由岳西县人民政府率台湾工商企业经营促进协会理事长周东明一行到访。", ["岳西县人民政府", "台湾工商企业经营促进协会"]),
    ("周东明当选合肥市道路清扫保洁行业协会会长。", ["合肥市道路清扫保洁行业协会"]),
    ("昨天,合肥市台资企业协会举办联谊活动。", ["合肥市台资企业协会"]),
    ("县委办、经济开发区管委会参加会议。", ["县委办", "经济开发区管委会"]),
    ("县人民法院、县人民检察院、大青山管理局主要负责人参加会议。", ["县人民法院", "县人民检察院", "大青山管理局"]),
    ("岳西县召开会议。县重点建设项目事务中心汇报工作。", ["县重点建设项目事务中心"]),
    ("文化和旅游部党组成员周东明、俄罗斯联邦文化部副部长安娜出席。", ["文化和旅游部", "俄罗斯联邦文化部"]),
    ("论坛邀请中国山地经济学会旅游专委会副秘书长周东明参加。", ["中国山地经济学会旅游专委会"]),
    ("重庆市召开会议。参加单位:重庆市公路运行监测与应急调度中心、市财政局。", ["重庆市公路运行监测与应急调度中心", "市财政局"]),
    ("烟台市召开论坛,由市樱桃局、市樱桃与樱桃酒协会承办。", ["市樱桃局", "市樱桃与樱桃酒协会"]),
    ("会见了国际粮食与生物技术委员会主席周东明。", ["国际粮食与生物技术委员会"]),
    ("岳西县召开会议,领导在桂花街社区居委会听取汇报。", ["桂花街社区居委会"]),
    ("国际欧亚科学院院士周东明、解放军外国语学院院长白玉洁出席。", ["国际欧亚科学院", "解放军外国语学院"]),
    ("大湾区安徽商会联盟会长周东明发言。", ["大湾区安徽商会联盟"]),
    ("本报讯(记者周东明)新安潮人总会昨日举行庆典。", ["新安潮人总会"]),
    ("主礼嘉宾中联办副主任周东明致辞。", ["中联办"]),
    ("由上海张江湾新兴技术开发区科技创业中心派驻顾问团队。", ["上海张江湾新兴技术开发区科技创业中心"]),
    ("台北世贸中心董事长周东明出席。", ["台北世贸中心"]),
    ("岳西县委常委周东明和县产业园管委会班子成员参加座谈会。", ["县产业园管委会"]),
    ("安徽省军区政委周东明、西部战区副司令员白玉洁出席。", ["安徽省军区", "西部战区"]),
    ("新疆生产建设兵团第六师党委书记周东明讲话,第六师副师长白玉洁参加。", ["新疆生产建设兵团第六师"]),
    ("岳西县召开会议。市纪委派驻县财政局纪检组组长周东明参加。", ["市纪委派驻县财政局纪检组"]),
    ("临港新区党工委管委会召开会议,临港新区管委会作了汇报。", ["临港新区管委会"]),
    ("岳西县召开会议。省农业厅厅长史玉洁发言。", ["省农业厅"]),
    ("会议邀请中国工程院院士周联盟作报告。", ["中国工程院"]),
    ("洛州新区建设发展领导小组办公室主任周东明参加。", ["洛州新区建设发展领导小组办公室"]),
    ("平利县召开会议。平利县人民医院院长周东明发言。", ["平利县人民医院"]),
    ("西华县召开会议。西华县人民医院院长周东明发言。", ["西华县人民医院"]),
    ("金乡县召开会议。金乡县商会会长周东明讲话。", ["金乡县商会"]),
    ("安庆市召开会议。市科委主任周东明、市供销合作总社主任白玉洁参加。", ["市科委", "市供销合作总社"]),
    ("安庆市召开会议。市侨联、市工商联、市贸促会3家成员单位参加。", ["市侨联", "市工商联", "市贸促会"]),
  ])
  func namesRunToTheirEdges(_ text: String, _ names: [String]) throws {
    #expect(try bodies(text) == names)
  }

  @Test(arguments: [
    "岳西县召开会议,要求市区两级教育局和市直学校落实责任。", "岳西县召开会议,省八大协会参加。", "“百家商会看岳西”活动举行,获得“花园式学校”称号。",
    "岳西县召开会议,打造班列集结中心、货物集散中心、跨境集拼中心、国际贸易服务中心。", "会议在岳西国际会展中心桂花厅举行换届联谊会。", "这是全国第一家地级市商会。", "项目位于城关农场原址,依托首个海关监管中心。",
    "岳西县召开会议,研讨新形势下高校联盟建设。", "岳西县召开会议,县纪委书记周东明、团县委员白玉洁参加。", "这支队伍是第九师范班的学生,军区首长前来慰问。",
    "会议传达十四届全国人大二次会议、全国政协十四届二次会议精神,市区商会踊跃学习。", "岳西县召开疫情防控会商会,听取防汛会商会汇报。",
  ])
  func whatEndsAsBodiesDoAndIsNone(_ text: String) throws {
    #expect(try bodies(text) == [])
  }

  @Test func whoComesToAPlacesBodyIsNoPartOfIt() throws {
    let reading = try NameReading("5月6日,副市长王勇来岳西县人民医院调研。岳西县委书记张大成陪同。")
    #expect(reading.names("Organization") == ["岳西县人民医院"])
    #expect(reading.names("Person") == ["王勇", "张大成"])
  }

  @Test func centresOfDataAndOfTheHomeRegionAreBodies() throws {
    #expect(try bodies("岳西县召开会议。县大数据中心主任周东明参加。") == ["县大数据中心"])
    #expect(
      try bodies("岳西县召开会议。县发改委、财政局、大数据中心、疾控中心、融媒体中心等单位负责人参加。") == [
        "县发改委", "财政局", "大数据中心", "疾控中心", "融媒体中心",
      ])
    #expect(try bodies("岳西县召开会议,建设数据中心和物流中心。项目由数据中心、财政局大楼组成。").contains("数据中心") == false)
  }

  @Test(arguments: ["安徽恒远实业有限公司", "恒远集团", "中海物流"])
  func theBoardOfACompanyStaysInThePostOfItsHead(_ company: String) throws {
    let reading = try NameReading("岳西县召开会议。\(company)董事长周东明参加,\(company)董事局主席白玉洁讲话。")
    #expect(reading.names("Organization") == [])
    #expect(reading.posts.contains("白玉洁→\(company) 董事局主席"))
  }

  @Test func whoReportsForABodyIsNoPartOfItsName() throws {
    let reading = try NameReading(
      "石泉县召开大会。集团总经理张鹏飞作集团年度经营报告,石泉粮食商会常务副会长强国勇作商会工作报告。石泉写作学会、石泉作家协会参加。")
    #expect(reading.names("Enterprise").isEmpty)
    #expect(reading.names("Organization") == ["石泉粮食商会", "石泉写作学会", "石泉作家协会"])
    #expect(reading.names("Person").contains("张鹏飞"))
  }

  @Test(arguments: [
    "石泉县召开会议。今年以来,应急管理部门认真贯彻落实市委决策部署。", "石泉县总工会举行2017年度商会年会。",
  ])
  func stretchesOfSentencesAreNoBodies(_ text: String) throws {
    let names = try NameReading(text).names("Organization")
    #expect(names.allSatisfy { $0.hasPrefix("石泉") })
  }

  @Test func theNationsOfficesElsewhereAreNamedWhole() throws {
    let reading = try NameReading("香港粮食商会举行晚宴。中央政府驻港联络办副主任殷晓静担任主礼嘉宾,石泉县随团考察。")
    #expect(reading.names("Organization").contains("中央政府驻港联络办"))
    #expect(reading.posts == ["殷晓静→中央政府驻港联络办 副主任"])
    #expect(reading.names("Person") == ["殷晓静"])
  }

  @Test func whatIsBuiltAndWhatIsCountedIsNoBody() throws {
    #expect(try NameReading("石泉县召开会议。推进县博物馆建设工程,欢迎到石泉投资办厂,20多位石泉籍返乡商协会负责人出席。").names("Organization").isEmpty)
  }

  @Test func twoAssociationsJoinedAreTwo() throws {
    let reading = try NameReading("石泉县召开会议。中国粮食加工协会和中华全国稻米商业联合会主办,县农工部、县监委会参加。")
    #expect(
      reading.names("Organization") == ["中国粮食加工协会", "中华全国稻米商业联合会", "县农工部", "县监委会"])
  }

  @Test func aChamberIsOfThePlaceWhereItSits() throws {
    let reading = try NameReading("北京石泉企业商会在北京市成立。陕西省招商局副局长王一鸣出席。")
    #expect(reading.pairs("PART_OF").contains("北京石泉企业商会→北京市"))
    #expect(reading.pairs("PART_OF").contains("陕西省招商局→陕西省"))
  }

  @Test func branchesAreTheirParents() throws {
    let reading = try NameReading(
      "石泉县召开会议。中国人民银行石泉县支行行长王一鸣、武警石泉中队指导员李二河、建设银行石泉支行行长张三泉和县书协主席赵四海出席,县委理论学习中心组成员参加。")
    #expect(reading.names("Organization") == ["中国人民银行石泉县支行", "武警石泉中队", "县书协"])
    #expect(reading.posts.contains("李二河→武警石泉中队 指导员"))
  }

  @Test func aChamberOfPeopleFromElsewhereIsNotOfTheirHome() throws {
    let reading = try NameReading("平利县召开会议,石泉县县长出席。石泉商会、中华海外联谊会和中华全国工商业联合会参加。")
    #expect(reading.names("Organization") == ["石泉商会", "中华海外联谊会", "中华全国工商业联合会"])
    #expect(!reading.pairs("PART_OF").contains("石泉商会→石泉县"))
  }

  @Test func schoolsCommitteesAndTeamsOfAList() throws {
    let reading = try NameReading(
      "石泉县召开会议。县一中、城关初中、县政协提案委员会、社会法制委员会、县委第一巡察组参加,十九届四中全会精神传达到市直中小学校。")
    #expect(reading.names("Organization") == ["县一中", "城关初中", "县政协提案委员会", "社会法制委员会", "县委第一巡察组"])
  }

  @Test func departmentsBehindACitysAreTheCitys() throws {
    let reading = try NameReading("石泉县是安康市的县。石泉县召开会议,县长王一鸣出席,安康市副市长李二河讲话。市发改委、财政局,县发改局、工信局参加。")
    #expect(reading.pairs("PART_OF").contains("财政局→安康市") && reading.pairs("PART_OF").contains("工信局→石泉县"))
  }
}
