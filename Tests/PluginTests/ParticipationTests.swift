import Testing

/// Who was at a meeting and who was not, where the sentence does not say it by 出席 alone.
@Suite struct ParticipationTests {
  @Test func whatIsDoneOnTheStageIsDoneThere() throws {
    let reading = try EventReading(
      """
      5月6日,全县项目签约仪式举行。签约仪式上,王一代表县政府与远航集团签订协议。李二与客商共同剪彩。
      张三2019年在外地经商。
      """, people: ["王一", "李二", "张三"], companies: ["远航集团"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "全县项目签约仪式") == ["李二", "王一"].sorted())
  }

  @Test func someoneSaysByOneWord() throws {
    let reading = try EventReading(
      "5月6日,全县项目推进会召开。王一说,要快。听取发言后,李二说,要稳。据张三说,会议很热闹。", people: ["王一", "李二", "张三"],
      home: "甲县")
    #expect(reading.sources("SPOKE_AT", of: "全县项目推进会") == ["李二", "王一"].sorted())
  }

  @Test func aListStandsOnTheLinesBelow() throws {
    let reading = try EventReading(
      "5月6日,全县项目签约仪式举行。出席签约仪式的领导有:\n省商务厅副厅长 王一\n县委书记 李二\n在此之前,县长张三到乙镇调研。",
      people: ["王一", "李二", "张三"], regions: ["乙镇"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "全县项目签约仪式") == ["李二", "王一"].sorted())
  }

  @Test func aLetterBringsNobody() throws {
    let reading = try EventReading(
      "5月6日,甲县商会成立大会举行。王一发来贺信,他在贺信中表示祝贺。李二出席并讲话。", people: ["王一", "李二"], regions: ["甲县"])
    #expect(reading.sources("ATTENDED", of: "甲县商会成立大会") == ["李二"])
  }

  @Test func aBracketBehindAPostIsNoPredicate() throws {
    let reading = try EventReading(
      "5月6日,全县项目推进会召开。县委书记王一,县长李二,办事处副主任(主持工作)张三出席会议并讲话。", people: ["王一", "李二", "张三"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "全县项目推进会") == ["张三", "李二", "王一"].sorted())
  }

  @Test func theObjectOfOnePredicateIsNotTheSubjectOfTheNext() throws {
    let reading = try EventReading(
      "5月6日,全县项目推进会召开,王一介绍了乙村、丙村的情况;李二作了交流发言。会前,王一会见了张三,并致辞。",
      people: ["王一", "李二", "张三"], regions: ["乙村", "丙村"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "全县项目推进会") == ["李二", "王一"].sorted())
  }

  @Test func whoLeadsADelegationIsThere() throws {
    let reading = try EventReading(
      "6月8日,第四届沿江经贸洽谈会在乙市举行。市长王一,副市长李二率领甲市代表团100多人参会。", people: ["王一", "李二"], regions: ["甲市", "乙市"])
    #expect(reading.sources("ATTENDED", of: "第四届沿江经贸洽谈会") == ["李二", "王一"].sorted())
  }

  @Test func bodiesSpeakThroughTheirHeads() throws {
    let reading = try EventReading(
      """
      5月6日,全县项目推进会召开。县发改局、县财政局负责人就代表的提问作了说明。县商务局主要负责人介绍了招商情况。
      王一肯定县医院的做法,并提出要求。
      """, people: ["王一"], bodies: ["县发改局", "县财政局", "县商务局", "县医院"], home: "甲县")
    #expect(reading.sources("SPOKE_AT", of: "全县项目推进会") == ["县发改局", "县商务局", "县财政局", "王一"].sorted())
    #expect(reading.sources("ATTENDED", of: "全县项目推进会") == ["县发改局", "县商务局", "县财政局", "王一"].sorted())
  }

  @Test func whatDescribesParticipantsEndsNoList() throws {
    let reading = try EventReading(
      "5月6日,全县项目推进会召开,县发改局、县财政局负责人,签约企业代表,县商会会长王一等出席会议。", people: ["王一"],
      bodies: ["县发改局", "县财政局"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "全县项目推进会") == ["县发改局", "县财政局", "王一"].sorted())
  }

  @Test func whoHoldsItTogetherTakesPart() throws {
    let reading = try EventReading(
      "11日下午,甲镇与乙市驻欧办举行产业合作签约仪式。王一出席签约仪式。", people: ["王一"], regions: ["甲镇"], bodies: ["乙市驻欧办"])
    #expect(reading.sources("ATTENDED", of: "产业合作签约仪式") == ["乙市驻欧办", "王一", "甲镇"].sorted())
    #expect(reading.sources("HELD_IN", of: "甲镇") == ["产业合作签约仪式"])
  }

  @Test func reportsUnderReviewAreNobodysSpeech() throws {
    let reading = try EventReading(
      "5月6日,市委常委会会议召开。会议讨论了市法院、市检察院工作报告(讨论稿)。王一作了县域经济的报告。", people: ["王一"],
      bodies: ["市法院", "市检察院"], home: "甲市", levels: ["市": "甲市"])
    #expect(reading.sources("SPOKE_AT", of: "市委常委会会议") == ["王一"])
  }

  @Test func whatIsSaidOfAnotherMeetingIsSaidHere() throws {
    let reading = try EventReading(
      "5月6日,市委常委会会议召开。王一就修改完善市委五届三次全会工作报告提出要求。李二在全市经济工作会议上指出,要快。",
      people: ["王一", "李二"], home: "甲市", levels: ["市": "甲市"])
    #expect(reading.sources("SPOKE_AT", of: "市委常委会会议") == ["王一"])
    #expect(reading.sources("SPOKE_AT", of: "全市经济工作会议") == ["李二"])
  }
}

/// Whose meeting it is where a page has several, and where each took place.
@Suite struct SeveralMeetingsTests {
  @Test func eachReportOfAPageHasItsOwnMeeting() throws {
    let reading = try EventReading(
      """
      本报讯(记者甲某)10月18日,省局局长王一到我县调研。当天,王一召开座谈会。王一强调,要依法办事。
      李二作了汇报发言。
      本报讯(记者乙某)10月16日,我县召开信访工作会议,赵三出席会议。
      赵三要求,要抓好落实。
      """, people: ["王一", "李二", "赵三"], home: "甲县", levels: ["县": "甲县"])
    #expect(reading.sources("SPOKE_AT", of: "座谈会") == ["李二", "王一"].sorted())
    #expect(reading.sources("SPOKE_AT", of: "信访工作会议") == ["赵三"])
    let days = try EventReading(
      """
      我市召开迎检动员会
      11月15日,重点实事推进会召开,王一出席会议。
      会上,李二通报了情况。
      11月15日,迎检动员会召开。赵三出席会议并讲话。
      """, people: ["王一", "李二", "赵三"], home: "甲市")
    #expect(days.sources("ATTENDED", of: "重点实事推进会") == ["李二", "王一"].sorted())
    #expect(days.sources("ATTENDED", of: "迎检动员会") == ["赵三"])
  }

  @Test func aTalkAtATimeOfItsOwnIsAnotherMeeting() throws {
    let reading = try EventReading(
      """
      6月23日至24日,省委召开甲市现场办公会。
      24日上午,王一主持召开座谈会。
      王一指出,要坚定信心。
      """, people: ["王一"], regions: ["甲市"], home: "甲市", levels: ["省": "乙省"])
    #expect(reading.sources("SPOKE_AT", of: "座谈会") == ["王一"])
    #expect(reading.sources("HELD_IN", of: "乙省") == ["甲市现场办公会"])
    let project = try EventReading(
      "4月20日,甲市举行一批项目集中投产仪式。昨天举行开工仪式的珠宝城总投资2亿元。王一讲话。", people: ["王一"], regions: ["甲市"])
    #expect(project.names("Meeting") == ["一批项目集中投产仪式"])
  }

  @Test func whatIsDoneAtAnotherMeetingIsDoneThere() throws {
    let reading = try EventReading(
      "3月14日,甲省推介会在丙市举行。王一出席会议。同日,在丙市另一会场召开的甲省招商座谈会上,副市长李二签署了协议。",
      people: ["王一", "李二"], regions: ["甲省", "丙市"])
    #expect(reading.sources("ATTENDED", of: "甲省招商座谈会") == ["李二"])
    #expect(reading.sources("HELD_IN", of: "丙市") == ["甲省推介会", "甲省招商座谈会"].sorted())
  }

  @Test func thePlaceStandsInBracketsOrIsWhereSomebodyWent() throws {
    let reading = try EventReading("5月9日,甲县(乙市)招商推介会举行。", regions: ["甲县", "乙市"])
    #expect(reading.sources("HELD_IN", of: "乙市") == ["甲县(乙市)招商推介会"])
    let trip = try EventReading(
      "2月3日,副省长王一赴丁县调研,并召开甲市、乙市两市八县攻坚座谈会。", people: ["王一"], regions: ["丁县", "甲市", "乙市"])
    #expect(trip.sources("HELD_IN", of: "丁县") == ["甲市、乙市两市八县攻坚座谈会"])
    #expect(trip.sources("HELD_IN", of: "乙市").isEmpty)
  }

  @Test func bodiesSignThroughTheirHeads() throws {
    let reading = try EventReading(
      "5月6日,甲县招商签约仪式举行。乙镇、丙乡相关负责人与企业代表签订协议。王一做了丁开发区推介。李二、赵三参加签约仪式系列活动。",
      people: ["王一", "李二", "赵三"], regions: ["甲县", "乙镇", "丙乡"], zones: ["丁开发区"])
    #expect(
      reading.sources("ATTENDED", of: "甲县招商签约仪式") == ["乙镇", "丙乡", "王一", "李二", "赵三"].sorted())
  }

  @Test func aPartOfTheMeetingIsNotTurnedTo() throws {
    let reading = try EventReading(
      """
      8月18日,甲镇召开换届大会。王一主持会议。
      大会还举行了宪法宣誓仪式。新任镇长李二作了发言。
      """, people: ["王一", "李二"], regions: ["甲镇"], home: "甲镇")
    #expect(reading.sources("SPOKE_AT", of: "换届大会") == ["李二"])
  }

  @Test func whatIsCitedIsNobodysSaying() throws {
    let reading = try EventReading(
      "3月1日,甲市召开全市工业大会。会上,学习了全省工业会议要求,乙区、市工信局、远山集团负责同志作了发言。",
      regions: ["甲市", "乙区"], bodies: ["市工信局"], companies: ["远山集团"], home: "甲市")
    #expect(reading.sources("SPOKE_AT", of: "全市工业大会") == ["乙区", "市工信局", "远山集团"])
  }

  @Test func whoPresentsSomethingSpokeThere() throws {
    let reading = try EventReading(
      "5月1日,甲县召开招商会。远大公司就园区建设进度作了介绍,乙镇就招商情况进行了介绍。副县长王一代表县政府向企业家致以诚挚的问候。",
      people: ["王一"], regions: ["甲县", "乙镇"], companies: ["远大公司"], home: "甲县")
    #expect(reading.sources("SPOKE_AT", of: "招商会") == ["乙镇", "王一", "远大公司"])
  }

  @Test func theLastOfAListTakesPartBeforeACountOrAnother() throws {
    let reading = try EventReading(
      "5月1日,甲县召开对接会。县发改局、县交通局以及乙镇负责同志,远大集团、远山集团16户企业负责同志参加会议。",
      regions: ["甲县", "乙镇"], bodies: ["县发改局", "县交通局"], companies: ["远大集团", "远山集团"], home: "甲县")
    #expect(
      reading.sources("ATTENDED", of: "对接会") == ["乙镇", "县交通局", "县发改局", "远大集团", "远山集团"])
  }

  @Test func whoSendsAnotherIsNotThere() throws {
    let reading = try EventReading(
      "12月8日,甲县举行开工仪式。受州委书记王一,州长王二委托,州政协副主席王三致辞,受县长王四委托,副县长王五讲话。",
      people: ["王一", "王二", "王三", "王四", "王五"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "开工仪式") == ["王三", "王五"])
  }

  @Test func aSentenceIsNoHeadlineOfASpeech() throws {
    let reading = try EventReading("9月16日,县长王一出席甲县招商项目签约仪式。", people: ["王一"], home: "甲县")
    #expect(reading.relations("SPOKE_AT").isEmpty)
    #expect(reading.relations("ATTENDED").count == 1)
  }
}
