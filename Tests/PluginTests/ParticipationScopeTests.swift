import Testing

/// To whom and to which meeting a predicate belongs, where the sentence alone does not tell.
@Suite struct ParticipationScopeTests {
  @Test func aPronounSpeaksForWhoActedBefore() throws {
    let reading = try EventReading(
      "5月6日,全县项目推进会召开。王一感谢各位客商的支持。他说,合作前景广阔。李二、张三出席会议。他指出,要快。", people: ["王一", "李二", "张三"], home: "甲县")
    #expect(reading.sources("SPOKE_AT", of: "全县项目推进会") == ["王一"])
  }

  @Test func someoneSaysAtTheMeetingByOneWord() throws {
    let reading = try EventReading("5月6日,全县专题座谈会召开。王一在座谈会上说,要稳。", people: ["王一"], home: "甲县")
    #expect(reading.sources("SPOKE_AT", of: "全县专题座谈会") == ["王一"])
  }

  @Test func guestsOfTheMeetingAreNoPredicate() throws {
    let reading = try EventReading(
      "5月6日,全县企业家座谈会召开。会上,远航集团、天工公司等12家与会企业代表先后发言。", companies: ["远航集团", "天工公司"], home: "甲县")
    #expect(reading.sources("SPOKE_AT", of: "全县企业家座谈会") == ["天工公司", "远航集团"].sorted())
  }

  @Test func whoGoesOnWithAndIsWhoActedBefore() throws {
    let reading = try EventReading(
      "5月6日,甲县粮食商会换届大会召开。王一当选粮食商会会长并发表讲话。李二会见远航集团董事长张三一行,并共同出席大会。",
      people: ["王一", "李二", "张三"], bodies: ["粮食商会"], companies: ["远航集团"], home: "甲县")
    #expect(reading.sources("SPOKE_AT", of: "甲县粮食商会换届大会") == ["王一"])
    #expect(reading.sources("ATTENDED", of: "甲县粮食商会换届大会") == ["张三", "李二", "王一"].sorted())
  }

  @Test func whoSignsTogetherIsThere() throws {
    let reading = try EventReading(
      "5月6日,全县项目签约仪式举行。仪式上,远航集团与县商务局签订协议。", bodies: ["县商务局"], companies: ["远航集团"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "全县项目签约仪式") == ["县商务局", "远航集团"].sorted())
  }

  @Test func theTextComesBackToTheReportedMeeting() throws {
    let reading = try EventReading(
      """
      甲市三季度重大项目集中开工活动
      10月26日上午,全省三季度重大项目集中开工活动举行,我市同步举行全市三季度重大项目集中开工活动。王一宣布开工,李二主持。
      """, people: ["王一", "李二"], regions: ["甲市"], home: "甲市", levels: ["全省": "乙省", "全市": "甲市", "市": "甲市"])
    #expect(reading.sources("PRESIDED_OVER", of: "甲市三季度重大项目集中开工活动") == ["李二"])
  }

  @Test func aMeetingAfterAnotherOneIsItsOwn() throws {
    let reading = try EventReading(
      "10月1日晚,全省安全生产电视电话会议召开后,王一迅速召开我市安全生产紧急会议。王一要求,要抓好落实。会议讨论了市政协七届八次常委会议召开的时间。",
      people: ["王一"], home: "甲市", levels: ["市": "甲市", "全省": "乙省", "省": "乙省"])
    #expect(reading.sources("SPOKE_AT", of: "安全生产紧急会议") == ["王一"])
    #expect(reading.relations("HELD_IN").contains("安全生产紧急会议 → 甲市"))
  }

  @Test func aCeremonyThatIsOnlyAttended() throws {
    let reading = try EventReading(
      "昨日上午,远航集团扩建项目奠基。王一、李二等出席了昨日的奠基仪式。王一在讲话中指出,前景广阔。", people: ["王一", "李二"],
      companies: ["远航集团"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "奠基仪式") == ["李二", "王一"].sorted())
    #expect(reading.sources("SPOKE_AT", of: "奠基仪式") == ["王一"])
  }

  @Test func whoSignsWithManyIsThere() throws {
    let reading = try EventReading(
      "5月6日,全县项目签约仪式举行。随后,王一,李二、张三分别与远航集团有限公司,天工投资有限公司,广厦建设有限公司,长河科技股份有限公司,大洋食品股份有限公司等13家企业进行了集中签约。",
      people: ["王一", "李二", "张三"], companies: ["远航集团有限公司", "天工投资有限公司", "广厦建设有限公司"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "全县项目签约仪式").filter { $0.count == 2 } == ["张三", "李二", "王一"].sorted())
  }

  @Test func whoIsInvitedToTeachIsThere() throws {
    let reading = try EventReading(
      "5月6日,全县电商培训会召开。远航公司特别邀请王一、李二,分别从农产品销售等方面进行讲解。", people: ["王一", "李二"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "全县电商培训会") == ["李二", "王一"].sorted())
  }

  @Test func aMeetingHeldForAnotherOneBearsItsName() throws {
    let reading = try EventReading(
      "7月18日,我市召开2019年项目攻坚动员大会暨第二次集中签约仪式调度会。王一参加。会上,市商务局汇报了第二次集中签约仪式筹备情况。",
      people: ["王一"], bodies: ["市商务局"], home: "甲市", levels: ["市": "甲市"])
    #expect(
      reading.sources("ATTENDED", of: "2019年项目攻坚动员大会暨第二次集中签约仪式调度会") == ["市商务局", "王一"].sorted())
    let other = try EventReading("3月17日,甲镇召开第二十届人民代表大会第五次会议筹备工作会议。王一主持。", people: ["王一"], regions: ["甲镇"])
    #expect(other.names("Meeting") == ["第二十届人民代表大会第五次会议筹备工作会议"])
  }

  @Test func recentlyIsNoDay() throws {
    #expect(
      try EventReading("近日,王一带队参加甲省合作推进会。", published: "2014-06-26", people: ["王一"]).date("甲省合作推进会") == nil)
  }

  @Test func whereSomebodyGoesToTakePartDoesNotTakePart() throws {
    let reading = try EventReading(
      "5月6日,第三届产业论坛举行。王一赴甲省乙市出席第三届产业论坛。", people: ["王一"], regions: ["甲省", "乙市"], home: "丙县")
    #expect(reading.sources("ATTENDED", of: "第三届产业论坛") == ["王一"])
  }
}
