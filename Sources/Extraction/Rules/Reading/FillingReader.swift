import GraphModel

/// Reads how a rule fills properties: what stands under `set`, and captures and columns that have a property's name.
struct FillingReader {
  let mapping: RuleMapping
  let pack: RuleSetReader
  let type: String
  let properties: [PropertyDeclaration]
  let captures: [PatternProgram.Capture]
  let columns: [String]

  func read() -> [RuleFilling] {
    var fillings: [RuleFilling] = []
    for (name, keyNode, value) in mapping.mapping("set")?.items ?? [] {
      guard let property = properties.first(where: { $0.name == name }) else {
        pack.problems.note(
          .undeclaredProperty(name, type: type, known: properties.map(\.name)), at: mapping.file.place(of: keyNode))
        continue
      }
      if let filling = filling(property, value) { fillings.append(filling) }
    }
    for property in properties where !fillings.contains(where: { $0.property == property.name }) {
      let form = Self.form(for: property.kind)
      let part: RuleTemplate.Part
      if let capture = captures.firstIndex(where: { $0.name == property.name }) {
        part = .capture(capture, form)
      } else if columns.contains(property.name), property.name != "name" {
        part = .match(.column(property.name))
      } else {
        continue
      }
      let template = RuleTemplate(parts: [part])
      fillings.append(
        RuleFilling(
          property: property.name, kind: property.kind, source: .template(template, table: nil), otherwise: nil))
    }
    return fillings
  }

  /// The form that a capture takes where it is the whole value of a property.
  private static func form(for kind: PropertyDeclaration.Kind) -> RuleForm {
    switch kind {
    case .integer: .integer
    case .float: .number
    case .date: .date
    case .string, .boolean, .strings: .plain
    }
  }

  private func filling(_ property: PropertyDeclaration, _ node: YAMLNode) -> RuleFilling? {
    let place = mapping.file.place(of: node)
    if let text = node.text {
      guard let template = template(text, at: place, kind: property.kind) else { return nil }
      return RuleFilling(
        property: property.name, kind: property.kind, source: .template(template, table: nil), otherwise: nil)
    }
    guard node.entries != nil,
      let entry = RuleMapping(
        node, key: property.name, known: ["from", "map", "nearest", "words", "within", "otherwise"],
        in: mapping.file, pack.problems)
    else {
      pack.problems.note(.wrongForm(key: property.name, expected: .filling), at: place)
      return nil
    }
    guard let source = source(entry, property) else { return nil }
    return RuleFilling(
      property: property.name, kind: property.kind, source: source, otherwise: entry.text("otherwise"))
  }

  private func source(_ entry: RuleMapping, _ property: PropertyDeclaration) -> RuleFilling.Source? {
    let given = ["from", "nearest", "words"].filter { entry[$0] != nil }
    guard given.count == 1 else {
      let all = ["from", "nearest", "words"]
      pack.problems.note(given.isEmpty ? .missingKey(all) : .exclusiveKeys(given), at: entry.place)
      return nil
    }
    let scope: RuleScope = entry.choice("within", .scope) ?? .sentence
    switch given[0] {
    case "from":
      guard let text = entry.text("from"),
        let template = template(text, at: entry.place(of: "from"), kind: property.kind)
      else { return nil }
      return .template(template, table: entry.mapping("map").map(table))
    case "nearest":
      guard let label = entry.text("nearest") else { return nil }
      if label == "date" { return .nearest(label: nil, scope: scope) }
      guard pack.set.labels.contains(label) else {
        pack.problems.note(
          .undeclaredType(label, known: ["date"] + pack.set.labels), at: entry.place(of: "nearest"))
        return nil
      }
      return .nearest(label: label, scope: scope)
    default:
      guard let words = entry.mapping("words") else { return nil }
      return .words(words.items.map { ($0.key, ConditionWords(words.texts($0.key).map(\.text))) }, scope: scope)
    }
  }

  private func table(_ mapping: RuleMapping) -> [String: String] {
    var table: [String: String] = [:]
    for item in mapping.items { table[Folding.fold(item.key)] = mapping.text(item.key) }
    return table
  }

  /// A text with `{capture}` or `{capture.form}`; `{match}` is the whole match, `{column}` a column of the list,
  /// `{property}` a property that was filled before.
  func template(_ text: String, at place: FilePlace, kind: PropertyDeclaration.Kind = .string) -> RuleTemplate? {
    var parts: [RuleTemplate.Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else {
        pack.problems.note(.patternSyntax("}"), at: place)
        return nil
      }
      let words = rest[rest.index(after: open)..<close].split(separator: ".", maxSplits: 1).map(String.init)
      let isAlone = open == text.startIndex && rest.index(after: close) == text.endIndex
      guard let name = words.first, let part = part(name, words.count > 1 ? words[1] : nil, isAlone ? kind : .string)
      else {
        let known = captures.map(\.name) + columns + ["match"]
        pack.problems.note(.unknownName(words.joined(separator: "."), known: known), at: place)
        return nil
      }
      parts.append(part)
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    return RuleTemplate(parts: parts)
  }

  private func part(_ name: String, _ form: String?, _ kind: PropertyDeclaration.Kind) -> RuleTemplate.Part? {
    let plain = Self.form(for: kind)
    if name == "match" {
      guard let form else { return .match(plain) }
      return (RuleForm(form) ?? columns.first { $0 == form }.map(RuleForm.column)).map { .match($0) }
    }
    if let capture = captures.firstIndex(where: { $0.name == name }) {
      guard let form else { return .capture(capture, plain) }
      if let form = RuleForm(form) { return .capture(capture, form) }
      let columns = captures[capture].tokens.flatMap { token -> [String] in
        guard case .list(let list) = pack.set.book.tokens[Int(token)] else { return [] }
        return pack.set.lists[list].words.columns
      }
      return columns.contains(form) ? .capture(capture, .column(form)) : nil
    }
    guard form == nil else { return nil }
    if columns.contains(name) { return .match(.column(name)) }
    return properties.contains { $0.name == name } ? .property(name) : nil
  }
}
