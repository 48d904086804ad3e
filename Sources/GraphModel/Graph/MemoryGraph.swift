/// A property graph in memory: the reference that every other `PropertyGraph` is compared with, and the scratch graph of the shell.
///
/// Not for use by several threads at once.
public final class MemoryGraph {
  struct NodeRecord {
    var labels: [Token] = []
    var properties: [Token: PropertyValue] = [:]
    var outgoing: [EdgeID] = []
    var incoming: [EdgeID] = []
  }

  struct EdgeRecord {
    var type: Token
    var source: NodeID
    var target: NodeID
    var properties: [Token: PropertyValue]
  }

  /// Names and their numbers.
  struct Names {
    private(set) var names: [String] = []
    private var tokens: [String: Token] = [:]
    /// How many things bear each name now.
    var uses: [Int] = []

    func token(_ name: String) -> Token? {
      guard let token = tokens[name], uses[Int(token)] > 0 else { return nil }
      return token
    }

    mutating func intern(_ name: String) -> Token {
      if let token = tokens[name] { return token }
      let token = Token(names.count)
      tokens[name] = token
      names.append(name)
      uses.append(0)
      return token
    }

    func name(_ token: Token) -> String { Int(token) < names.count ? names[Int(token)] : "" }
    func count(_ token: Token) -> Int { Int(token) < uses.count ? uses[Int(token)] : 0 }
    var used: [String] { names.indices.filter { uses[$0] > 0 }.map { names[$0] }.sorted() }
  }

  var nodes: [NodeID: NodeRecord] = [:]
  var edges: [EdgeID: EdgeRecord] = [:]
  var labels = Names()
  var types = Names()
  var keys = Names()
  var nodeOrder = Order<NodeID>()
  var edgeOrder = Order<EdgeID>()
  var nextNode: Int64 = 0
  var nextEdge: Int64 = 0
  /// What to do, last first, to undo the writes of the statement under way; nil outside one.
  var undo: [(MemoryGraph) -> Void]?

  /// An empty graph.
  public init() {}

  /// The graph of derived nodes and edges: a node's type is its label; name and aliases are properties beside the others.
  public convenience init(nodes: [Node], edges: [Edge]) {
    self.init()
    for node in nodes.sorted(by: { $0.id < $1.id }) {
      insert(node.id, labels: [node.type], properties: node.graphProperties)
    }
    for edge in edges.sorted(by: { $0.id < $1.id }) {
      insert(edge.id, type: edge.type, from: edge.source, to: edge.target, properties: edge.properties)
    }
  }

  /// Identities in rising order, with the removed ones cleared away now and then.
  struct Order<ID: Hashable & Comparable> {
    var ids: [ID] = []
    var removed = 0

    mutating func insert(_ id: ID) {
      if let last = ids.last, last >= id {
        let place = lowerBound(id)
        if ids[place] != id { ids.insert(id, at: place) } else { removed -= 1 }
      } else {
        ids.append(id)
      }
    }

    mutating func noteRemoval(_ alive: (ID) -> Bool) {
      removed += 1
      if removed > 64 && removed * 2 > ids.count {
        ids = ids.filter(alive)
        removed = 0
      }
    }

    func lowerBound(_ id: ID) -> Int {
      var low = 0
      var high = ids.count
      while low < high {
        let middle = (low + high) / 2
        if ids[middle] < id { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  func record(_ action: @escaping (MemoryGraph) -> Void) { undo?.append(action) }

  func insert(_ id: NodeID, labels names: [String], properties: [String: PropertyValue]) {
    var record = NodeRecord()
    for name in Set(names).sorted() { record.labels.append(labels.intern(name)) }
    for (name, value) in properties.sorted(by: { $0.key < $1.key }) { record.properties[keys.intern(name)] = value }
    restore(id, record)
    nextNode = max(nextNode, id.rawValue &+ 1)
  }

  func restore(_ id: NodeID, _ record: NodeRecord) {
    for label in record.labels { labels.uses[Int(label)] += 1 }
    for key in record.properties.keys { keys.uses[Int(key)] += 1 }
    nodes[id] = record
    nodeOrder.insert(id)
  }

  func take(_ id: NodeID) {
    guard let record = nodes.removeValue(forKey: id) else { return }
    for label in record.labels { labels.uses[Int(label)] -= 1 }
    for key in record.properties.keys { keys.uses[Int(key)] -= 1 }
    nodeOrder.noteRemoval { nodes[$0] != nil }
  }

  func insert(
    _ id: EdgeID, type: String, from: NodeID, to: NodeID, properties: [String: PropertyValue]
  ) {
    var record = EdgeRecord(type: types.intern(type), source: from, target: to, properties: [:])
    for (name, value) in properties.sorted(by: { $0.key < $1.key }) { record.properties[keys.intern(name)] = value }
    restore(id, record)
    nextEdge = max(nextEdge, id.rawValue &+ 1)
  }

  func restore(_ id: EdgeID, _ record: EdgeRecord) {
    types.uses[Int(record.type)] += 1
    for key in record.properties.keys { keys.uses[Int(key)] += 1 }
    edges[id] = record
    edgeOrder.insert(id)
    Self.add(id, to: &nodes[record.source, default: NodeRecord()].outgoing)
    Self.add(id, to: &nodes[record.target, default: NodeRecord()].incoming)
  }

  func take(_ id: EdgeID) {
    guard let record = edges.removeValue(forKey: id) else { return }
    types.uses[Int(record.type)] -= 1
    for key in record.properties.keys { keys.uses[Int(key)] -= 1 }
    edgeOrder.noteRemoval { edges[$0] != nil }
    nodes[record.source]?.outgoing.removeAll { $0 == id }
    nodes[record.target]?.incoming.removeAll { $0 == id }
  }

  private static func add(_ id: EdgeID, to list: inout [EdgeID]) {
    var place = list.count
    while place > 0 && list[place - 1] > id { place -= 1 }
    list.insert(id, at: place)
  }
}
