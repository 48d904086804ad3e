import Enterprises
import Extraction
import GraphModel
import Organizations
import People
import Programs
import Projects
import Regions
import Testing
import Zones

@Suite struct ProjectsPluginTests {
  @Test func readsQuotedProjectsAndTheZoneTheyStandIn() throws {
    let reading = try EventReading(
      "科学城要勇挑重担,加快建设;青山医药港要加速成长,积极推进“康桥里”项目。", zones: ["科学城", "青山医药港"], home: "甲区")
    #expect(reading.names("Project") == ["“康桥里”项目"])
    #expect(reading.relations("LOCATED_IN") == ["“康桥里”项目 → 青山医药港"])
  }

  @Test func takesTheNamedExamplesOfAList() throws {
    let reading = try EventReading("促使远航轴承制造等32个建成项目尽快投产,推进云岭冷链物流园、东河电站二期等20个重大项目建设。")
    #expect(reading.names("Project") == ["远航轴承制造", "云岭冷链物流园", "东河电站二期"])
  }

  @Test(arguments: ["推进重大产业项目建设。", "一批招商引资项目落地。", "抓好基础设施项目。", "交通、能源、水利等项目加快实施。", "树立项目为王理念,谋划一批好项目。"])
  func leavesKindsOfProjectsAlone(_ text: String) throws {
    #expect(try EventReading(text).names("Project").isEmpty)
  }

  @Test func saysWhoInvests() throws {
    let reading = try EventReading(
      "远航集团有限公司计划投资6亿元建设年产2万吨轴承钢项目。江北新材料产业园项目在东河镇开工。该项目由云岭集团投资建设,中天八局承建,通达银行提供贷款。",
      regions: ["东河镇"], companies: ["远航集团有限公司", "云岭集团", "中天八局", "通达银行"], home: "甲县")
    #expect(reading.sources("INVESTS_IN", of: "年产2万吨轴承钢项目") == ["远航集团有限公司"])
    #expect(reading.sources("INVESTS_IN", of: "江北新材料产业园项目") == ["中天八局", "云岭集团", "通达银行"])
  }

  @Test func takesACompanysProjectWithItsOwner() throws {
    let reading = try EventReading(
      "李立参观了云岭牧业公司饲料加工厂建设现场。对东河公路大桥、云岭小区等在建工程要抓紧。",
      companies: ["云岭牧业公司"], home: "甲县")
    #expect(
      reading.names("Project") == ["云岭牧业公司饲料加工厂", "东河公路大桥", "云岭小区"])
    #expect(reading.sources("INVESTS_IN", of: "云岭牧业公司饲料加工厂") == ["云岭牧业公司"])
  }

  @Test func readsTheBuildersBehindAProject() throws {
    let reading = try EventReading(
      "江北新材料产业园项目投资12亿元,由远航集团与云岭集团共同出资建设,通达银行为其授信3亿元。",
      companies: ["远航集团", "云岭集团", "通达银行"], home: "甲县")
    #expect(reading.sources("INVESTS_IN", of: "江北新材料产业园项目") == ["云岭集团", "远航集团", "通达银行"])
  }

  @Test func takesWhatOneCompanyMakesAsOneProject() throws {
    let reading = try EventReading(
      "现场签约的有远航集团有限公司开关、低压电器、塑料管材生产加工项目。", companies: ["远航集团有限公司"], home: "甲县")
    #expect(reading.names("Project") == ["远航集团有限公司开关、低压电器、塑料管材生产加工项目"])
    #expect(reading.relations("INVESTS_IN") == ["远航集团有限公司 → 远航集团有限公司开关、低压电器、塑料管材生产加工项目"])
    // Each with a name of its own is a project of its own.
    #expect(
      try EventReading("现场签约了腾桥智能终端智造项目、蓝屿车载显示模组及新型高清智慧显示终端项目等12个项目。").names("Project")
        == ["腾桥智能终端智造项目", "蓝屿车载显示模组及新型高清智慧显示终端项目"])
    #expect(
      try EventReading("要牢牢抓住龙岩峡水利枢纽工程建设给我县带来的机遇。").names("Project") == ["龙岩峡水利枢纽工程"])
  }

  @Test func takesEachProjectOfARow() throws {
    let reading = try EventReading("推进永磁电机项目、轨道连接装置项目,也要常态化谋划项目、常态化争取项目。")
    #expect(reading.names("Project") == ["永磁电机项目", "轨道连接装置项目"])
  }

  @Test func keepsACompanyBeforeAProjectWithAnAndInside() throws {
    let reading = try EventReading(
      "实地察看了远航公司汽车拉线项目、云岭公司船舶及海洋管道生产项目。", companies: ["远航公司", "云岭公司"], home: "甲县")
    #expect(reading.names("Project") == ["远航公司汽车拉线项目", "云岭公司船舶及海洋管道生产项目"])
    #expect(reading.sources("INVESTS_IN", of: "云岭公司船舶及海洋管道生产项目") == ["云岭公司"])
  }

  @Test func takesTheItemsOfAListThatSaysSo() throws {
    let reading = try EventReading(
      "集中开工项目12项,其中产业类项目5项,具体为:清源固废、晶和纳米钙、清风百里小镇、山南湾、林家寨田园综合体等。基础设施类2项,具体为:柳园路道路工程、柳河水库。", home: "甲县")
    #expect(
      reading.names("Project") == ["清源固废", "晶和纳米钙", "清风百里小镇", "山南湾", "林家寨田园综合体", "柳园路道路工程", "柳河水库"])
  }

  @Test func takesWhatASumStandsBefore() throws {
    let reading = try EventReading(
      "总投资50亿元的循环经济产业园项目,总投资10亿元的可循环生物基材料、降解材料及添加剂项目进行了签约。", home: "甲市")
    #expect(reading.names("Project") == ["循环经济产业园项目", "可循环生物基材料、降解材料及添加剂项目"])
  }

  @Test func takesCoinedNamesWithoutABuildersNoun() throws {
    let reading = try EventReading("活动在甲县嘉远生物航煤项目现场举行。随后调研伊纳尔能源高效电池及组件项目。", regions: ["甲县"], home: "甲县")
    #expect(reading.names("Project") == ["甲县嘉远生物航煤项目", "伊纳尔能源高效电池及组件项目"])
  }

  @Test func partsARowOfBrandsAndKeepsBrackets() throws {
    let reading = try EventReading("开发区举行远隆食品、腾远包装项目开工奠基仪式,滨河路(G106)建设项目、北大(甲县)实验学校项目同时开工。", home: "甲县")
    #expect(
      reading.names("Project") == ["远隆食品", "腾远包装项目", "滨河路(G106)建设项目", "北大(甲县)实验学校项目"])
  }

  @Test(arguments: [
    "县委书记宣布项目开工。", "举行2020年春季重点项目集中开工仪式。", "来自企业的代表参加项目签约。", "高起点推动项目、高质量建设项目、高水平服务项目。",
    "新基建等领域的大项目、能力强的大项目。", "部门要对今年签约的工业项目跟踪。",
  ])
  func leavesWhatIsDoneToProjectsAlone(_ text: String) throws {
    #expect(try EventReading(text, home: "甲县").names("Project").isEmpty)
  }

  @Test func joinsTheFormsOfOneProject() throws {
    let reading = try EventReading(
      "甲区教育综合园区建设项目开工。教育综合园区项目承建单位远城集团参加。", regions: ["甲区"], companies: ["远城集团"])
    #expect(reading.names("Project") == ["甲区教育综合园区建设项目"])
    #expect(reading.sources("INVESTS_IN", of: "甲区教育综合园区建设项目") == ["远城集团"])
  }

  @Test func aCompanyInOneProjectsNameDoesNotBuildTheNext() throws {
    let reading = try EventReading(
      "8个重点项目分别是:远航微购产业园建设项目、迎宾大道停车场建设项目。", companies: ["远航"], home: "甲市")
    #expect(reading.sources("INVESTS_IN", of: "远航微购产业园建设项目") == ["远航"])
    #expect(reading.sources("INVESTS_IN", of: "迎宾大道停车场建设项目").isEmpty)
  }

  @Test func whatIsBuiltIsNoZone() throws {
    let reading = try EventReading(
      "本次开工项目2项,分别为:云村文化创意产业园、柳园路道路工程。领导为云村文化创意产业园奠基。", zones: ["云村文化创意产业园"], home: "甲县")
    #expect(reading.names("Project") == ["云村文化创意产业园", "柳园路道路工程"])
    #expect(reading.names("Zone").isEmpty)
  }

  @Test(arguments: [
    "林大海介绍全县项目总体情况。", "甲县又有8个招商项目开工。", "掀起全市项目建设热潮。", "甲县招商突破年百日冲刺行动项目集中签约仪式举行。",
    "主要建设新型建筑材料和配套模具生产线。", "查看了甲东火电厂。", "甲镇2021年政府民生实事项目通过。",
  ])
  func leavesSentencesCampaignsAndWhatIsVisitedAlone(_ text: String) throws {
    #expect(
      try EventReading(text, people: ["林大海"], regions: ["甲县", "全市", "甲镇"], home: "甲县").names("Project").isEmpty)
  }

  @Test func readsListsWithCommasUpToTheirNumber() throws {
    let reading = try EventReading(
      "此次开工的项目包括,远煤集团年产40万吨电石、60万吨尿素,云岭集团年产9万件羊毛制品,远航公司东河沟旅游开发等17个项目。",
      companies: ["远煤集团", "云岭集团", "远航公司"], home: "甲县")
    #expect(reading.names("Project") == ["远煤集团年产40万吨电石、60万吨尿素", "云岭集团年产9万件羊毛制品", "远航公司东河沟旅游开发"])
    #expect(reading.sources("INVESTS_IN", of: "云岭集团年产9万件羊毛制品") == ["云岭集团"])
  }

  @Test func keepsAQuotationInsideAName() throws {
    let reading = try EventReading(
      "共签约项目5个,分别是:云岭防水材料项目、小桥村“杏花沟”乡村旅游项目。", regions: ["小桥村"], home: "甲县")
    #expect(reading.names("Project") == ["云岭防水材料项目", "小桥村“杏花沟”乡村旅游项目"])
  }

  @Test func aZoneAfterAPrepositionIsWhereAProjectStands() throws {
    let reading = try EventReading(
      "活动主会场在东湖高新区云岭创新园二期项目现场举行。", zones: ["东湖高新区"], home: "甲市")
    #expect(reading.names("Project") == ["云岭创新园二期项目"])
    #expect(reading.relations("LOCATED_IN") == ["云岭创新园二期项目 → 东湖高新区"])
  }

  @Test func whoBuildsTogetherAndWhoSignsInvests() throws {
    let reading = try EventReading(
      "云岭主题公园项目由甲城和远航集团共同打造。县政府与云溪集团签订的10亿元蓝莓精深加工项目落地。",
      companies: ["远航集团", "云溪集团"], home: "甲县")
    #expect(reading.sources("INVESTS_IN", of: "云岭主题公园项目") == ["远航集团"])
    #expect(reading.sources("INVESTS_IN", of: "蓝莓精深加工项目") == ["云溪集团"])
  }

  @Test func whoSpeaksOfAProjectIsNoPartOfItsName() throws {
    let reading = try EventReading(
      "会上,县工商联汇报青竹文化产业园项目。县城投汇报云溪水厂二期项目。", bodies: ["县工商联"], companies: ["县城投"], home: "甲县")
    #expect(reading.names("Project") == ["青竹文化产业园项目", "云溪水厂二期项目"])
    #expect(reading.relations("INVESTS_IN") == [])
  }

  @Test func theCountyThatSignsIsWhereAProjectStands() throws {
    let reading = try EventReading(
      "乙县与远航公司签订的云岭深度开发项目合同书,总投资12亿元;丙县与云溪公司签订纳米电容项目合同书。",
      regions: ["乙县", "丙县"], companies: ["远航公司", "云溪公司"], home: "甲市")
    #expect(reading.relations("LOCATED_IN") == ["云岭深度开发项目 → 乙县", "纳米电容项目 → 丙县"])
  }

  @Test func sumsAndFiguresFrameProjects() throws {
    let reading = try EventReading(
      "其中,涛林光伏电站项目投资为7亿元,总投资150亿元溪创磷酸铁锂项目签约,莱远高科新型器件等在谈项目推进。", home: "甲县")
    #expect(reading.names("Project") == ["涛林光伏电站项目", "溪创磷酸铁锂项目", "莱远高科新型器件"])
  }

  @Test(arguments: ["甲县举行都市农业重大项目集中签约仪式。", "既有“一树一林”产业链项目,也有民生项目。"])
  func kindsOfProjectsAreNone(_ text: String) throws {
    #expect(try EventReading(text, regions: ["甲县"], home: "甲县").names("Project") == [])
  }

  @Test func aRoadThatStandsIsNoProject() throws {
    #expect(try EventReading("甲路西延与林奎高速公路相交,工程开工。", home: "甲市").names("Project").isEmpty)
    #expect(
      try EventReading("重点抓好林奎高速公路。", home: "甲市").names("Project") == ["林奎高速公路"])
  }

  @Test func aRoadRunsThroughPlaces() throws {
    let reading = try EventReading(
      "林川至奎安高速公路项目今天开工。该项目沿线途经乙区、丙县和丁县等县区。", regions: ["乙区", "丙县", "丁县"], home: "甲省")
    #expect(reading.relations("LOCATED_IN").filter { !$0.hasSuffix("甲省") }.count == 3)
  }

  @Test func whereAnotherCityBuildsIsToldOnce() throws {
    let reading = try EventReading(
      "由乙市对口援建丙盟的2个项目集中开工,包括青竹集团年产2万吨白酒项目、云岭公司年产3万吨饲料项目。", regions: ["乙市", "丙盟"],
      companies: ["青竹集团", "云岭公司"], home: "乙市")
    #expect(Set(reading.relations("LOCATED_IN").map { $0.suffix(2) }) == ["丙盟"])
  }

  @Test func groundIsBrokenWhereAProjectStands() throws {
    let reading = try EventReading(
      "云岭智慧城产业园项目奠基仪式在乙新区互联网产业园启动。", zones: ["乙新区互联网产业园"], home: "甲省")
    #expect(reading.relations("LOCATED_IN") == ["云岭智慧城产业园项目 → 乙新区互联网产业园"])
  }

  @Test(arguments: [
    "产业园集中建设特色民族村、特色精品酒店、国际主题乐园、户外运动基地、健康养老中心等项目。", "聚力产业项目建设。", "公司投资建设的第四期项目开工。",
    "企服中心项目服务部参加会议。", "54个招商大使引荐项目签约。", "第五届投资贸易洽谈会分团项目签约仪式举行。",
  ])
  func frameWordsAndKindsNameNoProject(_ text: String) throws {
    #expect(try EventReading(text, home: "甲县").names("Project").isEmpty)
  }

  @Test func howManyThereAreIsNoPartOfAName() throws {
    let reading = try EventReading("推出集装箱堆场物流项目、云桥社区集聚改造项目、青竹新城旧城改造4个项目。", zones: ["青竹新城"], home: "甲县")
    #expect(reading.names("Project").contains("青竹新城旧城改造"))
  }

  @Test func companiesAndProjectsInOneListAreNotToldApart() throws {
    #expect(
      try EventReading("来到雷远机电科技、云岭农业、青竹环保、林成电子等重点在建项目和重点企业。", home: "甲县").names("Project").isEmpty)
  }

  @Test func partsAndLeadingWordsNameNoProject() throws {
    #expect(try EventReading("集中开工的有甲县新能源产业园建设项目。", regions: ["甲县"], home: "甲县").names("Project") == ["甲县新能源产业园建设项目"])
    #expect(try EventReading("该项目是清洁能源基地的重要组成项目。", home: "甲县").names("Project").isEmpty)
  }

  @Test func aRoadsShortNameIsThatOfItsEnds() throws {
    let reading = try EventReading("林州至奎安高速公路项目今天开工。林奎高速公路项目是省里的重点,林奎高速项目进展顺利。", home: "甲市")
    #expect(reading.names("Project") == ["林州至奎安高速公路项目"])
  }

  @Test func aProvinceIsNoPlaceOfAProjectByItself() throws {
    #expect(try places("甘肃省召开会议。省委书记指出,我省要推进年产2万吨青竹新材料项目。").isEmpty)
    #expect(try places("酒泉市召开会议。市委书记指出,我市要推进年产2万吨青竹新材料项目。") == ["酒泉市"])
  }

  /// Where the projects of a text stand.
  private func places(_ text: String) throws -> [String] {
    let pipeline = try Pipeline([
      try RegionsPlugin(), try OrganizationsPlugin(), try EnterprisesPlugin(), try ZonesPlugin(), try PeoplePlugin(),
      try ProgramsPlugin(), try ProjectsPlugin(),
    ])
    let findings = try pipeline.findings(
      of: DocumentReader().document(
        from: Source(name: "a.txt", origin: "-", mediaType: .text, bytes: Array(text.utf8))))
    return findings.relations.filter { $0.type == "LOCATED_IN" }.map { findings.entities[$0.to].name }
  }

  @Test func aCompanyInARowOfVisitsInvestsInNoneOfThem() throws {
    let reading = try EventReading(
      "县长一行先后来到青竹茶业公司、乙县物流基地建设项目、乙县康养中心项目。", regions: ["乙县"], companies: ["青竹茶业公司"], home: "乙县")
    #expect(reading.relations("INVESTS_IN").isEmpty)
  }
}
