import Testing

/// Who was at a meeting by what was done there: chairing in turn, hearing, talking with guests, opening and closing.
@Suite struct ParticipationFormTests {
  @Test func whoChairsASessionInTurnIsThere() throws {
    let reading = try EventReading(
      "5月6日,全县工会代表大会召开。王一、李二等16位同志担任本次大会执行主席。", people: ["王一", "李二"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "全县工会代表大会") == ["李二", "王一"].sorted())
    let listed = try EventReading(
      "5月6日,全县工会代表大会召开。大会执行主席是:王一、李二。", people: ["王一", "李二"], home: "甲县")
    #expect(listed.sources("ATTENDED", of: "全县工会代表大会") == ["李二", "王一"].sorted())
    let told = try EventReading(
      "5月6日,全县工会代表大会召开。王一、李二担任当天大会的执行主席。", people: ["王一", "李二"], home: "甲县")
    #expect(told.sources("ATTENDED", of: "全县工会代表大会") == ["李二", "王一"].sorted())
    let company = try EventReading(
      "5月6日,全县工作推进会召开。王一出席。据悉,远航集团执行主席李二近日到访。", people: ["王一", "李二"], companies: ["远航集团"], home: "甲县")
    #expect(company.sources("ATTENDED", of: "全县工作推进会") == ["王一"])
  }

  @Test func aReportThatIsHeardWasGiven() throws {
    let reading = try EventReading(
      "5月6日,全县述职评议会召开。会议听取和审议了县教育局局长王一、县民政局局长李二的述职报告。", people: ["王一", "李二"],
      bodies: ["县教育局", "县民政局"], home: "甲县")
    #expect(reading.sources("SPOKE_AT", of: "全县述职评议会") == ["李二", "王一"].sorted())
    let reviewed = try EventReading(
      "5月6日,全县述职评议会召开。会议审议了王一的工作报告。", people: ["王一"], home: "甲县")
    #expect(reviewed.sources("SPOKE_AT", of: "全县述职评议会") == [])
  }

  @Test func whoMovesWhatIsHeardIsThere() throws {
    let reading = try EventReading(
      "5月6日,全县人大工作会议召开。会议听取了县长王一提请的人事任免案,通过了李二提请的议案。", people: ["王一", "李二"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "全县人大工作会议") == ["王一"])
  }

  @Test func whoTalksWithTheGuestsIsThere() throws {
    let reading = try EventReading(
      "5月6日,全县招商座谈会举行。县长王一与考察团一行座谈,副县长李二,以及县商务局、县财政局等部门负责人与考察团进行交流。",
      people: ["王一", "李二"], bodies: ["县商务局", "县财政局"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "全县招商座谈会") == ["县商务局", "县财政局", "李二", "王一"].sorted())
    let other = try EventReading(
      "5月6日,全县项目推进会举行。此前,王一在乙村与群众交谈。", people: ["王一"], regions: ["乙村"], home: "甲县")
    #expect(other.sources("ATTENDED", of: "全县项目推进会") == [])
  }

  @Test func meetingsHeldTogetherShareTheirPeople() throws {
    let reading = try EventReading(
      "5月6日,甲县重点项目集中开工仪式及招商引资项目集中签约活动举行。王一出席并宣布开工,李二主持。", people: ["王一", "李二"],
      regions: ["甲县"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "甲县重点项目集中开工仪式") == ["李二", "王一"].sorted())
    #expect(reading.sources("ATTENDED", of: "招商引资项目集中签约活动") == ["李二", "王一"].sorted())
    let cited = try EventReading(
      "5月6日,全县领导干部大会召开,传达全省经济工作会议和全市农村工作会议精神。王一出席。", people: ["王一"], home: "甲县")
    #expect(cited.relations("ATTENDED") == ["王一 → 全县领导干部大会"])
  }

  @Test func whoOpensOrClosesSpeaks() throws {
    let reading = try EventReading(
      "5月6日,全县职工大会召开。王一宣布大会开幕,李二致开幕辞。张三致答谢辞,赵四作了讨论发言。会议讨论了钱五的工作报告。",
      people: ["王一", "李二", "张三", "赵四", "钱五"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "全县职工大会") == ["张三", "李二", "王一", "赵四"].sorted())
  }

  /// Nothing but the verb says that names without posts stand in a row.
  @Test(arguments: ["先后发言", "依次发言", "踊跃发言"])
  func whoSpeaksInTurnIsReadWithoutAPost(_ verb: String) throws {
    let reading = try NameReading("3月5日,青溪县召开座谈会。赵大明、李建国、孙明华\(verb)。")
    #expect(reading.names("Person").sorted() == ["李建国", "孙明华", "赵大明"].sorted())
  }

  @Test func companiesSignThroughPeopleWhoAreNotNamed() throws {
    let reading = try EventReading(
      "全县项目签约仪式在县政府举行,甲乙投资、丙丁电梯等2家企业代表分别与副县长王一、局长李二签订项目投资协议书。",
      people: ["王一", "李二"], companies: ["甲乙投资", "丙丁电梯"], home: "甲县")
    #expect(
      reading.sources("ATTENDED", of: "全县项目签约仪式") == ["王一", "李二", "甲乙投资", "丙丁电梯"].sorted())
    let bodies = try EventReading(
      "全县消费签约大会召开。县财政局、县教育局等县直单位、中学、企业与远航公司签订了协议。", bodies: ["县财政局", "县教育局"], companies: ["远航公司"],
      home: "甲县")
    #expect(bodies.sources("ATTENDED", of: "全县消费签约大会") == ["县财政局", "县教育局", "远航公司"].sorted())
    // What is signed for is nobody who signs.
    let described = try EventReading(
      "全县项目签约仪式在县政府举行。签约企业甲乙投资实力强,王一介绍了情况。", people: ["王一"], companies: ["甲乙投资"], home: "甲县")
    #expect(described.sources("ATTENDED", of: "全县项目签约仪式") == ["王一"])
  }

  @Test func whomTheHolderBroughtAlongIsThere() throws {
    let reading = try EventReading(
      "为抓好工作,4月27日,县委书记王一带领副县长李二,县发改局、县财政局等单位主要负责人前往各乡镇考察,并召开全县项目点评会。",
      people: ["王一", "李二"], bodies: ["县发改局", "县财政局"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "全县项目点评会") == ["王一", "李二", "县发改局", "县财政局"].sorted())
  }

  @Test(arguments: ["负责人", "法定代表人", "董事长"])
  func theHeadOfACompanySpeaksForHimself(_ post: String) throws {
    let reading = try EventReading(
      "5月6日,全县职工大会召开。甲公司\(post)王一作表态发言。", people: ["王一"], companies: ["甲公司"], home: "甲县")
    #expect(reading.relations("SPOKE_AT") == ["王一 → 全县职工大会"])
    let unnamed = try EventReading(
      "5月6日,全县职工大会召开。甲公司负责人作表态发言。", companies: ["甲公司"], home: "甲县")
    #expect(unnamed.relations("SPOKE_AT") == ["甲公司 → 全县职工大会"])
  }

  @Test func whoLeadsMayStandBehind() throws {
    let reading = try EventReading(
      "5月6日,全县恳谈会开幕。主持开幕式的是副县长王一。主持工作的是李二。", people: ["王一", "李二"], home: "甲县")
    #expect(reading.sources("PRESIDED_OVER", of: "全县恳谈会") == ["王一"])
  }
}
