import Testing

/// Meetings that stand beside others: at a fair, in a picture, behind a visit, on the short lines of a page made for telephones.
@Suite struct MeetingEventTests {
  @Test func aFairThatIsNamedInPassingTakesNobodyFromTheCeremony() throws {
    let reading = try EventReading(
      "6月21日,甲园区迎来2010首届乙国际茶叶博览会,也见证了51个项目的集中开工。市委书记王一宣布开工,市领导李二、张三出席开工仪式。王一说,园区要快干。",
      people: ["王一", "李二", "张三"], home: "甲市")
    #expect(reading.sources("ATTENDED", of: "开工仪式") == ["张三", "李二", "王一"].sorted())
    #expect(reading.sources("SPOKE_AT", of: "开工仪式") == ["王一"])
    #expect(reading.sources("ATTENDED", of: "2010首届乙国际茶叶博览会").isEmpty)
    #expect(reading.date("开工仪式") == "2010-06-21")
    // The title holds the word by which people call it.
    let forum = try EventReading(
      "4月4日,甲县第三届“恳谈会”暨“乙发展”论坛召开。王一、李二参加恳谈会。", people: ["王一", "李二"], regions: ["甲县"])
    #expect(forum.names("Meeting") == ["甲县第三届“恳谈会”暨“乙发展”论坛"])
  }

  @Test func whatFollowsAMeetingIsNotTheMeeting() throws {
    let reading = try EventReading(
      "5月21日,甲研究院成立。王一、李二等参加成立大会。张三主持。会后举行甲协同创新发展论坛。", people: ["王一", "李二", "张三"])
    #expect(reading.sources("ATTENDED", of: "成立大会") == ["张三", "李二", "王一"].sorted())
    #expect(reading.sources("ATTENDED", of: "甲协同创新发展论坛").isEmpty)
  }

  @Test func aPictureTellsOfAMeeting() throws {
    let reading = try EventReading(
      "近日,县长王一、副县长李二等领导,组织甲局、乙局等负责人,到丙公司调研,了解生产情况。图为调研座谈会现场。",
      people: ["王一", "李二"], bodies: ["甲局", "乙局"], companies: ["丙公司"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "调研座谈会") == ["李二", "王一", "甲局", "乙局"].sorted())
  }

  @Test func aVisitGoesFromSceneToScene() throws {
    let reading = try EventReading(
      """
      8月22日,王一一行来甲县考察。
      在乙区帮扶捐资仪式上,李二致辞。
      在张三主持的援助工作座谈会上,李二汇报了情况。
      王一强调,要认真研究。赵四书记说到,意义重大。
      """, people: ["王一", "李二", "张三", "赵四"], regions: ["甲县", "乙区"], home: "甲县")
    #expect(reading.sources("SPOKE_AT", of: "乙区帮扶捐资仪式") == ["李二"])
    #expect(reading.sources("SPOKE_AT", of: "援助工作座谈会") == ["李二", "王一", "赵四"].sorted())
  }

  @Test func shortLinesGoOn() throws {
    let reading = try EventReading(
      """
      5月12日上午
      甲县重大项目
      集中开工仪式举行
      县委书记王一宣布开工
      县长李二致辞
      县人大主任张三
      县政协主席赵四
      出席开工仪式
      副县长孙五
      主持仪式
      """, people: ["王一", "李二", "张三", "赵四", "孙五"], regions: ["甲县"])
    #expect(reading.relations("ATTENDED").count == 5)
    #expect(reading.relations("PRESIDED_OVER").map { $0.prefix(2) } == ["孙五"])
    // The last line of a page has no full stop.
    #expect(
      try EventReading("甲县开工仪式举行。\n市领导王一、李二参加\n责任编辑", people: ["王一", "李二"], regions: ["甲县"])
        .relations("ATTENDED").count == 2)
  }

  @Test func anInvitedCeremonyStandsBehindItsParties() throws {
    let reading = try EventReading(
      "考察中,王一一行前往甲公司考察,并出席了甲公司、乙公司分别与我区丙镇开展合作的签约仪式。", people: ["王一"], regions: ["丙镇"], companies: ["甲公司", "乙公司"])
    #expect(reading.sources("ATTENDED", of: "签约仪式").contains("王一"))
  }

  @Test func whoGivesAnExplanationSpeaks() throws {
    let reading = try EventReading(
      "9月5日,市委十四届八次全会召开。全会听取和讨论了王一受常委会委托作的讲话和李二作《甲方案》的说明。", people: ["王一", "李二"])
    #expect(reading.sources("SPOKE_AT", of: "市委十四届八次全会") == ["李二", "王一"].sorted())
    #expect(
      try EventReading("会议贯彻落实省委、甲市委全会决策部署,召开续会贯彻落实会议精神。", regions: ["甲市"]).names("Meeting")
        .allSatisfy { !$0.contains("全会") && !$0.contains("落实会议") })
  }

  @Test func theYearFollowsFromWhatHadHappened() throws {
    #expect(
      try EventReading("3月7日,甲公司竣工仪式举行。该项目于2008年1月立项,2009年12月投入运行。").date("竣工仪式")
        ?? EventReading("3月7日,甲公司竣工仪式举行。该项目于2008年1月立项,2009年12月投入运行。").date("甲公司竣工仪式") == "2010-03-07")
    #expect(
      try EventReading("1月14日,县长主持召开县政府第57次常务会议。会议总结了2020年工作,指出2021年是关键的一年。").date("县政府第57次常务会议")
        == "2021-01-14")
    #expect(try EventReading("2月15日,公司召开2018年度总结大会。").date("2018年度总结大会") == "2019-02-15")
  }

  @Test func studyIsCalledAfterThoseWhoStudy() throws {
    #expect(
      try EventReading("6月1日,县委理论学习中心组举行集体学习。王一主持学习并讲话。", people: ["王一"]).relations("PRESIDED_OVER")
        == ["王一 → 县委理论学习中心组集体学习"])
    #expect(try EventReading("各级党组织要加强集体学习。").names("Meeting").isEmpty)
  }
}
