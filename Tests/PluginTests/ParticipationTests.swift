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
