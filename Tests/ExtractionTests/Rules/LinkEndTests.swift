import Extraction
import GraphModel
import TestSupport
import Testing

/// What a link rule asks of its ends: which mentions they may be, how they stand to each other, how often they are linked.
@Suite struct LinkEndTests {
  private static let finds = """
    lists:
      crops: [小麦, 水稻, 大豆]
      verbs: [种植, 推广]
    find:
      - {rule: listed, list: crops}
      - {rule: quoted, quoted: [品种]}

    """
  private static let fields = finds.replacing("find:", with: "find:\n  - {rule: field, pattern: <Region> <crops> 田}")

  private func links(_ rule: String, in text: String, regions: [String] = ["甲县", "乙县"]) throws -> [String] {
    try PackFixture(Self.finds + "links:\n  - {\(rule)}").findings(text, regions: regions)
      .filter { $0.contains("GROWS") }.sorted()
  }

  private func fault(_ rules: String, manifest: String = PackFixture.manifest, files: [String: String] = [:]) throws
    -> RuleProblem?
  {
    try PackFixture(Self.finds + rules, manifest: manifest, files: files).problems().first { !$0.fault.isWarning }
  }

  @Test func anEndIsDescribedByWordsBesideIt() throws {
    let rule = "from: {label: Region, after: [来到], not_before: [的]}, choose: all"
    #expect(try links(rule, in: "甲县人来到乙县种小麦。") == ["乙县 GROWS 小麦"])
    #expect(try links(rule, in: "来到甲县的人种小麦。") == [])
    let either = "from: [{label: Region, after: 在}, {label: Region, before: 人}], choose: all"
    #expect(try links(either, in: "甲县人在乙县种小麦。").count == 2)
  }

  @Test func anEndIsDescribedByItsRuleAndProperties() throws {
    #expect(try links("to: {found_by: quoted}, choose: all", in: "甲县有小麦和“金穗”品种。") == ["甲县 GROWS “金穗”品种"])
    #expect(try links("to: {not_found_by: quoted}, choose: all", in: "甲县有小麦和“金穗”品种。") == ["甲县 GROWS 小麦"])
    let pack = try PackFixture(Self.finds + "links: [{from: {where: {level: [county, city]}}, choose: all}]").pack()
    let context = try PackFixture.context("甲县和乙县种小麦。", regions: ["甲县", "乙县"])
    let region = try #require(context.entity("Region", named: "乙县"))
    context.setProperty("level", of: region, to: "city")
    try context.run(pack)
    #expect(context.findings().relations.filter { $0.type == "GROWS" }.count == 1)
  }

  @Test func theHomeRegionAndWhatHoldsItNeedNotCount() throws {
    #expect(try links("from: {not: home}, choose: all", in: "甲县和乙县种小麦。") == ["乙县 GROWS 小麦"])
    let pack = try PackFixture(Self.finds + "links: [{from: {not: [home, above home]}, choose: all}]").pack()
    let context = try PackFixture.context("丙市甲县和乙县种小麦。", regions: ["甲县", "乙县", "丙市"])
    let (home, above) = (context.entity("Region", named: "甲县"), context.entity("Region", named: "丙市"))
    context.addRelation(
      "PART_OF", from: try #require(home), to: try #require(above), evidence: Span(0, 4), rule: "test")
    try context.run(pack)
    #expect(context.findings().relations.count { $0.type == "GROWS" } == 1)
  }

  @Test func oneEndIsAPartOfTheOther() throws {
    func links(_ rule: String, in text: String) throws -> [String] {
      try PackFixture(Self.fields + "links:\n  - {\(rule)}").findings(text, regions: ["甲县", "乙县"])
        .filter { $0.contains("GROWS") }
    }
    let text = "甲县，乙县小麦田和水稻。"
    #expect(try links("order: from inside", in: text) == ["乙县 GROWS 乙县小麦田"], "what is next to it is no part of it")
    #expect(try links("order: from at start, each: from", in: text) == ["乙县 GROWS 乙县小麦田"])
    #expect(try links("order: from at start", in: "小麦田在甲县。") == [])
    let problem = try fault("links: [{order: to inside, distance: 3}]")
    #expect(problem?.fault == .exclusiveKeys(["order: to inside", "distance"]))
  }

  @Test func aThingIsLinkedOnceOrWhereNoOtherRuleDid() throws {
    let text = "甲县种小麦。乙县种小麦。大豆。"
    #expect(try links("once: to", in: text) == ["甲县 GROWS 小麦"])
    #expect(try links("once: to, otherwise: home, from: {not: home}", in: text) == ["乙县 GROWS 小麦", "甲县 GROWS 大豆"])
    let both = "rule: a, between: [种]}\n  - {rule: b, from: home, unless_linked: to"
    #expect(try links(both, in: "甲县。乙县种小麦。大豆。") == ["乙县 GROWS 小麦", "甲县 GROWS 大豆"])
  }

  @Test func theOtherEndMayStandFartherOff() throws {
    let rule = "pattern: 'to:<Crop> 丰收', order: from first"
    #expect(try links(rule, in: "甲县。今年小麦丰收。") == [])
    #expect(try links(rule + ", reach: document", in: "甲县。\n今年小麦丰收。") == ["甲县 GROWS 小麦"])
    #expect(try fault("links: [{reach: list}]")?.fault == .wrongForm(key: "reach", expected: .reach))
  }

  @Test func wordsBetweenMayBeMissingOrPartsOfOthers() throws {
    #expect(try links("between: <verbs>", in: "甲县小麦。") == [])
    #expect(try links("between: <verbs>, or_touching: yes", in: "甲县小麦。乙县推广大豆。").count == 2)
    let text = "甲县服务业和小麦。"
    #expect(try links("not_between: [服务]", in: text) == [])
    #expect(try links("not_between: [服务], whole_words: yes", in: text) == ["甲县 GROWS 小麦"])
    #expect(try links("not_between: [服务], whole_words: yes", in: "甲县服务小麦。") == [])
  }

  @Test func conditionsTakeTheWordsOfAList() throws {
    #expect(try links("with: <verbs>", in: "甲县推广小麦。乙县有大豆。") == ["甲县 GROWS 小麦"])
    let problem = try #require(try fault("links:\n  - with: [<verb>, 甲]"))
    #expect(problem.fault == .unknownName("verb", known: ["crops", "verbs"]))
    #expect((problem.place.line, problem.place.column) == (8, 12))
  }

  @Test func aListIsASectionOfAFile() throws {
    let file = ["words.txt": "# words\n[grain] # of all kinds\n小麦 水稻\n大麦\n[fruit]\n梨\n"]
    let rules = "lists: {grain: {file: words.txt, section: SECTION}}\nfind: [{list: grain}]"
    let good = try PackFixture(rules.replacing("SECTION", with: "grain"), files: file)
    #expect(try good.findings("大麦和梨。") == ["大麦 [大麦]"])
    let problems = try PackFixture(rules.replacing("SECTION", with: "seeds"), files: file).problems()
    #expect(problems.first?.fault == .unknownName("seeds", known: ["fruit", "grain"]))
  }

  @Test func aFindMayHaveExceptionsAndStandAtTheBeginning() throws {
    let pack = try PackFixture(
      "find:\n  - {pattern: '<start> mark:(<han>{2}) 丰收', mark: mark, except: [全县]}")
    #expect(try pack.findings("小麦丰收。全县丰收。水稻丰收，大豆丰收。") == ["小麦 [小麦]", "水稻 [水稻]"])
    #expect(throws: RulePackError.self) { try PackFixture("find: [{pattern: <start>}]").pack() }
  }

  @Test func linksOfOtherPlugInsTypesAreDrawn() throws {
    let manifest = PackFixture.manifest + "\ndraws: [PART_OF]"
    let rules = Self.finds + "links: [{link: PART_OF, from: Crop, to: Region, each: from}]"
    let context = try PackFixture.context("甲县种小麦。", regions: ["甲县"])
    try context.run(try PackFixture(rules, manifest: manifest).pack())
    #expect(context.findings().relations.map(\.type) == ["PART_OF"])
    let problem = try fault("links: [{link: PART_OF, from: Crop}]", manifest: manifest)
    #expect(problem?.fault == .missingKey(["to"]), "which ends it has is not known here")
  }

  @Test func codeChoosesAmongFinds() throws {
    let pack = try PackFixture(Self.finds + "links: [{}]").pack()
    let context = try PackFixture.context("甲县种小麦。", regions: ["甲县"])
    #expect(pack.finds(in: context).map(\.name) == ["小麦"])
    #expect(context.mentions(of: "Crop").isEmpty)
    context.addMention(of: context.addEntity("Crop", name: "麦", rule: "code"), at: Span(3, 5), rule: "code")
    pack.link(in: context)
    #expect(context.findings().relations.count == 1)
  }

  @Test func rulesBesideCodeSayWhatIsWrongWhenTheyAreFirstAskedFor() throws {
    func embedded(_ text: String) -> EmbeddedFile {
      let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
      _ = bytes.initialize(from: text.utf8)
      return EmbeddedFile(UnsafePointer(bytes.baseAddress!), count: bytes.count)
    }
    let manifest = try PluginManifest(yaml: PackFixture.manifest)
    let bad = CompiledRules(manifest, embedded("find:\n  - lst: crops\n"))
    let error = #expect(throws: RulePackError.self) { try bad.pack }
    let place = error?.problems.first?.place
    #expect((place?.file, place?.line, place?.column) == ("rules.yaml", 2, 5))
    let rules = embedded("lists: {crops: words.txt}\nfind: [{list: crops}]")
    let good = CompiledRules(manifest, rules, files: ["words.txt": embedded("小麦\n")])
    #expect(try good.pack.inventory.entries == 1)
    #expect(good.identity.hasPrefix("Crops@1#"))
    let other = CompiledRules(manifest, rules, files: ["words.txt": embedded("水稻\n")])
    #expect(good.identity != other.identity)
  }
}
