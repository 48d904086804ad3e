import Testing

/// What news tells of a meeting in passing: on which day, whose, who gave and who answered.
@Suite struct MeetingTellingTests {
  @Test func theDayStandsOnALineOfItsOwn() throws {
    #expect(
      try EventReading("县长王一致辞\n3月1日上午\n甲县举行了2021年春季重大项目集中开工仪式\n", people: ["王一"], regions: ["甲县"])
        .date("2021年春季重大项目集中开工仪式") == "2021-03-01")
  }

  @Test func aPartOfAYearIsToldOfInThatYear() throws {
    #expect(
      try EventReading("4月28日,全区招商引资通报会议召开。会议通报了2024年度第一季度工作进展。").date("全区招商引资通报会议") == "2024-04-28")
    #expect(try EventReading("3月10日,甲镇召开2016年度党委工作会,对2015年工作进行总结。").date("2016年度党委工作会") == "2016-03-10")
  }

  @Test func theCommitteeThatConvenesIsNoMeeting() throws {
    #expect(
      try EventReading("甲县委常委会召开会议传达学习有关精神\n7月5日,王一主持召开县委常委会会议。", people: ["王一"], regions: ["甲县"])
        .names("Meeting") == ["县委常委会会议"])
  }

  @Test func whoGivesStandsInTheTitle() throws {
    #expect(
      try EventReading("2月19日,甲集团向乙县捐赠物资仪式举行。", regions: ["乙县"], companies: ["甲集团"]).names("Meeting") == [
        "甲集团向乙县捐赠物资仪式"
      ])
  }

  @Test func bodiesAnswer() throws {
    let reading = try EventReading(
      "甲市召开企业家座谈会。市甲局、市乙局、市丙局等部门负责人一一作答。会议听取和审议了局长王一受市政府委托所作的关于《甲计划》的报告。", people: ["王一"],
      regions: ["甲市"], bodies: ["市甲局", "市乙局", "市丙局"])
    #expect(reading.sources("SPOKE_AT", of: "企业家座谈会") == ["王一", "市丙局", "市乙局", "市甲局"].sorted())
  }

  @Test func aMonthIsBetterThanNothing() throws {
    #expect(try EventReading("2016年5月,甲县召开旅游发展大会。", regions: ["甲县"]).date("旅游发展大会") == "2016-05")
    #expect(
      try EventReading("2月20日,委员会召开了第一届第一次主任会议和第一届第一次委员会议。").date("第一届第一次委员会议") == "--02-20")
  }

  @Test func labelsMayStandInBrackets() throws {
    #expect(
      try EventReading("【主持人】副书记王一\n【参会人员】李二、张三\n4月2日,全县项目推进会召开。", people: ["王一", "李二", "张三"])
        .sources("ATTENDED", of: "全县项目推进会") == ["张三", "李二", "王一"].sorted())
  }
}
