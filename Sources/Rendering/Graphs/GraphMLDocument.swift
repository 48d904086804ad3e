import GraphModel

/// A subgraph as GraphML 1.0.
struct GraphMLDocument {
  private let subgraph: Subgraph

  init(_ subgraph: Subgraph) { self.subgraph = subgraph }

  var bytes: [UInt8] {
    let ofNodes = XMLAttribute.declared(in: subgraph.nodes.map(\.properties), prefix: "n")
    let ofEdges = XMLAttribute.declared(in: subgraph.edges.map(\.properties), prefix: "e")
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">",
    ]
    for name in ["type", "name", "aliases"] { lines.append(key(name, for: "node", id: name, kind: "string")) }
    lines += ofNodes.map { key($0.name, for: "node", id: $0.id, kind: $0.kind) }
    lines.append(key("type", for: "edge", id: "relation", kind: "string"))
    lines += ofEdges.map { key($0.name, for: "edge", id: $0.id, kind: $0.kind) }
    lines.append("<graph id=\"tupu\" edgedefault=\"directed\">")
    for node in subgraph.nodes {
      let aliases = node.aliases.isEmpty ? "" : data("aliases", XMLText.escaped(node.aliases.joined(separator: "；")))
      lines.append(
        "<node id=\"n\(node.id.rawValue)\">" + data("type", XMLText.escaped(node.type))
          + data("name", XMLText.escaped(node.name)) + aliases + self.data(node.properties, ofNodes) + "</node>")
    }
    for edge in subgraph.edges {
      lines.append(
        "<edge id=\"e\(edge.id.rawValue)\" source=\"n\(edge.source.rawValue)\" target=\"n\(edge.target.rawValue)\">"
          + data("relation", XMLText.escaped(edge.type)) + data(edge.properties, ofEdges) + "</edge>")
    }
    return Array((lines + ["</graph>", "</graphml>", ""]).joined(separator: "\n").utf8)
  }

  private func key(_ name: String, for owner: String, id: String, kind: String) -> String {
    "<key id=\"\(id)\" for=\"\(owner)\" attr.name=\"\(XMLText.escaped(name))\" attr.type=\"\(kind)\"/>"
  }

  private func data(_ key: String, _ text: String) -> String { "<data key=\"\(key)\">\(text)</data>" }

  private func data(_ properties: [String: PropertyValue], _ attributes: [XMLAttribute]) -> String {
    attributes.compactMap { attribute in properties[attribute.name].map { data(attribute.id, attribute.text($0)) } }
      .joined()
  }
}
