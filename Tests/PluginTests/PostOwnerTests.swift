import Testing

/// Posts whose body stands in no list, and posts that elections and appointments give.
@Suite struct PostOwnerTests {
  @Test func bodiesThatTheirPlacesTellApart() throws {
    let reading = try NameReading("论坛由四川大学、湖南大学联合承办。四川大学校长王一鸣、湖南大学校长李大川致辞。")
    #expect(reading.names("Organization") == ["四川大学", "湖南大学"])
    #expect(reading.posts == ["李大川→湖南大学 校长", "王一鸣→四川大学 校长"].sorted())
    let abroad = try NameReading("希腊中国和平促进会会长王一鸣、挪威中国和平促进会会长李大川发言。")
    #expect(abroad.names("Organization") == ["希腊中国和平促进会", "挪威中国和平促进会"])
  }

  @Test func commandersOfFloodControl() throws {
    let reading = try NameReading("石泉县召开会议。县防指指挥、副县长王一鸣出席,县防指副指挥李大川主持。")
    #expect(
      reading.posts == ["李大川→县防指 副指挥", "王一鸣→县防指 指挥", "王一鸣→石泉县 副县长"].sorted())
    let command = try NameReading("石泉县委书记、县疫情防控工作总指挥王一鸣主持会议,统一指挥李大川等救援。")
    #expect(command.posts.contains("王一鸣→石泉县 县疫情防控工作总指挥"))
    #expect(!command.posts.contains { $0.hasSuffix(" 指挥") })
  }

  @Test func aRegionsPostIsNoBodysThatStandsBeforeIt() throws {
    let reading = try NameReading("清江防总副总指挥、省政府办公厅副主任王一鸣主持会议。")
    #expect(reading.posts == ["王一鸣→清江防总 副总指挥"])
  }

  @Test func committeesOfOtherPartiesAndOfTheYouthLeague() throws {
    let reading = try NameReading("农工党江苏省委副主委王一鸣出席。团省委书记李大川,团市委副书记张思勤出席。")
    #expect(reading.names("Organization") == ["农工党江苏省委", "团省委", "团市委"])
    #expect(
      reading.posts == ["张思勤→团市委 副书记", "李大川→团省委 书记", "王一鸣→农工党江苏省委 副主委"].sorted())
  }

  @Test func associationsOfCompaniesAndOffices() throws {
    let reading = try NameReading(
      "武汉台资企业协会会长王一鸣、澳门中联办协调部部长李大川、石泉县人民法院立案庭庭长张思勤、浦东联会会长赵长庚出席。")
    #expect(
      reading.posts
        == ["王一鸣→武汉台资企业协会 会长", "李大川→澳门中联办 协调部部长", "张思勤→石泉县人民法院 立案庭庭长", "赵长庚→浦东联会 会长"].sorted())
  }

  @Test func whoHoldsAMeetingIsNoVenue() throws {
    let reading = try NameReading("石泉县人民法院举行“七一”表彰大会。昨天,座谈会在县人民医院举行。")
    #expect(reading.names("Organization") == ["石泉县人民法院"])
  }

  @Test func namesBeforeTheirPostsBehindTheirBodies() throws {
    let reading = try NameReading(
      "石泉大学王一鸣副书记、艺术学院李大川院长、张思勤副院长、中池镇党委副书记、镇长赵长庚参加,省水利厅人事处钱玉成处长、孙立达副处长到会。")
    #expect(reading.posts.contains("王一鸣→石泉大学 副书记"))
    #expect(reading.posts.contains("李大川→艺术学院 院长"))
    #expect(reading.posts.contains("张思勤→艺术学院 副院长"))
    #expect(!reading.posts.contains { $0.hasPrefix("张思勤") && $0.hasSuffix("镇长") })
    #expect(reading.posts.contains("钱玉成→省水利厅 处长"))
    #expect(reading.posts.contains("孙立达→省水利厅 副处长"))
  }

  @Test func electionsGivePosts() throws {
    let reading = try NameReading(
      "石泉县总商会举行成立大会,选举产生宏达集团董事长王一鸣为石泉县总商会第一届理事会会长,欧川电器有限公司总裁李大川为执行会长,张思勤聘为秘书长。")
    #expect(
      reading.posts
        == [
          "王一鸣→宏达集团 董事长", "王一鸣→石泉县总商会 会长", "李大川→欧川电器有限公司 总裁", "李大川→石泉县总商会 执行会长",
          "张思勤→石泉县总商会 秘书长",
        ].sorted())
    let chosen = try NameReading(
      "4月17日,石泉县书画家协会举行换届大会。王一鸣当选为新一届主席。李大川、张思勤为副主席。")
    #expect(
      chosen.posts
        == ["王一鸣→石泉县书画家协会 主席", "李大川→石泉县书画家协会 副主席", "张思勤→石泉县书画家协会 副主席"].sorted())
    let by = try NameReading("石泉县对外友好协会召开会议,选举产生了以王一鸣为会长的新一届理事会。")
    #expect(by.posts == ["王一鸣→石泉县对外友好协会 会长"])
    let new = try NameReading("新当选石泉县粮食商会会长的王一鸣说,商会将不负众望。")
    #expect(new.posts == ["王一鸣→石泉县粮食商会 会长"])
    let invited = try NameReading("石泉县书画院聘请王一鸣、李大川为名誉院长,张思勤为院长。")
    #expect(
      invited.posts
        == ["王一鸣→石泉县书画院 名誉院长", "李大川→石泉县书画院 名誉院长", "张思勤→石泉县书画院 院长"].sorted())
  }

  @Test func transfersGiveTheNewPostToHimWhoIsTransferred() throws {
    let reading = try NameReading("江西南昌市委书记王一鸣调任青海省委副书记,吉林长春市委书记李大川调任河南省副省长。")
    #expect(
      reading.posts
        == ["王一鸣→南昌市 市委书记", "王一鸣→青海省 省委副书记", "李大川→长春市 市委书记", "李大川→河南省 副省长"].sorted())
  }

  @Test func theNextOfAListIsOfTheSameRegion() throws {
    let reading = try NameReading("大连市召开座谈会。大连市委书记王一鸣讲话,朝阳市委书记李大川、市长张思勤讲话。")
    #expect(reading.posts.contains("张思勤→朝阳市 市长"))
  }

  @Test func aTermBeforeAnAssociationIsNoPartOfItsName() throws {
    let reading = try NameReading("总裁王一鸣履任新一届石泉县粮食商会会长。第八届香港茂名同乡总会李大川主席就职。")
    #expect(reading.names("Organization") == ["石泉县粮食商会", "香港茂名同乡总会"])
    #expect(reading.posts.contains("李大川→香港茂名同乡总会 主席"))
  }

  @Test func aCommitteesMemberHasItsOtherPosts() throws {
    let reading = try NameReading("浏阳市召开推进会。长沙市委常委、市委秘书长王一鸣,长沙市委常委、市委组织部部长李大川出席。")
    #expect(
      reading.posts
        == ["王一鸣→长沙市 市委常委", "王一鸣→长沙市 市委秘书长", "李大川→长沙市 市委常委", "李大川→市委组织部 部长"].sorted())
    // The head of the city below is one of the committee above.
    let head = try NameReading("浏阳市召开推进会。长沙市委常委、市委书记王一鸣出席。")
    #expect(head.posts == ["王一鸣→浏阳市 市委书记", "王一鸣→长沙市 市委常委"].sorted())
  }

  @Test func theHeadsOfABannersTownsHoldPosts() throws {
    let reading = try NameReading("青山苏木召开会议。会议由苏木党委副书记王一鸣主持,青山苏木政府副苏木达李大川、动防站站长张思勤出席。")
    #expect(reading.posts.contains("王一鸣→青山苏木 苏木党委副书记"))
    #expect(reading.posts.contains("李大川→青山苏木 苏木政府副苏木达"))
    #expect(!reading.posts.contains { $0.hasPrefix("张思勤→青山苏木") })
  }

  @Test func aPostOfUnknownKindBetweenTwoDoesNotHandTheFirstOn() throws {
    let reading = try NameReading("商务部副部长兼国际合作副主帅周明远和山西省副省长林大川出席发布会。")
    #expect(reading.posts.contains("周明远→商务部 副部长"))
    #expect(reading.posts.contains("林大川→山西省 副省长"))
    #expect(!reading.posts.contains { $0.hasPrefix("林大川→商务部") })
  }

  @Test func aPostBehindANameIsThatOfWhichTheNameHolds() throws {
    let reading = try NameReading("白山市副市长赵一鸣来我市调研。临江市召开会议,临江市委书记王大川汇报。最后,赵一鸣副市长提出要求。")
    #expect(reading.posts.filter { $0.hasPrefix("赵一鸣") } == ["赵一鸣→白山市 副市长"])
  }

  @Test func semicolonsPartThePeopleOfTwoPlaces() throws {
    let reading = try NameReading(
      "辽源市召开会议,市委书记孙立新讲话。绍兴市市长周明远,副市长顾大川、康思勤;辽源市市长林大川,副市长汤一鸣参加交流会。")
    #expect(reading.posts.contains("顾大川→绍兴市 副市长"))
    #expect(reading.posts.contains("汤一鸣→辽源市 副市长"))
  }

  @Test func anAssemblysDeputiesAreNamedInTheNextSentence() throws {
    let reading = try NameReading(
      "石泉县召开会议。县政协主席王一鸣主持会议并讲话。副主席李大川、张思勤,秘书长赵四海参加会议。")
    #expect(reading.posts.contains("张思勤→石泉县 副主席"))
    #expect(reading.posts.contains("赵四海→石泉县 秘书长"))
    // Another body's head stands before: nobody knows whose deputy it is.
    let other = try NameReading("石泉县召开会议。县委书记王一鸣主持会议并讲话。副主任李大川参加会议。")
    #expect(!other.posts.contains { $0.hasPrefix("李大川") })
  }

  @Test func thePrefectureIsNamedShortBeforeItsCommittee() throws {
    let reading = try NameReading("山东省甲乙工作指挥部党委书记、总指挥,喀什地委副书记王一鸣到英吉沙县调研。")
    #expect(
      reading.posts
        == ["王一鸣→山东省甲乙工作指挥部 党委书记", "王一鸣→山东省甲乙工作指挥部 总指挥", "王一鸣→喀什地区 地委副书记"].sorted())
  }

  @Test func whoComesBehindACountysSecretaryIsOfThatCounty() throws {
    let reading = try NameReading(
      "平利县召开会议。石泉县委书记王一鸣,县委副书记、县长李二河,县政协主席张三泉来到平利县。平利县委书记赵四海,县委副书记、县长钱五岭出席。")
    #expect(reading.posts.contains("李二河→石泉县 县长") && reading.posts.contains("张三泉→石泉县 县政协主席"))
    #expect(reading.posts.contains("钱五岭→平利县 县长") && reading.posts.contains("钱五岭→平利县 县委副书记"))
  }

  @Test func theNextOfARowAreOfficersOfTheAssociationWithWhichItBegan() throws {
    let reading = try NameReading(
      "石泉县粮食商会举行年会。石泉县粮食商会副会长、石泉县茶叶协会会长王一鸣,副会长、石泉粮食集团董事长李二河出席。")
    #expect(reading.posts.contains("李二河→石泉县粮食商会 副会长"))
  }

  @Test func theTermOfAnAssemblyStaysInTheTitle() throws {
    let reading = try NameReading("石泉县召开会议。王一鸣当选石泉县第十一届人民代表大会常务委员会副主任。")
    #expect(reading.posts == ["王一鸣→石泉县 第十一届人民代表大会常务委员会副主任"])
  }

  @Test func departmentsAndCommitteesWithLongNamesAreTheirBodies() throws {
    let reading = try NameReading(
      "石泉县召开会议。县工商联扶贫与社会服务部副部长王一鸣,县政协委员工作委员会主任李二河,县委组织部副部长、县“两新”工委书记张三泉,县医院院长赵四海出席。")
    #expect(reading.posts.contains("王一鸣→县工商联 扶贫与社会服务部副部长"))
    #expect(reading.posts.contains("李二河→石泉县 县政协委员工作委员会主任"))
    #expect(reading.posts.contains("张三泉→石泉县 县“两新”工委书记"))
    #expect(reading.posts.contains("赵四海→县医院 院长"))
  }

  @Test func theGeneralChamberForShortIsTheOneCalledSoInFull() throws {
    let reading = try NameReading(
      "北京石泉企业总商会举行年会。县工商联副主席、石泉粮食集团总裁王一鸣,总商会常务副会长兼秘书长、石泉茶业集团董事长李二河出席。")
    #expect(reading.posts.contains("李二河→北京石泉企业总商会 常务副会长"))
    #expect(reading.posts.contains("李二河→北京石泉企业总商会 秘书长"))
  }

  @Test func theHeadBehindABodyIsItsHead() throws {
    let reading = try NameReading("石泉县召开会议。副组长由副县长王一鸣担任,办公室设在县发改局,局长李二河兼任办公室主任。县财政局的张三泉副局长说。")
    #expect(reading.posts.contains("李二河→县发改局 局长") && reading.posts.contains("张三泉→县财政局 副局长"))
  }

  @Test func ofTwoPostsTheSecondIsTheNextNames() throws {
    let reading = try NameReading("石泉县召开会议。成立以县委书记王一鸣为组长、县长李二河为副组长的领导小组。")
    #expect(reading.posts == ["李二河→石泉县 县长", "王一鸣→石泉县 县委书记"].sorted())
  }

  @Test func aPostMayStandBehindANameAndAComma() throws {
    let reading = try NameReading("石泉县召开会议。参会人员:王一鸣,石泉县县长;李二河,石泉粮食集团董事长。")
    #expect(reading.posts == ["李二河→石泉粮食集团 董事长", "王一鸣→石泉县 县长"].sorted())
  }
}
