/// A graph of which some nodes and edges lie in packed tables that can be read column by column.
///
/// What the tables hold is also part of the graph as every `PropertyGraph` shows it; they are a quicker way to it.
public protocol PackedGraph: PropertyGraph {
  /// The tables of nodes; their identities rise from table to table.
  func nodeTables() throws -> [any NodeTable]
  /// The tables of edges; their identities rise from table to table.
  func edgeTables() throws -> [any EdgeTable]
  /// Whether every node that carries a label (nil: every node) lies in a table.
  func isPacked(label: Token?) throws -> Bool
  /// Whether every edge of a type (nil: every edge) lies in a table.
  func isPacked(type: Token?) throws -> Bool
}

/// Nodes with the same labels, as rows of columns.
public protocol NodeTable: AnyObject {
  /// The labels of every node.
  var labels: [Token] { get }
  /// Number of nodes.
  var count: Int { get }
  /// The identity of the first node; those of the others follow without a gap.
  var first: NodeID { get }
  /// The values of a property; nil where no node has it.
  func column(_ key: Token) -> (any PackedColumn)?
}

/// The values of one property of a table's rows.
public protocol PackedColumn: AnyObject {
  /// Number of rows.
  var count: Int { get }
  /// Whether some row has no value.
  var hasNulls: Bool { get }
  /// Whether all values are integers.
  var holdsIntegers: Bool { get }
  /// Whether no two rows have the same value.
  var isUnique: Bool { get }
  /// Number of different codes that stand for values; nil where values are not coded.
  var codeCount: Int? { get }
  /// The code of each row, where values are coded: less than `codeCount`.
  func codes() throws -> [UInt32]
  /// The value that a code stands for; nil: none.
  func value(ofCode code: UInt32) throws -> PropertyValue?
  /// The value of a row; nil: none.
  func value(at row: Int) throws -> PropertyValue?
  /// Rows whose value is a text of exactly these bytes, or holds them, in rising order; nil where the column cannot tell
  /// without looking at each value.
  func rows(matching test: TextTest, _ bytes: [UInt8]) throws -> [Int]?
}

/// How a text is compared with another.
public enum TextTest: Sendable, Hashable {
  /// It is the other.
  case equals
  /// The other stands somewhere in it.
  case contains
  /// It starts with the other.
  case starts
}

/// Edges of one type between the nodes of two tables, sorted by source row, then target row.
public protocol EdgeTable: AnyObject {
  /// The type of every edge.
  var type: Token { get }
  /// The index of the table that the edges start from.
  var source: Int { get }
  /// The index of the table that the edges lead to.
  var target: Int { get }
  /// Number of edges.
  var count: Int { get }
  /// Number of edges from a node to itself.
  var loops: Int { get }
  /// The identity of the first edge; those of the others follow without a gap.
  var first: EdgeID { get }
  /// For each row of the near table (the source's for `outgoing`, the target's for `incoming`), and for the one after the
  /// last, where its neighbours start in `neighbors`.
  func offsets(_ direction: Direction) throws -> [UInt32]
  /// The rows of the far table that the edges of each row of the near table lead to, rising within a row.
  func neighbors(_ direction: Direction) throws -> [UInt32]
}
