import GraphModel
import Testing

/// Forms of one body's name are one body, and bodies that are called alike are not.
@Suite struct BodyFormTests {
  private func forms(_ text: String) throws -> [[String]] {
    try NameReading(text).findings.entities.filter { $0.type == "Organization" }.map { [$0.name] + $0.surfaces }
  }

  @Test func aShortNameIsItsFullOne() throws {
    #expect(
      try forms("岳西县召开会议。县旅发委主任周东明汇报工作,县旅游发展委员会提出建议,县环境保护局参加,县环保局发言。") == [
        ["县旅游发展委员会", "县旅发委"], ["县环境保护局", "县环保局"],
      ])
    #expect(try forms("岳西县召开会议。岳西县人民政府主办,岳西县政府办承办,岳西县政府致谢。").first == ["岳西县人民政府", "岳西县政府"])
    #expect(try forms("岳西县人民检察院检察长周东明参加。县检察院汇报工作。") == [["岳西县人民检察院", "县检察院"]])
    #expect(try forms("岳西县召开会议。县交通局汇报,县交通运输局发言。") == [["县交通运输局", "县交通局"]])
    #expect(try forms("岳西县召开会议。县台办汇报,县台湾事务办公室发言。") == [["县台湾事务办公室", "县台办"]])
    #expect(try forms("合肥市召开会议。合肥市岳西商会会长周东明参加,合肥岳西商会致谢。") == [["合肥市岳西商会", "合肥岳西商会"]])
  }

  @Test func aBranchIsToldByItsPlace() throws {
    #expect(
      try forms("中国科学院昆明分院与合肥市人民政府签约,中科院昆明分院发言。昆明分院院长周东明致辞。").first == [
        "中国科学院昆明分院", "中科院昆明分院", "昆明分院",
      ])
    #expect(try forms("国家民族事务委员会发文,国家民委参加。") == [["国家民族事务委员会", "国家民委"]])
  }

  @Test func bodiesThatAreCalledAlikeAreOthers() throws {
    #expect(try forms("岳西县召开会议。县农业局汇报,县农业机械局发言。").count == 2)
    #expect(try forms("岳西县召开会议。县委办汇报,县委台办发言,县委编办参加。").count == 3)
    #expect(try forms("岳西县召开会议。县卫生局、县卫生监督局参加。").count == 2)
    #expect(try forms("岳西县召开会议。县交通局、县交通运输局参加。").count == 2)
    #expect(try forms("岳西县召开会议。县中医院汇报,县中西医结合医院发言。").count == 2)
  }

  @Test func aLevelWordInAListOfPostsPointsToItsPlace() throws {
    let reading = try NameReading("合肥市委统战部副部长、市工商联党组书记周东明,芜湖市委统战部副部长、市工商联党组书记白玉洁出席会议。")
    #expect(reading.names("Organization") == ["合肥市委统战部", "市工商联", "芜湖市委统战部", "市工商联"])
    #expect(reading.pairs("PART_OF").filter { $0.hasPrefix("市工商联") } == ["市工商联→合肥市", "市工商联→芜湖市"])
  }

  @Test func whatPointsNowhereIsTheOnlyOneThatIsCalledSo() throws {
    #expect(try forms("江宁区工商联安徽商会恳谈会召开。区工商联安徽商会会长周东明参加。").count == 1)
  }
}
