import Extraction
import GraphModel
import TestSupport
import Testing

@Suite struct RuleProblemTests {
  private func problem(_ rules: String, files: [String: String] = [:]) throws -> RuleProblem {
    try #require(try PackFixture(rules, files: files).problems().first { !$0.fault.isWarning })
  }

  @Test func saysWhatIsWrongAndWhere() throws {
    let rules = """
      lists: {crops: [小麦]}
      find:
        - list: crop
        - pattern: "<crops> 种 ("
        - lists: crops
      links:
        - link: GROW
          within: page
      """
    let problems = try PackFixture(rules).problems().filter { !$0.fault.isWarning }
    #expect(
      problems.contains {
        $0.fault == .unknownName("crop", known: ["crops"]) && $0.place.line == 3 && $0.place.column == 11
      })
    #expect(
      problems.contains { $0.place.line == 4 && $0.place.column > 14 && $0.place.excerpt.contains("<crops> 种 (") })
    #expect(problems.contains { $0.fault == .undeclaredType("GROW", known: ["GROWS"]) && $0.place.line == 7 })
  }

  @Test func refusesWhatTheManifestDoesNotDeclare() throws {
    let list = "lists: {crops: [小麦]}\n"
    #expect(try problem(list + "find: [{list: crops, node: Fruit}]").fault == .undeclaredType("Fruit", known: ["Crop"]))
    #expect(
      try problem(list + "find: [{list: crops, set: {size: 1}}]").fault
        == .undeclaredProperty("size", type: "Crop", known: ["area", "unit", "year", "code"]))
    #expect(try problem(list + "find: [{list: crops, not_inside: [Ship]}]").place.line == 2)
  }

  @Test func warnsOfWhatIsNotUsed() throws {
    let problems = try PackFixture("lists: {crops: [小麦], other: [甲]}\nparts: {p: 豆}\nfind: [{list: crops}]").problems()
    #expect(problems.map(\.fault) == [.unused("other"), .unused("p")])
    #expect(problems.map(\.place.line) == [1, 2])
  }

  @Test func findsRulesThatNeverFireOrComeTooLate() throws {
    let rules = """
      lists: {crops: [小麦]}
      find:
        - {rule: a, list: crops}
        - {rule: b, pattern: 小麦}
        - {rule: c, pattern: 水稻}
      """
    let audit = try RuleAudit(try PackFixture(rules).pack())
    try PackFixture.context("小麦和小麦。").run(audit)
    #expect(audit.problems.map(\.fault) == [.shadowed("b", by: "a"), .neverFired("c")])
    #expect(audit.counts.map(\.count) == [2, 0, 0])
  }

  @Test func tracesWhatEachRuleWanted() throws {
    let rules = """
      lists: {crops: [小麦]}
      find:
        - {rule: list, list: crops, with: [丰收]}
        - {rule: pattern, pattern: '小麦 (增产|减产) <number>'}
        - {rule: quoted, quoted: [计划]}
      links:
        - {rule: link, from: Region}
      """
    let pack = try PackFixture(rules).pack()
    let context = try PackFixture.context("小麦增产了。")
    try context.run(pack)
    let trials = pack.trials(in: context, at: Span(0, 2)) + pack.linkTrials(in: context, at: Span(0, 2))
    #expect(
      trials.map(\.outcome) == [
        .condition("小麦", .with(["丰收"])), .stopped(after: "小麦增产", wanted: ["<number>"]), .noQuotation(["计划"]),
        .noMention(["Crop"]),
      ])
  }
}

@Suite struct HostilePackTests {
  private func faults(_ rules: String, files: [String: String] = [:]) throws -> [RuleFault] {
    try PackFixture(rules, files: files).problems().map(\.fault)
  }

  @Test func refusesBombs() throws {
    let bomb = (0..<30).map { "  l\($0): &l\($0) [" + ($0 == 0 ? "x" : "*l\($0 - 1), *l\($0 - 1)") + "]" }
    #expect(try faults("lists:\n" + bomb.joined(separator: "\n")) == [.anchor])
    let deep = try faults("find: " + String(repeating: "[", count: 100_000))
    guard case .notYAML? = deep.first else { return #expect(Bool(false), "\(deep)") }
    #expect(try faults("").first == .missingKey(["find", "links"]))
    let large = try faults("find: [] # " + String(repeating: "x", count: 2 << 20))
    guard case .unreadable? = large.first else { return #expect(Bool(false), "\(large)") }
  }

  @Test func refusesCirclesOfFilesAndParts() throws {
    let files = ["a.yaml": "include: b.yaml", "b.yaml": "include: a.yaml\nfind: [{pattern: 豆}]"]
    #expect(try faults("include: a.yaml", files: files).contains(.includeCircle(["a.yaml", "b.yaml", "a.yaml"])))
    #expect(try faults("parts: {a: x<b>, b: y<a>}\nfind: [{pattern: <a>}]").contains(.partCircle(["a", "b", "a"])))
  }

  @Test func refusesPatternsThatAreTooLargeOrMatchNothing() throws {
    #expect(try faults("find: [{pattern: '((x{200}){200}){200}'}]") == [.patternTooLarge(limit: 5000)])
    #expect(try faults("find: [{pattern: '(a?)*'}]") == [.emptyPattern])
    let nested = String(repeating: "(", count: 200) + "a" + String(repeating: ")", count: 200)
    #expect(try faults("find: [{pattern: '\(nested)'}]") == [.patternTooLarge(limit: 50)])
    let doubling = (1..<40).map { "p\($0): <p\($0 - 1)><p\($0 - 1)>" }.joined(separator: ", ")
    guard case .patternTooLarge? = try faults("parts: {p0: a, \(doubling)}\nfind: [{pattern: <p39>}]").first else {
      return #expect(Bool(false), "parts that double each other must be refused")
    }
  }

  @Test func readsNothingOutsideTheFolder() throws {
    let rules = "lists: {crops: FILE}\nfind: [{list: crops}]"
    let pack = try PackFixture(rules)
    try pack.folder.write("secret.txt", "小麦")
    for path in ["../secret.txt", pack.folder.file("secret.txt"), "a/../../secret.txt"] {
      try pack.folder.write("Crops/rules.yaml", rules.replacing("FILE", with: path))
      #expect(try pack.problems().map(\.fault).contains(.outsideFolder(path)))
    }
    try Links.make(at: pack.path + "/link.txt", to: pack.folder.file("secret.txt"))
    try pack.folder.write("Crops/rules.yaml", rules.replacing("FILE", with: "link.txt"))
    #expect(try pack.problems().map(\.fault).contains(.outsideFolder("link.txt")))
    try pack.folder.write("Crops/rules.yaml", rules.replacing("FILE", with: "/dev/zero"))
    #expect(try pack.problems().map(\.fault).contains(.outsideFolder("/dev/zero")))
  }

  @Test func refusesAnEndlessLineAndAnEmptyList() throws {
    let pack = try PackFixture("lists: {crops: crops.txt}\nfind: [{list: crops}]")
    try Links.makeHole(at: pack.path + "/crops.txt", bytes: 1 << 30)
    guard case .unreadable? = try pack.problems().first?.fault else {
      return #expect(Bool(false), "a list of a gigabyte must be refused")
    }
    #expect(
      try faults("lists: {crops: crops.txt}\nfind: [{list: crops}]", files: ["crops.txt": "# nothing\n"]) == [
        .emptyList("crops")
      ])
  }

  @Test func refusesTheSameNameTwice() throws {
    #expect(
      try faults("lists: {a: [x], a: [y]}\nfind: [{list: a}]").contains {
        if case .duplicateName = $0 { true } else { false }
      })
    #expect(try faults("lists: {number: [x]}\nfind: [{pattern: <number>}]") == [.duplicateName("number")])
    #expect(try faults("find: [{rule: a, pattern: x}, {rule: a, pattern: y}]") == [.duplicateName("a")])
  }
}
