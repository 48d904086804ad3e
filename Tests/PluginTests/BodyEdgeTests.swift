import GraphModel
import Testing

/// Where the names of bodies begin and end, and what ends as they do and is none.
@Suite struct BodyEdgeTests {
  private func bodies(_ text: String) throws -> [String] { try NameReading(text).names("Organization") }

  @Test(arguments: [
    ("由岳西县人民政府率台湾工商企业经营发展协会理事长周东明一行到访。", ["岳西县人民政府", "台湾工商企业经营发展协会"]),
    ("周东明当选合肥市道路清扫保洁行业协会会长。", ["合肥市道路清扫保洁行业协会"]),
    ("昨天,合肥市台资企业协会举办联谊活动。", ["合肥市台资企业协会"]),
    ("县委办、经济开发区管委会参加会议。", ["县委办", "经济开发区管委会"]),
    ("县人民法院、县人民检察院、大青山管理局主要负责人参加会议。", ["县人民法院", "县人民检察院", "大青山管理局"]),
    ("岳西县召开会议。县重点建设项目事务中心汇报工作。", ["县重点建设项目事务中心"]),
    ("文化和旅游部党组成员周东明、俄罗斯联邦文化部副部长安娜出席。", ["文化和旅游部", "俄罗斯联邦文化部"]),
    ("岳西县委常委周东明和县产业园管委会班子成员参加座谈会。", ["县产业园管委会"]),
  ])
  func namesRunToTheirEdges(_ text: String, _ names: [String]) throws {
    #expect(try bodies(text) == names)
  }

  @Test(arguments: [
    "岳西县召开会议,要求市区两级教育局和市直学校落实责任。", "岳西县召开会议,省八大协会参加。", "“百家商会看岳西”活动举行,获得“花园式学校”称号。",
    "岳西县召开会议,打造班列集结中心、货物集散中心、跨境集拼中心、国际贸易服务中心。", "项目位于城关农场原址,依托首个海关监管中心。",
  ])
  func whatEndsAsBodiesDoAndIsNone(_ text: String) throws {
    #expect(try bodies(text) == [])
  }
}
