import Testing

/// Where names begin and end beside verbs, places and other words.
@Suite struct NameBoundaryTests {
  @Test(arguments: [
    ("市委副书记谢兆村出席。", "谢兆村"), ("临江市召开会议。副市长周小桥主持会议。", "周小桥"),
    ("枣庄高新区管委会主任王广部在分会场参会。", "王广部"), ("临江市召开会议,副市长李文焦作推荐发言。", "李文焦"),
    ("某电气有限公司董事长李天涛等企业家发言。", "李天涛"), ("上海市侨联主席齐全民、副主席王大山出席。", "齐全民"),
    ("迪庆州委常委农布七林通报情况。", "农布七林"), ("鄂温克旗副旗长岱庆格日乐参加座谈会。", "岱庆格日乐"),
    ("江西省发改委王安泽副主任主持会议。", "王安泽"),
  ])
  func theLastCharacterStays(_ text: String, _ name: String) throws {
    #expect(try NameReading(text).names("Person").first == name)
  }

  @Test(arguments: [
    ("洛阳市代市长龚正与代表团一行座谈。", "龚正"), ("考评组领导万琴、王勇来彭泽县中医院考评。", "王勇"),
    ("临江市公安局政治部主任卫云少将出席会议。", "卫云"), ("副市长王明提出要求。", "王明"),
    ("临江市召开会议。副市长王明亲自带队检查。", "王明"), ("市长王勇今天在北京会见客人。", "王勇"), ("县长王平赴北京考察。", "王平"),
  ])
  func wordsBehindANameAreNoPartOfIt(_ text: String, _ name: String) throws {
    #expect(try NameReading(text).names("Person").last == name)
  }

  @Test func theHolderOfAPostMayStandBeforeItAndAPreposition() throws {
    let reading = try NameReading("临江市召开座谈会。李洪川院长向大会做了报告。陈大江会长向郑市长转达了问候。")
    #expect(reading.names("Person") == ["李洪川", "陈大江"])
  }

  @Test func whoItIsMayStandBehindACopula() throws {
    let reading = try NameReading("西宁市召开会议。西宁市委书记是王晓民,市长是城市管理的第一责任人。")
    #expect(reading.posts == ["王晓民→西宁市 市委书记"])
  }

  @Test(arguments: [
    "采购团前往光明集团、东方国际、格拉斯、罗克韦尔等展台参观。", "班列拓展海铁、空铁、公铁等多式联运。", "金光、桐昆等多个百亿级项目开工。",
    "第26届中国·青海绿色发展投资贸易洽谈会开幕。", "西秀区共有安顺汇大·悦府等项目。", "作者:秘书科", "动员大会由在家领导和旗委各部委办参加。",
    "第一届“百名专家教授进铜仁”活动启动。", "落实党代表常任制。",
  ])
  func otherThingsThatLookLikeNamesAreNobody(_ text: String) throws {
    #expect(try NameReading(text).names("Person").isEmpty)
  }

  @Test func listsOfPeopleMayCloseWithWhatTheyAre() throws {
    #expect(try NameReading("市委书记沈立武与邓大涛、周京生、裴立一、杨文夏等企业家代表进行了交流。").names("Person").count == 5)
    #expect(try NameReading("王雅琳、井江平、李学勇被评为先进个人。").names("Person") == ["王雅琳", "井江平", "李学勇"])
    #expect(try NameReading("会议授予李小民、王中民“先进个人”称号。").names("Person") == ["李小民", "王中民"])
    #expect(try NameReading("赵铁山、杜小萌、邢志远等部门负责人参加。").names("Person") == ["赵铁山", "杜小萌", "邢志远"])
  }

  @Test func minutesTellWhoWasThere() throws {
    let reading = try NameReading("洪泽区人民政府第12次常务会议纪要\n出席:李国栋 张文华 刘新民\n列席:全体成员\n记录:陈小芳")
    #expect(reading.names("Person") == ["李国栋", "张文华", "刘新民", "陈小芳"])
  }

  @Test func aCompanyCalledAfterItsFounderDoesNotHideHim() throws {
    let reading = try NameReading("学明大健康医院管理有限公司董事长王学明发言。学明介绍了项目。")
    #expect(reading.posts == ["王学明→学明大健康医院管理有限公司 董事长"])
  }

  @Test func aCompanysOwnNameIsNoPerson() throws {
    let reading = try NameReading("深圳市华远辰实业有限公司参加。疫情发生以来,华远辰始终关注春茶,华远辰将捐赠物资。")
    #expect(reading.names("Person").isEmpty)
  }

  @Test func anOddMemberDoesNotEndAList() throws {
    let reading = try NameReading("格尔木市召开会议。市政协副主席尚大全、光明、齐大晖、刘大甫参加。副县长孙大亮,黄旺,回彬,吕振,李大山出席。")
    #expect(reading.posts.filter { $0.hasSuffix("→格尔木市 市政协副主席") }.count == 4)
    #expect(reading.names("Person").suffix(5) == ["孙大亮", "黄旺", "回彬", "吕振", "李大山"])
  }

  @Test func listsOfTownsAreNobody() throws {
    #expect(try NameReading("蒿坪、双安、汉王、洞河4镇负责人进行了交流发言。").names("Person").isEmpty)
  }

  @Test func officersAndModelWorkersAreNamedBehindWhatTheyAre() throws {
    let reading = try NameReading("原司令员、上将钱大梁出席。全国劳动模范孙大林,道德模范王大山参加。")
    #expect(reading.names("Person") == ["钱大梁", "孙大林", "王大山"])
  }

  @Test(arguments: [
    ("岳西县召开会议。副县长谢兆任出席会议。", "谢兆任"), ("岳西县召开会议。副县长谢兆港和村民代表座谈。", "谢兆港"),
    ("岳西县召开会议。副县长谢兆湾来我县调研。", "谢兆湾"), ("岳西县召开会议。在县委办公室主任马志有的陪同下参观。", "马志有"),
    ("霍城县召开会议。县委常委罗健称,会议圆满。", "罗健"), ("岳西县召开会议。副县长王明作批示。", "王明"),
    ("乌拉特中旗召开会议。旗人大常委会主任高格日乐出席。", "高格日乐"),
  ])
  func aVerbGovernsWhatIsBehindIt(_ text: String, _ name: String) throws {
    #expect(try NameReading(text).names("Person") == [name])
  }

  @Test func theLastOfAListMayLookLikeAWord() throws {
    #expect(try NameReading("李酌、彭梅、白云等市领导出席。").names("Person") == ["李酌", "彭梅", "白云"])
    #expect(try NameReading("政协委员信心满怀、齐聚一堂。").names("Person").isEmpty)
  }

  @Test func listsOfCountiesAreNobody() throws {
    let reading = try NameReading("绥化市召开会议。肇东、安达、海伦、兰西、庆安、青冈、明水等县(市)区相关负责同志参加。")
    #expect(reading.names("Person").isEmpty)
    #expect(reading.names("Region").contains("海伦市"))
  }

  @Test(arguments: ["和客商座谈。", "和市民代表座谈。", "以党员身份发言。", "等群众代表参加。", "等企业家参加。", "及嘉宾参加。"])
  func namesEndBeforeThoseWhoAreWithThem(_ rest: String) throws {
    let reading = try NameReading("平利县召开座谈会。县委书记谢兆林、县财政局局长叶明宇\(rest)")
    #expect(reading.names("Person") == ["谢兆林", "叶明宇"])
  }

  @Test(arguments: ["拟在伍寨、茂林、莲峰、水竹、马楠等区域规划建设。", "泸县召开县级领导联席(扩大)会。"])
  func placesAndMeetingsAreNobody(_ text: String) throws {
    #expect(try NameReading(text).names("Person").isEmpty)
  }

  @Test func pointedNamesAreWholeBeforeTheVerbThatChooses() throws {
    let reading = try NameReading("霍尔果斯市召开会议。当日,哈力木江·柯热木当选市人大常委会主任,木合塔尔·玛江当选法院院长。")
    #expect(reading.names("Person") == ["哈力木江·柯热木", "木合塔尔·玛江"])
    #expect(reading.posts.contains("哈力木江·柯热木→霍尔果斯市 市人大常委会主任"))
  }

  @Test func commasMayDivideAllOfOnePost() throws {
    let reading = try NameReading("临江市皮革商会召开会议。副会长胡大宏,李大强,文大峰、樊小兰,潘红梅,赵宏路,会员顾大锋,秘书处副秘书长苏广大参加。")
    #expect(reading.posts.filter { $0.hasSuffix(" 副会长") }.count == 6)
    #expect(reading.posts.contains("苏广大→临江市皮革商会 副秘书长"))
  }
}
