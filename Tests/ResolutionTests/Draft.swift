import GraphModel

/// A document's findings, written down briefly.
struct Draft {
  private(set) var findings: Findings
  private let provenance = Provenance(extractor: "Test", version: "1", rule: "test")

  /// An empty document; the number becomes its identity.
  init(_ number: Int) {
    let digits = String(number, radix: 16)
    findings = Findings(document: DocumentID(String(repeating: "0", count: 16 - digits.count) + digits))
  }

  /// Adds an entity and returns its index.
  @discardableResult
  mutating func add(
    _ type: String, _ name: String, _ surfaces: [String] = [], _ properties: [String: PropertyValue] = [:]
  )
    -> Int
  {
    findings.entities.append(
      EntityAssertion(
        type: type, name: name, surfaces: surfaces, properties: properties, mentions: [Span(0, 1)],
        provenance: provenance))
    return findings.entities.count - 1
  }

  /// Adds a region with its division code.
  @discardableResult
  mutating func region(_ name: String, _ code: String, _ surfaces: [String] = []) -> Int {
    add("Region", name, surfaces, ["code": .string(code)])
  }

  /// Adds a relation.
  mutating func relate(_ from: Int, _ type: String, _ to: Int, _ properties: [String: PropertyValue] = [:]) {
    findings.relations.append(
      RelationAssertion(
        type: type, from: from, to: to, properties: properties, evidence: [Span(0, 1)], provenance: provenance))
  }

  /// Adds a person with posts.
  @discardableResult
  mutating func person(_ name: String, _ posts: (title: String, at: Int)...) -> Int {
    let person = add("Person", name)
    for post in posts { relate(person, "HOLDS_POST", post.at, ["title": .string(post.title)]) }
    return person
  }

  /// Adds the reported meeting, convened by a region.
  @discardableResult
  mutating func meeting(_ name: String, of region: Int, date: String? = nil) -> Int {
    let meeting = add("Meeting", name, [], date.map { ["date": .string($0)] } ?? [:])
    relate(meeting, "HELD_IN", region)
    return meeting
  }
}
