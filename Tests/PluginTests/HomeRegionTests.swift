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

  @Test func theSeatOfTheChamberThatMeetsIsHome() throws {
    #expect(
      try home("昨天上午,扬州市总商会成立80周年大会举行。上海市政协副主席王立言,安徽省人大常委会副主任许明达,市委书记夏长河出席并致辞。") == "扬州市")
    #expect(try home("4月26日,普陀区工商联安徽商会恳谈会召开。区工商联副主席参加会议。") == "普陀区")
    // The people of a chamber are guests.
    #expect(try home("4月26日,扬州市总商会会长一行来我县考察。祁东县县长陪同。") == "祁东县")
  }

  @Test func aFairThatTheHomeRegionGoesToIsNotHeldAtHome() throws {
    #expect(try home("11月19日,世界制造业大会在安徽合肥举行。我省积极组织青山汽车等企业参展。副省长带队参加大会。浙江将推进合作。") == "浙江省")
    #expect(try home("9月15日,消费品博览会在海口举行。市长说,海口要办好博览会。全市各部门参加。") == "海口市")
  }

  @Test func whoeverComesToAChamberIsAGuest() throws {
    #expect(try home("11月17日,吉林省磐石市市长一行莅临辽宁省吉林商会考察交流。座谈会上,会长表示欢迎。") == nil)
    #expect(try home("5月29日,成都市工商联领导一行莅临成都镇江商会调研。市工商联副主席出席座谈会。") != "镇江市")
  }

  @Test func aPartnerAndAnEscortedGuestAreNotHome() throws {
    #expect(try home("甘肃省秦安县与天津市津南区结对帮扶。市乡村振兴局副局长、秦安县副县长参加座谈会。") == "秦安县")
    #expect(try home("贵州省委副书记,省委常委、省委组织部部长,副省长陪同浙江省委常委、宁波市委书记率领的党政代表团在贵州省考察。") == "贵州省")
  }

  @Test func theOnlyCityNamedIsThatOfItsBodies() throws {
    #expect(
      try home("1月18日,市政协主席会议召开。市政协党组书记主持会议。市政协办公室、市委统战部负责人参加。全市各级政协组织要落实市委要求。省里对吕梁高质量发展作出部署。")
        == "吕梁市")
  }

  @Test func aTownThatIsReportedFromElsewhereIsTheHome() throws {
    #expect(
      try home("7月26日,深圳市商会一行到中山大涌镇考察。该镇推介投资环境。推介会上,大涌镇负责人介绍了情况。大涌镇引进新兴产业,该镇将优化环境,大涌镇欢迎客商。") == "大涌镇")
  }

  @Test func whoLeadsADelegationAtAFairIsFromItsRegion() throws {
    #expect(
      try home("昨天上午,第四届博览会在首府南宁国际会展中心隆重开幕。市委书记,市长出席了开幕式。以江大雄、陈大刚为团长的柳州代表团共有900多人。") == "柳州市")
  }

  @Test func whoHasAPlacelessPostSpeaksForTheHome() throws {
    #expect(
      try home("5月8日,旅游推介会暨签约仪式在上海举行。上海市人民政府副秘书长王一鸣出席。市委副书记、市长李大川致辞。李大川代表林芝市委、市政府对上海市的支持表示感谢,上海市已援助林芝多年。")
        == "林芝市")
    #expect(
      try home("4月3日,襄阳市项目建设活动在我市举行。襄阳市委书记王一鸣宣布开工,襄阳市委副书记、市长赵长庚参加。我市市委书记李大川致辞。李大川表示,枣阳将抓好项目建设。王一鸣希望襄阳再上台阶。")
        == "枣阳市")
    // A guest whose post names his place speaks for that.
    #expect(
      try home("3月4日,石泉县召开合作座谈会。宁海县县长王一鸣代表宁海县委、县政府致辞,对石泉的接待表示感谢。石泉县委书记李大川参加。") == "石泉县")
  }

  @Test func theCityOfAPrefectureThatTheTextCallsItsOwn() throws {
    let context = try read("全州工作会议在蒙自召开,州委书记出席。我州发展很快,红河州各部门参加。我市市长参加会议。")
    #expect(context.deixis.byWord["州"].map { context.name(of: $0) } == "红河哈尼族彝族自治州")
    #expect(context.deixis.byWord["市"].map { context.name(of: $0) } == "蒙自市")
    // Of two cities neither is it.
    let both = try read("全州工作会议在蒙自召开,州委书记出席。我州发展很快,红河州和个旧市参加。我市市长参加会议。")
    #expect(both.deixis.byWord["市"] == nil)
  }

  @Test func aDistrictOfManyNamesakesIsInTheCityThatIsNamed() throws {
    let context = try read("5月15日,鼓楼区项目签约仪式举行。市委书记、区委书记出席。要为福州高质量发展作贡献。")
    #expect(context.deixis.home.map { context.name(of: $0) } == "鼓楼区")
    #expect(context.deixis.byWord["市"].map { context.name(of: $0) } == "福州市")
    // Where no city is named, that of the first of the namesakes is not made up.
    let alone = try read("5月15日,鼓楼区项目签约仪式举行。市委书记、区委书记出席。")
    #expect(alone.deixis.home.map { alone.name(of: $0) } == "鼓楼区")
    #expect(alone.entities(of: "Region").map(alone.name) == ["鼓楼区"])
  }

  @Test func theCityWhoseCommitteeStandsBehindTheProvincesIsAbove() throws {
    let text = "9月5日,市委十四届八次全体会议召开。全市认真落实省委、安庆市委决策部署。市委书记作报告,并作《桐城市实施方案》的说明。"
    #expect(try home(text) == "桐城市")
    // In the news of a city that no other one of it is named in, it is the home itself.
    #expect(try home("9月5日,市委全会召开。全市认真落实省委、安庆市委决策部署。市委书记作报告。") == "安庆市")
  }

  @Test func aColumnOfThePageTellsTheHome() throws {
    let text = "您现在的位置: 首页 > 新闻中心 > 石泉县要闻\n县政府第22次专题会议召开\n1月17日,县长主持召开专题会议,副县长参加,全县各部门列席。\n"
    let reading = try NameReading(text)
    #expect(reading.names("Region") == ["石泉县"])
  }

  @Test func whoseHeadIsNamedWithoutAPlaceFirstIsTheHome() throws {
    #expect(
      try home("市长林大川率团赴嘉兴考察并与嘉兴市签订协议。昨天,嘉兴市市长周明远陪同;辽源市市长林大川介绍了市情,感谢嘉兴市的支持。嘉兴市教育局参加。")
        == "辽源市")
    // A guest's post is told with his place first, and without it afterwards.
    #expect(
      try home("5月10日,乌兰察布市市委书记周明远、市长林大川率代表团到我市考察。张家口的领导陪同。乌兰察布市市长林大川讲话。") == "张家口市")
  }

  @Test func aGivenNameThatIsAlsoAPlacesIsNoHome() throws {
    #expect(try home("县人大常委会召开会议。会议免除路正阳同志副县长职务,任命周明同志为副县长。") == nil)
    #expect(try home("县人大常委会召开会议,县长作报告。正阳县各乡镇人大主席列席。") == "正阳县")
  }

  @Test func aKindOfVillageIsNoVillage() throws {
    let context = try read("地派镇召开会议。大学生村官和艺术村负责人参加,石门村支书发言。")
    #expect(Set(context.mentions(of: "Region").map { context.name(of: $0.entity) }) == ["龙门县", "地派镇", "石门村"])
  }

  /// 东阿, 通海 and hundreds more also stand where two words meet.
  @Test func aPlaceWhoseNameLooksLikeWordsIsNamedOnceAsAPlace() throws {
    #expect(try home("我县举行项目开工仪式。县委书记出席。企业代表表示,为东阿的经济社会发展作出贡献。") == "东阿县")
    #expect(try home("全县重点项目调度会召开。县长指出,项目是推进“四个通海”建设的抓手,全县上下要抓好落实。") == "通海县")
    #expect(try home("我县举行项目开工仪式。县委书记出席。企业代表表示,交通河道安全,广东阿里店铺增加。") == nil)
    #expect(try home("全市重点项目调度会召开。市长出席。会议要求弘扬和平精神,建设平安家园,为共和事业奋斗。") == nil)
  }

  @Test func whereAnAccidentHappenedIsNotTheHome() throws {
    #expect(
      try home("11月28日,我市收看全省会议。副市长参加。会议要求,要深刻汲取安阳“11·21”火灾事故教训。我市各部门要落实。漯河市应急管理局")
        == "漯河市")
    #expect(try home("11月28日,我市召开会议,副市长参加。要吸取安阳市火灾事故教训。安阳市应急管理局供稿,安阳市各县区参加。") == "安阳市")
  }

  @Test func aCountyThatIsNamedOnceForShortIsTheHome() throws {
    #expect(
      try home("2月23日,县委书记主持召开专题会议,就推进实施定安乡村振兴战略再部署。县长、县委副书记出席,县直有关部门参加。") == "定安县")
    // An everyday word is none, and neither is a county that is only gone to.
    #expect(try home("2月23日,县委书记主持召开专题会议,推进平安乡村建设和富民特色产业。县长出席,县直有关部门参加。") == nil)
    #expect(try home("2月23日,县委书记主持召开会议。代县长来到县城,县直有关部门到县里参加。") == nil)
    #expect(try home("2月23日,县委书记率队赴定安特色农业园考察。县长参加,广平县县直有关部门参加。") == "广平县")
  }

  @Test func aNameAndAConnectiveAreNoCounty() throws {
    let context = try read("小金县县长、副县长唐新和县经信局、科技局负责人出席。")
    #expect(Set(context.mentions(of: "Region").map { context.name(of: $0.entity) }) == ["小金县"])
    #expect(try read("新和县副县长出席。").mentions(of: "Region").count == 1)
  }

  @Test func thePrefectureThatIsNotNamedIsThatOfItsCounties() throws {
    let context = try read("12日,云南省八自治州政协联系会议在香格里拉市召开。州政协主席主持会议。州委常委、副州长致辞。省委、省政府重视民族工作。")
    #expect(context.deixis.byWord["州"].map { context.name(of: $0) } == "迪庆藏族自治州")
  }

  @Test func aCountyWhoseNameMayBeAWordIsHomeWhereNothingElseIsNamed() throws {
    #expect(try home("县委书记主持召开县委常委会会议,县长出席。会议强调,要把平利建成全省一流的生态县。") == "平利县")
    #expect(try home("县领导出席会议。来自平利各乡镇的商会会长参加。县长讲话。") == "平利县")
    #expect(try home("县委书记宣布开工,县长致辞。平利高新区管委会负责人发言。") == "平利县")
    #expect(try home("县委书记讲话,县长主持。提高水平利用资源,推动新兴产业发展。永兴煤业作了发言。") == nil)
    #expect(try home("县长讲话,县人大常委会副主任人选张凌云,县政协副主席出席。") == nil)
    #expect(try home("新县县委书记讲话,县长主持。") == "新县")
  }

  @Test func townsTogetherTellTheirCounty() throws {
    #expect(try home("县长出席会议。调研组先后深入三阳镇、西河镇、洛河镇察看现场。") == "平利县")
    #expect(try home("县长出席会议。调研组先后深入城关镇、新兴镇察看现场。") == nil)
  }

  @Test func whoComesTellsWhereTheWriterIs() throws {
    #expect(try home("市委书记、市政协主席与来渝出席活动的客商座谈。市领导参加。") == "重庆市")
  }

  @Test func aChamberTellsTheCountyOfItsMembers() throws {
    #expect(try home("台州开化商会换届大会在台州市召开。县领导出席会议,县人大常委会副主任致辞。") == "开化县")
  }

  @Test func aHeadsNameIsNoPlace() throws {
    #expect(try home("市委副书记、市长宫镇江在市迎宾馆会见客商。双鸭山市委书记参加。市领导陪同。") == "双鸭山市")
  }

  @Test func aWordBesideAPlaceIsNone() throws {
    #expect(try !read("平利县召开会议。话题集中在项目怎么合作、平利怎么发展。").findings().entities.map(\.name).contains("合作市"))
    #expect(try read("代表团赴合作、临夏考察。").findings().entities.map(\.name).contains("合作市"))
    #expect(try read("上海均和集团有限公司与会。").findings().entities.isEmpty)
  }

  @Test func theTrailAboveAnArticleTellsWhoseItIs() throws {
    let page = """
      您当前的位置 : 平利网   ->   新闻中心   ->   今日要闻   ->  正文
      县人大常委会召开第三十六次会议

      3月26日,县人大常委会召开第三十六次会议,县人大常委会主任、副主任出席会议,县监委、县法院有关负责人列席会议。会议听取和审议了有关报告。
      """
    #expect(try home(page) == "平利县")
  }

  @Test func actingWithAnotherIsNoCounty() throws {
    #expect(try !read("石泉县召开会议。县招商局会同县财政局落实。").findings().entities.map(\.name).contains("会同县"))
    #expect(try read("代表团到会同县考察。").findings().entities.map(\.name).contains("会同县"))
  }
}
