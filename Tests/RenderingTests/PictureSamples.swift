import GraphModel

/// Graphs as documents yield them, with made-up names.
enum PictureSamples {
  static let schema = GraphSchema(
    nodes: [
      NodeType(
        name: "Meeting", caption: Caption(chinese: "会议", english: "Meeting"),
        look: Look(shape: "box3d", color: "#d9d2e9"),
        properties: [PropertyDeclaration(name: "date", kind: .date, caption: Caption(chinese: "日期", english: "date"))],
        plugin: "Meetings"),
      NodeType(
        name: "Person", caption: Caption(chinese: "人物", english: "Person"),
        look: Look(shape: "ellipse", color: "#fff2cc"), plugin: "People"),
      NodeType(
        name: "Region", caption: Caption(chinese: "地区", english: "Region"), look: Look(shape: "box", color: "#d9ead3"),
        plugin: "Regions"),
    ],
    edges: [
      EdgeType(
        name: "ATTENDED", caption: Caption(chinese: "出席", english: "attended"),
        look: Look(shape: "box", color: "#3d6fb6"), sources: ["Person"], targets: ["Meeting"], plugin: "Meetings"),
      EdgeType(
        name: "SPOKE_AT", caption: Caption(chinese: "发言", english: "spoke at"),
        look: Look(shape: "box", color: "#3d85c6"), sources: ["Person"], targets: ["Meeting"], implies: ["ATTENDED"],
        plugin: "Meetings"),
      EdgeType(
        name: "PRESIDED_OVER", caption: Caption(chinese: "主持", english: "presided over"),
        look: Look(shape: "box", color: "#134f9c"), sources: ["Person"], targets: ["Meeting"], implies: ["ATTENDED"],
        plugin: "Meetings"),
      EdgeType(
        name: "HOLDS_POST", caption: Caption(chinese: "任职", english: "holds post"),
        look: Look(shape: "box", color: "#b45f06"), sources: ["Person"], targets: ["Region"], distinguishedBy: "title",
        plugin: "People"),
    ])

  static func node(_ type: String, _ name: String, _ properties: [String: PropertyValue] = [:]) -> Node {
    Node(id: NodeID(key: "\(type):\(name)"), key: "\(type):\(name)", type: type, name: name, properties: properties)
  }

  static func edge(_ type: String, _ source: Node, _ target: Node, title: String? = nil) -> Edge {
    let key = "\(type)|\(source.key)|\(target.key)|\(title ?? "")"
    return Edge(
      id: EdgeID(key: key), key: key, type: type, source: source.id, target: target.id,
      properties: title.map { ["title": .string($0)] } ?? [:])
  }

  static let meeting = node("Meeting", "全市经济工作会议", ["date": "2022-01-05"])
  static let region = node("Region", "清河市")
  static let mayor = node("Person", "王建国")

  /// A meeting with its chair, some who only listened, and their posts.
  static func assembly(listeners: Int = 5) -> Subgraph {
    let people = (0..<listeners).map { node("Person", "李代表\($0)") }
    var edges = people.map { edge("ATTENDED", $0, meeting) }
    edges += people.enumerated().map { edge("HOLDS_POST", $1, region, title: "代表\($0)") }
    edges += ["ATTENDED", "SPOKE_AT", "PRESIDED_OVER"].map { edge($0, mayor, meeting) }
    edges += ["市委副书记", "市长"].map { edge("HOLDS_POST", mayor, region, title: $0) }
    return Subgraph(
      nodes: people + [meeting, region, mayor], edges: edges, focus: [meeting.id], documents: ["news.txt"],
      earliest: "2022-01-05", latest: "2022-01-05")
  }
}
