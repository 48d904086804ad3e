import GraphModel

/// Persons' judgements in the form in which resolution follows them: newest first, what contradicts a newer one left out.
public struct JudgementBook: Hashable, Sendable {
  /// A property that a person set.
  struct Correction: Hashable, Sendable {
    var key: String
    var property: String
    var value: PropertyValue?
  }

  /// A node that a person stated.
  public struct StatedNode: Hashable, Sendable {
    /// Its stable key, by which judgements name it.
    public var key: String
    /// Its type.
    public var type: String
    /// What was stated of it, `name` and `aliases` among this.
    public var properties: [String: PropertyValue]
  }

  /// An edge that a person stated.
  public struct StatedEdge: Hashable, Sendable {
    /// Its stable key.
    public var key: String
    /// Its type.
    public var type: String
    /// A key of the node it starts from.
    public var from: String
    /// A key of the node it leads to.
    public var to: String
    /// Its properties.
    public var properties: [String: PropertyValue]
  }

  /// Pairs of keys that name one thing, newest first, with what said so.
  private(set) var same: [(a: String, b: String)] = []
  /// Pairs of keys that name two things.
  private(set) var different: [(a: String, b: String)] = []
  /// Keys of nodes and edges that are wrong.
  public private(set) var rejected: Set<String> = []
  /// Corrections, oldest first.
  private(set) var corrections: [Correction] = []
  /// Nodes that persons stated, by key.
  public private(set) var statedNodes: [StatedNode] = []
  /// Edges that persons stated, by key.
  public private(set) var statedEdges: [StatedEdge] = []
  /// Judgements that a newer one overrules, newest first.
  public private(set) var contradictions: [Contradiction] = []

  /// Sorts judgements out; their order does not matter, only their times.
  public init(_ judgements: [Judgement] = []) {
    let newestFirst = judgements.sorted { Self.order($1) < Self.order($0) }
    var groups = KeyGroups()
    var separations: [(a: String, b: String, judgement: Judgement)] = []
    var joins: [Judgement] = []
    var corrected: Set<String> = []
    func correct(_ key: String, _ property: String, _ value: PropertyValue?, _ corrections: inout [Correction]) {
      guard corrected.insert("\(key)\u{1F}\(property)").inserted else { return }
      corrections.append(Correction(key: key, property: property, value: value))
    }
    for judgement in newestFirst {
      switch judgement.decision {
      case .same(let a, let b):
        if let against = separations.first(where: { groups.wouldJoin(a, b, and: $0.a, $0.b) }) {
          contradictions.append(Contradiction(ignored: judgement, kept: against.judgement))
        } else {
          groups.join(a, b)
          joins.append(judgement)
          same.append((min(a, b), max(a, b)))
        }
      case .notSame(let a, let b):
        // Nothing is another thing than itself.
        guard a != b else { continue }
        if groups.areJoined(a, b) {
          // At least one newer judgement joins them; the newest is named.
          contradictions.append(Contradiction(ignored: judgement, kept: joins[0]))
        } else {
          separations.append((a, b, judgement))
          different.append((min(a, b), max(a, b)))
        }
      case .reject(let key): rejected.insert(key)
      case .correct(let key, let property, let value): correct(key, property, value, &corrections)
      case .statement(_, let changes):
        for change in changes {
          switch change {
          case .addNode(let key, let type, let properties):
            statedNodes.append(StatedNode(key: key, type: type, properties: properties))
          case .addEdge(let key, let type, let from, let to, let properties):
            statedEdges.append(StatedEdge(key: key, type: type, from: from, to: to, properties: properties))
          case .set(let key, let property, let value): correct(key, property, value, &corrections)
          case .remove(let key): rejected.insert(key)
          }
        }
      }
    }
    corrections.reverse()
    statedNodes.sort { $0.key < $1.key }
    statedEdges.sort { $0.key < $1.key }
  }

  /// Pairs of keys whose blocks must be resolved together although no claim joins them.
  public var connections: [(String, String)] { same.map { ($0.a, $0.b) } }

  /// Every key that some judgement about identity or some stated edge's end names, sorted.
  public var namedKeys: [String] {
    Set((same + different).flatMap { [$0.a, $0.b] } + statedEdges.flatMap { [$0.from, $0.to] }).sorted()
  }

  /// Whether any judgement corrects a node or an edge.
  public var hasCorrections: Bool { !corrections.isEmpty }

  /// Whether a judgement corrects the node or the edge with a key.
  public func corrects(_ key: String) -> Bool { corrections.contains { $0.key == key } }

  /// The properties that a node or an edge of these keys has after all corrections.
  public func corrected(
    _ properties: [String: PropertyValue], keys: some Sequence<String>
  ) -> [String: PropertyValue] {
    guard !corrections.isEmpty else { return properties }
    let keys = Set(keys)
    var properties = properties
    for correction in corrections where keys.contains(correction.key) {
      properties[correction.property] = correction.value
    }
    return properties
  }

  /// Orders by time; of judgements of one moment the content decides, so that no order of storage can show.
  private static func order(_ judgement: Judgement) -> (String, String) {
    (judgement.time, "\(judgement.decision)\u{1F}\(judgement.author)")
  }

  /// Two books are equal when they say the same.
  public static func == (a: JudgementBook, b: JudgementBook) -> Bool {
    a.same.elementsEqual(b.same, by: ==) && a.different.elementsEqual(b.different, by: ==) && a.rejected == b.rejected
      && a.corrections == b.corrections && a.contradictions == b.contradictions && a.statedNodes == b.statedNodes
      && a.statedEdges == b.statedEdges
  }

  /// Feeds what the book says into a hasher.
  public func hash(into hasher: inout Hasher) {
    for pair in same + different {
      hasher.combine(pair.a)
      hasher.combine(pair.b)
    }
    hasher.combine(rejected)
    hasher.combine(corrections)
    hasher.combine(statedNodes)
    hasher.combine(statedEdges)
  }
}

/// Which keys judgements have joined so far.
private struct KeyGroups {
  private var numbers: [String: Int] = [:]
  private var sets = DisjointSets(count: 0)

  mutating func root(_ key: String) -> Int {
    if let number = numbers[key] { return sets.root(number) }
    let number = sets.add()
    numbers[key] = number
    return number
  }

  mutating func join(_ a: String, _ b: String) { sets.unite(root(a), root(b)) }

  mutating func areJoined(_ a: String, _ b: String) -> Bool { root(a) == root(b) }

  /// Whether joining `a` and `b` would join `c` and `d`.
  mutating func wouldJoin(_ a: String, _ b: String, and c: String, _ d: String) -> Bool {
    let (a, b, c, d) = (root(a), root(b), root(c), root(d))
    return (a == c && b == d) || (a == d && b == c)
  }
}
