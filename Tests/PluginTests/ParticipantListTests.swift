import Testing

/// Participants whom no plain verb of being there names: lines of minutes, those who are talked to, gathered, heard.
@Suite struct ParticipantListTests {
  @Test func minutesNameWhoWasThere() throws {
    let reading = try EventReading(
      """
      甲县人民政府第12次常务会议纪要
      时间:2018年5月8日
      主持人:县长 王一
      出席:李二 张三
      列席:乙局主任赵四、丙局
      缺席:周五
      记录:陈六
      会议研究了有关工作。
      """, people: ["王一", "李二", "张三", "赵四", "周五", "陈六"], regions: ["甲县"], bodies: ["乙局", "丙局"], home: "甲县")
    let meeting = "甲县人民政府第12次常务会议"
    #expect(reading.sources("PRESIDED_OVER", of: meeting) == ["王一"])
    #expect(reading.sources("ATTENDED", of: meeting) == ["丙局", "张三", "李二", "王一", "赵四"].sorted())
    #expect(reading.sources("SPOKE_AT", of: meeting).isEmpty)
  }

  @Test func thoseWithWhomOneTalksAreThere() throws {
    let reading = try EventReading(
      "5月1日,甲县召开企业座谈会,与乙集团、丙银行等10家企业代表进行交流。戊集团与己银行加强交流合作。",
      companies: ["乙集团", "丙银行", "戊集团", "己银行"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "企业座谈会") == ["丙银行", "乙集团"].sorted())
  }

  @Test func whoIsSpokenToDoesNotSpeak() throws {
    let reading = try EventReading(
      "5月1日,甲县座谈会召开。王一对李二、张三一行的到来表示欢迎,赵四介绍了情况。", people: ["王一", "李二", "张三", "赵四"], home: "甲县")
    #expect(reading.sources("SPOKE_AT", of: "甲县座谈会") == ["王一", "赵四"].sorted())
    #expect(reading.sources("ATTENDED", of: "甲县座谈会").contains("李二"))
  }

  @Test func whoIsWishedSomethingDoesNotTakePart() throws {
    let reading = try EventReading(
      "5月1日,甲县启动仪式举行。王一希望乙县、丙县共同开启新的合作。", people: ["王一"], regions: ["甲县", "乙县", "丙县"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "甲县启动仪式") == ["王一"])
  }

  @Test func whoIsGatheredOrWitnessesIsThere() throws {
    let reading = try EventReading(
      "5月1日,王一率乙局、丙局等部门负责人,就道路建设召开现场办公会。", people: ["王一"], bodies: ["乙局", "丙局"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "现场办公会") == ["丙局", "乙局", "王一"].sorted())
    let signing = try EventReading(
      "5月1日,甲项目签约仪式举行。在乙局、丙局等部门的共同见证下,王一签订协议。", people: ["王一"], bodies: ["乙局", "丙局"], home: "甲县")
    #expect(signing.sources("ATTENDED", of: "甲项目签约仪式") == ["丙局", "乙局", "王一"].sorted())
  }

  @Test func theLastOneHeardCountsToo() throws {
    let reading = try EventReading(
      "5月1日,甲县召开座谈会。会议听取了乙局、丙局关于招商情况的汇报,围绕建设丁示范区提出意见建议。", bodies: ["乙局", "丙局"],
      zones: ["丁示范区"], home: "甲县")
    #expect(reading.sources("SPOKE_AT", of: "座谈会") == ["丙局", "乙局"].sorted())
  }

  @Test func aDepartmentInAListHasAVerbInItsName() throws {
    let reading = try EventReading(
      "5月1日,全市工作会议召开。乙区、投资与技术改造处、丙区分别就工作安排进行交流发言。", regions: ["乙区", "丙区"], home: "甲市")
    #expect(reading.sources("SPOKE_AT", of: "全市工作会议") == ["丙区", "乙区"].sorted())
  }

  @Test func whoHandsOutIsThere() throws {
    let reading = try EventReading(
      "5月1日,甲联盟成立大会召开。王一主任为理事长单位颁发牌匾。乙公司等24家企业斩获此荣誉。王一出席仪式。",
      people: ["王一"], companies: ["乙公司"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "甲联盟成立大会") == ["王一"])
    #expect(reading.sources("HONORED_AT", of: "甲联盟成立大会") == ["乙公司"])
  }

  @Test func takingPartInAMeetingIsBeingThere() throws {
    let reading = try EventReading(
      "5月1日,甲县企业座谈会召开。王一、李二参与座谈会。张三积极参与志愿活动,赵四参与项目建设。", people: ["王一", "李二", "张三", "赵四"],
      home: "甲县")
    #expect(reading.sources("ATTENDED", of: "甲县企业座谈会") == ["李二", "王一"].sorted())
  }

  @Test func aHeadlineOfAVisitIsNoSpeech() throws {
    let reading = try EventReading("王一带队参加甲省战略合作推进会\n近日,王一参加甲省战略合作推进会。", people: ["王一"], regions: ["甲省"])
    #expect(reading.sources("SPOKE_AT", of: "甲省战略合作推进会").isEmpty)
    #expect(reading.sources("ATTENDED", of: "甲省战略合作推进会") == ["王一"])
  }

  @Test func aVisitLeadsItsHeadToTheTalk() throws {
    let reading = try EventReading(
      "5月1日,乙公司董事长王一一行来我县考察。座谈会上,李二介绍了情况。赵四陪同考察。", people: ["王一", "李二", "赵四"],
      companies: ["乙公司"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "座谈会") == ["李二", "王一"].sorted())
    let named = try EventReading(
      "5月1日,王一率队检查安全。会上,李二讲话。全县推进会召开。", people: ["王一", "李二"], home: "甲县")
    #expect(!named.sources("ATTENDED", of: "全县推进会").contains("王一"))
  }

  @Test func bothSidesOfAVisitHoldTheTalk() throws {
    let reading = try EventReading(
      "王一昨日访乙会,获会长李二、理事长张三等接待,双方举行座谈会。", people: ["王一", "李二", "张三"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "座谈会") == ["张三", "李二", "王一"].sorted())
  }

  @Test func whoAddressesThoseWhoAreThereIsThere() throws {
    let reading = try EventReading(
      "5月1日,全县培训会召开。王一、李二先后对与会人员进行了业务培训。", people: ["王一", "李二"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "全县培训会") == ["李二", "王一"].sorted())
  }

  @Test func whoSignsAsTheOtherSideIsThere() throws {
    let reading = try EventReading(
      "5月1日,全县集中签约活动举行。乙集团作为企业代表,与丙管委会就合作项目进行现场签约。丁公司等企业与戊园区产业带签约。",
      bodies: ["丙管委会"], companies: ["乙集团", "丁公司"], zones: ["戊园区"], home: "甲县")
    #expect(reading.sources("ATTENDED", of: "全县集中签约活动") == ["丁公司", "丙管委会", "乙集团"].sorted())
  }

  @Test func aFairIsKnownByItsShortName() throws {
    #expect(try EventReading("王一率团参加兰洽会,推介项目。", people: ["王一"], home: "甲县").names("Meeting") == ["兰洽会"])
    #expect(try EventReading("我县将办好各类农博会,提升品牌。", home: "甲县").names("Meeting").isEmpty)
  }

  @Test func whoStandsBehindByLeads() throws {
    let reading = try EventReading(
      "4月17日,甲协会换届大会举行。王一、李二为副会长;会议由张三主持。", people: ["王一", "李二", "张三"], home: "甲县")
    #expect(reading.sources("PRESIDED_OVER", of: "甲协会换届大会") == ["张三"])
    let both = try EventReading("4月17日,全县推进会举行。会议由王一、李二共同主持。", people: ["王一", "李二"], home: "甲县")
    #expect(both.sources("PRESIDED_OVER", of: "全县推进会") == ["李二", "王一"].sorted())
  }

  @Test func aBodyIntroducesAtTheTalk() throws {
    let reading = try EventReading(
      "5月1日,全县座谈会召开。座谈会上,乙局介绍了招商情况。王一介绍了丙园区的情况。", people: ["王一"], bodies: ["乙局"], zones: ["丙园区"],
      home: "甲县")
    #expect(reading.sources("SPOKE_AT", of: "全县座谈会") == ["乙局", "王一"].sorted())
  }

  @Test func whatIsSaidToThePressIsNoSpeech() throws {
    let reading = try EventReading(
      "5月1日,全县推进会召开。王一表示,要加快。李二在接受记者采访时表示,收获很大。", people: ["王一", "李二"], home: "甲县")
    #expect(reading.sources("SPOKE_AT", of: "全县推进会") == ["王一"])
  }
}
