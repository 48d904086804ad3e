import GraphModel
import Testing

@Suite struct PeopleTests {
  @Test func namesGluedToVerbsEndWhereTheDocumentSays() throws {
    let reading = try NameReading("江山市召开大会。市委书记姜志强强调,要抓好落实。副市长骆安全要求加快进度。姜志强、骆安全等出席。")
    #expect(reading.names("Person") == ["姜志强", "骆安全"])
    let other = try NameReading("县长覃昌德安排部署工作。会上,县委书记王昊作重要讲话。")
    #expect(other.names("Person") == ["覃昌德", "王昊"])
  }

  @Test func postsStandBeforeOrAfterTheName() throws {
    let reading = try NameReading("石泉县召开会议。刚才,石泉县政府梁渭代县长作了致辞,县工信局启政局长通报了情况,周文罡书记讲话。")
    #expect(reading.names("Person") == ["梁渭", "启政", "周文罡"])
    #expect(reading.posts.contains("梁渭→石泉县 代县长"))
    #expect(reading.posts.contains("启政→县工信局 局长"))
  }

  @Test func postsInARowShareTheNameAndThePlace() throws {
    let reading = try NameReading("宿迁市委常委、常务副市长史远志主持会议。宿迁市委书记、市人大常委会主任张劲松讲话。")
    #expect(
      reading.posts
        == [
          "史远志→宿迁市 市委常委", "史远志→宿迁市 常务副市长", "张劲松→宿迁市 市人大常委会主任", "张劲松→宿迁市 市委书记",
        ].sorted())
  }

  @Test func oneTitleForSeveralNames() throws {
    let reading = try NameReading("岳西县召开会议,副县长赵铁山、杜小萌、邢志远出席,县委书记韩立新讲话。")
    #expect(reading.posts.filter { $0.hasSuffix(" 副县长") }.count == 3)
    #expect(reading.posts.contains("韩立新→岳西县 县委书记"))
  }

  @Test func aBodyBeforeTheTitleIsTheTarget() throws {
    let reading = try NameReading("会上,润禾纺织集团有限公司董事长顾海涛发言,岳西县财政局党组书记、局长窦磊作汇报。")
    #expect(reading.posts.contains("顾海涛→润禾纺织集团有限公司 董事长"))
    #expect(reading.posts.contains("窦磊→岳西县财政局 党组书记"))
    #expect(reading.posts.contains("窦磊→岳西县财政局 局长"))
  }

  @Test func listsOfNamesNeedNoTitle() throws {
    let reading = try NameReading("赵勇、赖建彬、丁笙铭、王  昊、刘晓云等县领导出席会议。郭晓茹、关海涛、王行亮参加会议。")
    #expect(
      reading.names("Person") == ["赵勇", "赖建彬", "丁笙铭", "王昊", "刘晓云", "郭晓茹", "关海涛", "王行亮"])
  }

  @Test func transcribedNames() throws {
    let reading = try NameReading("巩留县举行仪式。县委副书记、县长努尔兰·哈布力出席,县政协主席斯琴高娃讲话。")
    #expect(reading.names("Person") == ["努尔兰·哈布力", "斯琴高娃"])
  }

  @Test func aSurnameWithATitleIsSomeoneNamedBefore() throws {
    let reading = try NameReading("岳西县召开会议,副县长王立新主持。刚才,王副县长作了部署。")
    #expect(reading.names("Person") == ["王立新"])
    #expect(reading.findings.entities.first { $0.type == "Person" }?.mentions.count == 2)
  }

  @Test func thoseWhoReportAreMarked() throws {
    let reading = try NameReading("岳西县召开会议,县委书记周东明讲话。(记者 汪林 通讯员 赵小刚)\n学习贯彻习近平总书记重要讲话精神。")
    #expect(reading.property("role", of: "汪林") == "byline")
    #expect(reading.property("role", of: "赵小刚") == "byline")
    #expect(reading.property("role", of: "周东明") == nil)
  }

  @Test func wordsAreNoNames() throws {
    let reading = try NameReading("高质量发展,向全市人民交出答卷。安全生产,平安建设,和谐发展。市领导和有关部门负责人参加会议,代表列席。")
    #expect(reading.names("Person").isEmpty)
  }

  @Test func longRunsOfSurnamesAreReadInTime() throws {
    let text = String(repeating: "王李张刘陈杨", count: 4_000) + String(repeating: "、", count: 20_000)
    #expect(try NameReading(text).names("Organization").isEmpty)
  }

  @Test func surnamesThatAreOftenOtherWords() throws {
    let reading = try NameReading("四会市召开会议。市人大常委会主任区耀荣、副市长资文辉出席,市委书记夜建国讲话,市长钭永安主持。")
    #expect(reading.names("Person") == ["区耀荣", "资文辉", "夜建国", "钭永安"])
  }

  @Test func namesOfTibetansAndMongols() throws {
    let reading = try NameReading("玉树市召开会议。市委副书记、市长才旦当周主持,副市长尕藏彭措、额尔敦巴雅尔出席。")
    #expect(reading.names("Person") == ["才旦当周", "尕藏彭措", "额尔敦巴雅尔"])
  }

  @Test func pointedNamesRunTogetherInHeadlinesAreToldApartByTheBody() throws {
    let reading = try NameReading(
      "自治区政协会议开幕\n马文清艾山江·吐尔逊热娜·买买提出席\n自治区政协主席马文清、副主席艾山江·吐尔逊、热娜·买买提在主席台就座。")
    #expect(reading.names("Person") == ["马文清", "艾山江·吐尔逊", "热娜·买买提"])
  }

  @Test func aVerbGivesThePost() throws {
    let reading = try NameReading("宝丰县召开干部大会,宣布市委决定:上官文亮同志任中共宝丰县委委员、书记,钱志安任宝丰县副县长。")
    #expect(reading.names("Person") == ["上官文亮", "钱志安"])
    #expect(reading.posts.contains("上官文亮→宝丰县 书记"))
    #expect(reading.posts.contains("钱志安→宝丰县 副县长"))
  }

  @Test func postsOfUnknownBodiesAreNobodyElses() throws {
    let reading = try NameReading("商洛市召开会议。市委书记高建华、波兰外贸部长诺瓦克、“云上科技”总经理程立出席。")
    #expect(reading.names("Person").contains("诺瓦克"))
    #expect(reading.posts == ["高建华→商洛市 市委书记"])
  }

  @Test func aLevelWordPointsBackToTheRegionJustNamed() throws {
    let reading = try NameReading("杭锦旗召开座谈会。昭通市委书记韩立人,市委副书记、市长郑清和率团参加,旗委书记布和主持。")
    #expect(reading.posts.contains("郑清和→昭通市 市长"))
  }

  @Test func aRankInsideAnotherWordIsNoPost() throws {
    let reading = try NameReading("会上,王琳、王刚在主席台就座。")
    #expect(reading.names("Person") == ["王琳", "王刚"])
  }

  @Test func anySurnameWillDoBehindOnePersonsPost() throws {
    let reading = try NameReading("黑龙江省召开会议。黑龙江省长栗战书,副省长吕立平出席,省政府秘书长漆战书讲话。")
    #expect(reading.names("Person").contains("栗战书"))
    #expect(reading.posts.contains("栗战书→黑龙江省 省长"))
  }

  @Test func theHomeRegionsLevelWordIsItsOwn() throws {
    let reading = try NameReading("肇东市召开全市工作会议。肇东市委书记张志远主持,肇东市政府副市长李力出席。绥化市政府秘书长孙立山,市长郑明参加。")
    #expect(reading.posts.contains("郑明→肇东市 市长"))
  }

  @Test func theLaterPostOfARowIsTheRegionsAgain() throws {
    let reading = try NameReading("泽州县举行仪式。泽州县委常委、县委办主任、常务副县长靳有林主持。")
    #expect(reading.posts.contains("靳有林→泽州县 常务副县长"))
  }

  @Test func postsOfAPrefecture() throws {
    let reading = try NameReading("大兴安岭地区召开会议。地委委员、行署副专员郎玉成主持,地区人大工委副主任苗春江出席,地区商务局局长佟志远汇报。")
    #expect(
      reading.posts
        == [
          "郎玉成→大兴安岭地区 地委委员", "郎玉成→大兴安岭地区 行署副专员", "苗春江→大兴安岭地区 地区人大工委副主任", "佟志远→地区商务局 局长",
        ].sorted())
  }

  @Test func oneOfficeInTwoSpellingsIsOnePerson() throws {
    let reading = try NameReading("北湖区召开会议。北湖区区长周远春出席会议。会上,北湖区区长周远燕讲话,副区长周远霞、周远虹参加。")
    #expect(reading.names("Person") == ["周远春", "周远霞", "周远虹"])
  }

  @Test func theOtherOfTwoIsAName() throws {
    let reading = try NameReading("江山市召开座谈会,市住建局局长高瑛出席。高瑛和糜建分别汇报了工作。")
    #expect(reading.names("Person") == ["高瑛", "糜建"])
  }

  @Test func aPostIsNoGivenName() throws {
    let reading = try NameReading("江山市召开会议,成立临时党支部,支部书记由团长担任,李阿文作成员。市委书记李阿文讲话。")
    #expect(reading.names("Person") == ["李阿文"])
  }

  @Test func aListsLastMemberMayHaveAnySurname() throws {
    let reading = try NameReading("平塘县举行仪式,县领导刘卫民、王安泰、瓦修龙等出席,市委常委陈松林、楼志成参加。")
    #expect(reading.names("Person") == ["刘卫民", "王安泰", "瓦修龙", "陈松林", "楼志成"])
  }
}

/// How far names run, and whose posts are, in lists and beside bodies.
@Suite struct PostsInListsTests {
  @Test(arguments: [
    ("县领导王一民、周国栋、方小同等参加会议。", "方小同"),
    ("岳西县召开会议,镇党委书记陆守让同志讲话。", "陆守让"),
    ("会议由镇党委周玉楼主持。", "周玉楼"),
    ("岳西县举行大会。县人大常委会副主任洛桑旺明多吉,副县长王立新到会。", "洛桑旺明多吉"),
  ])
  func namesRunToTheirEnd(_ text: String, _ name: String) throws {
    #expect(try NameReading(text).names("Person").contains(name))
  }

  @Test func theVerbBetweenANameAndItsNextPostIsNoPartOfIt() throws {
    let reading = try NameReading(
      "以岳西县副县长周立为团长,县政协主席吕健身为副团长的考察团到会。吕健身代表全县致辞。")
    #expect(reading.names("Person") == ["周立", "吕健身"])
  }

  @Test(arguments: [
    "会议表彰了“砥砺奋进·建功当时”活动模范。", "要建设江畔名城·美丽家园。", "考察了宿松县九姑乡双井村。双井人大代表之家很好。",
  ])
  func otherThingsAreNobody(_ text: String) throws {
    #expect(try NameReading(text).names("Person").isEmpty)
  }

  @Test func theGovernmentStaysInATitleWhoseRegionIsNotNamed() throws {
    let reading = try NameReading("岳西县召开会议,县政府副县长周东明、县政府办公室主任赵小刚出席,县政府党组成员王立新讲话。")
    #expect(reading.posts.contains("周东明→岳西县 县政府副县长"))
    #expect(reading.posts.contains("赵小刚→岳西县 县政府办公室主任"))
    #expect(reading.posts.contains("王立新→岳西县 县政府党组成员"))
    // Behind the region's name its government is that body's.
    #expect(try NameReading("岳西县人民政府副县长周东明出席。").posts == ["周东明→岳西县 副县长"])
  }

  @Test func theHeadOfAZonesCommitteeIsTheZones() throws {
    let reading = try NameReading("岳西县召开会议,岳西经济开发区管委会主任周东明汇报。")
    #expect(reading.posts == ["周东明→岳西经济开发区 管委会主任"])
  }

  @Test func postsAreGivenToAllThatAreCounted() throws {
    let reading = try NameReading("安庆市宿松县召开大会。王立新、周东明两名同志当选为宿松县人民政府副县长。")
    #expect(reading.posts == ["周东明→宿松县 副县长", "王立新→宿松县 副县长"].sorted())
  }

  @Test func aBodyOfTheRegionNeedsNoLevelWordBehindAnother() throws {
    let reading = try NameReading("岳西县举行仪式。县政协主席周东明,人大常委会党组副书记、副主任王立新参加。")
    #expect(reading.posts.contains("王立新→岳西县 人大常委会党组副书记"))
    #expect(reading.posts.contains("王立新→岳西县 副主任"))
  }

  @Test func twoLevelsStandInOneTitle() throws {
    let reading = try NameReading("岳西县召开会议。黄石市县领导王立新、周东明等出席。")
    #expect(reading.posts.allSatisfy { $0.hasSuffix("→黄石市 市县领导") })
  }

  @Test func anAssociationsPostsAreTheAssociationsNamedBefore() throws {
    let reading = try NameReading("宿松县委书记周东明到香港考察。香港皖江同乡总会举行座谈,会长王立新、理事长赵小刚出席。")
    #expect(reading.posts.contains("王立新→香港皖江同乡总会 会长"))
    #expect(reading.posts.contains("赵小刚→香港皖江同乡总会 理事长"))
  }

  @Test func theOfficersOfAnAssociationAreItsOwn() throws {
    let reading = try NameReading(
      """
      1月11日,衢州市湖南商会召开理事大会。衢州市副市长王立新到会祝贺。
      会长周东明,常务副会长赵小刚、韩立新,副会长兼秘书长王启明,副秘书长马铁山等出席会议。
      """)
    #expect(reading.posts.filter { $0.contains("→衢州市湖南商会 ") }.count == 6)
    #expect(reading.posts.contains("王启明→衢州市湖南商会 秘书长"))
    #expect(reading.posts.contains("马铁山→衢州市湖南商会 副秘书长"))
    #expect(reading.posts.contains("王立新→衢州市 副市长"))
  }

  @Test func aCompanysPostsAreNoRegions() throws {
    let reading = try NameReading(
      "莆田市委书记周东明会见润禾航空有限公司客人,董事长、党委书记赵小刚,总经理、党委副书记韩立新参加。")
    #expect(!reading.posts.contains { $0.hasSuffix("→莆田市 党委书记") || $0.hasSuffix("→莆田市 党委副书记") })
    #expect(reading.posts.contains("赵小刚→润禾航空有限公司 董事长"))
    #expect(try NameReading("某集团福建总经理周东明颁奖。").posts.isEmpty)
  }

  @Test func aDepartmentStandsInTheTitle() throws {
    let reading = try NameReading("会上,岳西县财政局预算科科长周东明发言,岳西县人大常委会选联工委主任赵小刚讲话。")
    #expect(reading.posts.contains("周东明→岳西县财政局 预算科科长"))
    #expect(reading.posts.contains("赵小刚→岳西县 县人大常委会选联工委主任"))
  }

  @Test func aLearnedTitleBelongsToTheNameBeforeIt() throws {
    let reading = try NameReading("肿瘤学家周东明教授,岳西县财政局党组书记、局长赵小刚出席。")
    #expect(!reading.posts.contains { $0.hasPrefix("周东明→岳西县财政局") })
    #expect(reading.posts.contains("赵小刚→岳西县财政局 党组书记"))
  }

  @Test func theLevelWordIsSharedByPlaceAndPost() throws {
    let reading = try NameReading("武汉市长周东明出席活动。安徽省岳西县五河镇第十八届人大主席赵小刚参加。")
    #expect(reading.posts.contains("周东明→武汉市 市长"))
    #expect(reading.posts.contains("赵小刚→五河镇 人大主席"))
  }

  @Test func aGovernmentWithoutItsPlaceIsTheHomeRegions() throws {
    let reading = try NameReading("政府县长王远明宣布岳西县一季度项目开工。政府副县长齐可在仪式上致辞。")
    #expect(reading.posts == ["王远明→岳西县 政府县长", "齐可→岳西县 政府副县长"])
  }

  @Test func wordsBeforeAPlaceWithAPointAreNoName() throws {
    let reading = try NameReading("岳西县召开会议。此次活动是中国·查乌湖第十二届渔猎文化节系列活动之一,由县委主办。")
    #expect(reading.names("Person").isEmpty)
  }

  @Test func postsBehindNamesInARowAreEachTheirOwn() throws {
    let row = try NameReading("安庆市召开全市大会。李国祥市长、吕明锋副市长主持会议。")
    #expect(row.posts == ["吕明锋→安庆市 副市长", "李国祥→安庆市 市长"])
    let joined = try NameReading("安庆市召开全市大会。李国祥市长和吕明锋副市长主持会议,许立新书记和林晓晨市长到会。")
    #expect(joined.names("Person") == ["李国祥", "吕明锋", "许立新", "林晓晨"])
    #expect(joined.posts.contains("李国祥→安庆市 市长"))
    #expect(!joined.posts.contains("吕明锋→安庆市 市长"))
  }
}
