import GraphModel

/// Something that an example expects and a plug-in does not do, or does and should not.
public struct ExampleFailure: Hashable, Sendable {
  /// What.
  public enum Kind: Hashable, Sendable {
    /// A marked mention is not found; what the rules say of the place.
    case missing(label: String, text: String, trials: [RuleTrial])
    /// Something is found that is not marked.
    case unexpected(label: String, text: String, rule: String)
    /// A mention is found, but as something of another name.
    case otherName(text: String, expected: String, found: String)
    /// A link is not drawn; what the rules say of it.
    case missingLink(String, trials: [RuleTrial])
    /// A link is drawn that is not expected.
    case unexpectedLink(String, rule: String)
    /// A property has another value; nil: none.
    case otherValue(of: String, property: String, expected: String, found: String?)
    /// An expectation names a node that the example does not have.
    case unknownNode(String)
  }

  /// What.
  public var kind: Kind
  /// The line of the example's file.
  public var line: Int
}

/// Runs a plug-in on examples.
public struct ExampleRunner {
  private let plugin: any Plugin
  private let pack: RulePack?
  private let earlier: [any Plugin]

  /// A runner for a plug-in.
  ///
  /// - Parameter earlier: The plug-ins that read before it, for one that needs more of them than mentions, in their order;
  ///   without them the mentions that it requires are those that an example marks.
  public init(_ plugin: any Plugin, after earlier: [any Plugin] = []) {
    self.plugin = plugin
    self.earlier = earlier
    pack = try? plugin.rules
  }

  /// Everything in which a plug-in differs from an example, in order of the file's lines.
  ///
  /// - Throws: what the plug-in throws.
  public func failures(_ example: Example) throws -> [ExampleFailure] {
    let context = Self.context(example, given: earlier.isEmpty ? plugin.manifest.requires : [])
    for plugin in earlier { try context.run(plugin) }
    try context.run(plugin)
    let failures =
      mentionFailures(example, context) + linkFailures(example, context) + propertyFailures(example, context)
    return failures.sorted { $0.line < $1.line }
  }

  /// The example as a document in which the marked mentions of some labels are there already.
  static func context(_ example: Example, given: [String]) -> ExtractionContext {
    let text = ScalarText(example.text)
    let bytes = Array(example.text.utf8)
    let context = ExtractionContext(
      document: Document(
        id: DocumentID(mediaType: .text, bytes: bytes), name: "example",
        metadata: DocumentMetadata(published: example.published), source: text, text: text, folded: Folding.fold(text),
        offsets: .identity(count: text.count), removals: []))
    for mark in example.marks where given.contains(mark.label) {
      let entity = context.addEntity(mark.label, name: mark.name, rule: "example")
      context.addMention(of: entity, at: mark.span, rule: "example")
    }
    if let home = example.home {
      let entity = context.addEntity("Region", name: home, rule: "example")
      if context.spans(of: entity).isEmpty {
        context.addMention(of: entity, at: Span(0, 0), rule: "example", deictic: true)
      }
      context.deixis.home = entity
    }
    return context
  }

  private func mentionFailures(_ example: Example, _ context: ExtractionContext) -> [ExampleFailure] {
    var failures: [ExampleFailure] = []
    let produced = plugin.manifest.produces
    let expected = example.marks.filter { produced.contains($0.label) }
    for mark in expected {
      let text = context.text.string(mark.span)
      let found = context.mentions(of: mark.label).first { $0.span == mark.span }
      guard let found else {
        let trials = pack?.trials(in: context, at: mark.span).filter { $0.isAbout(mark.label) } ?? []
        failures.append(
          ExampleFailure(kind: .missing(label: mark.label, text: text, trials: trials), line: mark.line))
        continue
      }
      let name = context.name(of: found.entity)
      if Folding.fold(name) != Folding.fold(mark.name) {
        failures.append(
          ExampleFailure(kind: .otherName(text: text, expected: mark.name, found: name), line: mark.line))
      }
    }
    for mention in context.mentions(of: produced)
    where !expected.contains(where: { $0.label == mention.type && $0.span == mention.span }) {
      failures.append(
        ExampleFailure(
          kind: .unexpected(label: mention.type, text: context.text.string(mention.span), rule: mention.rule),
          line: example.line))
    }
    return failures
  }

  private func linkFailures(_ example: Example, _ context: ExtractionContext) -> [ExampleFailure] {
    let findings = context.findings()
    let own = Set(plugin.manifest.schema.edges.map(\.name))
    let drawn = findings.relations.filter { $0.provenance.extractor == plugin.manifest.name || own.contains($0.type) }
    var rest = drawn.map { relation in
      (
        from: findings.entities[relation.from].name, to: findings.entities[relation.to].name, relation: relation
      )
    }
    var failures: [ExampleFailure] = []
    for expectation in example.expectations {
      guard let link = expectation.link, let to = expectation.to else { continue }
      func fits(_ item: (from: String, to: String, relation: RelationAssertion)) -> Bool {
        item.relation.type == link && Folding.fold(item.from) == Folding.fold(expectation.from)
          && Folding.fold(item.to) == Folding.fold(to)
      }
      let exact = rest.firstIndex { fits($0) && Self.difference(expectation, $0.relation.properties) == nil }
      guard let index = exact ?? rest.firstIndex(where: fits) else {
        let shown = "\(expectation.from) -[\(link)]-> \(to)"
        let trials = pack?.linkTrials(link, in: context) ?? []
        failures.append(ExampleFailure(kind: .missingLink(shown, trials: trials), line: expectation.line))
        continue
      }
      let relation = rest.remove(at: index).relation
      if let (property, expected, found) = Self.difference(expectation, relation.properties) {
        failures.append(
          ExampleFailure(
            kind: .otherValue(of: link, property: property, expected: expected, found: found), line: expectation.line))
      }
    }
    for item in rest {
      failures.append(
        ExampleFailure(
          kind: .unexpectedLink(
            "\(item.from) -[\(item.relation.type)]-> \(item.to)", rule: item.relation.provenance.rule),
          line: example.line))
    }
    return failures
  }

  private func propertyFailures(_ example: Example, _ context: ExtractionContext) -> [ExampleFailure] {
    let findings = context.findings()
    return example.expectations.filter { $0.link == nil }.compactMap { expectation in
      guard let entity = findings.entities.first(where: { Folding.fold($0.name) == Folding.fold(expectation.from) })
      else { return ExampleFailure(kind: .unknownNode(expectation.from), line: expectation.line) }
      guard let (property, expected, found) = Self.difference(expectation, entity.properties) else { return nil }
      return ExampleFailure(
        kind: .otherValue(of: expectation.from, property: property, expected: expected, found: found),
        line: expectation.line)
    }
  }

  /// The first expected property that has another value.
  private static func difference(
    _ expectation: Example.Expectation, _ properties: [String: PropertyValue]
  ) -> (property: String, expected: String, found: String?)? {
    for (property, expected) in expectation.properties.sorted(by: { $0.key < $1.key }) {
      let found = properties[property].map { $0.text ?? JSONValue($0).line }
      let isEqual = found == expected || found.flatMap(Double.init).map { $0 == Double(expected) } == true
      if !isEqual { return (property, expected, found) }
    }
    return nil
  }
}
