import Testing

/// Participants who stand where a reader does not look first: behind the verb, beside a row of meetings, in a post that holds a verb.
@Suite struct ParticipantOrderTests {
  @Test func whoSpeaksMayStandBehind() throws {
    let reading = try EventReading(
      """
      5月22日,甲镇召开工作推进会。作表态发言的有乙村书记王一、丙村主席李二,还有一位群众代表。
      介绍甲镇情况的是副镇长张三。发言的企业负责人来自丁集团、戊公司等。在合同上签字的是赵四。
      """, people: ["王一", "李二", "张三", "赵四"], regions: ["甲镇"], companies: ["丁集团", "戊公司"])
    #expect(reading.sources("SPOKE_AT", of: "工作推进会") == ["张三", "李二", "王一", "丁集团", "戊公司"].sorted())
    #expect(reading.sources("ATTENDED", of: "工作推进会").contains("赵四"))
    // What is said stands behind 的是 as well.
    let said = try EventReading("甲镇召开工作推进会。王一强调的是乙公司的产品。", people: ["王一"], regions: ["甲镇"], companies: ["乙公司"])
    #expect(said.sources("SPOKE_AT", of: "工作推进会").contains("乙公司") == false)
  }

  @Test func whoLeadsAPartMayStandBehind() throws {
    let reading = try EventReading(
      "北市第十一届人民代表大会第五次会议7月27日举行第二次全体会议。主持选举的是执行主席王一,主持宣誓的是执行主席李二。主持会议的副主任张三宣布闭幕。",
      people: ["王一", "李二", "张三"], regions: ["北市"])
    #expect(reading.names("Meeting") == ["北市第十一届人民代表大会第五次会议"])
    #expect(reading.relations("PRESIDED_OVER").map { $0.prefix(2) } == ["张三", "李二", "王一"].sorted())
  }

  @Test func aVerbInsideAPostEndsNoList() throws {
    let reading = try EventReading(
      "甲乙论坛召开。乙厅王一、丙院李二、丁局副局长兼打造会展高地指挥长张三、戊局赵四等出席大会。", people: ["王一", "李二", "张三", "赵四"])
    #expect(reading.sources("ATTENDED", of: "甲乙论坛") == ["张三", "李二", "王一", "赵四"].sorted())
  }

  @Test func meetingsInARowOpenTogether() throws {
    let reading = try EventReading(
      "6月18日,第六届甲大会、第十七届乙交易会和第九届丙洽谈会在丁市开幕。王一应邀出席会议。", people: ["王一"], regions: ["丁市"])
    #expect(reading.relations("ATTENDED") == ["王一 → 第六届甲大会"])
    #expect(reading.date("第六届甲大会") == "--06-18")
    #expect(reading.date("第九届丙洽谈会") == "--06-18")
  }

  @Test func bothSidesOfAVisitTalk() throws {
    let reading = try EventReading(
      "甲区书记王大,区长李小11月30日上午带队来到乙区交流学习。乙区区长张三陪客人看了公园,双方随后座谈。座谈会上,李小介绍了情况。",
      people: ["王大", "李小", "张三"], regions: ["甲区", "乙区"])
    #expect(reading.sources("ATTENDED", of: "座谈会") == ["张三", "李小", "王大"].sorted())
  }

  @Test func oneSignsWithMany() throws {
    let reading = try EventReading(
      "5月20日,企业家座谈会举行。甲区政府同乙公司、丙公司、丁公司等8家知名企业现场举行签约仪式。", bodies: ["甲区政府"],
      companies: ["乙公司", "丙公司", "丁公司"])
    #expect(reading.sources("ATTENDED", of: "企业家座谈会") == ["丁公司", "丙公司", "乙公司", "甲区政府"].sorted())
    let contract = try EventReading(
      "甲乙仪式举行,甲县政府同乙公司、丙公司签下总额2亿元的合同。", bodies: ["甲县政府"], companies: ["乙公司", "丙公司"])
    #expect(contract.sources("ATTENDED", of: "甲乙仪式") == ["丙公司", "乙公司", "甲县政府"].sorted())
  }

  @Test func whatIsToComeHasNoParticipants() throws {
    let reading = try EventReading(
      "6月15日,甲乙峰会举行,王一致辞。6月16日,乙所、丙商会将进行线上分享。", people: ["王一"], bodies: ["乙所", "丙商会"])
    #expect(reading.relations("ATTENDED") == ["王一 → 甲乙峰会"])
    let general = try EventReading("甲市召开军地座谈会。乙院王一少将、丙院李二少将出席座谈会。", people: ["王一", "李二"], regions: ["甲市"])
    #expect(general.sources("ATTENDED", of: "军地座谈会") == ["李二", "王一"].sorted())
  }

  @Test func aHeadlineMayLeaveTheNumberOut() throws {
    #expect(
      try EventReading("王一主持召开甲州委书记专题会议\n4月3日,甲州委书记王一主持召开甲州委书记第四次专题会议,王一参加会议。", people: ["王一"], regions: ["甲州"])
        .names("Meeting") == ["甲州委书记第四次专题会议"])
  }

  @Test func aCompanysNameHoldsNoMeeting() throws {
    #expect(
      try EventReading("甲会议展览服务公司承办的乙丙论坛举行。会议听取了区2022年项目情况和区第九次党代会部署的工作汇报。", companies: ["甲会议展览服务公司"])
        .names("Meeting") == ["乙丙论坛", "区第九次党代会"])
  }

  @Test func aDayOfBeingThereIsTheMeetings() throws {
    #expect(
      try EventReading("4月23日,甲园区开工。23日上午,王一一行参加了甲市、乙盟共建园区签约仪式。", people: ["王一"], regions: ["甲市", "乙盟"])
        .date("甲市、乙盟共建园区签约仪式") == "--04-23")
  }
}
