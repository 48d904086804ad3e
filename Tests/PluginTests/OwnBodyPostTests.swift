import Testing

/// Whose posts are where the body is told by its kind alone, or is not known.
@Suite struct OwnBodyPostTests {
  @Test func aSchoolsOwnPeopleAreItsOwn() throws {
    let reading = try NameReading(
      "3月29日,河岭管理职业学院教代会召开。院党委书记贾元林、院长马合光就座。院工会主席许聪仪作报告。")
    #expect(reading.posts.contains("贾元林→河岭管理职业学院 党委书记"))
    #expect(reading.posts.contains("马合光→河岭管理职业学院 院长"))
  }

  @Test func aBureausOwnPeopleAreItsOwn() throws {
    let reading = try NameReading("遂宁市司法局召开会议。市局党组书记、局长张进同志讲话。")
    #expect(reading.posts == ["张进→遂宁市司法局 党组书记", "张进→遂宁市司法局 局长"].sorted())
  }

  @Test func aCompanyThatSpeaksOfItselfIsTheOnlyOne() throws {
    let reading = try NameReading("代表团来到润禾航空有限公司。\n参加接待的公司董事局主席陈红宇介绍了情况。")
    #expect(reading.posts == ["陈红宇→润禾航空有限公司 董事局主席"])
    let other = try NameReading("4月15日,集团公司党委书记、董事长魏军红会见镇江润禾集团客人。集团公司总经济师刘大刚参加。")
    #expect(other.posts.isEmpty)
  }

  @Test func theGroupThatHasNoNameIsNotTheOneBefore() throws {
    let reading = try NameReading("江山控股集团有限公司举行签约仪式。山东润禾集团董事长翁大斌,集团公司副总经理赵大冰参加。")
    #expect(reading.posts == ["翁大斌→山东润禾集团 董事长"])
  }

  @Test func twoBodiesOfAKindLeaveItOpen() throws {
    let reading = try NameReading("润禾职业学院派代表到会。江山职业学院派代表参加。院长马合光讲话。")
    #expect(reading.posts.isEmpty)
  }

  @Test func theOnlyZoneOfAKindIsMeant() throws {
    let reading = try NameReading("松山新区举行奠基仪式。新区工委书记、管委会主任邢大国出席。")
    #expect(reading.posts == ["邢大国→松山新区 工委书记", "邢大国→松山新区 管委会主任"])
  }

  @Test func anOfficersPostsAreNotTheCompanysOfTheOneBefore() throws {
    let reading = try NameReading(
      "重庆市湖北商会会长游大涛,执行会长、重庆大旭混凝土有限公司董事长曹大强,党委副书记、秘书长熊大霞陪同。")
    #expect(reading.posts.contains("熊大霞→重庆市湖北商会 秘书长"))
    #expect(reading.posts.contains("曹大强→重庆大旭混凝土有限公司 董事长"))
    #expect(!reading.posts.contains { $0.hasPrefix("熊大霞→重庆大旭") })
  }

  @Test func aLevelWordPointsBackOverABodysPost() throws {
    let reading = try NameReading(
      "贵州省委副书记陈敏立,省委常委、省委组织部部长孙永立,副省长禄智立陪同浙江省委常委、宁波市委书记王辉立考察。")
    #expect(reading.posts.contains("禄智立→贵州省 副省长"))
  }

  @Test func theCouncilChoosesTheAssociationsHead() throws {
    let reading = try NameReading("临江市皮革商会成立大会召开,总裁吴大印当选商会会长。")
    #expect(reading.posts == ["吴大印→临江市皮革商会 会长"])
  }

  @Test func anotherAssociationsHeadIsNotTheOnesNamedBefore() throws {
    let reading = try NameReading("上海市烟台商会举行座谈。客人转达了沪上某某商会高洪言会长的问候。")
    #expect(!reading.posts.contains("高洪言→上海市烟台商会 会长"))
  }

  @Test func whatSomebodyManagesStandsInTheTitle() throws {
    let reading = try NameReading("润禾物业发展有限公司职工食堂总经理李大刚发言,润禾物业发展有限公司王大山总经理讲话。")
    #expect(reading.posts.contains("李大刚→润禾物业发展有限公司 职工食堂总经理"))
    #expect(reading.posts.contains("王大山→润禾物业发展有限公司 总经理"))
  }

  @Test func aCountysNameIsNoPartOfItsSecretarysTitle() throws {
    let reading = try NameReading("岳西县召开会议。岳西县副书记龙军立讲话,五河镇党委书记周东明参加。")
    #expect(reading.posts.contains("龙军立→岳西县 副书记"))
    #expect(reading.posts.contains("周东明→五河镇 镇党委书记"))
  }

  @Test func membersAmongLeadersAreNotToldApart() throws {
    let reading = try NameReading("岳西县召开会议。县人大代表、县领导王立新、周东明参加。")
    #expect(!reading.posts.contains { $0.hasSuffix("县人大代表") })
  }

  @Test func aLabelledRegionOwnsWhatFollows() throws {
    let reading = try NameReading("岳西县召开会议。青天乡:党委书记王小立,乡长赵大立。")
    #expect(reading.posts.contains("王小立→青天乡 党委书记"))
  }

  @Test func unusualPostsAreRead() throws {
    let reading = try NameReading("上海百合集团首席投资官王大政讲话。润禾股权投资有限公司创始合伙人李大吉介绍。")
    #expect(reading.posts.contains("王大政→上海百合集团 首席投资官"))
    #expect(reading.posts.contains("李大吉→润禾股权投资有限公司 创始合伙人"))
  }

  @Test func thoseWhoAnswerForARiverHoldAPost() throws {
    let reading = try NameReading(
      "岳西县召开会议。县委副书记、县长、县总河长王大河讲话,县副总河长张大海、县级林长李大明出席。各级河长信息公开,林长贵致辞。")
    #expect(reading.posts.contains("王大河→岳西县 县总河长"))
    #expect(reading.posts.contains("张大海→岳西县 县副总河长"))
    #expect(reading.posts.contains("李大明→岳西县 县级林长"))
    #expect(!reading.names("Person").contains("河长张大海"))
  }

  @Test func electionsNameTheTermOfTheAssembly() throws {
    let conference = try NameReading(
      "鄂托克前旗召开会议。陶大迪当选为政协鄂托克前旗第十一届委员会主席;于大强当选为政协鄂托克前旗第十一届委员会副主席。")
    #expect(conference.posts == ["于大强→鄂托克前旗 副主席", "陶大迪→鄂托克前旗 主席"].sorted())
    let congress = try NameReading("平利县召开会议。谢兆明当选为平利县第十八届人民代表大会常务委员会主任,李大江当选为副主任。")
    #expect(congress.posts.contains("谢兆明→平利县 第十八届人民代表大会常务委员会主任"))
    #expect(congress.posts.contains("李大江→平利县 副主任"))
  }

  @Test func eachArmOfAnElectionHasItsOwnPost() throws {
    let reading = try NameReading("会议选举李长群为岳西县县长、选举陈王西为副主任。推选张大成成为代表团团长。")
    #expect(reading.names("Person") == ["李长群", "陈王西", "张大成"])
    #expect(reading.posts.filter { $0.hasPrefix("李长群") } == ["李长群→岳西县 县长"])
  }

  @Test func aChosenHeadIsNotHisCompanys() throws {
    let reading = try NameReading("润禾集团有限公司副董事长兼总裁王大豪当选为第三届委员会主席。")
    #expect(!reading.posts.contains { $0.hasSuffix("主席") })
  }

  @Test func postsOfTheNationAreNoCompanys() throws {
    let reading = try NameReading("海大证券总经理李大军,全国政协委员、上海润禾集团董事长王大金参加座谈。")
    #expect(reading.posts == ["李大军→海大证券 总经理", "王大金→上海润禾集团 董事长"])
  }

  @Test func aTitleWithAnotherHeadIsAnotherBodys() throws {
    let reading = try NameReading("岳西县召开会议。县教育局局长史小江、院长史大河讲话。县公安局局长孙大林,县长助理周大林参加。")
    #expect(!reading.posts.contains { $0.hasPrefix("史大河") })
    #expect(reading.posts.contains("周大林→岳西县 县长助理"))
  }

  @Test func bracketsAddToAPost() throws {
    let reading = try NameReading("安徽省委宣传部副部长(兼)、安徽省委网信办主任刘大学出席。临江市皮革商会会长(理事长)李海江主持。")
    #expect(reading.posts.contains("刘大学→安徽省委宣传部 副部长"))
    #expect(reading.posts.contains("李海江→临江市皮革商会 会长"))
    #expect(reading.posts.contains("李海江→临江市皮革商会 理事长"))
  }

  @Test func visitorsBringTheirRegion() throws {
    let reading = try NameReading(
      "衡阳县召开座谈会。衡南县委书记曾大祥,县委副书记、县长邹小同率衡南县党政代表团来我县考察,县委书记王大斌介绍情况。")
    #expect(reading.posts.contains("邹小同→衡南县 县长"))
    #expect(reading.posts.contains("邹小同→衡南县 县委副书记"))
    #expect(reading.posts.contains("王大斌→衡阳县 县委书记"))
  }

  @Test func ourTownsSecretaryIsTheHomeTowns() throws {
    let reading = try NameReading("襄阳市副市长李大全参加老河口市项目开工仪式。我市市委书记高启明致辞,市长冯大强主持。老河口市加快发展。")
    #expect(reading.posts.contains("高启明→老河口市 市委书记"))
    #expect(reading.posts.contains("冯大强→老河口市 市长"))
  }

  @Test func aPartysPostBesideTheHeadsIsOfTheSameSchool() throws {
    let reading = try NameReading("长江大学与蔡甸区签署协议。党委书记王大平,党委副书记、校长刘大胜出席。")
    #expect(reading.posts.contains("王大平→长江大学 党委书记"))
    #expect(reading.posts.contains("刘大胜→长江大学 校长"))
  }

  @Test func aPostGivenByAVerbIsNotTheNextNames() throws {
    let reading = try NameReading(
      "岳西县召开会议。赵长庚、钱百川、吴一凡等3人当选县十三届人大常委会副主任,周万里、郑四海等2人当选县人民政府副县长\u{20}孙大方当选县检察院检察长。")
    #expect(reading.posts.filter { $0.hasSuffix("→岳西县 县十三届人大常委会副主任") }.count == 3)
    #expect(reading.posts.filter { $0.hasSuffix("副县长") }.count == 2)
    #expect(!reading.posts.contains { $0.hasPrefix("孙大方") && $0.hasSuffix("副县长") })
  }

  @Test func anotherMayorIsThatOfTheRegionNamedBefore() throws {
    let reading = try NameReading(
      "梅河口市召开座谈会。梅河口市要加快发展,融入梅河口都市圈。梅河口市委书记李大山,市委副书记、代市长冯大海出席;公主岭市人大常委会主任沈一舟,市长韩四方,市政协主席杨大川参加。")
    #expect(reading.posts.contains("韩四方→公主岭市 市长"))
    #expect(reading.posts.contains("杨大川→公主岭市 市政协主席"))
    #expect(reading.posts.contains("冯大海→梅河口市 代市长"))
  }

  @Test func membersOfATeamAreNoOfficersOfTheBodyBefore() throws {
    let reading = try NameReading("岳西县卫生健康委员会副主任高伍石,指导组成员刘强、白金石到会。")
    #expect(reading.posts == ["高伍石→岳西县卫生健康委员会 副主任"])
  }

  @Test(arguments: [
    ("平利县财政局", "党组书记", "局长", "副局长"), ("平利县人民检察院", "党组书记", "检察长", "副检察长"),
    ("平利县总工会", "党组书记", "主席", "副主席"), ("平利县委组织部", "常务副部长", "部长", "副部长"),
    ("平利县疾控中心", "党支部书记", "主任", "副主任"), ("平利县大江实业有限公司", "党委书记", "董事长", "总经理"),
    ("平利县茶叶协会", "秘书长", "会长", "副会长"), ("平利县高新区", "党工委书记", "管委会主任", "管委会副主任"),
  ])
  func whoHoldsTheMeetingHasItsOwnHeads(_ body: String, _ first: String, _ second: String, _ third: String) throws {
    let reading = try NameReading("3月5日,\(body)召开年度工作会议。\(first)李建国主持会议,\(second)谢兆林讲话,\(third)王志强作报告。")
    #expect(reading.posts.count == 3)
    #expect(reading.posts.contains { $0.hasPrefix("谢兆林→") && $0.hasSuffix(" \(second)") })
  }

  @Test func anAssemblysHeadsAreItsRegions() throws {
    let reading = try NameReading("3月5日,平利县政协召开主席会议。主席谢兆林主持,副主席王志强、李建国参加。")
    #expect(reading.posts == ["谢兆林→平利县 主席", "王志强→平利县 副主席", "李建国→平利县 副主席"].sorted())
  }

  @Test func whoDoesNotFitIsNotTheHoldersOfTheMeeting() throws {
    let reading = try NameReading("3月5日,平利县财政局召开会议。校长谢兆林讲话,董事长王志强、部长李建国发言。")
    #expect(reading.posts.isEmpty)
    let visited = try NameReading("3月5日,平利县财政局召开会议。平利县公安局代表参加,主任谢兆林讲话。")
    #expect(visited.posts.isEmpty)
  }

  @Test func aTownBehindACountyIsNoPost() throws {
    let reading = try NameReading("3月5日,县委书记王志强到平利县长安镇金石村调研。处长方镇坤陪同。")
    #expect(reading.names("Person") == ["王志强", "方镇坤"])
    #expect(reading.posts == ["王志强→平利县 县委书记"])
  }

  @Test func twoWhoAreChosenKeepTheirOwnCompanies() throws {
    let reading = try NameReading(
      "江山控股集团有限公司董事长王大豪当选为第三届委员会主席,上海壹大科技有限公司董事长黄大震当选为副主席。")
    #expect(reading.posts == ["王大豪→江山控股集团有限公司 董事长", "黄大震→上海壹大科技有限公司 董事长"].sorted())
  }
}
