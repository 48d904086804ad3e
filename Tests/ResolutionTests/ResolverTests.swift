import GraphModel
import Resolution
import TestSupport
import Testing

@Suite struct ResolverTests {
  /// Many small documents about few names, so that every rule meets every other one.
  private func corpus(_ generator: inout Dice) -> [Draft] {
    let cities = [("安丘市", "370784"), ("任丘市", "130982"), ("昌乐县", "370725")]
    return (1...60).map { number in
      var draft = Draft(number)
      let place = cities.randomElement(using: &generator) ?? cities[0]
      let city = draft.region(place.0, place.1)
      draft.meeting(
        "全市工业大会", of: city, date: ["2021-03-04", "2021-03", "--03-04", "2022-03-04"].randomElement(using: &generator))
      for name in ["李伟", "王建国", "张敏"] where Bool.random(using: &generator) {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: draft.person(name, ("市长", city))
        case 1:
          let body = draft.add("Organization", ["市教育局", "教育局", "水利局"].randomElement(using: &generator) ?? "")
          draft.relate(body, "PART_OF", city)
          draft.person(name, ("局长", body))
        case 2:
          let other = cities.randomElement(using: &generator) ?? cities[0]
          if other.1 == place.1 {
            draft.person(name)
          } else {
            draft.person(name, ("市长", city), ("县长", draft.region(other.0, other.1)))
          }
        default: draft.person(name)
        }
      }
      let company = draft.add("Enterprise", ["浙江东屹新材料有限公司", "东屹新材", "东屹"].randomElement(using: &generator) ?? "")
      if Bool.random(using: &generator) { draft.relate(company, "LOCATED_IN", city) }
      return draft
    }
  }

  private let judgements = [
    decision(1, .notSame("Person:李伟@370784", "Person:李伟@130982")),
    decision(2, .same("Person:张敏@370784", "Person:张敏@130982")),
    decision(3, .notSame("Person:张敏@370784", "Person:张敏@370725")),
  ]

  @Test(arguments: 1...8) func noOrderShowsInTheResult(seed: UInt64) {
    var generator = Dice(state: seed)
    let claims = corpus(&generator).flatMap { Resolver.claims(of: $0.findings) }
    let expected = Resolver.resolve(claims, judgements: JudgementBook(judgements))
    for _ in 0..<5 {
      let shuffled = Resolver.resolve(
        claims.shuffled(using: &generator), judgements: JudgementBook(judgements.shuffled(using: &generator)))
      #expect(shuffled == expected)
    }
    #expect(expected.clusters.reduce(0) { $0 + $1.members.count } == claims.count)
    #expect(Set(expected.clusters.map(\.key)).count == expected.clusters.count)
  }

  @Test(arguments: 1...8) func connectedBlocksResolveAlone(seed: UInt64) {
    var generator = Dice(state: seed)
    let claims = corpus(&generator).flatMap { Resolver.claims(of: $0.findings) }
    let book = JudgementBook(judgements)
    let whole = Resolver.resolve(claims, judgements: book).clusters
    var groupOf: [String: String] = [:]
    func root(_ block: String) -> String {
      var block = block
      while let next = groupOf[block], next != block { block = next }
      return block
    }
    for claim in claims { for block in claim.blocks { groupOf[root(block)] = root(claim.blocks[0]) } }
    for (a, b) in book.connections { groupOf[root(a)] = root(b) }
    let parts = Dictionary(grouping: claims) { root($0.blocks[0]) }
    let pieces = parts.values.flatMap { Resolver.resolve($0, judgements: book).clusters }.sorted { $0.key < $1.key }
    #expect(pieces == whole)
  }

  @Test func exactClaimsAreTheirBlock() {
    var draft = Draft(1)
    draft.region("安丘市", "370784")
    let claims = Resolver.claims(of: draft.findings)
    #expect(claims.map(\.isExact) == [true])
    #expect(claims.map(\.blocks) == [["Region:370784"]])
    #expect(keys([draft], of: "Region") == ["Region:370784"])
  }

  @Test func aNameWithoutAPostJoinsTheOnlyCandidate() throws {
    var a = Draft(1)
    a.person("李伟", ("市长", a.region("安丘市", "370784")))
    var b = Draft(2)
    b.meeting("全市工业大会", of: b.region("安丘市", "370784"))
    b.person("李伟")
    let claims = [a, b].flatMap { Resolver.claims(of: $0.findings) }
    let cluster = try #require(Resolver.resolve(claims).clusters.first { $0.key == "Person:李伟@370784" })
    #expect(cluster.members.count == 2)
  }

  @Test func aNodeIsNamedByUseOrByItsFullestForm() throws {
    let people = ["王建国", "王建国", "王建國"].enumerated().map { index, name in
      var draft = Draft(index + 1)
      draft.person(name, ("市长", draft.region("安丘市", "370784")))
      let body = draft.add("Organization", index == 0 ? "安丘市经信局" : "市经信局", index == 1 ? ["经信局"] : [])
      draft.relate(body, "PART_OF", 0)
      return draft
    }
    let clusters = Resolver.resolve(people.flatMap { Resolver.claims(of: $0.findings) }).clusters
    let nodes = clusters.map { Resolver.node(of: $0) }
    let person = try #require(nodes.first { $0.type == "Person" })
    #expect(person.name == "王建国")
    #expect(person.aliases == ["王建國"])
    let body = try #require(nodes.first { $0.type == "Organization" })
    #expect(body.name == "安丘市经信局")
    #expect(body.aliases == ["市经信局", "经信局"])
    #expect(nodes.first { $0.type == "Region" }?.properties == ["code": "370784"])
  }

  @Test func theMostExactDateAndTheCommonValueWin() throws {
    let drafts = [
      ["date": "2021-03", "place": "甲"], ["date": "2021-03-04", "place": "甲"], ["date": "2021-03", "place": "乙"],
    ]
    .enumerated().map { index, properties in
      var draft = Draft(index + 1)
      draft.add("Waterway", "红旗渠", [], properties.mapValues { .string($0) })
      return draft
    }
    let cluster = try #require(Resolver.resolve(drafts.flatMap { Resolver.claims(of: $0.findings) }).clusters.first)
    #expect(Resolver.node(of: cluster).properties == ["date": "2021-03-04", "place": "甲"])
  }

  @Test func aRegionIsInferredOnlyWhereNobodyNamesIt() throws {
    var inferred = Draft(1)
    inferred.add("Region", "安丘市", [], ["code": "370784", "inferred": true])
    var named = Draft(2)
    named.region("安丘市", "370784")
    func properties(_ drafts: [Draft]) throws -> [String: PropertyValue] {
      let clusters = Resolver.resolve(drafts.flatMap { Resolver.claims(of: $0.findings) }).clusters
      return Resolver.node(of: try #require(clusters.first)).properties
    }
    #expect(try properties([inferred])["inferred"] == true)
    #expect(try properties([inferred, named])["inferred"] == nil)
  }

  @Test func edgesAreToldApartByTheDeclaredProperty() throws {
    let look = Look(shape: "", color: "#000000")
    let caption = Caption(chinese: "任职", english: "holds post")
    let schema = GraphSchema(edges: [
      EdgeType(
        name: "HOLDS_POST", caption: caption, look: look, sources: [], targets: [], distinguishedBy: "title",
        plugin: "People"),
      EdgeType(name: "ATTENDED", caption: caption, look: look, sources: [], targets: [], plugin: "Meetings"),
    ])
    func key(_ type: String, _ properties: [String: PropertyValue]) -> String? {
      Resolver.edgeKey(type, from: "A", to: "B", properties: properties, schema: schema)
    }
    #expect(key("HOLDS_POST", ["title": "市長"]) == key("HOLDS_POST", ["title": "市长"]))
    #expect(key("HOLDS_POST", ["title": "市长"]) != key("HOLDS_POST", ["title": "副市长"]))
    #expect(key("ATTENDED", ["role": "主持"]) == "ATTENDED A -> B")
    #expect(Resolver.edgeKey("ATTENDED", from: "A", to: "A", properties: [:], schema: schema) == nil)
    let edge = try #require(
      Resolver.edge(
        "HOLDS_POST", from: "A", to: "B", relations: [["title": "市長"], ["title": "市长"], ["title": "市长"]], schema: schema
      ))
    #expect(edge.properties == ["title": "市长"])
    #expect(edge.id == EdgeID(key: edge.key))
    #expect(edge.source == NodeID(key: "A"))
  }
}
