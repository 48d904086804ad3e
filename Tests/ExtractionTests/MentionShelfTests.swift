import GraphModel
import Testing

@testable import Extraction

/// The order of mentions, however late they come.
@Suite struct MentionShelfTests {
  private func mention(_ start: Int, _ entity: Int) -> Mention {
    Mention(span: Span(start, start + 1), type: "Person", entity: EntityID(index: entity), rule: "test")
  }

  @Test func lateMentionsOfALongListStandAtTheirPlaces() {
    var shelf = MentionShelf(label: "Person")
    for index in 0..<5000 { shelf.insert(mention(index * 2, 1)) }
    shelf.insert(mention(3, 2))
    shelf.insert(mention(2, 3))
    shelf.insert(mention(2, 4))
    shelf.insert(mention(20_000, 5))
    let starts = shelf.mentions().map(\.span.start)
    #expect(starts == starts.sorted())
    #expect(shelf.mentions().prefix(6).map(\.entity.index) == [1, 1, 3, 4, 2, 1])
    #expect(shelf.mentions().last?.entity.index == 5)
  }

  @Test func whatIsTakenBackLeavesThoughItCameLate() {
    var shelf = MentionShelf(label: "Person")
    for index in 0..<5000 { shelf.insert(mention(index * 2, 1)) }
    shelf.insert(mention(3, 2))
    shelf.insert(mention(5, 3))
    shelf.removeAll { $0.entity.index == 2 }
    shelf.give(from: EntityID(index: 3), to: EntityID(index: 1))
    #expect(shelf.mentions().count == 5001)
    #expect(shelf.mentions().allSatisfy { $0.entity.index == 1 })
  }
}
