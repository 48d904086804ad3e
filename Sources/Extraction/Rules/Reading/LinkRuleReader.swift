import GraphModel

/// Reads one rule of `links`.
struct LinkRuleReader {
  static let keys =
    [
      "rule", "link", "pattern", "from", "to", "otherwise", "order", "choose", "each", "each_of_list", "between",
      "not_between", "distance", "set", "confidence",
    ] + ConditionReader.keys

  private let mapping: RuleMapping
  private let pack: RuleSetReader
  private let conditions: ConditionReader

  init(_ mapping: RuleMapping, _ pack: RuleSetReader) {
    self.mapping = mapping
    self.pack = pack
    conditions = ConditionReader(mapping, pack)
  }

  func read() -> LinkRule? {
    guard let type = type() else { return nil }
    let name = pack.takeName(mapping, type.name)
    var pattern: PatternProgram?
    if mapping["pattern"] != nil {
      guard let program = pack.pattern("pattern", in: mapping) else { return nil }
      guard program.capture(named: "from") != nil || program.capture(named: "to") != nil else {
        pack.problems.note(.missingKey(["from:<…>", "to:<…>"]), at: mapping.place(of: "pattern"))
        return nil
      }
      pattern = program
    }
    let from = end("from", type.sources)
    let to = end("to", type.targets)
    if from == .home, to == .home {
      pack.problems.note(.exclusiveKeys(["from: home", "to: home"]), at: mapping.place)
      return nil
    }
    let otherwise = mapping.text("otherwise")
    if let otherwise, otherwise != "home" {
      pack.problems.note(.unknownName(otherwise, known: ["home"]), at: mapping.place(of: "otherwise"))
    }
    let fillings = FillingReader(
      mapping: mapping, pack: pack, type: type.name, properties: type.properties, captures: pattern?.captures ?? [],
      columns: [])
    var spread: Set<LinkRule.Side> = []
    for side in mapping.texts("each_of_list") {
      if let side = LinkRule.Side(rawValue: side.text) {
        spread.insert(side)
      } else {
        pack.problems.note(.unknownName(side.text, known: ["from", "to"]), at: side.place)
      }
    }
    return LinkRule(
      name: name, place: mapping.place, link: type.name, pattern: pattern, from: from, to: to,
      otherwiseHome: otherwise == "home", order: mapping.choice("order", .order) ?? .any,
      choice: mapping.choice("choose", .choice) ?? .nearest, each: mapping.choice("each", .side) ?? .to,
      spread: spread, between: conditions.words("between"), notBetween: conditions.words("not_between"),
      distance: mapping.number("distance", in: 0...10_000), fillings: fillings.read(), conditions: conditions.read(),
      confidence: mapping.share("confidence") ?? 0.8)
  }

  /// The edge type that the rule names, else the only one that the manifest declares.
  private func type() -> EdgeType? {
    let declared = pack.manifest.schema.edges
    guard let name = mapping.text("link") else {
      if declared.count == 1 { return declared[0] }
      pack.problems.note(.missingKey(["link"]), at: mapping.place)
      return nil
    }
    guard let type = declared.first(where: { $0.name == name }) else {
      pack.problems.note(.undeclaredType(name, known: declared.map(\.name)), at: mapping.place(of: "link"))
      return nil
    }
    return type
  }

  /// The labels of an end; where none are named, all that the edge type allows.
  private func end(_ key: String, _ allowed: [String]) -> LinkRule.End {
    let texts = mapping.texts(key)
    if texts.count == 1, texts[0].text == "home" {
      if !allowed.contains("Region") {
        pack.problems.note(.undeclaredType("Region", known: allowed), at: texts[0].place)
      }
      return .home
    }
    let known = allowed.filter { pack.set.labels.contains($0) }
    guard !texts.isEmpty else { return .labels(known) }
    for text in texts where !known.contains(text.text) {
      pack.problems.note(.undeclaredType(text.text, known: known), at: text.place)
    }
    return .labels(texts.map(\.text))
  }
}
