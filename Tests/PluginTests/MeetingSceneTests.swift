import Testing

/// Meetings told in the words of real pages: their names, where and when they took place, who is told only by what he does.
@Suite struct MeetingSceneTests {
  @Test func aSessionOfAConferenceHasTwoNames() throws {
    let reading = try EventReading(
      """
      县政协九届四次会议闭幕
      中国人民政治协商会议第九届甲县委员会第四次会议今天闭幕。王一主持大会。县政协十届一次会议时间另行公布。
      """, people: ["王一"], regions: ["甲县"], home: "甲县", levels: ["县": "甲县"])
    #expect(reading.names("Meeting") == ["中国人民政治协商会议第九届甲县委员会第四次会议", "县政协十届一次会议"])
    #expect(reading.sources("PRESIDED_OVER", of: "中国人民政治协商会议第九届甲县委员会第四次会议") == ["王一"])
  }

  @Test func theStandingCommitteeIsNotTheCongress() throws {
    let reading = try EventReading(
      "5月6日,县十七届人大常委会第三次会议召开。会议讨论了县十七届人大三次会议的筹备工作。", regions: ["甲县"], home: "甲县")
    #expect(reading.names("Meeting") == ["县十七届人大常委会第三次会议", "县十七届人大三次会议"])
  }

  @Test func whateverIsConvenedIsAMeeting() throws {
    #expect(try EventReading("10月12日,我县举行“亲清茶叙”2022年第六期叙谈会,王一到会。").names("Meeting") == ["“亲清茶叙”2022年第六期叙谈会"])
    #expect(try EventReading("协会召开了甲商会。我县成立甲协会,举办运动会。").names("Meeting").isEmpty)
  }

  @Test func aParticleInsideAWordEndsNoTitle() throws {
    #expect(
      try EventReading("7月28日,甲市2024年彝族火把节招商推介会举行。", regions: ["甲市"]).names("Meeting") == ["甲市2024年彝族火把节招商推介会"])
  }

  @Test func sentencesGoOnWithTheSamePerson() throws {
    let reading = try EventReading(
      """
      3月8日,王一率队赴乙市开展招商工作。其中,于3月9日在乙市参加首届产业转移(乙市)洽谈会,达成项目5个。
      同日上午,在乙市召开的丙省招商座谈会上,李二代表市政府签署协议。
      """, people: ["王一", "李二"], regions: ["乙市", "丙省"])
    #expect(reading.sources("ATTENDED", of: "首届产业转移(乙市)洽谈会") == ["王一"])
    #expect(reading.sources("HELD_IN", of: "乙市") == ["丙省招商座谈会", "首届产业转移(乙市)洽谈会"])
    #expect(reading.sources("ATTENDED", of: "丙省招商座谈会") == ["李二"])
    #expect(reading.date("首届产业转移(乙市)洽谈会") == "--03-09")
    #expect(reading.date("丙省招商座谈会") == "--03-09")
  }

  @Test func whoHoldsAMeetingIsThere() throws {
    let reading = try EventReading(
      "2月3日,副省长王一赴乙县调研,走访企业,并召开丙市、丁市两市项目座谈会。李二介绍,戊县将召开戊县人才推进会。",
      people: ["王一", "李二"], regions: ["乙县", "丙市", "丁市", "戊县"])
    #expect(reading.sources("ATTENDED", of: "丙市、丁市两市项目座谈会") == ["李二", "王一"].sorted())
    #expect(reading.sources("SPOKE_AT", of: "丙市、丁市两市项目座谈会") == ["李二"])
    #expect(reading.sources("HELD_IN", of: "乙县") == ["丙市、丁市两市项目座谈会"])
    #expect(reading.sources("HELD_IN", of: "丁市").isEmpty)
  }

  @Test func guestsAreThere() throws {
    let reading = try EventReading(
      "12月24日,甲科技城项目签约仪式举行。签约仪式前,王一会见了前来签约的乙商会会长李二,丙集团董事长张三。", people: ["王一", "李二", "张三"],
      home: "甲市")
    #expect(reading.sources("ATTENDED", of: "甲科技城项目签约仪式") == ["张三", "李二"].sorted())
  }

  @Test func whoIsElectedIsThere() throws {
    let reading = try EventReading(
      "7月23日,甲镇第二十届人民代表大会第七次会议召开。会上,王一通报大会筹备情况。李二同志当选为镇人大主席。", people: ["王一", "李二"],
      regions: ["甲镇"])
    #expect(reading.sources("ATTENDED", of: "甲镇第二十届人民代表大会第七次会议") == ["李二", "王一"].sorted())
  }

  @Test func whatIsRecommendedDoesNotSpeak() throws {
    let reading = try EventReading(
      "7月23日,全县投资说明会举行。王一对三夏工作进行了总结;乙镇、丙镇负责同志作了表态发言。李二做了甲开发区推介。", people: ["王一", "李二"],
      regions: ["乙镇", "丙镇"], zones: ["甲开发区"], home: "甲县")
    #expect(reading.sources("SPOKE_AT", of: "全县投资说明会") == ["王一", "李二", "乙镇", "丙镇"].sorted())
  }

  @Test func aHigherBodyConvenesInAPlace() throws {
    let reading = try EventReading(
      "6月23日,省委、省政府召开乙市现场办公会。", regions: ["乙市"], home: "乙市", levels: ["省": "丙省", "市": "乙市"])
    #expect(reading.relations("HELD_IN") == ["乙市现场办公会 → 丙省", "乙市现场办公会 → 乙市"])
  }

  @Test func accountsAreSettledInTheNextYear() throws {
    #expect(
      try EventReading("11月20日,县人大常委会第九次会议召开。会议听取了《关于2012年度本级财政预算执行情况的审计工作报告》。").date("县人大常委会第九次会议")
        == "2013-11-20")
    #expect(try EventReading("3月4下午,全县项目推进会召开。2月25日,全县闭幕。").date("全县项目推进会") == "--03-04")
  }

  @Test func aFairElsewhereIsNotHeldAtHome() throws {
    let reading = try EventReading(
      "9月20日,第十七届西部国际博览会在乙省丙市开幕,王一率团参会。", people: ["王一"], regions: ["乙省", "丙市"], home: "甲市")
    #expect(!reading.relations("HELD_IN").contains { $0.hasSuffix("甲市") })
    let own = try EventReading("9月20日,第十七届西部国际博览会在甲市开幕,王一致辞。", people: ["王一"], regions: ["甲市"], home: "甲市")
    #expect(own.relations("HELD_IN").contains { $0.hasSuffix("甲市") })
  }

  @Test func theMeetingOfAChamberOfPeopleFromElsewhereIsNotTheGuests() throws {
    let reading = try EventReading(
      "12月2日,乙海丙苏商会召开秘书长联席会议。甲区副区长王一介绍了甲区概况。", people: ["王一"], bodies: ["乙海丙苏商会"], home: "甲区")
    #expect(reading.relations("HELD_IN").isEmpty)
  }

  @Test func whatAMeetingIsAboutDoesNotConveneIt() throws {
    let reading = try EventReading("副市长王一召集部门,就推进乙镇白菜销售召开协调会。", people: ["王一"], regions: ["乙镇"], home: "甲市")
    #expect(reading.relations("HELD_IN") == ["协调会 → 甲市"])
    #expect(
      try EventReading("大会通过《关于乙市出席甲省第七次党代会的报告》。", regions: ["乙市", "甲省"], home: "乙市").sources("HELD_IN", of: "乙市")
        .isEmpty)
  }

  @Test func aCongressIsOfTheRegionBehindItsOrganization() throws {
    let reading = try EventReading("6月3日,共青团乙市第十七次代表大会开幕。王一出席大会。", people: ["王一"], regions: ["乙市"], home: "甲市")
    #expect(reading.relations("HELD_IN") == ["共青团乙市第十七次代表大会 → 乙市"])
  }
}
