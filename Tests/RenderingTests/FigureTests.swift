import GraphModel
import Testing

@testable import Rendering

@Suite struct FigureTests {
  private func figure(_ subgraph: Subgraph, _ options: PictureOptions = PictureOptions()) -> Figure {
    FigureBuilder(subgraph: subgraph, schema: PictureSamples.schema, options: options).figure()
  }

  @Test func parallelEdgesBecomeOneLine() {
    let figure = figure(PictureSamples.assembly())
    let mayor = "n\(PictureSamples.mayor.id.rawValue)"
    let lines = figure.lines.filter { $0.source == mayor }
    #expect(lines.count == 2)
    #expect(lines.contains { $0.labels == ["主持", "发言"] })
    #expect(lines.contains { Set($0.labels) == ["市委副书记", "市长"] })
  }

  @Test func peopleWithTheSameLinksBecomeAList() throws {
    let figure = figure(PictureSamples.assembly())
    let list = try #require(figure.boxes.first { !$0.members.isEmpty })
    #expect(list.members.map(\.name) == (0..<5).map { "李代表\($0)" })
    #expect(list.members.map(\.note) == (0..<5).map { "代表\($0)" })
    #expect(figure.lines.filter { $0.source == list.id }.flatMap(\.labels).sorted() == ["任职", "出席"])
    #expect(figure.boxes.count == 4)
  }

  @Test func aListCanBeRefused() {
    let figure = figure(PictureSamples.assembly(), PictureOptions(groupsFrom: nil))
    #expect(figure.boxes.count == 8)
    #expect(figure.boxes.allSatisfy { $0.members.isEmpty })
  }

  @Test func whatIsLeftOutIsCounted() {
    let options = PictureOptions(groupsFrom: nil, maximumNodes: 3)
    let figure = figure(PictureSamples.assembly(listeners: 40), options)
    #expect(figure.boxes.count == 3)
    #expect(figure.omittedNodes == 40)
    #expect(figure.boxes.contains { $0.isFocus })
    let frame = PictureFrame(figure: figure, subgraph: PictureSamples.assembly(listeners: 40), options: options)
    #expect(frame.subtitle.contains("另有 40 个节点未画出"))
  }

  @Test func theFrameNamesSourcesAndDates() {
    let subgraph = PictureSamples.assembly()
    let options = PictureOptions(language: .english, title: "A meeting")
    let figure = figure(subgraph, options)
    let frame = PictureFrame(figure: figure, subgraph: subgraph, options: options)
    #expect(frame.footer == ["Date: 2022-01-05", "Sources: news.txt"])
    #expect(
      frame.legend.map(\.caption) == [
        "Meeting", "Person", "Region", "attended", "holds post", "presided over", "spoke at",
      ])
  }

  @Test func aStringOfNodesIsDrawnAsOne() {
    let people = ["甲", "乙"].map { PictureSamples.node("Person", $0) }
    let meetings = ["一", "二"].map { PictureSamples.node("Meeting", $0) }
    let edges = [
      PictureSamples.edge("ATTENDED", people[0], meetings[0]), PictureSamples.edge("ATTENDED", people[1], meetings[0]),
      PictureSamples.edge("ATTENDED", people[1], meetings[1]),
    ]
    let figure = figure(Subgraph(nodes: people + meetings, edges: edges))
    let expected = [people[0], meetings[0], people[1], meetings[1]].map { "n\($0.id.rawValue)" }
    #expect(figure.chain == expected || figure.chain == expected.reversed())
    let source = FigureSource(figure: figure, language: .chinese, engine: .dot).text
    #expect(source.contains("dir=back"))
  }

  @Test func wordsThatOnlyRepeatTheLegendAreLeftOut() {
    let regions = (0..<3).map { PictureSamples.node("Region", "县\($0)") }
    let people = (0..<4).map { PictureSamples.node("Person", "人\($0)") }
    let edges = people.flatMap { person in regions.map { PictureSamples.edge("HOLDS_POST", person, $0) } }
    let figure = figure(Subgraph(nodes: regions + people, edges: edges), PictureOptions(groupsFrom: nil))
    func source(_ hasLegend: Bool) -> String {
      FigureSource(figure: figure, language: .chinese, engine: .dot, hasLegend: hasLegend).text
    }
    #expect(!source(true).contains("任职"))
    #expect(source(false).contains("任职"))
  }

  @Test func unknownTypesAreDrawnUnderTheirOwnNames() {
    let a = PictureSamples.node("Ship", "红船")
    let figure = figure(Subgraph(nodes: [a], edges: [PictureSamples.edge("SAILS", a, a)]))
    #expect(figure.boxes.map(\.type.caption.chinese) == ["Ship"])
    #expect(figure.lines.flatMap(\.labels) == ["SAILS"])
  }

  @Test func edgesWithoutTheirNodesAreNoLines() {
    let edge = PictureSamples.edge("ATTENDED", PictureSamples.mayor, PictureSamples.meeting)
    #expect(figure(Subgraph(nodes: [PictureSamples.mayor], edges: [edge])).lines.isEmpty)
  }
}
