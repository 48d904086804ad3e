import GraphModel

/// Makes a figure of a subgraph: parallel edges become one line, nodes with the same links one list, and what exceeds the
/// limit is left out, the least linked first.
struct FigureBuilder {
  let subgraph: Subgraph
  let schema: GraphSchema
  let options: PictureOptions

  /// The edges from one node to another.
  private struct Bundle {
    let source: NodeID
    let target: NodeID
    let types: [EdgeType]
    /// The values that distinguish edges (titles of posts), in order.
    let distinctions: [String]
    /// Captions of the types without distinctions, then the distinctions.
    let labels: [String]
  }

  func figure() -> Figure {
    let bundles = bundles()
    var owner: [NodeID: String] = [:]
    var boxes: [Figure.Box] = []
    let listed = lists(bundles)
    for group in listed {
      let box = listBox(group, bundles)
      for node in group { owner[node.id] = box.id }
      boxes.append(box)
    }
    for node in subgraph.nodes where owner[node.id] == nil {
      let box = singleBox(node)
      owner[node.id] = box.id
      boxes.append(box)
    }
    var figure = Figure(boxes: boxes, lines: lines(bundles, owner, lists: Set(listed.flatMap { $0.map(\.id) })))
    limit(&figure)
    return figure
  }

  // MARK: Edges

  private func bundles() -> [Bundle] {
    struct Ends: Hashable {
      let source: NodeID
      let target: NodeID
    }
    let known = Set(subgraph.nodes.map(\.id))
    var edges: [Ends: [Edge]] = [:]
    var order: [Ends] = []
    for edge in subgraph.edges where known.contains(edge.source) && known.contains(edge.target) {
      let ends = Ends(source: edge.source, target: edge.target)
      if edges[ends] == nil { order.append(ends) }
      edges[ends, default: []].append(edge)
    }
    return order.map { bundle(edges[$0] ?? [], from: $0.source, to: $0.target) }
  }

  private func bundle(_ edges: [Edge], from source: NodeID, to target: NodeID) -> Bundle {
    let all = Set(edges.map(\.type)).sorted().map(edgeType)
    let implied = Set(all.flatMap(\.implies))
    let types = all.filter { !implied.contains($0.name) || all.count == 1 }
    var captions: [String] = []
    var distinctions: [String] = []
    for type in types {
      let values = Set(
        edges.filter { $0.type == type.name }.compactMap { edge in
          type.distinguishedBy.flatMap { edge.properties[$0]?.text }
        })
      if values.isEmpty { captions.append(type.caption.text(in: options.language)) }
      distinctions += values.filter { !$0.isEmpty }.sorted()
    }
    return Bundle(
      source: source, target: target, types: types, distinctions: distinctions, labels: captions + distinctions)
  }

  private func lines(_ bundles: [Bundle], _ owner: [NodeID: String], lists: Set<NodeID>) -> [Figure.Line] {
    struct Ends: Hashable {
      let source: String
      let target: String
    }
    var seen: Set<Ends> = []
    var lines: [Figure.Line] = []
    for bundle in bundles {
      guard let source = owner[bundle.source], let target = owner[bundle.target],
        seen.insert(Ends(source: source, target: target)).inserted
      else { continue }
      let isListed = lists.contains(bundle.source) || lists.contains(bundle.target)
      let labels = isListed ? bundle.types.map { $0.caption.text(in: options.language) } : bundle.labels
      lines.append(Figure.Line(source: source, target: target, types: bundle.types, labels: labels))
    }
    return lines
  }

  // MARK: Boxes

  /// Nodes of one type whose links lead to the same nodes by the same types, in lists of at least `groupsFrom`.
  private func lists(_ bundles: [Bundle]) -> [[Node]] {
    guard let least = options.groupsFrom else { return [] }
    var links: [NodeID: [String]] = [:]
    for bundle in bundles {
      let types = bundle.types.map(\.name).joined(separator: "+")
      links[bundle.source, default: []].append(">\(types)>\(bundle.target.rawValue)")
      links[bundle.target, default: []].append("<\(types)<\(bundle.source.rawValue)")
    }
    var groups: [String: [Node]] = [:]
    for node in subgraph.nodes where !subgraph.focus.contains(node.id) {
      groups[([node.type] + (links[node.id] ?? []).sorted()).joined(separator: "|"), default: []].append(node)
    }
    return groups.values.filter { $0.count >= max(2, least) }
      .map { $0.sorted { ($0.name, $0.id) < ($1.name, $1.id) } }.sorted { $0[0].id < $1[0].id }
  }

  private func listBox(_ nodes: [Node], _ bundles: [Bundle]) -> Figure.Box {
    let ids = Set(nodes.map(\.id))
    var notes: [NodeID: [String]] = [:]
    for bundle in bundles where !bundle.distinctions.isEmpty {
      for end in [bundle.source, bundle.target] where ids.contains(end) {
        notes[end, default: []] += bundle.distinctions
      }
    }
    let separator = options.language == .chinese ? "、" : ", "
    let members = nodes.map { node in
      Figure.Member(name: node.name, note: (notes[node.id] ?? []).joined(separator: separator))
    }
    let type = nodeType(nodes[0].type)
    let id = "l" + String(nodes.map(\.id.rawValue).min() ?? 0)
    return Figure.Box(id: id, type: type, name: type.caption.text(in: options.language), detail: "", members: members)
  }

  private func singleBox(_ node: Node) -> Figure.Box {
    let type = nodeType(node.type)
    let details = type.properties.compactMap { property -> String? in
      switch (property.kind, node.properties[property.name]) {
      case (.date, .string(let date)): PictureWords(options.language).date(date)
      case (.boolean, .boolean(true)): property.caption.text(in: options.language)
      default: nil
      }
    }
    return Figure.Box(
      id: "n\(node.id.rawValue)", type: type, name: node.name, detail: details.joined(separator: " "),
      isFocus: subgraph.focus.contains(node.id), isInferred: node.properties["inferred"] == .boolean(true))
  }

  // MARK: Limit

  private func limit(_ figure: inout Figure) {
    guard figure.boxes.count > max(1, options.maximumNodes) else { return }
    var degree: [String: Int] = [:]
    var neighbors: [String: [String]] = [:]
    for line in figure.lines where line.source != line.target {
      degree[line.source, default: 0] += 1
      degree[line.target, default: 0] += 1
      neighbors[line.source, default: []].append(line.target)
      neighbors[line.target, default: []].append(line.source)
    }
    var distance: [String: Int] = [:]
    var frontier = figure.boxes.filter(\.isFocus).map(\.id)
    for id in frontier { distance[id] = 0 }
    while !frontier.isEmpty {
      var next: [String] = []
      for id in frontier {
        for other in neighbors[id] ?? [] where distance[other] == nil {
          distance[other] = (distance[id] ?? 0) + 1
          next.append(other)
        }
      }
      frontier = next
    }
    func rank(_ box: Figure.Box) -> (Int, Int, String) {
      (distance[box.id] ?? .max, -(degree[box.id] ?? 0) - box.members.count, box.id)
    }
    let kept = Set(figure.boxes.sorted { rank($0) < rank($1) }.prefix(max(1, options.maximumNodes)).map(\.id))
    figure.omittedNodes = figure.boxes.filter { !kept.contains($0.id) }.reduce(0) { $0 + $1.weight }
    figure.boxes.removeAll { !kept.contains($0.id) }
    figure.lines.removeAll { !kept.contains($0.source) || !kept.contains($0.target) }
  }

  // MARK: Types

  private func nodeType(_ name: String) -> NodeType {
    schema.node(name)
      ?? NodeType(
        name: name, caption: Caption(chinese: name, english: name), look: Look(shape: "box", color: "#eceff1"),
        plugin: "")
  }

  private func edgeType(_ name: String) -> EdgeType {
    schema.edge(name)
      ?? EdgeType(
        name: name, caption: Caption(chinese: name, english: name), look: Look(shape: "box", color: "#6b7280"),
        sources: [], targets: [], plugin: "")
  }
}
