import Testing

/// Where titles of meetings begin and end, and which of several names is the meeting's.
@Suite struct MeetingTitleTests {
  @Test(arguments: [
    ("9月26日,甲县隆重举行了乙冷库、丙物流园和丁水站项目开工奠基仪式。", "乙冷库、丙物流园和丁水站项目开工奠基仪式"),
    ("3月22日,甲市第一批重大项目集中开工活动乙区集中开工仪式举行。", "甲市第一批重大项目集中开工活动乙区集中开工仪式"),
    ("昨日,市人大常委会组织召开调研我市集聚区发展情况座谈会。", "调研我市集聚区发展情况座谈会"),
    ("3月17日,甲县与乙区举行关于共同引进丙公司有关事项的合作协议签约仪式。", "关于共同引进丙公司有关事项的合作协议签约仪式"),
    ("3月18日,甲区一季度招商引资项目“云签约”活动在丁城举行。", "甲区一季度招商引资项目“云签约”活动"),
    ("5月29日,甲县组织召开的“甲县(乙市)项目对接恳谈会”圆满结束。", "甲县(乙市)项目对接恳谈会"),
    ("5月27日\n甲镇举行2022年\n加工项目集中开工仪式\n暨企业服务恳谈会\n三个项目破土", "2022年加工项目集中开工仪式暨企业服务恳谈会"),
    ("4月9日,甲县县委农办全体会议暨今年第二次农口工作例会召开。", "甲县县委农办全体会议暨今年第二次农口工作例会"),
    ("2月7日,甲公司生产线竣工庆典仪式举行。", "甲公司生产线竣工庆典仪式"),
  ])
  func runsFromEdgeToEdge(_ text: String, _ title: String) throws {
    let reading = try EventReading(text, regions: ["甲县", "甲市", "乙区", "甲区", "乙市", "甲镇"], home: "甲县")
    #expect(reading.names("Meeting") == [title])
  }

  @Test func theFullerNameIsTheMeetings() throws {
    let reading = try EventReading(
      "4月13日,甲市召开政企座谈会。副市长王一参加调研及座谈会。", people: ["王一"], regions: ["甲市"])
    #expect(reading.names("Meeting") == ["政企座谈会"])
    #expect(reading.sources("ATTENDED", of: "政企座谈会") == ["王一"])
  }

  @Test func aPartOfTheMeetingIsNoMeeting() throws {
    let reading = try EventReading(
      "9月4日,甲市召开换届工作会议。王一主持第一次全体会议,李二主持第二次全体会议。", people: ["王一", "李二"], regions: ["甲市"])
    #expect(reading.names("Meeting") == ["换届工作会议"])
    #expect(reading.sources("PRESIDED_OVER", of: "换届工作会议") == ["李二", "王一"].sorted())
  }

  @Test(arguments: ["贯彻落实国家、省、市电视电话会议精神。", "四位公民代表应邀旁听会议。"])
  func kindsAreNoMeetings(_ text: String) throws {
    #expect(try EventReading(text).names("Meeting").isEmpty)
  }

  @Test func aTalkBehindACitedMeetingIsTheReportedOne() throws {
    let reading = try EventReading(
      "日前,区长王一到乙街调研。座谈会上,王一传达了李二在市委半年分析会上的讲话,听取了汇报。", people: ["王一", "李二"], regions: ["乙街"])
    #expect(reading.sources("ATTENDED", of: "座谈会") == ["王一"])
  }

  @Test func aYearStandsInTheTitleWithoutItsWord() throws {
    let reading = try EventReading("9月20日,甲县2018(第三届)恳亲大会招商恳谈会举行。", regions: ["甲县"])
    #expect(reading.date("甲县2018(第三届)恳亲大会招商恳谈会") == "2018-09-20")
  }

  @Test func aVenueTellsThePlace() throws {
    let reading = try EventReading(
      "4月6日,甲省商会返乡发展座谈会在乙市青松饭店隆重举行。", regions: ["乙市", "甲省"])
    #expect(reading.sources("HELD_IN", of: "乙市") == ["甲省商会返乡发展座谈会"])
  }
}

/// Which of several left edges a title has, and what is no title of a meeting that takes place.
@Suite struct MeetingTitleEdgeTests {
  @Test(arguments: [
    ("2月4日,市长主持召开招商引资重点在谈项目专题研判会。", "招商引资重点在谈项目专题研判会"),
    ("7月8日,“投资甲市·共赢未来”甲市2024年火把节招商推介会举行。", "“投资甲市·共赢未来”甲市2024年火把节招商推介会"),
    ("11月5日,省、市重点民生实事协调推进会召开。", "省、市重点民生实事协调推进会"),
    ("10月2日,我市举行“某江半月谈”2022年第六期叙谈会,征求意见。", "“某江半月谈”2022年第六期叙谈会"),
    ("1月9日,甲县又有8个项目进行集中开工仪式。", "集中开工仪式"),
    ("甲县人代会第二次会议3月4下午3:00在县剧院开幕。", "甲县人代会第二次会议"),
  ])
  func theHeaviestEdgeWins(_ text: String, _ title: String) throws {
    let reading = try EventReading(text, regions: ["甲县", "甲市"], home: "甲市")
    #expect(reading.names("Meeting") == [title])
  }

  @Test func anAwaitedMeetingIsNotTheReportedOne() throws {
    let reading = try EventReading(
      "为迎接甲省第十次代表大会胜利召开,5月6日,我县举行新项目集中开工仪式。县委书记王一出席。", people: ["王一"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "新项目集中开工仪式") == ["王一"])
    #expect(!reading.names("Meeting").contains { $0.hasPrefix("为") })
    let other = try EventReading(
      "甲省十四届人大四次会议将于1月27日在乙市开幕。1月26日,代表团召开全体会议。王一主持会议。", people: ["王一"])
    #expect(other.sources("PRESIDED_OVER", of: "全体会议") == ["王一"])
  }

  @Test(arguments: ["我国第一个“农民丰收节”到来了。", "他加入了某某协会,认识了社会各界人士。", "甲镇召开了某某商会。"])
  func otherThingsAreNoMeetings(_ text: String) throws {
    #expect(try EventReading(text).names("Meeting").isEmpty)
  }

  @Test func aNumberedSessionIsCitedBesideItsAgenda() throws {
    let reading = try EventReading("3月1日,市政协召开党组会议。会议研究了市政协九届四次主席会议时间和议程。")
    #expect(reading.names("Meeting").contains("市政协九届四次主席会议"))
  }

  @Test func oneSessionHasALongAndAShortName() throws {
    let reading = try EventReading(
      "县政协九届四次会议胜利闭幕\n今天,中国人民政治协商会议第九届甲县委员会第四次会议闭幕。王一主持闭幕大会。", people: ["王一"],
      regions: ["甲县"], home: "甲县", levels: ["县": "甲县"])
    #expect(reading.names("Meeting") == ["中国人民政治协商会议第九届甲县委员会第四次会议"])
    let congress = try EventReading("会议学习党的十九大精神。中国共产党第十九次全国代表大会提出了任务。5月6日,甲县召开动员大会。")
    #expect(congress.names("Meeting").count == 2)
  }

  @Test func sessionsShareTheirLastWord() throws {
    let reading = try EventReading(
      "3月1日,区委财经委员会第一次会议召开。会议学习中央财经委员会第六次、省委财经委员会第三次会议精神。", home: "甲区")
    #expect(
      reading.names("Meeting") == ["区委财经委员会第一次会议", "中央财经委员会第六次会议", "省委财经委员会第三次会议"])
  }

  @Test func sessionsOfOneTermShareIt() throws {
    let reading = try EventReading(
      "3月1日,甲县召开工业大会。会议要求落实省十一次党代会,市六次党代会和市委六届三次、四次全会精神。", home: "甲县",
      levels: ["市": "乙市", "县": "甲县"])
    #expect(
      reading.names("Meeting") == ["工业大会", "省十一次党代会", "市六次党代会", "市委六届三次全会", "市委六届四次全会"])
    #expect(reading.relations("HELD_IN").contains("市委六届四次全会 → 乙市"))
  }

  @Test func aRowOfTitlesIsCitedByTheSpiritBehindItsLast() throws {
    let reading = try EventReading(
      "3月1日,甲县召开工业大会。会议学习贯彻全国教育大会、全省卫生健康大会及全省领导干部会议精神。", home: "甲县")
    #expect(reading.names("Meeting") == ["工业大会", "全国教育大会", "全省卫生健康大会", "全省领导干部会议"])
  }

  @Test func aTitleIsTheEndOfALongerOne() throws {
    let reading = try EventReading(
      "我市召开省文明城市测评迎检动员会\n11月15日,甲市2018年省文明城市测评迎检动员会召开。王一讲话。", people: ["王一"],
      regions: ["甲市"], home: "甲市", levels: ["市": "甲市"])
    #expect(reading.names("Meeting") == ["甲市2018年省文明城市测评迎检动员会"])
  }

  @Test(arguments: [
    ("甲县召开全域旅游专题讨论会议。王一主持。", "全域旅游专题讨论会议"),
    ("甲县召开县级领导联席(扩大)会。王一主持。", "县级领导联席(扩大)会"),
    ("9月5日,第六届低碳产业博览会(以下简称“低碳会”)在甲县开幕。王一主持。", "第六届低碳产业博览会"),
    ("甲县粮食安全工作会议纪要\n时间:3月5日\n主持:王一", "甲县粮食安全工作会议"),
  ])
  func whatAMeetingIsCalledIsKnownWhateverStandsBehindIt(_ text: String, _ title: String) throws {
    let reading = try EventReading(text, people: ["王一"], regions: ["甲县"], home: "甲县")
    #expect(reading.names("Meeting") == [title])
    #expect(reading.sources("PRESIDED_OVER", of: title) == ["王一"])
  }

  @Test(arguments: [
    "甲县人民政府办公室印发县政府常务会议纪要管理办法。", "会前印发了促进会议事规则。", "甲县下发政府常务会议纪要。\n王一签发。",
  ])
  func minutesThatAreOnlySpokenOfNameNoMeeting(_ text: String) throws {
    #expect(try EventReading(text, people: ["王一"], regions: ["甲县"], home: "甲县").names("Meeting").isEmpty)
  }

  @Test(arguments: ["云签约仪式", "投用仪式", "交付仪式", "落成典礼", "通水仪式"])
  func aCeremonyIsTheReportedOneByItsKindAlone(_ kind: String) throws {
    let reading = try EventReading(
      "甲县举行乙项目集中\(kind)\n3月1日,甲县举行乙项目集中\(kind)。王一出席\(kind),李二主持。", people: ["王一", "李二"], regions: ["甲县"],
      home: "甲县")
    #expect(reading.names("Meeting").count == 1)
    #expect(reading.relations("ATTENDED").count == 2)
  }

  @Test func takingPartInAMeetingIsNoPartOfItsTitle() throws {
    let reading = try EventReading(
      "3月1日,甲县召开工业大会。县发改局、县财政局主要负责人参与会议。王一参与了签约仪式。", people: ["王一"], bodies: ["县发改局", "县财政局"], home: "甲县")
    #expect(reading.names("Meeting").contains { $0.contains("参与") } == false)
    #expect(reading.sources("ATTENDED", of: "工业大会").contains("县财政局"))
    let title = try EventReading("3月1日,甲县召开社会力量参与养老服务推进会。王一出席。", people: ["王一"], home: "甲县")
    #expect(title.names("Meeting") == ["社会力量参与养老服务推进会"])
  }

  @Test func aSeriesIsAPartOfTheTitleThatTellsWhichItIs() throws {
    #expect(try EventReading("8月3日,全县文化旅游系列活动启动仪式举行。", home: "甲县").names("Meeting") == ["全县文化旅游系列活动启动仪式"])
    #expect(
      try EventReading("4月3日,全县重大项目“三集中”系列活动在甲县举行。", regions: ["甲县"], home: "甲县").names("Meeting")
        == ["全县重大项目“三集中”系列活动"])
    // Activities that are not told apart are none.
    #expect(try EventReading("8月3日,全县举办系列活动,开展系列会议。", home: "甲县").names("Meeting") == [])
  }

  @Test func aDayMayStandBetweenABodyAndItsSession() throws {
    let reading = try EventReading(
      "大会通过市纪委一次全会选举结果的报告\n中国共产党甲市第八届委员会3月4日下午举行第一次全体会议。\n王一主持会议。",
      people: ["王一"], regions: ["甲市"], home: "甲市")
    #expect(reading.sources("PRESIDED_OVER", of: "中国共产党甲市第八届委员会第一次全体会议") == ["王一"])
  }

  @Test func sessionsOfDifferentOrgansAreTwo() throws {
    let reading = try EventReading(
      "2月20日,甲县仲裁委员会召开了第一届第一次主任会议和第一届第一次委员会议。会议由王一主持。", people: ["王一"], regions: ["甲县"], home: "甲县")
    #expect(reading.names("Meeting") == ["第一届第一次主任会议", "第一届第一次委员会议"])
    #expect(reading.sources("ATTENDED", of: "第一届第一次委员会议") == ["王一"])
  }

  @Test func theMeetingAtWhichSomethingWasMovedIsOnlyCited() throws {
    let reading = try EventReading(
      "3月9日,市纪委书记王一召集会议,督办市政协三届四次会议第 0163号重点提案。王一表示,要抓好办理。副主席李二出席会议。", people: ["王一", "李二"], home: "甲市",
      levels: ["市": "甲市"])
    #expect(reading.names("Meeting") == ["市政协三届四次会议"])
    #expect(reading.relations("ATTENDED").isEmpty)
  }

  @Test func aCouncilThatIsConvenedForAYearIsAMeeting() throws {
    let reading = try EventReading("5月20日,甲书画社召开2017年度理事会。王一出席。", people: ["王一"], home: "甲县")
    #expect(reading.names("Meeting") == ["2017年度理事会"])
    #expect(try EventReading("甲商会理事会成立,王一任理事。", people: ["王一"], home: "甲县").names("Meeting").isEmpty)
  }

  @Test func aHeadlineBrokenOverLinesIsTheSessionOfTheText() throws {
    let reading = try EventReading(
      "中国人民政治协商会议\n第十届甲县委员会\n第一次会议闭幕\n12月17日下午,中国人民政治协商会议第十届甲县委员会第一次会议圆满完成各项议程,在县城闭幕。王一主持闭幕会。",
      people: ["王一"], regions: ["甲县"], home: "甲县")
    #expect(reading.names("Meeting") == ["中国人民政治协商会议第十届甲县委员会第一次会议"])
    #expect(reading.relations("PRESIDED_OVER").count == 1)
  }
}
