import GraphModel
import Resolution
import Testing

@Suite struct JudgementTests {
  private let mayor: Draft = {
    var draft = Draft(1)
    draft.person("李伟", ("副市长", draft.region("安丘市", "370784")))
    return draft
  }()
  private let secretary: Draft = {
    var draft = Draft(2)
    draft.person("李伟", ("县委书记", draft.region("昌乐县", "370725")))
    return draft
  }()
  private let both: Draft = {
    var draft = Draft(3)
    draft.person("李伟", ("副市长", draft.region("安丘市", "370784")), ("县委书记", draft.region("昌乐县", "370725")))
    return draft
  }()
  private let city = "Person:李伟@370784"
  private let town = "Person:李伟@370725"

  @Test func aPersonJoinsWhatRulesKeepApart() {
    #expect(groups([mayor, secretary], of: "Person", [decision(1, .same(city, town))]).count == 1)
    #expect(
      groups([mayor, secretary], of: "Person", [decision(1, .same(city, town)), decision(2, .notSame(town, city))])
        .count
        == 2)
  }

  @Test func aPersonKeepsApartWhatRulesJoin() {
    #expect(groups([mayor, secretary, both], of: "Person").count == 1)
    let split = groups([mayor, secretary, both], of: "Person", [decision(1, .notSame(city, town))])
    #expect(split == [["1 李伟"], ["2 李伟", "3 李伟"]])
  }

  @Test func thatAThingIsAnotherThanItselfSaysNothing() {
    #expect(
      groups([mayor, both], of: "Person", [decision(1, .notSame(city, city))]) == groups([mayor, both], of: "Person"))
  }

  @Test func oneClaimCanBeTakenOutOfANode() throws {
    let other: Draft = {
      var draft = Draft(4)
      draft.person("李伟", ("副市长", draft.region("安丘市", "370784")))
      return draft
    }()
    let local = try #require(Resolver.claims(of: other.findings).first { $0.type == "Person" }).localKey
    #expect(Resolver.claim(ofLocalKey: local) == ClaimID(document: other.findings.document, index: 1))
    #expect(groups([mayor, other], of: "Person", [decision(1, .notSame(city, local))]) == [["1 李伟"], ["4 李伟"]])
    let keysAfter = keys([mayor, other], of: "Person", [decision(1, .notSame(city, local))])
    #expect(keysAfter.contains(city) && Set(keysAfter).count == 2)
  }

  @Test func aNewerDecisionOutranksAnOlderOneAndTheOlderIsReported() {
    let old = decision(1, .same(city, town))
    let new = decision(2, .notSame(town, city))
    let book = JudgementBook([old, new])
    #expect(book.contradictions == [Contradiction(ignored: old, kept: new)])
    #expect(JudgementBook([new, old]).contradictions == book.contradictions)
  }

  @Test func contradictionsAreFoundThroughAThirdThing() {
    let chain = [decision(1, .notSame("a", "c")), decision(2, .same("a", "b")), decision(3, .same("b", "c"))]
    #expect(JudgementBook(chain).contradictions.map(\.ignored) == [chain[0]])
    let reversed = [decision(3, .notSame("a", "c")), decision(2, .same("a", "b")), decision(1, .same("b", "c"))]
    #expect(JudgementBook(reversed).contradictions.map(\.ignored) == [reversed[2]])
  }

  @Test func aRejectedNodeIsMarkedAndAnEdgeLeft() throws {
    let claims = Resolver.claims(of: mayor.findings)
    let book = JudgementBook([
      decision(1, .reject(city)), decision(1, .reject("HOLDS_POST \(city) -> Region:370784 [副市长]")),
    ])
    #expect(Resolver.resolve(claims, judgements: book).clusters.filter(\.isRejected).map(\.key) == [city])
    let schema = GraphSchema(edges: [
      EdgeType(
        name: "HOLDS_POST", caption: Caption(chinese: "任职", english: "holds post"),
        look: Look(shape: "", color: "#000000"), sources: [], targets: [], distinguishedBy: "title", plugin: "People")
    ])
    let edge = Resolver.edge(
      "HOLDS_POST", from: city, to: "Region:370784", relations: [["title": "副市长"]], schema: schema, judgements: book)
    #expect(edge == nil)
  }

  @Test func correctionsChangeNamesAndProperties() throws {
    let book = JudgementBook([
      decision(1, .correct(city, property: "name", value: "李玮")),
      decision(1, .correct(city, property: "born", value: 1970)),
      decision(2, .correct(city, property: "born", value: nil)),
    ])
    let cluster = try #require(
      Resolver.resolve(Resolver.claims(of: mayor.findings), judgements: book).clusters.first { $0.key == city })
    let node = Resolver.node(of: cluster, judgements: book)
    #expect(node.name == "李玮")
    #expect(node.aliases == ["李伟"])
    #expect(node.properties.isEmpty)
    #expect(node.key == city)
  }
}
