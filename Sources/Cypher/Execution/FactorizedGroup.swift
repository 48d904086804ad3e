import GraphModel

/// Groups the matches of a pattern and counts, sums or averages each group without going through the matches: numbers flow
/// along the pattern's edges from node to node, each node multiplying what its neighbours hand on (Yannakakis 1981; Olteanu
/// and Schleich 2016).
///
/// All keys belong to one node of the pattern. Where the graph cannot tell by its tables, or a number grows beyond 64 bits,
/// the plan is run match by match.
final class FactorizedGroup: Operator {
  /// A grouping key.
  struct Key {
    var slot: Int
    var evaluate: Evaluator
    /// The property that it is, where it is one.
    var property: GraphName?
    /// Whether it is the node itself.
    var isNode = false
  }

  /// An aggregate.
  struct Measure {
    enum Kind {
      /// The number of matches.
      case rows
      /// The number of matches with a value.
      case values
      case sum, average
    }

    var slot: Int
    var kind: Kind
    /// The node whose property is measured.
    var node = 0
    var key: GraphName?
  }

  /// Which groups can come out of the sort that follows.
  struct Top {
    /// The slot of the measure by which they are sorted first.
    var slot: Int
    var descending: Bool
    var limit: BoundExpression
    var skip: BoundExpression?
  }

  let plain: Operator
  let tree: PatternTree
  /// The node that the keys belong to; nil where there are none.
  let root: Int?
  let keys: [Key]
  let measures: [Measure]
  var top: Top?

  init(plain: Operator, input: Operator, tree: PatternTree, root: Int?, keys: [Key], measures: [Measure]) {
    self.plain = plain
    self.tree = tree
    self.root = root
    self.keys = keys
    self.measures = measures
    super.init(input)
  }

  override var name: String { "FactorizedGroup" }
  override var details: String { plain.details }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    guard frame.writer == nil, let graph = frame.graph as? any PackedGraph,
      let flow = try PatternFlow(tree, graph: graph, frame: frame, measures: measures)
    else { return try plain.start(frame, next) }
    let root = self.root ?? flow.center
    let result: PatternFlow.Message
    do {
      result = try flow.message(of: root, from: nil)
    } catch is PatternFlow.Refusal {
      return try plain.start(frame, next)
    } catch let error as CypherError where error.kind != .execution {
      // What a condition makes of a value that no match has is no error of the query.
      return try plain.start(frame, next)
    }
    let groups = FactorizedGroups(self, flow.measures, result, graph: graph, node: root, frame: frame)
    guard let rows = try groups.rows() else { return try plain.start(frame, next) }
    for row in rows {
      for (index, key) in keys.enumerated() { frame.slots[key.slot] = row.keys[index] }
      for (index, measure) in measures.enumerated() { frame.slots[measure.slot] = row.values[index] }
      if try !next(frame) { return false }
    }
    return true
  }
}
