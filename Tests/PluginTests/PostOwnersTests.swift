import Testing

/// Whose posts are where the body is told by its kind alone, or is not known.
@Suite struct PostOwnersTests {
  @Test func aSchoolsOwnPeopleAreItsOwn() throws {
    let reading = try NameReading(
      "3月29日,河岭管理职业学院教代会召开。院党委书记贾元林、院长马合光就座。院工会主席许聪仪作报告。")
    #expect(reading.posts.contains("贾元林→河岭管理职业学院 党委书记"))
    #expect(reading.posts.contains("马合光→河岭管理职业学院 院长"))
  }

  @Test func aBureausOwnPeopleAreItsOwn() throws {
    let reading = try NameReading("成都市司法局召开会议。市局党组书记、局长张进同志讲话。")
    #expect(reading.posts == ["张进→成都市司法局 党组书记", "张进→成都市司法局 局长"].sorted())
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
    let reading = try NameReading("润禾职业学院举行座谈。江山职业学院派代表参加。院长马合光讲话。")
    #expect(reading.posts.isEmpty)
  }

  @Test func theOnlyZoneOfAKindIsMeant() throws {
    let reading = try NameReading("松山新区举行奠基仪式。新区工委书记、管委会主任邢大国出席。")
    #expect(reading.posts == ["邢大国→松山新区 工委书记", "邢大国→松山新区 管委会主任"])
  }

  @Test func anOfficersPostsAreNotTheCompanysOfTheOneBefore() throws {
    let reading = try NameReading(
      "重庆市四川商会会长游大涛,执行会长、重庆大旭混凝土有限公司董事长曹大强,党委副书记、秘书长熊大霞陪同。")
    #expect(reading.posts.contains("熊大霞→重庆市四川商会 秘书长"))
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
}
