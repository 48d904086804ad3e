import Extraction
import GraphModel
import TestSupport
import Testing

@Suite struct WordListRuleTests {
  @Test func findsTheLongestFormAndCallsItByItsEntry() throws {
    let pack = try PackFixture("lists: {crops: [[小麦, 麦子], 冬小麦, [Maize, 玉米]]}\nfind: [{list: crops}]")
    #expect(try pack.findings("冬小麦和麦子丰收，玉米、ＭＡＩＺＥ、maizes歉收。") == ["冬小麦 [冬小麦]", "小麦 [麦子]", "Maize [玉米,ＭＡＩＺＥ]"])
    #expect(try pack.findings("麥子豐收。") == ["小麦 [麥子]"], "traditional script")
  }

  @Test func takesFilesOfEveryKindAndFillsPropertiesFromColumns() throws {
    let tsv = "# remark\nname\taliases\tcode\n小麦\t麦子|麥\t01\n水稻\t\t02\n"
    let csv = "name,code\n\"大豆,黄\",03\n"
    let pack = try PackFixture(
      """
      lists:
        grains: grains.tsv
        beans: beans.csv
        nuts: {file: nuts.txt, columns: [name]}
      find: [{list: grains}, {list: beans}, {list: nuts}]
      """, files: ["grains.tsv": tsv, "beans.csv": csv, "nuts.txt": "花生\n核桃"])
    #expect(
      try pack.findings("麦子、水稻、大豆，黄、核桃。") == ["小麦 [麦子] code=01", "水稻 [水稻] code=02", "大豆,黄 [大豆，黄] code=03", "核桃 [核桃]"])
  }

  @Test func aFieldOfACSVMayGoOnOverALineEnd() throws {
    let csv = "name,code\n小麦,\"一季\n两季\r\n三季\"\n水稻,5\" 管\n大豆,6\" 管\n\"玉\n米\",y\n小麦,z\n"
    let pack = try PackFixture("lists: {crops: crops.csv}\nfind: [{list: crops}]", files: ["crops.csv": csv])
    #expect(try pack.problems().map(\.place.line) == [9], "lines are counted in the file")
    #expect(
      try pack.findings("小麦、水稻、大豆。") == [
        "小麦 [小麦] code=一季 两季 三季", "水稻 [水稻] code=5\" 管", "大豆 [大豆] code=6\" 管",
      ])
  }

  @Test func aQuoteThatStaysOpenCostsItsLineAlone() throws {
    let csv = "name,code\n小麦,\"从不关\n水稻,a\n" + (0..<1000).map { "玉米\($0),c\n" }.joined()
    let pack = try PackFixture("lists: {crops: crops.csv}\nfind: [{list: crops}]", files: ["crops.csv": csv])
    #expect(try pack.problems().map(\.fault) == [.badEntry(.openQuote)])
    #expect(try pack.problems().map(\.place.line) == [2])
    #expect(try pack.findings("小麦、水稻、玉米9。") == ["水稻 [水稻] code=a", "玉米9 [玉米9] code=c"])
  }

  @Test func foldsNoMoreThanTheListAllows() throws {
    let pack = try PackFixture("lists: {crops: {words: [GM豆], fold: [width]}}\nfind: [{list: crops}]")
    #expect(try pack.findings("GM豆，gm豆，ＧＭ豆。") == ["GM豆 [GM豆,ＧＭ豆]"])
  }

  @Test func refusesALineByItsNumberAndTakesTheRest() throws {
    let pack = try PackFixture(
      "lists: {crops: crops.tsv}\nfind: [{list: crops}]",
      files: ["crops.tsv": "小麦\n\t无名\n水\u{1}稻\n大豆\ta\tb\n玉米\n小麦\n" + String(repeating: "长", count: 3000)])
    #expect(try pack.findings("小麦、玉米、大豆。") == ["小麦 [小麦]", "玉米 [玉米]"])
    let problems = try pack.problems()
    #expect(problems.map(\.place.line) == [2, 3, 4, 6, 7])
    #expect(
      problems.map(\.fault) == [
        .badEntry(.noName), .badEntry(.controlCharacter), .badEntry(.tooManyColumns(2)), .duplicateEntry("小麦", line: 1),
        .badEntry(.tooLong(limit: 4096)),
      ])
    #expect(problems.allSatisfy { $0.place.file == "crops.tsv" })
  }

  @Test func asksTheConditionsAround() throws {
    let rules = """
      lists: {crops: [小麦]}
      find:
        - list: crops
          after: [种植, 的]
          not_before: [加工]
          with: [丰收]
          without: [歉收]
          not_inside: [Region]
      """
    let pack = try PackFixture(rules)
    #expect(try pack.findings("种植小麦丰收。") == ["小麦 [小麦]"])
    for text in ["小麦丰收。", "种植小麦加工丰收。", "种植小麦。丰收。", "种植小麦丰收，大豆歉收。"] {
      #expect(try pack.findings(text) == [], "\(text)")
    }
    #expect(try pack.findings("种植小麦县丰收。", regions: ["小麦县"]) == [])
  }

  @Test func asksForTheHeadingAbove() throws {
    let pack = try PackFixture("lists: {crops: [小麦]}\nfind: [{list: crops, section: [农业]}]")
    #expect(try pack.findings("一、农业发展\n种小麦。\n二、工业发展\n磨小麦。\n（一）农业加工\n磨小麦。").first == "小麦 [小麦,小麦]")
  }

  @Test func keepsTheCompiledListAndNoticesThatTheFileChanged() throws {
    let words = (0..<20_000).map { "作物\($0)号" }
    let pack = try PackFixture(
      "lists: {crops: crops.txt}\nfind: [{list: crops}]", files: ["crops.txt": words.joined(separator: "\n")])
    let cache = WordListCache(folder: pack.folder.file("cache/lists"))
    for _ in 0..<2 {
      let context = try PackFixture.context("作物19999号、作物20000号。")
      try context.run(try pack.pack(cache: cache))
      #expect(context.findings().entities.map(\.name) == ["作物19999号"])
    }
    try pack.folder.write("Crops/crops.txt", (words + ["作物20000号"]).joined(separator: "\n"))
    let context = try PackFixture.context("作物20000号。")
    try context.run(try pack.pack(cache: cache))
    #expect(context.findings().entities.map(\.name) == ["作物20000号"])
  }
}
