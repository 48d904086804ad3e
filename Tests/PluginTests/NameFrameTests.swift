import Extraction
import GraphModel
import Testing

/// Names that the words around them tell: zones and companies that are visited, bodies of zones, what signs and what stands where.
@Suite struct NameFrameTests {
  @Test(arguments: [
    ("青溪县县长林大海到任。区经信局局长周明、经开区管委会副主任何平陪同。", "经开区管委会"),
    ("青溪县召开会议。县卫健委、高新区社会事业局负责人参加。", "高新区社会事业局"),
    ("新华社东湖分社社长陈平、青溪县融媒体中心主任何平参加。", "新华社东湖分社"),
    ("会议由中国轻纺协会、中国旧钟发明协会主办。", "中国旧钟发明协会"),
    ("青溪县综治中心组织各部门召开会议。", "青溪县综治中心"),
  ])
  func findsBodies(_ text: String, _ name: String) throws {
    #expect(try NameReading(text).names("Organization").contains(name))
  }

  @Test(arguments: [
    "会议选举产生了商会第二届理事会。", "青溪县召开村(社区)两委换届会议。", "周明走进李树委员会客厅。",
    "他作高水平研究型医院建设情况汇报。", "东湖大学科学技术部部长陈平参加。",
  ])
  func leavesWhatOnlyEndsAsABodyAlone(_ text: String) throws {
    #expect(try NameReading(text).names("Organization").filter { $0 != "东湖大学" } == [])
  }

  @Test func aChamberIsOneWithAndWithoutItsRegionsName() throws {
    let reading = try NameReading("浦口区工商联安徽商会成立。浦口区领导参加。会长陈平代表区工商联安徽商会讲话。")
    #expect(reading.names("Organization") == ["浦口区工商联安徽商会"])
  }

  @Test func theGovernmentOfAnOfficesNameIsARegion() throws {
    let reading = try NameReading("甘肃省人民政府驻广州办事处副主任贺林出席。")
    #expect(reading.names("Region").contains("甘肃省"))
    #expect(reading.pairs("PART_OF").contains("甘肃省人民政府驻广州办事处→甘肃省"))
  }

  @Test func aNumberOfCompaniesClosesTheirList() throws {
    let reading = try NameReading("高新区党工委委员、管委会副主任林大海走访恒远重工、广林生物两家企业。")
    #expect(reading.names("Enterprise") == ["恒远重工", "广林生物"])
  }

  @Test func shortNamesOfAPlacesOwnCompaniesAreCompanies() throws {
    let reading = try NameReading("青田县召开调度会。县水投汇报项目进展,县国投、县工商联参加。全县投资增长。")
    #expect(reading.names("Enterprise") == ["县水投", "县国投"])
    #expect(reading.pairs("LOCATED_IN") == ["县国投→青田县", "县水投→青田县"])
  }

  @Test(arguments: [
    "豪林鞋业产业园、新荣林纸业、顿林格力配件、鼎林木业等项目负责人汇报。", "恒林投资担保有限公司杨大明等公司负责人参加。",
  ])
  func leavesPiecesOfOtherNamesAlone(_ text: String) throws {
    #expect(try NameReading(text).names("Enterprise").allSatisfy { $0 != "格力" && !$0.contains("杨大明") })
  }

  @Test func whatIsVisitedIsAZoneWhateverItsWords() throws {
    let reading = try NameReading("青田县领导来到化工产业园、第二仪器产业园、青谷产业园,察看项目进度。")
    #expect(reading.names("Zone") == ["化工产业园", "第二仪器产业园", "青谷产业园"])
  }

  @Test(arguments: [
    "参观了公司玫瑰种植基地。", "青田县融入粤港澳大湾区。", "争做民族团结进步示范区。", "青田县赴四川考察绿色水果生产基地。",
  ])
  func leavesPartsOfCompaniesAndStretchesOfTheCountryAlone(_ text: String) throws {
    #expect(try NameReading(text).names("Zone") == [])
  }

  @Test func aVerbBeforeABareZoneIsNoName() throws {
    let reading = try NameReading("县委书记、经开区党工委书记卞明会办经开区重大项目建设工作。经开区汇报。青田县领导参加。")
    #expect(reading.names("Zone") == ["经开区"])
  }

  @Test(arguments: [
    ("远林塑业有限公司落户青田县已有12年。", ["远林塑业有限公司→青田县"]),
    ("林大海来到金河工业园双林工贸有限公司。", ["双林工贸有限公司→金河工业园"]),
    ("林大海来到青谷产业园、金河产业园,察看了远林塑业有限公司。", []),
  ])
  func saysWhereCompaniesStand(_ text: String, _ pairs: [String]) throws {
    #expect(try NameReading(text).pairs("LOCATED_IN") == pairs)
  }

  @Test func townsOfAListAreToldByTheirStems() throws {
    let reading = try NameReading("建德市召开会议。梅城、乾潭、三林、下涯等12个乡镇负责人参加。")
    #expect(reading.names("Region") == ["建德市", "梅城镇", "乾潭镇", "下涯镇"])
    #expect(reading.pairs("PART_OF") == ["下涯镇→建德市", "乾潭镇→建德市", "梅城镇→建德市"])
    #expect(try NameReading("建德市召开会议。农业、工业、梅城等方面负责人参加。").names("Region").contains("梅城镇") == false)
  }

  @Test(arguments: [
    "标杆工厂", "运动鞋生产公司", "发动机工厂", "远林集团成员公司", "大型餐饮连锁集团",
  ])
  func kindsOfCompaniesAreNone(_ name: String) throws {
    #expect(try NameReading("青田县引进的\(name)开业。").names("Enterprise").allSatisfy { $0 != name })
  }

  @Test func aSubsidiaryHasItsOwnName() throws {
    let reading = try NameReading("青田县举行仪式,远林科技有限公司全资子公司Harwood(HongKong)Limited签约。")
    #expect(reading.names("Enterprise") == ["远林科技有限公司", "Harwood(HongKong)Limited"])
  }

  @Test func whatOpensAListTellsCompanies() throws {
    let reading = try NameReading("随行企业包括云川电器、远山商场、鼎林超市等。青田县领导参加。")
    #expect(reading.names("Enterprise") == ["云川电器", "远山商场", "鼎林超市"])
  }

  @Test func aLevelInACompanysNameSaysWhereItStands() throws {
    let reading = try NameReading("青田县召开会议。来自建德市的客人参加,建德市云林车业有限公司签约。")
    #expect(reading.pairs("LOCATED_IN") == ["建德市云林车业有限公司→建德市"])
  }

  @Test(arguments: [
    "充实理事会班子。", "落实县级公立医院改革。", "全市有区总商会6个,市场商会1个。",
  ])
  func numbersAndKindsOfBodiesAreNone(_ text: String) throws {
    #expect(try NameReading("青田县召开会议。" + text).names("Organization") == [])
  }

  @Test func whoCallsOnACompanyIsNoPartOfItsName() throws {
    let reading = try NameReading("青田县召开会议。管委会主任林大海拜访远林科技有限公司,县长周明拜访东湖大学。")
    #expect(reading.names("Enterprise") == ["远林科技有限公司"])
    #expect(reading.names("Organization").contains("东湖大学"))
  }

  @Test func anotherPartysCommitteeIsItsOwn() throws {
    let reading = try NameReading("青田县召开会议。民建青田县委邀请企业座谈。")
    #expect(reading.names("Organization") == ["民建青田县委"])
  }

  @Test func whoIsMetMayComeFromAnywhere() throws {
    let reading = try NameReading("林大海来到青谷产业园,考察了生产线,会见了远林科技有限公司董事长。")
    #expect(reading.pairs("LOCATED_IN") == [])
  }

  @Test func postsInBracketsAreOfTheNameBeforeThem() throws {
    let reading = try NameReading("石泉县召开会议。王一鸣(县委书记)主持会议,李二河(县委副书记、县长)、石泉粮食集团张三泉(女,董事长)出席。")
    #expect(
      reading.posts.contains("王一鸣→石泉县 县委书记") && reading.posts.contains("李二河→石泉县 县委副书记")
        && reading.posts.contains("李二河→石泉县 县长") && reading.posts.contains("张三泉→石泉粮食集团 董事长"))
  }

  @Test func aRemarkBehindANameDoesNotEndTheList() throws {
    let reading = try NameReading("石泉县召开会议。副县长王一鸣(挂职)、李二河(挂职)出席。")
    #expect(reading.posts == ["李二河→石泉县 副县长", "王一鸣→石泉县 副县长"].sorted())
  }

  @Test func aNewHeadMayBeGivenAnotherPost() throws {
    let reading = try NameReading("石泉县召开会议。会议增补新任石泉县委书记王一鸣同志为石泉县人武部党委委员、常委。")
    #expect(reading.posts.contains("王一鸣→石泉县 县委书记"))
    #expect(reading.posts.contains("王一鸣→石泉县人武部 常委"))
  }

  @Test func theVerbBeforeAListOfLeadersIsNoSurname() throws {
    let reading = try NameReading("石泉县召开会议。参加活动的县领导有王永、李德炳。大会执行主席是林健、陈生。")
    #expect(reading.names("Person") == ["王永", "李德炳", "林健", "陈生"])
  }

  @Test func aDayOrAnAdverbEndsAName() throws {
    let reading = try NameReading("石泉县召开会议。县政协主席李文起11月30日到会,总裁施志光线上致辞,总裁郑武派代表出席。")
    #expect(reading.names("Person").contains("李文起"))
    #expect(reading.names("Person").contains("施志光"))
  }

  @Test func whoIsDismissedIsNamed() throws {
    let reading = try NameReading("石泉县召开会议。会议免去林建波的县人民政府副县长职务。")
    #expect(reading.names("Person") == ["林建波"])
  }

  @Test func rowsOfPeopleAreToldByTheirBodies() throws {
    let reading = try NameReading(
      "石泉县召开会议。林业局张玉林、水务局杨昭武、城关镇张赞英、供电公司吴福全、石泉粮食集团王立勋参加会议。石泉县黄河、平利县黄山等地,县发改局项目、县财政局资金。")
    #expect(reading.names("Person") == ["张玉林", "杨昭武", "张赞英", "吴福全", "王立勋"])
  }
}
