import GraphModel

/// Reads one rule of `find`.
struct FindRuleReader {
  static let keys =
    [
      "rule", "list", "pattern", "quoted", "node", "mark", "except", "name", "set", "confidence", "inside",
      "not_inside",
    ]
    + ConditionReader.keys

  private let mapping: RuleMapping
  private let pack: RuleSetReader

  init(_ mapping: RuleMapping, _ pack: RuleSetReader) {
    self.mapping = mapping
    self.pack = pack
  }

  func read() -> FindRule? {
    guard let node = node() else { return nil }
    let name = pack.takeName(mapping, node.name)
    guard let target = target() else { return nil }
    var captures: [PatternProgram.Capture] = []
    var columns: [String] = []
    switch target {
    case .pattern(let program, _): captures = program.captures
    case .list(let token): columns = columnsOf(token)
    case .quoted: break
    }
    var mark: Int?
    if let text = mapping.text("mark") {
      mark = captures.firstIndex { $0.name == text }
      if mark == nil {
        pack.problems.note(.unknownName(text, known: captures.map(\.name)), at: mapping.place(of: "mark"))
      }
    }
    let fillings = FillingReader(
      mapping: mapping, pack: pack, type: node.name, properties: node.properties, captures: captures,
      columns: columns)
    return FindRule(
      name: name, place: mapping.place, target: target, node: node.name, mark: mark,
      except: pack.words(mapping.texts("except")),
      title: mapping.text("name").flatMap { fillings.template($0, at: mapping.place(of: "name")) },
      fillings: fillings.read(), conditions: ConditionReader(mapping, pack).read(),
      confidence: mapping.share("confidence") ?? 0.9)
  }

  /// What the rule finds: the label it names, else the only one that the manifest produces.
  private func node() -> NodeType? {
    let produced = pack.manifest.schema.nodes.filter { pack.manifest.produces.contains($0.name) }
    guard let label = mapping.text("node") else {
      if produced.count == 1 { return produced[0] }
      pack.problems.note(.missingKey(["node"]), at: mapping.place)
      return nil
    }
    guard let node = produced.first(where: { $0.name == label }) else {
      pack.problems.note(.undeclaredType(label, known: produced.map(\.name)), at: mapping.place(of: "node"))
      return nil
    }
    return node
  }

  private func target() -> FindRule.Target? {
    let given = ["list", "pattern", "quoted"].filter { mapping[$0] != nil }
    guard given.count == 1 else {
      let all = ["list", "pattern", "quoted"]
      pack.problems.note(given.isEmpty ? .missingKey(all) : .exclusiveKeys(given), at: mapping.place)
      return nil
    }
    switch given[0] {
    case "list":
      guard let name = mapping.text("list") else { return nil }
      guard let list = pack.list(named: name) else {
        pack.problems.note(.unknownName(name, known: pack.listNames), at: mapping.place(of: "list"))
        return nil
      }
      return .list(list.token)
    case "pattern":
      return pack.pattern("pattern", in: mapping).map { .pattern($0, mapping.choice("within", .scope) ?? .sentence) }
    default:
      let words = mapping.texts("quoted")
      return .quoted(words.map(\.text) == ["any"] ? nil : pack.words(words))
    }
  }

  private func columnsOf(_ token: Int32) -> [String] {
    guard case .list(let list) = pack.set.book.tokens[Int(token)] else { return [] }
    return pack.set.lists[list].words.columns
  }
}

/// Reads the conditions of a rule.
struct ConditionReader {
  static let keys = ["after", "not_after", "before", "not_before", "with", "without", "section", "within"]

  private let mapping: RuleMapping
  private let pack: RuleSetReader

  init(_ mapping: RuleMapping, _ pack: RuleSetReader) {
    self.mapping = mapping
    self.pack = pack
  }

  func read() -> RuleConditions {
    RuleConditions(
      after: words("after"), notAfter: words("not_after"), before: words("before"), notBefore: words("not_before"),
      with: words("with"), without: words("without"), section: words("section"),
      scope: mapping.choice("within", .scope) ?? .sentence, inside: labels("inside"), notInside: labels("not_inside"))
  }

  func words(_ key: String) -> ConditionWords? { pack.words(mapping.texts(key)) }

  func labels(_ key: String) -> [String] {
    mapping.texts(key).filter { text in
      let isKnown = pack.set.labels.contains(text.text)
      if !isKnown { pack.problems.note(.undeclaredType(text.text, known: pack.set.labels), at: text.place) }
      return isKnown
    }.map(\.text)
  }
}
