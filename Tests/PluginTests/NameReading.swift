import Enterprises
import Extraction
import GraphModel
import Organizations
import People
import Regions
import Zones

/// What the plug-ins for names find in a text, in words that tests can compare.
struct NameReading {
  let findings: Findings

  init(_ text: String) throws {
    let pipeline = try Pipeline([
      try RegionsPlugin(), try OrganizationsPlugin(), try EnterprisesPlugin(), try ZonesPlugin(), try PeoplePlugin(),
    ])
    findings = try pipeline.findings(
      of: DocumentReader().document(
        from: Source(name: "a.txt", origin: "-", mediaType: .text, bytes: Array(text.utf8))))
  }

  /// The names of a type, in order of their first mention.
  func names(_ type: String) -> [String] { findings.entities.filter { $0.type == type }.map(\.name) }

  /// `name→target title`, sorted.
  var posts: [String] {
    findings.relations.filter { $0.type == "HOLDS_POST" }.map {
      "\(findings.entities[$0.from].name)→\(findings.entities[$0.to].name) \($0.properties["title"]?.text ?? "")"
    }.sorted()
  }

  /// `from→to` of a relation type, sorted.
  func pairs(_ type: String) -> [String] {
    findings.relations.filter { $0.type == type }.map {
      "\(findings.entities[$0.from].name)→\(findings.entities[$0.to].name)"
    }.sorted()
  }

  /// A property of an entity.
  func property(_ key: String, of name: String) -> String? {
    findings.entities.first { $0.name == name }?.properties[key]?.text
  }
}
