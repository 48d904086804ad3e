import Extraction
import GraphModel

/// Reads documents written for tests: `甲在某地任某职。` is a person with a post in a region, `甲在某地。` one without, `大会在某地于
/// 2021-03-04。` a meeting; people before it attended it. A sentence that begins with 错 makes the plug-in fail.
struct LinePlugin: Plugin {
  struct Failure: Error {}

  let manifest: PluginManifest

  init(version: String = "1") {
    func caption(_ text: String) -> Caption { Caption(chinese: text, english: text) }
    func node(_ name: String) -> NodeType {
      NodeType(
        name: name, caption: caption(name), look: Look(shape: "box", color: "#ffffff"), plugin: "Lines")
    }
    func edge(_ name: String, _ from: [String], _ to: [String], by property: String? = nil) -> EdgeType {
      EdgeType(
        name: name, caption: caption(name), look: Look(shape: "box", color: "#000000"), sources: from, targets: to,
        distinguishedBy: property, plugin: "Lines")
    }
    manifest = PluginManifest(
      name: "Lines", version: version, requires: [], produces: ["Person", "Region", "Meeting"],
      schema: GraphSchema(
        nodes: [node("Person"), node("Region"), node("Meeting")],
        edges: [
          edge("HOLDS_POST", ["Person"], ["Region"], by: "title"), edge("ATTENDED", ["Person"], ["Meeting"]),
          edge("HELD_IN", ["Meeting"], ["Region"]),
        ]))
  }

  func extract(in context: ExtractionContext) throws {
    var people: [EntityID] = []
    for line in context.structure.sentences {
      let text = context.text
      if text[line.start] == "错" { throw Failure() }
      let parts = split(text, line)
      guard parts.count >= 2 else { continue }
      let mark = parts.count > 2 ? text[parts[1].end] : "在"
      func add(_ type: String, _ span: Span, distinct: Bool = false) -> EntityID {
        let entity = context.addEntity(type, name: text.string(span), rule: "line", distinct: distinct)
        context.addMention(of: entity, at: span, rule: "line")
        return entity
      }
      let region = add("Region", parts[1])
      context.setProperty("code", of: region, to: .string("c" + text.string(parts[1])))
      switch mark {
      case "在", "任":
        let person = add("Person", parts[0])
        people.append(person)
        if parts.count > 2 {
          context.addRelation(
            "HOLDS_POST", from: person, to: region, properties: ["title": .string(text.string(parts[2]))],
            evidence: line, rule: "line")
        }
      case "于":
        let meeting = add("Meeting", parts[0])
        if parts.count > 2 { context.setProperty("date", of: meeting, to: .string(text.string(parts[2]))) }
        context.addRelation("HELD_IN", from: meeting, to: region, evidence: line, rule: "line")
        for person in people {
          context.addRelation("ATTENDED", from: person, to: meeting, evidence: line, rule: "line")
        }
      default: break
      }
    }
  }

  private func split(_ text: ScalarText, _ span: Span) -> [Span] {
    var parts: [Span] = []
    var start = span.start
    for index in span.range where ["在", "任", "于", "。"].contains(text[index]) {
      parts.append(Span(start, index))
      start = index + 1
    }
    return parts.filter { !$0.isEmpty }
  }
}
