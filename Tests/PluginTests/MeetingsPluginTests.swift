import Testing

@Suite struct MeetingsPluginTests {
  @Test func takesTheTitleBehindTheVerbAndBeforeIt() throws {
    #expect(
      try EventReading("3月4日下午,我县召开全县工业经济暨“三招三引”大会。").names("Meeting") == ["全县工业经济暨“三招三引”大会"])
    #expect(
      try EventReading("昨日上午,甲县2019年百强企业表彰暨营商环境推进大会在会议中心举行。", regions: ["甲县"]).names("Meeting")
        == ["甲县2019年百强企业表彰暨营商环境推进大会"])
  }

  @Test func joinsShortForms() throws {
    let reading = try EventReading(
      "甲县举行2023年第三批项目集中签约仪式\n8月1日,甲县2023年第三批项目集中签约仪式举行。王一出席签约仪式并讲话。本次签约仪式共签约项目5个。会议指出,要抓落实。",
      people: ["王一"], regions: ["甲县"])
    #expect(reading.names("Meeting") == ["甲县2023年第三批项目集中签约仪式"])
  }

  @Test func keepsCitedSessionsApart() throws {
    let reading = try EventReading(
      "6月2日,全市重点工作调度会召开。会议传达了中央、省经济工作会议和省委十一届七次全会、市委八届三次全会、市委八届四次全会精神,学习贯彻党的二十大和十八届三中、四中全会精神。",
      home: "乙市", levels: ["市": "乙市", "省": "丙省"])
    #expect(
      reading.names("Meeting").sorted()
        == [
          "全市重点工作调度会", "中央经济工作会议", "省经济工作会议", "省委十一届七次全会", "市委八届三次全会", "市委八届四次全会", "党的二十大",
          "十八届三中全会", "十八届四中全会",
        ].sorted())
    #expect(reading.sources("HELD_IN", of: "乙市") == ["全市重点工作调度会", "市委八届三次全会", "市委八届四次全会"])
    #expect(reading.sources("HELD_IN", of: "丙省") == ["省委十一届七次全会", "省经济工作会议"])
  }

  @Test(arguments: [
    "要减少各类会议。", "市委常委会要求,增速要高于全省。", "参观了国际会议中心。", "要定期召开民营企业座谈会,听取意见。", "建立联席会议制度。",
    "甲县第十届人民代表大会常务委员会任命名单", "贯彻有关会议精神。",
  ])
  func takesNoGeneralMentionForAMeeting(_ text: String) throws {
    #expect(try EventReading(text).names("Meeting").isEmpty)
  }

  @Test func readsASpeechsOwnMeeting() throws {
    let reading = try EventReading(
      "在2021年全市工业运行调度会上的讲话\n(2021年11月3日)\n同志们:\n刚才,甲县政府作了发言。8月24日召开全市民营企业座谈会,研究了突出问题。", bodies: ["甲县政府"],
      home: "乙市")
    #expect(reading.date("2021年全市工业运行调度会") == "2021-11-03")
    #expect(reading.date("全市民营企业座谈会") == "2021-08-24")
    #expect(reading.sources("SPOKE_AT", of: "2021年全市工业运行调度会") == ["甲县政府"])
  }

  @Test func datesByThePublishingDayAndByContext() throws {
    #expect(
      try EventReading("昨日下午,全区项目推进大会召开。", published: "2019-09-06").date("全区项目推进大会") == "2019-09-05")
    #expect(
      try EventReading("3月4日下午,我市召开全市工业大会,总结2020年度工作,部署2021年任务。").date("全市工业大会") == "2021-03-04")
    #expect(try EventReading("8月14日,甲县召开“百亿工业”动员大会。").date("“百亿工业”动员大会") == "--08-14")
    #expect(try EventReading("日前,全县项目推进会召开。").date("全县项目推进会") == nil)
  }

  @Test func datesAreTheMeetingsOwn() throws {
    // The dateline is the day of the report.
    #expect(
      try EventReading("甲县新闻网6月16日消息:6月14日下午,县委书记王一在全县项目推进会上强调,要抓落实。").date("全县项目推进会") == "--06-14")
    #expect(try EventReading("甲县新闻网6月16日消息:全县项目推进会召开。").date("全县项目推进会") == "--06-16")
    // When the works began is another day.
    #expect(
      try EventReading("日前,污水厂项目签约仪式举行。\n工程于2012年12月20日开工,工期两年。").date("污水厂项目签约仪式") == nil)
    #expect(
      try EventReading("甲县第九届人民代表大会第四次会议圆满完成各项议程,于2月20日下午闭幕。", published: "2014-02-21")
        .date("甲县第九届人民代表大会第四次会议") == "2014-02-20")
    #expect(
      try EventReading("2月25日,甲镇召开2021年工作总结暨2022年工作动员大会。").date("2021年工作总结暨2022年工作动员大会") == "2022-02-25")
    #expect(try EventReading("1月25日,甲镇召开2021年工作总结表彰大会。").date("2021年工作总结表彰大会") == "2022-01-25")
    #expect(try EventReading("12月25日,甲镇召开2021年工作总结表彰大会。").date("2021年工作总结表彰大会") == "2021-12-25")
  }

  @Test func readsWhoAttendedWhoLedAndWhoSpoke() throws {
    let title = "全县项目推进大会"
    let reading = try EventReading(
      """
      5月6日,全县项目推进大会召开。县委书记王一出席会议并讲话,县委副书记、县长李二主持。张三、赵四、钱五等县领导参加会议。
      会上,孙六通报了上半年工作,县发改局、东河镇、科学城管委会、远航集团先后作了交流发言。
      王一强调,要学习周七同志的精神,按照吴八的要求抓落实。
      县财政局、县自然资源局主要负责同志参加会议。(记者 郑九)
      """, people: ["王一", "李二", "张三", "赵四", "钱五", "孙六", "周七", "吴八", "郑九"], regions: ["东河镇"],
      bodies: ["县发改局", "科学城管委会", "县财政局", "县自然资源局"], companies: ["远航集团"], home: "甲县")
    #expect(
      reading.sources("ATTENDED", of: title)
        == [
          "东河镇", "孙六", "张三", "李二", "王一", "科学城管委会", "赵四", "远航集团", "钱五", "县发改局", "县财政局", "县自然资源局",
        ].sorted())
    #expect(reading.sources("PRESIDED_OVER", of: title) == ["李二"])
    #expect(
      reading.sources("SPOKE_AT", of: title) == ["东河镇", "孙六", "王一", "科学城管委会", "远航集团", "县发改局"].sorted())
  }

  @Test func readsPassivePresidingAndListsBehindTheVerb() throws {
    let reading = try EventReading(
      "5月6日,全县项目推进大会召开。会议由县长李二同志主持。出席会议的领导有:张三、赵四、钱五。大会执行主席孙六在主席台就座。",
      people: ["李二", "张三", "赵四", "钱五", "孙六"])
    #expect(reading.sources("PRESIDED_OVER", of: "全县项目推进大会") == ["李二"])
    #expect(reading.sources("ATTENDED", of: "全县项目推进大会") == ["张三", "孙六", "李二", "赵四", "钱五"].sorted())
  }

  @Test func honoursOnlyTheNamed() throws {
    let reading = try EventReading(
      "5月6日,全县工业大会召开。王一、李二为东河镇、西河镇等园区授牌。会议为先进企业代表颁奖。远航集团、云岭公司被授予“纳税大户”称号。",
      people: ["王一", "李二"], regions: ["东河镇", "西河镇"], companies: ["远航集团", "云岭公司"])
    #expect(reading.sources("HONORED_AT", of: "全县工业大会") == ["东河镇", "西河镇", "远航集团", "云岭公司"].sorted())
  }

  @Test func saysWhereItWasHeld() throws {
    let reading = try EventReading(
      "5月6日,甲县(广州)招商推介会在广州市举行,王一致辞。", people: ["王一"], regions: ["甲县", "广州市"], home: "甲县")
    #expect(
      reading.relations("HELD_IN").map { $0.suffix(3) } == ["广州市", " 甲县"] || reading.relations("HELD_IN").count == 2)
  }

  @Test func connectsProgramsAndProjectsWithTheMeeting() throws {
    let reading = try EventReading("5月6日,全县工业大会召开。会议强调,要开展“四送”活动,推进“康桥里”项目。", home: "甲县")
    #expect(reading.relations("DISCUSSED") == ["全县工业大会 → “四送”活动", "全县工业大会 → “康桥里”项目"].sorted())
  }

  @Test func whatATourLooksAtIsNoSubjectOfAMeetingThatWasBefore() throws {
    let body = "今年以来,全市召开工业发展动员大会,落实三年目标。李立先后到“康桥里”项目、“安泰坊”项目实地调研。"
    #expect(
      try EventReading("李立在甲市调研工业经济运行\n" + body, people: ["李立"], home: "甲市").relations("DISCUSSED").isEmpty)
    // At a meeting that goes round, it is.
    #expect(
      try EventReading("全市工业发展动员大会召开\n" + body, people: ["李立"], home: "甲市").relations("DISCUSSED").count == 2)
  }

  @Test func honoursThoseWhoWinAnAward() throws {
    let reading = try EventReading(
      "5月6日,全县工业大会召开。远航集团、东河公司获县长质量奖,工程师李立获科技创新贡献奖。赵平介绍收获时说,要争当模范。",
      people: ["李立", "赵平"], companies: ["远航集团", "东河公司"], home: "甲县")
    #expect(reading.sources("HONORED_AT", of: "全县工业大会") == ["东河公司", "李立", "远航集团"])
  }

  @Test func namesFestivalsByTheirNumberAndLeavesBodiesAlone() throws {
    let reading = try EventReading(
      "5月6日,全县工业大会召开。要办好第九届云岭山茶旅游节,深入贯彻全省开放发展大会精神。补选李立为第七届人大常委会副主任。文化节很热闹。",
      people: ["李立"], home: "甲县")
    #expect(reading.names("Meeting") == ["全县工业大会", "第九届云岭山茶旅游节", "全省开放发展大会"])
  }

  @Test func takesASpeechWhoseSubjectStandsBeforeIt() throws {
    let reading = try EventReading(
      "5月6日,全县工业大会召开。副主席李立作提案工作情况的报告,赵平作了题为《关于加快建设的几点意见》的工作报告。东河镇、西河镇在会上介绍了经验。",
      people: ["李立", "赵平"], regions: ["东河镇", "西河镇"], home: "甲县")
    #expect(reading.sources("SPOKE_AT", of: "全县工业大会") == ["东河镇", "李立", "西河镇", "赵平"])
  }

  @Test(arguments: ["“", "、", "会议", "召开", "第一次", "(", "的大会", "项目", "工程", "等项目", "全市", "强调"])
  func readsAnyRepetition(_ piece: String) throws {
    let reading = try EventReading(String(repeating: piece, count: 60_000 / piece.utf8.count))
    #expect(reading.names("Person").isEmpty)
  }

  @Test func takesTitlesBehindQuotesParticipantsAndDatelines() throws {
    #expect(
      try EventReading("3月21日,丁镇召开“丁镇城乡环境工作推进会”。", regions: ["丁镇"]).names("Meeting") == ["丁镇城乡环境工作推进会"])
    #expect(
      try EventReading("丁镇召开由全体包村干部参加的环境大整治大提升推进会,部署工作。", regions: ["丁镇"]).names("Meeting") == ["环境大整治大提升推进会"])
    #expect(
      try EventReading("本报快讯 第七届边贸博览会开幕式暨口岸论坛9月1日在甲市举行。", regions: ["甲市"]).names("Meeting") == ["第七届边贸博览会开幕式暨口岸论坛"])
    #expect(
      try EventReading("学习贯彻总书记重要讲话精神及省委十三届九次全会精神。").names("Meeting") == ["省委十三届九次全会"])
  }

  @Test func aCeremonyThatIsOnlyRecalledIsTheMeeting() throws {
    let reading = try EventReading("王一宣布项目开工。开工仪式上,李二介绍了项目概况。", people: ["王一", "李二"])
    #expect(reading.names("Meeting") == ["开工仪式"])
    #expect(reading.sources("ATTENDED", of: "开工仪式").contains("李二"))
  }

  @Test func whoSendsAnotherIsNotThere() throws {
    let reading = try EventReading("受县委书记王一委托,县长李二主持召开全县防汛工作会议。", people: ["王一", "李二"])
    #expect(reading.sources("ATTENDED", of: "全县防汛工作会议") == ["李二"])
  }

  @Test func whoHandsOutOrBreaksGroundTogetherIsThere() throws {
    let reading = try EventReading(
      "全县项目开工仪式举行。王一、李二等县领导共同为项目奠基。张三为先进个人颁奖。", people: ["王一", "李二", "张三"])
    #expect(reading.sources("ATTENDED", of: "全县项目开工仪式") == ["张三", "李二", "王一"])
  }

  @Test func allOfAListSpeakBeforeOneVerb() throws {
    let reading = try EventReading("甲市论坛举行。市委书记王一,省厅副厅长李二致辞。市长王三,副市长李四宣读决定。", people: ["王一", "李二", "王三", "李四"])
    #expect(reading.sources("SPOKE_AT", of: "甲市论坛") == ["李二", "李四", "王一"])
  }

  @Test func theLocalMeetingIsReportedNotTheNations() throws {
    #expect(
      try EventReading("全省电视电话会议召开后,甲县召开安全生产会议,王一要求抓好落实。", people: ["王一"], regions: ["甲县"])
        .sources("SPOKE_AT", of: "安全生产会议") == ["王一"])
  }

  @Test func theWishesOfWhoSpeaksHonourNobody() throws {
    let reading = try EventReading(
      "全市年度人物颁奖盛典举行。王一代表甲局,对荣获年度人物称号的企业家表示祝贺。李二荣获“年度人物”称号。", people: ["王一", "李二"], bodies: ["甲局"])
    #expect(reading.sources("HONORED_AT", of: "全市年度人物颁奖盛典") == ["李二"])
  }

  @Test func aSpeechIsGivenByWhoStandsUnderItsHeadline() throws {
    let reading = try EventReading(
      "在和安县第五届人民代表大会第二次会议闭幕时的讲话\n县委书记 王一\n各位代表:\n会议审议通过了李二县长所作的《政府工作报告》。大会就要胜利闭幕了。",
      people: ["王一", "李二"], regions: ["和安县"])
    #expect(reading.names("Meeting") == ["和安县第五届人民代表大会第二次会议"])
    #expect(reading.sources("SPOKE_AT", of: "和安县第五届人民代表大会第二次会议") == ["李二", "王一"])
  }
}
