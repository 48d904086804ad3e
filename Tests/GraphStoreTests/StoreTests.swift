import GraphModel
import GraphStore
import TestSupport
import Testing

@Suite struct StoreTests {
  @Test func passesTheConformanceOfPropertyGraphs() throws {
    let folder = try TemporaryFolder()
    let store = try Store(path: folder.file("a.db"), mode: .write)
    try store.write {
      let nodes = try GraphWriter(store)
      for node in PropertyGraphConformance.nodes { try nodes.put(node) }
      let edges = try EdgeWriter(store, isCorrected: { _ in false }) { _, forms in forms[0].properties }
      for edge in PropertyGraphConformance.edges {
        var change = EdgeChange(edge)
        change.added = [(Place(document: 1, index: 0, spans: 1), edge.properties)]
        try edges.apply(change)
      }
      try edges.finish()
    }
    #expect(try store.read { try PropertyGraphConformance.violations(store.graph) } == [])
    let reader = try Store(path: folder.file("a.db"), mode: .read)
    #expect(try reader.read { try PropertyGraphConformance.violations(reader.graph) } == [])
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
        StagedDocument(document, media: .html, findings: findings, claims: [1], fingerprint: "f"))
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
    try store.write { try GraphWriter(store).put(PropertyGraphConformance.nodes[0]) }
    #expect(store.graph.labelToken("Person").map(store.graph.labelName) == "Person")
  }
}
