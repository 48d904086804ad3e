import GraphModel

/// What a picture shows, before it is written as Graphviz source: boxes, lines between them, and what was left out.
struct Figure {
  /// A member of a list box.
  struct Member: Hashable {
    let name: String
    /// What tells its links apart from the other members': the titles of its posts.
    let note: String
  }

  /// A node, or a list of nodes of one type with the same links.
  struct Box {
    let id: String
    let type: NodeType
    let name: String
    /// The second line: dates and remarks.
    let detail: String
    /// The nodes of a list box, in order of their names; empty for a single node.
    var members: [Member] = []
    var isFocus = false
    /// Whether its border is broken: the node is named nowhere but inferred.
    var isInferred = false

    var weight: Int { max(1, members.count) }
  }

  /// All edges from one box to another.
  struct Line {
    let source: String
    let target: String
    let types: [EdgeType]
    /// What stands on the line, in parts.
    let labels: [String]
  }

  var boxes: [Box] = []
  var lines: [Line] = []
  var omittedNodes = 0

  /// The node types that occur, in order of their names.
  var nodeTypes: [NodeType] {
    var seen: Set<String> = []
    return boxes.map(\.type).filter { seen.insert($0.name).inserted }.sorted { $0.name < $1.name }
  }

  /// The edge types that occur, in order of their names.
  var edgeTypes: [EdgeType] {
    var seen: Set<String> = []
    return lines.flatMap(\.types).filter { seen.insert($0.name).inserted }.sorted { $0.name < $1.name }
  }
}
