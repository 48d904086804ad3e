import Foundation
import GraphModel
import Rendering
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct GraphFormatTests {
  private let hostile = Subgraph(
    nodes: [
      PictureSamples.node("Person", "<&\"'>]]>\u{0}\u{1B}", ["age": 40, "tags": .list(["a", "b"]), "score": 1.5]),
      PictureSamples.node("Person", "王建国", ["age": "unknown", "inferred": true]),
    ],
    edges: [
      PictureSamples.edge(
        "HOLDS_POST", PictureSamples.node("Person", "王建国"), PictureSamples.node("Person", "<&\"'>]]>\u{0}\u{1B}"),
        title: "a\n\"b\"")
    ])

  @Test(arguments: [GraphFormat.graphml, .gexf]) func xmlIsWellFormed(format: GraphFormat) throws {
    let bytes = hostile.bytes(as: format, schema: PictureSamples.schema)
    let parser = XMLParser(data: Data(bytes))
    let counter = ElementCounter()
    parser.delegate = counter
    #expect(parser.parse())
    #expect(counter.counts["node"] == 2 && counter.counts["edge"] == 1)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("<&"))
  }

  @Test func graphMLDeclaresKinds() {
    let text = String(decoding: hostile.bytes(as: .graphml), as: UTF8.self)
    #expect(text.contains("attr.name=\"age\" attr.type=\"string\""))
    #expect(text.contains("attr.name=\"inferred\" attr.type=\"boolean\""))
    #expect(text.contains("attr.name=\"score\" attr.type=\"double\""))
    #expect(text.contains("[&quot;a&quot;,&quot;b&quot;]"))
  }

  @Test func jsonReadsBack() throws {
    let json = try JSONValue(parsing: hostile.bytes(as: .json))
    #expect(json["nodes"]?.items?.count == 2)
    #expect(json["nodes"]?.items?.contains { $0["name"]?.text == "<&\"'>]]>\u{0}\u{1B}" } == true)
    #expect(json["edges"]?.items?.first?["properties"]?["title"]?.text == "a\n\"b\"")
  }

  @Test(arguments: GraphFormat.allCases) func orderOfInputDoesNotShow(format: GraphFormat) {
    let forward = PictureSamples.assembly()
    let backward = Subgraph(
      nodes: forward.nodes.reversed(), edges: forward.edges.reversed(), focus: forward.focus,
      documents: forward.documents, earliest: forward.earliest, latest: forward.latest)
    #expect(forward.bytes(as: format) == backward.bytes(as: format))
  }

  @Test func tablesPairNodesAndEdges() {
    #expect(hostile.nodeTable.columns == ["id", "type", "name", "aliases", "age", "inferred", "score", "tags"])
    #expect(hostile.edgeTable.columns == ["id", "type", "source", "target", "title"])
    #expect(hostile.nodeTable.rows.allSatisfy { $0.count == 8 })
  }

  @Test func aResultBecomesASubgraph() throws {
    func part(_ node: Node) -> ResultNode {
      ResultNode(
        id: node.id, labels: ["Entity", node.type], properties: ["name": .string(node.name), "aliases": .list(["别名"])])
    }
    let (mayor, meeting, region) = (PictureSamples.mayor, PictureSamples.meeting, PictureSamples.region)
    func part(_ edge: Edge) -> ResultRelationship {
      ResultRelationship(
        id: edge.id, type: edge.type, source: edge.source, target: edge.target, properties: edge.properties)
    }
    let attended = PictureSamples.edge("ATTENDED", mayor, meeting)
    let post = PictureSamples.edge("HOLDS_POST", mayor, region, title: "市长")
    let table = ResultTable(
      columns: ["p", "n", "r"],
      rows: [
        [.path([part(mayor), part(meeting)], [part(attended)]), .value(1), .relationship(part(post))],
        [.list([.node(part(mayor))]), .map(["a": .node(part(meeting))]), .null],
      ])
    let closed = Subgraph(result: table, schema: PictureSamples.schema)
    #expect(Set(closed.nodes.map(\.name)) == [mayor.name, meeting.name])
    #expect(closed.nodes.allSatisfy { $0.aliases == ["别名"] && $0.properties.isEmpty })
    #expect(Set(closed.nodes.map(\.type)) == ["Person", "Meeting"])
    #expect(closed.edges.map(\.type) == ["ATTENDED"])
    let open = Subgraph(result: table, schema: PictureSamples.schema) { $0 == region.id ? region : nil }
    #expect(open.nodes.count == 3 && open.edges.count == 2)
  }
}

private final class ElementCounter: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) { counts[name, default: 0] += 1 }
}
