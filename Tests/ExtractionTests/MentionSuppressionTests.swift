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
