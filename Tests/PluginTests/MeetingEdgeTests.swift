import Testing

/// Where the title of a meeting begins and ends, and what of several meetings a text turns to.
@Suite struct MeetingEdgeTests {
  private func names(_ text: String, regions: [String] = [], home: String? = nil) throws -> [String] {
    try EventReading(text, regions: regions, home: home).names("Meeting")
  }

  @Test func wordsBeforeATitleAreNoPartOfIt() throws {
    #expect(try names("经省政府第80次常务会议研究,决定授予称号。") == ["省政府第80次常务会议"])
    #expect(try names("恰逢2021甲商合作交流会开幕,企业家返乡考察。") == ["2021甲商合作交流会"])
    #expect(try names("其中,活动包括第十七届甲博会开幕式。").contains { !$0.hasPrefix("活动") })
    #expect(try names("据新华社乙市2月27日电 政协第九届甲委员会第五次会议今天开幕。") == ["政协第九届甲委员会第五次会议"])
    #expect(try names("王一介绍了经济形势和市委十一届四次全会精神。") == ["市委十一届四次全会"])
  }

  @Test func aRegionsNameIsNotCutInATitle() throws {
    #expect(try names("一年一度的如东县企业颁奖典礼举行。", regions: ["如东县"]) == ["如东县企业颁奖典礼"])
    #expect(try names("5月3日,从江县工业推进会召开。", regions: ["从江县"]) == ["从江县工业推进会"])
  }

  @Test func aLongerHeadTakesTheShorterOneIn() throws {
    #expect(try names("5月3日,甲镇召开招商活动工作会。") == ["招商活动工作会"])
    #expect(try names("3月5日,甲县召开人居环境整治拉练检查座谈交流会。", regions: ["甲县"]) == ["人居环境整治拉练检查座谈交流会"])
    #expect(try names("3月5日,甲县召开2023年招商大会,王一传达了全省会议精神。", regions: ["甲县"]).first == "2023年招商大会")
    #expect(try names("乙商会第四届理、监事会就职典礼在甲市举行。", regions: ["甲市"]) == ["乙商会第四届理、监事会就职典礼"])
  }

  @Test func aGatheringIsConvenedBehindItsPlace() throws {
    #expect(try names("3月1日,甲省防火形势讨论会在乙市召开。", regions: ["甲省", "乙市"]) == ["甲省防火形势讨论会"])
    #expect(try names("3月29日,甲产业园招商运营会在会议室召开。初步拟于五一节前举行甲产业园集中签约仪式。").first == "甲产业园招商运营会")
    #expect(try names("甲市残疾人联合会在乙市召开。甲协会在北京召开第二次工作会议。") == ["第二次工作会议"])
  }

  @Test func aPlaceIsNoPartOfWhatIsConvened() throws {
    #expect(try names("3月1日,甲县召开会议。王一讲话。", regions: ["甲县"], home: "甲县") == ["会议"])
    #expect(try names("3月1日,县防汛指挥部召开会议。", home: "甲县") == ["县防汛指挥部会议"])
  }

  @Test func aStartOfWorksIsAMeetingWhereNothingElseIs() throws {
    let reading = try EventReading(
      "3月1日,甲州2021年第一次重点项目集中开工在乙区举行。王一出席并讲话,李二主持。", people: ["王一", "李二"], regions: ["甲州", "乙区"])
    #expect(reading.names("Meeting") == ["甲州2021年第一次重点项目集中开工"])
    #expect(reading.sources("ATTENDED", of: "甲州2021年第一次重点项目集中开工") == ["李二", "王一"].sorted())
    #expect(try names("3月1日,全县推进会召开。目前已有30个项目集中开工。", home: "甲县") == ["全县推进会"])
  }

  @Test func whatIsToldBehindTheReportIsNotReported() throws {
    let reading = try EventReading(
      "近日,王一会见先进代表。李二主持座谈会。王一指出,要珍惜荣誉。据了解,全国英雄模范表彰大会于5月25日在乙市召开。",
      people: ["王一", "李二"], regions: ["乙市"], home: "甲县")
    #expect(reading.sources("PRESIDED_OVER", of: "座谈会") == ["李二"])
    #expect(reading.sources("SPOKE_AT", of: "座谈会") == ["王一"])
    #expect(reading.sources("ATTENDED", of: "全国英雄模范表彰大会").isEmpty)
    let coming = try EventReading(
      "全省农田现场会在乙市召开在即。昨天,王一进行调研。在随后召开的座谈会上,王一指出,要加快。", people: ["王一"], regions: ["乙市"])
    #expect(coming.sources("SPOKE_AT", of: "座谈会") == ["王一"])
  }

  @Test func whatFollowsAMeetingIsAnother() throws {
    let reading = try EventReading(
      "3月1日,全省安全电视电话会议召开。李二参加会议。会后,王一主持召开专题会议。", people: ["王一", "李二"], home: "甲市")
    #expect(reading.sources("PRESIDED_OVER", of: "专题会议") == ["王一"])
    #expect(reading.sources("ATTENDED", of: "全省安全电视电话会议") == ["李二"])
    let ceremonies = try EventReading(
      "3月1日,我市同步举行甲省重点项目集中开工仪式。王一出席。随后,我市举行乙公司组件项目开工仪式。李二讲话。",
      people: ["王一", "李二"], regions: ["甲省"])
    #expect(ceremonies.sources("ATTENDED", of: "甲省重点项目集中开工仪式") == ["王一"])
    #expect(ceremonies.sources("SPOKE_AT", of: "乙公司组件项目开工仪式") == ["李二"])
  }

  @Test func anotherSectionIsAnotherReport() throws {
    let reading = try EventReading(
      """
      3月25日,县十五届人大常委会召开第36次会议。王一出席会议。
      相关新闻
      8月5日,县政府召开第九次全体会议。李二出席会议。
      """, people: ["王一", "李二"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "县十五届人大常委会第36次会议") == ["王一"])
    #expect(reading.sources("ATTENDED", of: "县政府第九次全体会议") == ["李二"])
  }

  @Test func theDayOfACitedMeetingIsNotTheReportedOnes() throws {
    let reading = try EventReading("近日,甲县召开安全会议,传达11月27日全国安全会议精神。", regions: ["甲县"], home: "甲县")
    #expect(reading.date("安全会议") == nil)
  }

  @Test func aMeetingToComeHasItsPlace() throws {
    let reading = try EventReading(
      "5月12日,甲县召开筹备会议。第20届丙博会将于5月13日至17日在乙省丁市举行。", regions: ["甲县", "乙省", "丁市"], home: "甲县")
    #expect(reading.sources("HELD_IN", of: "丁市") == ["第20届丙博会"])
    #expect(reading.sources("HELD_IN", of: "乙省").isEmpty)
  }

  @Test func aJourneyLeadsToTheMeetingsPlace() throws {
    let reading = try EventReading(
      "5月1日,王一率发改局到乙镇就道路建设召开现场办公会。", people: ["王一"], regions: ["乙镇"], home: "甲县")
    #expect(reading.sources("HELD_IN", of: "乙镇") == ["现场办公会"])
    let abroad = try EventReading(
      "王一带队赴丙省丁市考察。在与商会举行的座谈会上,王一介绍了情况。", people: ["王一"], regions: ["丙省", "丁市"], home: "甲县")
    #expect(abroad.sources("HELD_IN", of: "丁市") == ["座谈会"])
    #expect(
      try EventReading("王一赴乙市、丁市考察。座谈会上,王一介绍了情况。", people: ["王一"], regions: ["乙市", "丁市"], home: "甲县")
        .sources("HELD_IN", of: "丁市").isEmpty)
  }

  @Test func twoNamesHeldTogetherAreOneMeeting() throws {
    #expect(try names("上周,我市举行了甲商洽谈会及服务业推介会。", home: "甲市") == ["甲商洽谈会及服务业推介会"])
    #expect(try names("上周,我市召开了甲现场推进会和工业发展推进会。", home: "甲市").count == 2)
    #expect(try names("上周,省政府党组学习教育民主生活会召开,传达省委会议精神。").first == "省政府党组学习教育民主生活会")
  }

  @Test func minutesTellTheDay() throws {
    let reading = try EventReading(
      "甲县政府第12次常务会议纪要\n时间:2018年5月8日\n地点:三楼会议室\n会议研究了工作。", regions: ["甲县"], home: "甲县")
    #expect(reading.date("甲县政府第12次常务会议") == "2018-05-08")
    let page = try EventReading("甲县政府第12次常务会议\n时间:2018年5月8日 来源:甲网\n会议研究了工作。", regions: ["甲县"], home: "甲县")
    #expect(page.date("甲县政府第12次常务会议") == nil)
  }

  @Test func aCongressHasAShortAndAFullName() throws {
    #expect(
      try names("甲市第十七次团代会开幕\n3月1日,共青团甲市第十七次代表大会开幕。", regions: ["甲市"]) == ["共青团甲市第十七次代表大会"])
    #expect(
      try names("甲市第十七次党代会开幕\n3月1日,共青团甲市第十七次代表大会开幕。", regions: ["甲市"]).count == 2)
  }

  @Test func theBranchOfAMeetingIsTheMeeting() throws {
    let reading = try EventReading(
      "3月1日,甲市粮食安全视频会召开,王一参加乙区分会场会议。", people: ["王一"], regions: ["甲市", "乙区"], home: "甲市")
    #expect(reading.sources("ATTENDED", of: "甲市粮食安全视频会") == ["王一"])
    #expect(reading.names("Meeting") == ["甲市粮食安全视频会"])
  }

  @Test func whatIsPassedOnIsNotTheMeeting() throws {
    let reading = try EventReading(
      "3月1日,甲县召开会议,传达省十一次党代会,市六次党代会精神。王一讲话。", people: ["王一"], regions: ["甲县"], home: "甲县")
    #expect(reading.sources("SPOKE_AT", of: "会议") == ["王一"])
  }

  @Test(arguments: [
    ("本报甲市7月4日电 (记者王一)2023甲市·乙市联合招商大会日前举行。", "2023甲市·乙市联合招商大会"),
    ("甲县举行2021年“乙丙”人才周系列活动开幕式。", "2021年“乙丙”人才周系列活动开幕式"),
    ("主任王一召开会议,研究近期赴乙国招商活动事宜。李二参加会议。", "会议"),
  ])
  func whatIsNoPartOfATitleIsLeftOut(_ text: String, _ title: String) throws {
    let reading = try EventReading(text, people: ["王一", "李二"], regions: ["甲市", "乙市", "甲县"], home: "甲县")
    #expect(reading.names("Meeting") == [title])
  }

  @Test(arguments: ["王一带队赴乙省开展招商活动。", "全方位多层次开展招商活动,王一接受采访。"])
  func whatIsOnlyCarriedOutIsNoMeeting(_ text: String) throws {
    #expect(try EventReading(text, people: ["王一"], regions: ["乙省"], home: "甲县").names("Meeting").isEmpty)
  }
}
