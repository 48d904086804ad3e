import GraphModel
import TestSupport
import Testing

@testable import GraphStore

@Suite struct StoreTests {
  @Test func passesTheConformanceOfPropertyGraphs() throws {
    let folder = try TemporaryFolder()
    let store = try Store(path: folder.file("a.db"), mode: .write)
    try Self.fill(store)
    #expect(try store.read { try PropertyGraphConformance.violations(store.graph) } == [])
    let reader = try Store(path: folder.file("a.db"), mode: .read)
    #expect(try reader.read { try PropertyGraphConformance.violations(reader.graph) } == [])
  }

  @Test func aFileOfTheSecondVersionIsBroughtUp() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    do {
      let store = try Store(path: path, mode: .write)
      try Self.fill(store)
      try store.write {
        // An edge whose key continues those of its ends, and the tables as they were.
        let (a, b) = (PropertyGraphConformance.nodes[0], PropertyGraphConformance.nodes[1])
        let edges = try EdgeWriter(store, isCorrected: nil) { _, forms in forms[0].properties }
        let id = EdgeID(type: "MET", from: a.key, to: b.key, mark: " [x]")
        var change = EdgeChange(id, type: try edges.type("MET"), source: a.id, target: b.id, mark: " [x]")
        change.added = [EdgeClaim(place: Place(document: 1, index: 0, spans: 1), body: [])]
        try edges.apply(change)
        try edges.finish()
        try store.database.execute(
          """
          ALTER TABLE finding ADD COLUMN claims BLOB;
          CREATE TABLE keyed AS SELECT edge.id, edge.type, source, target, \(Store.edgeKey) AS key, edge.body, forms, places
            FROM \(Store.edgeTables);
          DROP TABLE edge;
          ALTER TABLE keyed RENAME TO edge;
          CREATE INDEX edge_type ON edge (type, id, source, target);
          PRAGMA user_version = 2;
          """)
      }
    }
    let store = try Store(path: path, mode: .write)
    let marked = "MET \(PropertyGraphConformance.nodes[0].key) -> \(PropertyGraphConformance.nodes[1].key) [x]"
    #expect(try store.edge(EdgeID(key: marked))?.key == marked)
    for edge in PropertyGraphConformance.edges { #expect(try store.edge(edge.id) == edge) }
    #expect(try store.brokenEdges() == [])
  }

  private static func fill(_ store: Store) throws {
    try store.write {
      let nodes = try GraphWriter(store)
      for node in PropertyGraphConformance.nodes { try nodes.put(node) }
      let edges = try EdgeWriter(store, isCorrected: nil) { _, forms in forms[0].properties }
      for edge in PropertyGraphConformance.edges {
        var change = EdgeChange(
          edge.id, type: try edges.type(edge.type), source: edge.source, target: edge.target, mark: edge.key)
        change.added = [
          EdgeClaim(place: Place(document: 1, index: 0, spans: 1), body: try edges.body(edge.properties))
        ]
        try edges.apply(change)
      }
      try nodes.finish()
      try edges.finish()
    }
  }

  @Test(arguments: [
    "", "a", "张三，书记", "GDP+3%㎡\u{7F}\u{80}é中𠀀\u{10FFFF}\u{FFEF}\u{FFF0}\u{1FFF}\u{2000}\u{9FFF}\u{A000}\u{5FF}\u{600}",
  ])
  func textsComeBackAsTheyWere(_ text: String) throws {
    let text = ScalarText(text)
    #expect(try TextCodec.encode(text).withUnsafeBytes { try TextCodec.decode($0) } == text)
    // As earlier versions kept them.
    #expect(try Array(text.description.utf8).withUnsafeBytes { try TextCodec.decode($0) } == text)
    let packed = TextCodec.encode(text)
    for length in packed.indices { _ = try? packed[..<length].withUnsafeBytes { try TextCodec.decode($0) } }
  }

  @Test func findingsOfTheFirstVersionAreRead() throws {
    // Words: T, E, 1, r; one entity "n" with its head in front and a span; one relation to itself.
    let record: [UInt8] =
      [1, 4, 1, 0x54, 1, 0x45, 1, 0x31, 1, 0x72] + [1, 0, 1, 2, 3, 1, 1, 0x6E, 0, 0, 1, 4, 2]
      + [1, 0, 1, 2, 3, 1, 0, 0, 0, 1, 4, 2]
    let provenance = Provenance(extractor: "E", version: "1", rule: "r")
    let findings = try FindingsCodec.decode(record, document: DocumentID("0123456789abcdef"))
    #expect(
      findings.entities == [EntityAssertion(type: "T", name: "n", mentions: [Span(2, 4)], provenance: provenance)])
    #expect(findings.relations.map(\.evidence) == [[Span(2, 4)]])
    #expect(try FindingsCodec.decode(FindingsCodec.encode(findings), document: findings.document) == findings)
    #expect(try RelationList(findings: record).relations.map(\.spans) == [1])
    #expect(try RelationList(findings: FindingsCodec.encode(findings)).relations.map(\.spans) == [1])
  }

  @Test func keepsDocumentsAndFindingsAsTheyWere() throws {
    let folder = try TemporaryFolder()
    let store = try Store(path: folder.file("a.db"), mode: .write)
    let source = ScalarText("<p>中国&nbsp;會議</p>。\u{10FFFF}")
    var offsets = OffsetMap()
    offsets.append(cleanCount: 2, source: Span(3, 5))
    offsets.append(cleanCount: 1, source: Span(5, 11))
    offsets.append(cleanCount: 2, source: Span(11, 13))
    let metadata = DocumentMetadata(
      title: "题", published: PartialDate("2021-03"), source: nil, authors: ["甲", ""])
    let document = Document(
      id: DocumentID("0123456789abcdef"), name: "a", metadata: metadata, source: source, text: "中国 會議", folded: "中国 会议",
      offsets: offsets, removals: [])
    let provenance = Provenance(extractor: "E", version: "1", rule: "r")
    let findings = Findings(
      document: document.id,
      entities: [
        EntityAssertion(
          type: "Region", name: "中国", surfaces: ["國"],
          properties: ["n": -5, "f": 0.5, "l": .list(["x", .boolean(true)]), "d": .date(DateValue(epochDay: -3))],
          mentions: [Span(3, 5), Span(3, 13)], confidence: 0.25, provenance: provenance),
        EntityAssertion(type: "Meeting", name: "", mentions: [Span(0, 0)], provenance: provenance),
      ],
      relations: [
        RelationAssertion(
          type: "HELD_IN", from: 1, to: 0, properties: ["t": "题"], evidence: [Span(1, 9)], provenance: provenance)
      ])
    let number = try store.write {
      try store.stage(
        StagedDocument(document, media: .html, findings: findings, fingerprint: "f"))
      try store.stageOrigin("/a", name: "a", document: document.id)
      return try store.takePending(limit: 10).added[0]
    }
    #expect(try store.findings(ofDocument: number) == findings)
    let texts = try store.text(ofDocument: number)
    #expect(texts.source == source && texts.clean == document.text && texts.offsets == offsets)
    let stored = try #require(try store.document(document.id))
    #expect(stored.metadata == metadata && stored.media == .html && stored.characters == source.count)
    #expect(try store.isUpToDate(document.id, fingerprint: "f"))
    #expect(try !store.isUpToDate(document.id, fingerprint: "g"))
  }

  @Test func aFailedChangeLeavesNothing() throws {
    struct Stop: Error {}
    let folder = try TemporaryFolder()
    let store = try Store(path: folder.file("a.db"), mode: .write)
    #expect(throws: Stop.self) {
      try store.write {
        try store.setMeta("x", to: "1")
        try GraphWriter(store).put(PropertyGraphConformance.nodes[0])
        throw Stop()
      }
    }
    #expect(try store.meta("x") == nil)
    #expect(store.graph.labelToken("Person") == nil)
    try store.write {
      let nodes = try GraphWriter(store)
      try nodes.put(PropertyGraphConformance.nodes[0])
      try nodes.finish()
    }
    #expect(store.graph.labelToken("Person").map(store.graph.labelName) == "Person")
  }
}
