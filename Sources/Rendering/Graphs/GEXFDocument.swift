import GraphModel

/// A subgraph as GEXF 1.3, nodes and edges in their types' colours.
struct GEXFDocument {
  private let subgraph: Subgraph
  private let schema: GraphSchema

  init(_ subgraph: Subgraph, schema: GraphSchema) {
    self.subgraph = subgraph
    self.schema = schema
  }

  var bytes: [UInt8] {
    let ofNodes = XMLAttribute.declared(in: subgraph.nodes.map(\.properties), prefix: "n")
    let ofEdges = XMLAttribute.declared(in: subgraph.edges.map(\.properties), prefix: "e")
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">",
      "<graph mode=\"static\" defaultedgetype=\"directed\" idtype=\"string\">", "<attributes class=\"node\">",
      "<attribute id=\"type\" title=\"type\" type=\"string\"/>",
    ]
    lines += ofNodes.map(declaration)
    lines +=
      ["</attributes>", "<attributes class=\"edge\">"] + ofEdges.map(declaration) + ["</attributes>", "<nodes>"]
    for node in subgraph.nodes {
      let type = "<attvalue for=\"type\" value=\"\(XMLText.escaped(node.type))\"/>"
      lines.append(
        "<node id=\"\(node.id.rawValue)\" label=\"\(XMLText.escaped(node.name))\"><attvalues>\(type)"
          + values(node.properties, ofNodes) + "</attvalues>" + color(schema.node(node.type)?.look) + "</node>")
    }
    lines += ["</nodes>", "<edges>"]
    for edge in subgraph.edges {
      lines.append(
        "<edge id=\"\(edge.id.rawValue)\" source=\"\(edge.source.rawValue)\" target=\"\(edge.target.rawValue)\" "
          + "kind=\"\(XMLText.escaped(edge.type))\" label=\"\(XMLText.escaped(edge.type))\"><attvalues>"
          + values(edge.properties, ofEdges) + "</attvalues>" + color(schema.edge(edge.type)?.look) + "</edge>")
    }
    return Array((lines + ["</edges>", "</graph>", "</gexf>", ""]).joined(separator: "\n").utf8)
  }

  private func declaration(_ attribute: XMLAttribute) -> String {
    "<attribute id=\"\(attribute.id)\" title=\"\(XMLText.escaped(attribute.name))\" type=\"\(attribute.kind)\"/>"
  }

  private func values(_ properties: [String: PropertyValue], _ attributes: [XMLAttribute]) -> String {
    attributes.compactMap { attribute in
      properties[attribute.name].map { "<attvalue for=\"\(attribute.id)\" value=\"\(attribute.text($0))\"/>" }
    }.joined()
  }

  private func color(_ look: Look?) -> String {
    guard let look else { return "" }
    return "<viz:color hex=\"\(InkColor(hex: look.color).hex)\"/>"
  }
}
