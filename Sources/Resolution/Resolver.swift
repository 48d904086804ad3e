import GraphModel

/// Decides which entities of different documents are the same thing, and builds nodes and edges from them.
///
/// Pure functions of findings and judgements: no order of documents, clock or thread shows in a result. The keeper of
/// findings asks in three steps: the claims of each document; the clusters of all claims whose blocks are connected (a
/// cluster never reaches beyond); the node of each cluster and the edges between them.
public enum Resolver {
  /// The version of what is decided here; with another one every graph is derived anew.
  public static let version = "1"

  /// What a document's entities are identified by, in the order of its findings.
  public static func claims(of findings: Findings) -> [EntityClaim] { ClaimReader(findings).claims() }

  /// The claim of a node that a person stated: nothing but its own key identifies it, so that it stays a thing of its own
  /// until a person says that it is the same as another.
  public static func claim(of node: JudgementBook.StatedNode) -> EntityClaim {
    var properties = node.properties
    let name = properties.removeValue(forKey: "name")?.text ?? ""
    var surfaces: [String] = []
    if case .list(let texts)? = properties.removeValue(forKey: "aliases") {
      surfaces = texts.compactMap(\.text).sorted()
    }
    return EntityClaim(
      id: ClaimID(document: DocumentID(node.key), index: 0), type: node.type, name: name, surfaces: surfaces,
      properties: properties, keys: [], localKey: node.key)
  }

  /// The nodes that claims make.
  ///
  /// - Parameter claims: all claims of one or more whole groups of connected blocks, in any order. Blocks are connected by
  ///   claims that lie in both and by the book's `connections`.
  public static func resolve(_ claims: [EntityClaim], judgements book: JudgementBook = JudgementBook()) -> Resolution {
    var clustering = Clustering(claims, book: book)
    return Resolution(clusters: clustering.run(), contradictions: book.contradictions)
  }

  /// The claim that a local key names; nil for any other key.
  public static func claim(ofLocalKey key: String) -> ClaimID? {
    guard let mark = key.lastIndex(of: "#") else { return nil }
    let parts = key[key.index(after: mark)...].split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 16, let index = Int(parts[1]), index >= 0 else { return nil }
    return ClaimID(document: DocumentID(String(parts[0])), index: index)
  }

  /// The node of a cluster, corrected as judgements say.
  public static func node(of cluster: Cluster, judgements book: JudgementBook = JudgementBook()) -> Node {
    NodeBuilder(cluster: cluster, book: book).node()
  }

  /// The node of some claims that are known to be the one with a key, where no judgement corrects it.
  public static func node(key: String, of members: [EntityClaim]) -> Node {
    let cluster = Cluster(key: key, keys: [], members: members, isRejected: false)
    return NodeBuilder(cluster: cluster, book: JudgementBook()).node()
  }

  /// Whether it hangs on the numbers of documents which of the distinct names of its claims a node of a type has.
  public static func isWeighed(names: [String], type: String) -> Bool {
    NodeBuilder.isWeighed(names: names, type: type)
  }

  /// What the key of an edge of a type has after its nodes' part (see `EdgeKey`).
  public static func edgeMark(_ type: String, properties: [String: PropertyValue], schema: GraphSchema) -> String {
    EdgeBuilder(type: schema.edge(type), name: type).mark(properties)
  }

  /// The stable key of the edge that a relation makes between two nodes; nil for one from a node to itself.
  public static func edgeKey(
    _ type: String, from: String, to: String, properties: [String: PropertyValue], schema: GraphSchema
  ) -> String? {
    from == to
      ? nil : EdgeBuilder(type: schema.edge(type), name: type).key(from: from, to: to, properties: properties)
  }

  /// The edge of relations that share a key; nil where it leads from a node to itself or a judgement rejects it.
  ///
  /// - Parameter relations: the properties of each relation, at least one, in any order.
  public static func edge(
    _ type: String, from: String, to: String, relations: [[String: PropertyValue]], schema: GraphSchema,
    judgements book: JudgementBook = JudgementBook()
  ) -> Edge? {
    let builder = EdgeBuilder(type: schema.edge(type), name: type)
    guard from != to, let first = relations.first else { return nil }
    let key = builder.key(from: from, to: to, properties: first)
    guard !book.rejected.contains(key) else { return nil }
    return Edge(
      id: EdgeID(key: key), key: key, type: type, source: NodeID(key: from), target: NodeID(key: to),
      properties: properties(ofEdge: key, type: type, forms: relations.map { ($0, 1) }, judgements: book))
  }

  /// The properties of the edge with a key, of the distinct properties that relations give it, each with the number of
  /// these relations.
  public static func properties(
    ofEdge key: String, type: String, forms: [(properties: [String: PropertyValue], claims: Int)],
    judgements book: JudgementBook = JudgementBook()
  ) -> [String: PropertyValue] {
    book.corrected(EdgeBuilder(type: nil, name: type).merged(forms), keys: [key])
  }
}
