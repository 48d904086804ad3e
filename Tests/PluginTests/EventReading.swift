import Extraction
import GraphModel
import Meetings
import Programs
import Projects

/// Names that other plug-ins would find, put into a document by hand so that events are tested by themselves.
private struct MarksPlugin: Plugin {
  let manifest = PluginManifest(name: "Marks", version: "1", requires: [], produces: [], schema: GraphSchema())
  let marks: [(type: String, names: [String])]
  let home: String?
  let levels: [String: String]

  func extract(in context: ExtractionContext) throws {
    for (type, names) in marks {
      for name in names.sorted(by: { $0.unicodeScalars.count > $1.unicodeScalars.count }) {
        let scalars = Array(name.unicodeScalars)
        let entity = context.addEntity(type, name: name, rule: "mark")
        var position = 0
        while position + scalars.count <= context.text.count {
          let span = Span(position, position + scalars.count)
          if context.text[span].elementsEqual(scalars) {
            context.addMention(of: entity, at: span, rule: "mark")
            position = span.end
          } else {
            position += 1
          }
        }
      }
    }
    if let home { context.deixis.home = place(home, context) }
    for (word, name) in levels.sorted(by: { $0.key < $1.key }) { context.deixis.byWord[word] = place(name, context) }
  }

  /// A region that the text implies: it points to the document's first character.
  private func place(_ name: String, _ context: ExtractionContext) -> EntityID {
    let region = context.addEntity("Region", name: name, rule: "mark")
    context.addMention(of: region, at: Span(0, 1), rule: "mark", deictic: true)
    return region
  }
}

/// What the plug-ins for programs, projects and meetings find in a short document.
struct EventReading {
  private let findings: Findings

  init(
    _ text: String, published: String? = nil, people: [String] = [], regions: [String] = [], bodies: [String] = [],
    companies: [String] = [], zones: [String] = [], home: String? = nil, levels: [String: String] = [:]
  ) throws {
    let scalars = ScalarText(text)
    let document = Document(
      id: DocumentID("0"), name: "test", metadata: DocumentMetadata(published: published.flatMap { PartialDate($0) }),
      source: scalars, text: scalars, folded: Folding.fold(scalars), offsets: .identity(count: scalars.count),
      removals: [])
    let context = ExtractionContext(document: document)
    let marks = MarksPlugin(
      marks: [
        ("Person", people), ("Region", regions), ("Organization", bodies), ("Enterprise", companies), ("Zone", zones),
      ], home: home, levels: levels)
    try context.run(marks)
    try context.run(try ProgramsPlugin())
    try context.run(try ProjectsPlugin())
    try context.run(try MeetingsPlugin())
    findings = context.findings()
  }

  /// The names of the entities of a type, in order of their first mention.
  func names(_ type: String) -> [String] { findings.entities.filter { $0.type == type }.map(\.name) }

  /// The date of a meeting.
  func date(_ meeting: String) -> String? {
    findings.entities.first { $0.name == meeting }?.properties["date"]?.text
  }

  /// The surfaces of an entity.
  func surfaces(_ name: String) -> [String] { findings.entities.first { $0.name == name }?.surfaces ?? [] }

  /// The relations of a type as `from → to`, sorted.
  func relations(_ type: String) -> [String] {
    findings.relations.filter { $0.type == type }.map {
      findings.entities[$0.from].name + " → " + findings.entities[$0.to].name
    }.sorted()
  }

  /// The names from which relations of a type lead to an entity, sorted.
  func sources(_ type: String, of name: String) -> [String] {
    findings.relations.filter { $0.type == type && findings.entities[$0.to].name == name }
      .map { findings.entities[$0.from].name }.sorted()
  }
}
