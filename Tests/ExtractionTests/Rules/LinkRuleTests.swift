import Extraction
import TestSupport
import Testing

@Suite struct LinkRuleTests {
  private func links(_ rule: String, in text: String, regions: [String] = ["甲县", "乙县"]) throws -> [String] {
    let pack = try PackFixture("lists: {crops: [小麦, 水稻, 大豆]}\nfind: [{list: crops}]\nlinks:\n  - {\(rule)}")
    return try pack.findings(text, regions: regions).filter { $0.contains("GROWS") }.sorted()
  }

  @Test func linksTheNearestInTheScope() throws {
    #expect(try links("", in: "甲县种小麦，乙县种水稻。大豆。") == ["乙县 GROWS 水稻", "甲县 GROWS 小麦"])
    #expect(try links("within: paragraph", in: "甲县种小麦。大豆。\n水稻。") == ["甲县 GROWS 大豆", "甲县 GROWS 小麦"])
    #expect(try links("within: section", in: "一、甲县\n大豆。\n\n小麦。\n二、乙县\n水稻。").count == 3)
    #expect(try links("choose: all", in: "甲县、乙县种小麦。").count == 2)
    #expect(try links("within: list", in: "甲县和小麦，乙县的水稻。") == ["甲县 GROWS 小麦"])
  }

  @Test func asksForOrderDistanceAndWordsBetween() throws {
    #expect(try links("order: to first", in: "甲县种小麦，乙县种水稻。") == ["乙县 GROWS 小麦"])
    #expect(try links("between: [种]", in: "甲县小麦，乙县种水稻。") == ["乙县 GROWS 水稻"])
    #expect(try links("not_between: [不种]", in: "甲县不种小麦。") == [])
    #expect(try links("distance: 1", in: "甲县种小麦，甲县不再种水稻。") == ["甲县 GROWS 小麦"])
    #expect(try links("with: [丰收]", in: "甲县种小麦。乙县水稻丰收。") == ["乙县 GROWS 水稻"])
  }

  @Test func theHomeRegionStandsIn() throws {
    #expect(try links("from: home", in: "甲县。种小麦。") == ["甲县 GROWS 小麦"])
    #expect(try links("otherwise: home", in: "甲县。乙县种小麦。种水稻。") == ["乙县 GROWS 小麦", "甲县 GROWS 水稻"])
  }

  @Test func whatHoldsOfOneItemHoldsOfTheRow() throws {
    let rule = "pattern: 'from:<Region> 种植 to:<Crop>', each_of_list: to"
    #expect(try links(rule, in: "乙县种植小麦、水稻和大豆。甲县有小麦。").count == 3)
  }

  @Test func aPatternFillsTheLinksProperties() throws {
    let rule = "pattern: 'to:<Crop> 占 share:<percent>', set: {when: {nearest: date}, stage: 计划}"
    #expect(try links(rule, in: "2024年甲县小麦占53.5%。") == ["甲县 GROWS 小麦 share=53.5 stage=计划 when=2024"])
  }
}
