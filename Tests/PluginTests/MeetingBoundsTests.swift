import Testing

/// Where titles begin that hold words which mostly end one, which sessions are two, and where meetings of a row take place.
@Suite struct MeetingBoundsTests {
  @Test func aStudyIsCalledAfterWhatIsStudied() throws {
    let reading = try EventReading(
      "10月18日,县领导在会议室举行学习习近平总书记在中国共产党第十九次全国代表大会上的报告座谈会。王一、李二一一发言。", people: ["王一", "李二"])
    #expect(reading.sources("SPOKE_AT", of: "学习习近平总书记在中国共产党第十九次全国代表大会上的报告座谈会") == ["李二", "王一"].sorted())
    #expect(reading.relations("ATTENDED").count == 2)
  }

  @Test func aCharacterBehindTheNumberIsPartOfAName() throws {
    let reading = try EventReading(
      "王一主持召开第九届库其国际沙漠论坛筹备工作调度会。李二参加调度会。8月26日,第九届库其国际沙漠论坛开幕。", people: ["王一", "李二"])
    #expect(reading.names("Meeting") == ["第九届库其国际沙漠论坛筹备工作调度会", "第九届库其国际沙漠论坛"])
    #expect(reading.sources("ATTENDED", of: "第九届库其国际沙漠论坛筹备工作调度会") == ["李二", "王一"].sorted())
  }

  @Test func twoHousesHoldTwoSessions() throws {
    #expect(
      try EventReading("12月29日,政协甲市第一届委员会第一次会议和甲市第一届人民代表大会第一次会议胜利闭幕。", regions: ["甲市"]).names("Meeting")
        == ["政协甲市第一届委员会第一次会议", "甲市第一届人民代表大会第一次会议"])
    #expect(
      try EventReading("5月27日,县十五届人大四次会议主席团举行第一次会议。", home: "甲县").names("Meeting")
        == ["县十五届人大四次会议主席团第一次会议"])
  }

  @Test func theNumberOfASessionIsNoFrequency() throws {
    #expect(
      try EventReading("会议传达学习了全国政协十二届五次会议以及全省领导干部大会精神。").names("Meeting")
        == ["全国政协十二届五次会议", "全省领导干部大会"])
  }

  @Test func aVisitsMeetingIsToldInItsScene() throws {
    let reading = try EventReading(
      "9月15日,王一到甲县调研,\(String(repeating: "走访了重点项目,", count: 30))了解情况。\n在甲县召开的援建工作推进座谈会上,李二汇报了情况。王一指出,要加快。",
      people: ["王一", "李二"], regions: ["甲县"])
    #expect(reading.sources("SPOKE_AT", of: "援建工作推进座谈会") == ["李二", "王一"].sorted())
  }

  @Test func guestsDoNotConvene() throws {
    let reading = try EventReading(
      "在常委会议室召开了甲市党政考察团莅乙座谈会,王一参加。", people: ["王一"], regions: ["甲市"], home: "乙市")
    #expect(reading.relations("HELD_IN") == ["甲市党政考察团莅乙座谈会 → 乙市"])
  }

  @Test func aPlaceMayHaveAnEpithet() throws {
    #expect(
      try EventReading("7月10日,甲县文旅项目推介会在美丽的海滨城市乙市举行。", regions: ["甲县", "乙市"]).sources("HELD_IN", of: "乙市")
        == ["甲县文旅项目推介会"])
    #expect(
      try EventReading("4月23日,全省产业成果推介会在我市举行。", home: "甲市", levels: ["市": "甲市"]).sources("HELD_IN", of: "甲市")
        == ["全省产业成果推介会"])
  }

  @Test func whatAVerbDescribesIsNoPredicate() throws {
    let reading = try EventReading(
      "甲乙开工仪式举行。王一对参加仪式的各级领导表示感谢。李二对丙公司落户丁县表示欢迎。", people: ["王一", "李二"], regions: ["丁县"], companies: ["丙公司"])
    #expect(reading.sources("SPOKE_AT", of: "甲乙开工仪式") == ["李二", "王一"].sorted())
  }

  @Test func whomADecreeNamesIsNotThere() throws {
    let reading = try EventReading(
      "全市党建工作会议召开。会上,王一宣读了关于追授李二同志为优秀党员、追记张三同志二等功的有关决定。", people: ["王一", "李二", "张三"])
    #expect(reading.relations("ATTENDED") == ["王一 → 全市党建工作会议"])
  }
}
