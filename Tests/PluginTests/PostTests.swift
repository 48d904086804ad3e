import Testing

/// Whose posts are, where lists, associations and bodies that nothing else tells stand between posts and names.
@Suite struct PostTests {
  @Test func honoraryPostsAreHeldByAllOfTheirList() throws {
    let reading = try NameReading("石泉县召开大会。石泉县粮食商会会长王一鸣,名誉会长李二河、张三泉,执行会长赵四海、钱五岭出席。")
    #expect(reading.posts.filter { $0.hasSuffix(" 名誉会长") }.count == 2)
    #expect(reading.posts.filter { $0.hasSuffix(" 执行会长") }.count == 2)
    let past = try NameReading("石泉县召开大会。往届石泉县政协主席王一鸣、李二河、张三泉出席。")
    #expect(past.posts.filter { $0.hasSuffix(" 县政协主席") }.count == 3)
  }

  @Test func officersWhoAlsoLeadBranchesStayTheAssociations() throws {
    let reading = try NameReading(
      "石泉县粮食商会举行年会。石泉县粮食商会会长王一鸣,常务副会长兼稻米分会会长李二河,副会长兼面粉分会会长张三泉,秘书长赵四海出席。")
    #expect(reading.posts.contains("李二河→石泉县粮食商会 常务副会长"))
    #expect(reading.posts.contains("张三泉→石泉县粮食商会 副会长"))
    #expect(!reading.posts.contains("张三泉→稻米分会 副会长"))
  }

  @Test func anAssociationsPostBehindTheNameCountsWhereNoOtherTells() throws {
    let reading = try NameReading("石泉县粮食商会在石泉县成立。会上,王一鸣会长致辞。")
    #expect(reading.posts == ["王一鸣→石泉县粮食商会 会长"])
  }

  @Test func namesWithTheirPostsBehindThemMakeAList() throws {
    let reading = try NameReading("石泉县召开会议。史为明主任、段海涛主任、肖文娟主任及熊飞部长介绍了情况。")
    #expect(reading.names("Person") == ["史为明", "段海涛", "肖文娟", "熊飞"])
  }

  @Test func aNameEndsWhatElseHisRowOfPostsTells() throws {
    let reading = try NameReading("石泉县召开会议。石泉县粮食商会会长、省级拔尖人才王中岳,石泉县文联主席、紫荆奖章获得者、民间画家林大岭致辞。")
    #expect(reading.posts.contains("王中岳→石泉县粮食商会 会长"))
    #expect(reading.posts.contains("林大岭→石泉县文联 主席"))
  }

  @Test func inAListANameStandsRightBehindItsBody() throws {
    let reading = try NameReading("石泉县召开会议。县发改局局长王一鸣,石泉国泰担保有限公司杨大钧,石泉建设集团有限公司二级咨询臧丹等出席。")
    #expect(reading.names("Person") == ["王一鸣", "杨大钧", "臧丹"])
  }

  @Test func formerPostsSayItInTheTitle() throws {
    let reading = try NameReading("石泉县召开会议。石泉县文联原主席王一鸣,石泉县原县长李二河,原石泉县文联副主席张三泉出席。")
    #expect(
      reading.posts == ["张三泉→石泉县文联 副主席", "李二河→石泉县 原县长", "王一鸣→石泉县文联 原主席"].sorted())
  }

  @Test func aDepartmentBehindTheNextNameIsTheSameBodys() throws {
    let reading = try NameReading("石泉县召开会议。石泉县档案局副局长王一鸣、秘书科科长李二河出席。")
    #expect(reading.posts == ["李二河→石泉县档案局 秘书科科长", "王一鸣→石泉县档案局 副局长"].sorted())
  }

  @Test func bodiesThatOnlyTheirHeadsTell() throws {
    let reading = try NameReading("石泉县召开会议。县应急安全保障中心主任王一鸣,便民服务中心主任李二河,派出所所长张三泉出席,由国际稻米研究学会主席赵四海主讲。")
    #expect(reading.names("Organization").contains("便民服务中心"))
    #expect(reading.posts.contains("王一鸣→县应急安全保障中心 主任"))
    #expect(reading.posts.contains("李二河→便民服务中心 主任"))
    #expect(!reading.posts.contains { $0.hasPrefix("张三泉→便民服务中心") })
  }

  @Test func committeesOfRegionsAssembliesStayInTitles() throws {
    let reading = try NameReading("石泉县召开会议。全国政协文化委员会副主任王一鸣,石泉县政协港澳台侨委员会副主任李二河出席。")
    #expect(reading.posts.contains("王一鸣→全国政协文化委员会 副主任"))
    #expect(reading.posts.contains("李二河→石泉县 县政协港澳台侨委员会副主任"))
  }

  @Test func commasShareAPostAsListsDo() throws {
    let reading = try NameReading(
      "石泉县粮食商会举行年会。参加的有:商会会长、党支部书记王一鸣,副会长李二河,张三泉,赵四海,秘书长钱五岭,会员孙六平,秘书处周七星。")
    #expect(reading.posts.filter { $0.hasSuffix(" 副会长") }.count == 3)
    #expect(reading.posts.contains("王一鸣→石泉县粮食商会 党支部书记"))
    #expect(reading.names("Person").suffix(2) == ["孙六平", "周七星"])
  }

  @Test func bodiesBeforeNamesWithPostsBehindThem() throws {
    let reading = try NameReading("石泉县召开会议。石泉县高新区管委会李耕主任、远山信息谷赵七林总经理表示感谢。团县委副书记王一鸣出席。")
    #expect(reading.names("Person") == ["李耕", "赵七林", "王一鸣"])
    #expect(reading.posts.contains("王一鸣→团县委 副书记"))
  }

  @Test func aRowOfPostsIsOnePersons() throws {
    let reading = try NameReading("石泉县召开会议,石昌党委书记、石泉县委书记王一鸣,石昌党委副书记、石泉县县长李二河出席。")
    #expect(reading.names("Person") == ["王一鸣", "李二河"])
  }

  @Test func aPostsWordInsideABodysNameIsNoPost() throws {
    let reading = try NameReading("外交部驻港特派员公署副特派员王一鸣出席会议。石泉县召开会议。石泉县政府驻北京办事处主任李二河出席。")
    #expect(reading.posts.contains("王一鸣→外交部驻港特派员公署 副特派员"))
    #expect(reading.posts.contains("李二河→石泉县政府驻北京办事处 主任"))
  }

  @Test func whoIsElectedStandsBehindBy() throws {
    let reading = try NameReading("石泉县粮食商会在石泉县换届。商会新一届会长由蔡冠群再度担任。")
    #expect(reading.names("Person") == ["蔡冠群"])
  }

  @Test func aBodySharesACharacterWithItsHeadsPost() throws {
    let reading = try NameReading("石泉县召开会议。石泉县工信科技局长王一鸣、石泉县商务局长李二河出席,南方理工大学校董会主席张三泉致辞。")
    #expect(
      reading.posts == ["张三泉→南方理工大学 校董会主席", "李二河→石泉县商务局 局长", "王一鸣→石泉县工信科技局 局长"].sorted())
  }

  @Test func wordsThatEndAlikeAreNoNames() throws {
    let reading = try NameReading("石泉县召开会议。县长王一鸣要求建链、补链、强链、延链。考评组领导李二河、张三来石泉县考评。")
    #expect(reading.names("Person") == ["王一鸣", "李二河", "张三"])
  }

  @Test func howManyVotedStandsBetweenANameAndThePostThatItIsGiven() throws {
    let reading = try NameReading(
      "石泉县召开会议。县领导邓平川、郭大薪出席。邓平川以190票的高票当选为县人大常委会主任,郭大薪以190票当选为石泉县人民政府县长。")
    #expect(reading.posts.contains("邓平川→石泉县 县人大常委会主任"))
    #expect(reading.posts.contains("郭大薪→石泉县 县长"))
  }

  @Test func aCompanyThatHasNoNameIsNotTheOneBesideIt() throws {
    let reading = try NameReading(
      "石泉县报道,集团公司与石泉交投集团签署协议。集团党委书记、董事长张一鸣与石泉交投集团董事长贾大川出席。集团副总经理韩思勤参加。")
    #expect(reading.posts.contains("贾大川→石泉交投集团 董事长"))
    #expect(!reading.posts.contains { $0.hasPrefix("张一鸣") || $0.hasPrefix("韩思勤") })
    let own = try NameReading("石泉交投集团召开会议。集团党委书记、董事长张一鸣出席。")
    #expect(own.posts.contains("张一鸣→石泉交投集团 董事长"))
  }
}
