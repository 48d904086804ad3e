import GraphModel
import Testing

/// Names of the shapes that most names do not have: printed with blanks, with points, made of parts of other tongues' names.
@Suite struct NameShapeTests {
  private func people(_ text: String) throws -> [String] { try NameReading(text).names("Person") }

  @Test func aVerbEndsANamePrintedWithABlankAsAMarkDoes() throws {
    let reading = try NameReading("青溪县召开会议。县委书记林 涛出席,副县长白 洁主持。\n林 涛强调,要抓好落实。何 平在会上发言。")
    #expect(reading.names("Person") == ["林涛", "白洁", "何平"])
    #expect(try people("青溪县召开会议。县委书记 王永 明确表示支持。").contains("王永明") == false)
  }

  @Test func aBlankBeforeASurnameBeginsTheNextName() throws {
    #expect(try people("青溪县召开会议。县领导林 涛 白 洁 何建平参加会议。").contains("林涛白") == false)
  }

  @Test(arguments: [
    "县委书记努尔·阿不都力边走边看。", "努尔·阿不都力书记主持会议。", "会上,努尔·阿不都力副县长介绍情况。", "县委书记努尔·阿不都力所作报告获得通过。",
    "县领导、奥运冠军努尔·阿不都力的讲话很生动。", "县委书记是努尔·阿不都力。",
    "仪式结束后,努尔·阿不都力、林大海参观园区。",
  ])
  func aPointedNameIsReadWhole(_ sentence: String) throws {
    #expect(try people("青溪县召开会议。" + sentence).first == "努尔·阿不都力")
  }

  @Test(arguments: [
    ("县委书记吉克木呷、县长马海尔布", ["吉克木呷", "马海尔布"]), ("县委书记才让东知、县长扎西东主", ["才让东知", "扎西东主"]),
    ("县委书记巴图孟和和县长林大海", ["巴图孟和", "林大海"]),
  ])
  func namesAreMadeOfParts(_ row: String, _ names: [String]) throws {
    #expect(try people("青溪县召开会议。\(row)出席会议。") == names)
  }

  @Test func pointsInNamesOfEstatesMakeNoPeople() throws {
    #expect(try people("青溪县在建项目有清溪恒大·悦府、万户花乡·美丽家园。") == [])
  }

  @Test(arguments: ["和", "及", "以及"])
  func theLastOfAListIsJoinedToIt(_ joint: String) throws {
    let reading = try NameReading("岳西县召开会议。副县长林大海、何平\(joint)周建华出席会议。县领导参加。")
    #expect(reading.names("Person") == ["林大海", "何平", "周建华"])
    #expect(reading.posts.contains("周建华→岳西县 副县长"))
    #expect(try people("青溪县召开会议。林大海、何平\(joint)周建华等市级领导参加。") == ["林大海", "何平", "周建华"])
    #expect(try people("青溪县召开会议。县领导林大海、何平\(joint)白雪等同志到会指导。").contains("何平"))
  }

  @Test(arguments: ["和全县各乡镇负责人", "以及杭州、温州等市负责人", "和广大干部群众", "及县直部门负责人", "以及有关方面负责人"])
  func whatIsJoinedToAListOfNamesMayBeNone(_ others: String) throws {
    #expect(try people("青溪县召开会议。县领导林大海、何平\(others)参加会议。") == ["林大海", "何平"])
  }

  @Test func aListGoesOnBehindAComrade() throws {
    let reading = try NameReading("岳西县召开会议。县委常委林大海同志、何平同志、周建华出席会议。")
    #expect(reading.posts.filter { $0.hasSuffix("县委常委") }.count == 3)
  }

  @Test(arguments: ["(女)", "(女,回族)", "(苗族)"])
  func aListGoesOnBehindWhatABracketSaysOfAName(_ remark: String) throws {
    let reading = try NameReading("岳西县召开会议。县委常委林大海\(remark)、何平、白玉洁\(remark)、周建华出席会议。")
    #expect(reading.posts.filter { $0.hasSuffix("县委常委") }.count == 4)
    #expect(
      try people("青溪县召开会议。林大海\(remark)、何平\(remark)、周建华等出席。") == ["林大海", "何平", "周建华"])
    #expect(try people("青溪县召开会议。企业(女装)、工厂(民族)、合作社等参加。") == [])
  }

  @Test func postsStandSideBySideWithoutAMark() throws {
    let reading = try NameReading("岳西县召开会议。县委常委宣传部部长白玉洁、县委常委政法委书记周建华、县委常委县委办主任何平参加。县委副书记县长林大海主持。")
    #expect(reading.names("Organization") == [])
    #expect(reading.posts.contains("白玉洁→岳西县 宣传部部长"))
    #expect(reading.posts.contains("周建华→岳西县 政法委书记"))
    #expect(reading.posts.contains("何平→岳西县 县委办主任"))
    #expect(reading.posts.contains("林大海→岳西县 县长"))
  }

  @Test(arguments: [
    ("执行主席是林大海、何平、周建华。", ["林大海", "何平", "周建华"]),
    ("县领导有林大海、何平、周建华等。", ["林大海", "何平", "周建华"]),
    ("县领导黄金海、何平参加,县长黄金海讲话。", ["黄金海", "何平"]),
    ("会议决定免去林大海的副县长职务。", ["林大海"]),
    ("市长是由大会选举产生的。发言人周三表示,许多党代表到会。他的妻子和女儿、县领导之子参加。", []),
    ("发言人周三表示,县长周一青、周日新参加。", ["周一青", "周日新"]),
  ])
  func whoIsMeantStandsBehindTheVerb(_ text: String, _ names: [String]) throws {
    #expect(try people("青溪县召开会议。" + text) == names)
  }

  /// 为 behind leaders says for whom they do something.
  @Test(arguments: ["县领导为林大海颁奖。", "市领导为林大海、何平等先进个人颁奖。"])
  func whomLeadersHonourIsNoLeader(_ text: String) throws {
    #expect(try NameReading("岳西县召开表彰大会。" + text).posts == [])
    #expect(try NameReading("岳西县召开大会。执行主席为林大海、何平。").names("Person") == ["林大海", "何平"])
  }
}
