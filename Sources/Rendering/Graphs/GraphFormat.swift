import GraphModel

/// The forms in which a subgraph can be given to other programs. Bytes are the same for the same subgraph.
public enum GraphFormat: String, Sendable, Hashable, CaseIterable {
  /// GraphML (graphml.graphdrawing.org), as Gephi, yEd, NetworkX and igraph read it.
  case graphml
  /// GEXF 1.3 (gexf.net), Gephi's own format, with the types' colours.
  case gexf
  /// One JSON object: `{"nodes":[…],"edges":[…],"documents":[…],"earliest":…,"latest":…}`.
  case json
}

extension Subgraph {
  /// The subgraph in a format, as UTF-8; the schema gives the types' colours.
  public func bytes(as format: GraphFormat, schema: GraphSchema = GraphSchema()) -> [UInt8] {
    switch format {
    case .graphml: GraphMLDocument(self).bytes
    case .gexf: GEXFDocument(self, schema: schema).bytes
    case .json: jsonBytes
    }
  }

  /// The nodes as rows: `id`, `type`, `name`, `aliases`, then every property that occurs. With `edgeTable` it is the pair of
  /// CSV files that spreadsheets and bulk loaders take.
  public var nodeTable: ResultTable {
    let names = Set(nodes.flatMap { $0.properties.keys }).sorted()
    return ResultTable(
      columns: ["id", "type", "name", "aliases"] + names,
      rows: nodes.map { node in
        [
          .value(.integer(node.id.rawValue)), .value(.string(node.type)), .value(.string(node.name)),
          .value(.list(node.aliases.map { .string($0) })),
        ] + names.map { node.properties[$0].map { .value($0) } ?? .null }
      })
  }

  /// The edges as rows: `id`, `type`, `source`, `target`, then every property that occurs.
  public var edgeTable: ResultTable {
    let names = Set(edges.flatMap { $0.properties.keys }).sorted()
    return ResultTable(
      columns: ["id", "type", "source", "target"] + names,
      rows: edges.map { edge in
        [
          .value(.integer(edge.id.rawValue)), .value(.string(edge.type)), .value(.integer(edge.source.rawValue)),
          .value(.integer(edge.target.rawValue)),
        ] + names.map { edge.properties[$0].map { .value($0) } ?? .null }
      })
  }

  private var jsonBytes: [UInt8] {
    var stream = JSONStream()
    stream.beginObject()
    stream.key("nodes")
    stream.beginArray()
    for node in nodes {
      stream.beginObject()
      stream.key("id")
      stream.integer(node.id.rawValue)
      stream.member("key", node.key)
      stream.member("type", node.type)
      stream.member("name", node.name)
      stream.key("aliases")
      stream.beginArray()
      for alias in node.aliases { stream.string(alias) }
      stream.endArray()
      stream.key("focus")
      stream.boolean(focus.contains(node.id))
      stream.key("properties")
      node.properties.write(to: &stream)
      stream.endObject()
    }
    stream.endArray()
    stream.key("edges")
    stream.beginArray()
    for edge in edges {
      stream.beginObject()
      stream.key("id")
      stream.integer(edge.id.rawValue)
      stream.member("key", edge.key)
      stream.member("type", edge.type)
      stream.key("source")
      stream.integer(edge.source.rawValue)
      stream.key("target")
      stream.integer(edge.target.rawValue)
      stream.key("properties")
      edge.properties.write(to: &stream)
      stream.endObject()
    }
    stream.endArray()
    stream.key("documents")
    stream.beginArray()
    for document in documents { stream.string(document) }
    stream.endArray()
    for (name, date) in [("earliest", earliest), ("latest", latest)] {
      stream.key(name)
      if let date { stream.string(date) } else { stream.null() }
    }
    stream.endObject()
    stream.newline()
    return stream.bytes
  }
}
