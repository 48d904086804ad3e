import Extraction
import GraphModel
import Testing

struct MentionSuppressionTests {
  private func context(_ text: String) throws -> ExtractionContext {
    ExtractionContext(
      document: try DocumentReader().document(
        from: Source(name: "a.txt", origin: "-", mediaType: .text, bytes: Array(text.utf8))))
  }

  @Test func aRegionInsideACompanysNameLeavesTheFindings() throws {
    let context = try context("重庆云海药业有限公司在云阳投产")
    let city = context.addEntity("Region", name: "重庆市", rule: "test")
    context.addMention(of: city, at: Span(0, 2), rule: "test")
    let county = context.addEntity("Region", name: "云阳县", rule: "test")
    context.addMention(of: county, at: Span(11, 13), rule: "test")
    context.suppressMentions(of: "Region", inside: [Span(0, 10)])
    #expect(context.mentions(of: "Region").map(\.entity) == [county])
    #expect(context.findings().entities.map(\.name) == ["云阳县"])
    #expect(context.entity("Region", named: "重庆") == nil)
  }

  @Test func theHomeRegionKeepsItsLastMention() throws {
    let context = try context("重庆云海药业有限公司")
    let city = context.addEntity("Region", name: "重庆市", rule: "test")
    context.deixis.home = city
    context.addMention(of: city, at: Span(0, 2), rule: "test")
    context.suppressMentions(of: "Region", inside: [Span(0, 10)])
    #expect(context.findings().entities.map(\.name) == ["重庆市"])
  }
}

struct ExtractionContextTests {
  private func context(_ text: String) throws -> ExtractionContext {
    ExtractionContext(
      document: try DocumentReader().document(
        from: Source(name: "a.txt", origin: "-", mediaType: .text, bytes: Array(text.utf8))))
  }

  @Test func evidenceOfOneRelationIsBounded() throws {
    let context = try context(String(repeating: "云阳县、", count: 2000))
    let town = context.addEntity("Region", name: "云阳县", rule: "test")
    let other = context.addEntity("Region", name: "重庆市", rule: "test")
    context.addMention(of: town, at: Span(4000, 4003), rule: "test")
    context.addMention(of: other, at: Span(0, 3), rule: "test")
    context.addRelation("PART_OF", from: town, to: other, evidence: Span(0, 8000), rule: "test")
    let evidence = try #require(context.findings().relations.first?.evidence.first)
    #expect(evidence.count <= 603 && evidence.contains(Span(4000, 4003)))
  }

  @Test func mentionsOfSeveralLabelsComeInOrderOfTheirPlace() throws {
    let context = try context("云阳县药业公司在云阳投产。")
    let region = context.addEntity("Region", name: "云阳县", rule: "test")
    let company = context.addEntity("Enterprise", name: "云阳县药业公司", rule: "test")
    context.addMention(of: region, at: Span(8, 10), rule: "test")
    context.addMention(of: company, at: Span(0, 7), rule: "test")
    context.addMention(of: region, at: Span(0, 3), rule: "test")
    #expect(context.mentions(of: ["Region", "Enterprise"]).map(\.span) == [Span(0, 3), Span(0, 7), Span(8, 10)])
    #expect(context.spans(of: region) == [Span(0, 3), Span(8, 10)])
  }

  @Test func relationsOfOneKindDifferByTheirProperties() throws {
    let context = try context("甲任县长、书记。")
    let person = context.addEntity("Person", name: "甲", rule: "test")
    let region = context.addEntity("Region", name: "乙县", rule: "test")
    context.addMention(of: person, at: Span(0, 1), rule: "test")
    context.addMention(of: region, at: Span(2, 3), rule: "test")
    for (title, span) in [("县长", Span(2, 4)), ("书记", Span(5, 7)), ("县长", Span(0, 4))] {
      context.addRelation(
        "HOLDS_POST", from: person, to: region, properties: ["title": .string(title)], evidence: span, rule: "test")
    }
    let found = context.findings().relations
    #expect(found.map { $0.properties["title"]?.text } == ["书记", "县长"])
    #expect(found[1].evidence == [Span(0, 4), Span(2, 4)])
  }
}
