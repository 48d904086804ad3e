import GraphModel

/// Reads one rule of `links`.
struct LinkRuleReader {
  static let keys =
    [
      "rule", "link", "pattern", "from", "to", "otherwise", "order", "choose", "each", "each_of_list", "once",
      "unless_linked", "between", "not_between", "whole_words", "or_touching", "distance", "reach", "set", "confidence",
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
    if from.isHome, to.isHome {
      pack.problems.note(.exclusiveKeys(["from: home", "to: home"]), at: mapping.place)
      return nil
    }
    let order: LinkRule.Order = mapping.choice("order", .order) ?? .any
    if order.inner != nil, let key = ["between", "not_between", "distance"].first(where: { mapping[$0] != nil }) {
      pack.problems.note(.exclusiveKeys(["order: \(order.rawValue)", key]), at: mapping.place(of: key))
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
      name: name, place: mapping.place, link: type.name, pattern: pattern, from: from, to: to, fromLabels: from.labels,
      toLabels: to.labels,
      otherwiseHome: otherwise == "home", order: order,
      choice: mapping.choice("choose", .choice) ?? .nearest, each: mapping.choice("each", .side) ?? .to,
      spread: spread, once: mapping.choice("once", .side), unlessLinked: mapping.choice("unless_linked", .side),
      between: conditions.words("between"), notBetween: conditions.words("not_between"),
      asksWholeWords: mapping.truth("whole_words") ?? false, mayTouch: mapping.truth("or_touching") ?? false,
      distance: mapping.number("distance", in: 0...10_000),
      reach: reach(), fillings: fillings.read(), conditions: conditions.read(),
      confidence: mapping.share("confidence") ?? 0.8)
  }

  private func reach() -> RuleScope? {
    let reach: RuleScope? = mapping.choice("reach", .reach)
    if reach == .list { pack.problems.note(.wrongForm(key: "reach", expected: .reach), at: mapping.place(of: "reach")) }
    return reach
  }

  /// The edge type that the rule names, else the only one that the manifest declares; of types that other plug-ins declare
  /// the ends are not known here.
  private func type() -> EdgeType? {
    let foreign = pack.manifest.draws.map { name in
      EdgeType(
        name: name, caption: Caption(chinese: name, english: name), look: Look(shape: "", color: ""),
        sources: pack.set.labels,
        targets: pack.set.labels, plugin: "")
    }
    let declared = pack.manifest.schema.edges + foreign
    guard let name = mapping.text("link") else {
      if declared.count == 1 { return declared[0] }
      pack.problems.note(.missingKey(["link"]), at: mapping.place)
      return nil
    }
    guard let type = declared.first(where: { $0.name == name }) else {
      pack.problems.note(.undeclaredType(name, known: declared.map(\.name)), at: mapping.place(of: "link"))
      return nil
    }
    if pack.manifest.draws.contains(name), let key = ["from", "to"].first(where: { mapping[$0] == nil }) {
      pack.problems.note(.missingKey([key]), at: mapping.place)
    }
    return type
  }

  /// The mentions of an end; where none are named, all that the edge type allows.
  private func end(_ key: String, _ allowed: [String]) -> LinkRule.End {
    let known = allowed.filter { pack.set.labels.contains($0) }
    guard let node = mapping[key] else { return .mentions([MentionChoice(labels: known)]) }
    if node.text == "home" || node.items?.count == 1 && node.items?.first?.text == "home" {
      if !allowed.contains("Region") {
        pack.problems.note(.undeclaredType("Region", known: allowed), at: mapping.place(of: key))
      }
      return .home
    }
    var plain: [String] = []
    var choices: [MentionChoice] = []
    for item in node.items ?? [node] {
      if item.entries != nil {
        if let choice = MentionChoiceReader(item, key: key, in: mapping.file, pack)?.read(known) {
          choices.append(choice)
        }
      } else if let label = item.text, known.contains(label) {
        plain.append(label)
      } else {
        let place = mapping.file.place(of: item)
        pack.problems.note(
          item.text.map { .undeclaredType($0, known: known) } ?? .wrongForm(key: key, expected: .texts), at: place)
      }
    }
    if !plain.isEmpty { choices.append(MentionChoice(labels: plain)) }
    return .mentions(choices)
  }
}

/// Reads what a mention must be to stand at an end of a link.
struct MentionChoiceReader {
  private static let keys =
    ["label", "found_by", "not_found_by", "where", "not", "inside", "not_inside"]
    + ConditionReader.keys.filter { $0 != "within" }

  private let mapping: RuleMapping
  private let pack: RuleSetReader

  init?(_ node: YAMLNode, key: String, in file: RuleFile, _ pack: RuleSetReader) {
    guard let mapping = RuleMapping(node, key: key, known: Self.keys, in: file, pack.problems) else { return nil }
    self.mapping = mapping
    self.pack = pack
  }

  /// - Parameter allowed: the labels that the edge type allows; all of them where the mapping names none.
  func read(_ allowed: [String]) -> MentionChoice {
    let labels = mapping.texts("label")
    for label in labels where !allowed.contains(label.text) {
      pack.problems.note(.undeclaredType(label.text, known: allowed), at: label.place)
    }
    var choice = MentionChoice(
      labels: labels.isEmpty ? allowed : labels.map(\.text), conditions: ConditionReader(mapping, pack).read(),
      foundBy: mapping.texts("found_by").map(\.text), notFoundBy: mapping.texts("not_found_by").map(\.text))
    if let properties = mapping.mapping("where") {
      choice.properties = properties.items.map { ($0.key, properties.texts($0.key).map(\.text)) }
    }
    for word in mapping.texts("not") {
      if let excluded = MentionChoice.Excluded(rawValue: word.text) {
        choice.excluded.append(excluded)
      } else {
        pack.problems.note(
          .unknownName(word.text, known: MentionChoice.Excluded.allCases.map(\.rawValue)), at: word.place)
      }
    }
    return choice
  }
}
