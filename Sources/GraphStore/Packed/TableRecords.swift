import GraphModel

/// Where the rows of a table stand in their file.
enum LinesRecord: Hashable {
  /// Row *i* stands on line `first` + *i*.
  case rising(first: Int)
  /// The edge at place *i* of those sorted by target stands on line `first` + *i*.
  case risingByTarget(first: Int)
  /// Each row's line.
  case listed(NumbersRecord)

  func encode(to writer: inout ByteWriter) {
    switch self {
    case .rising(let first):
      writer.byte(0)
      writer.number(first)
    case .risingByTarget(let first):
      writer.byte(1)
      writer.number(first)
    case .listed(let record):
      writer.byte(2)
      record.encode(to: &writer)
    }
  }

  init(from reader: inout ByteReader) throws {
    switch try reader.byte() {
    case 0: self = .rising(first: try reader.number())
    case 1: self = .risingByTarget(first: try reader.number())
    case 2: self = .listed(try NumbersRecord(from: &reader))
    default: throw StoreError.damaged("the lines of a packed table")
    }
  }

  var parts: [Int] { if case .listed(let record) = self, record.part > 0 { [record.part] } else { [] } }
}

/// How a table of nodes lies in parts.
struct NodeTableRecord: Hashable {
  /// The labels; the first is the nodes' type.
  var labels: [Token]
  /// The name that edges call the table's keys by; empty: any.
  var space: String
  /// The property that identifies a node among those of its type.
  var key: Token
  /// Number of nodes.
  var count: Int
  /// The properties, in the file's order.
  var columns: [ColumnRecord]
  var lines: LinesRecord

  var parts: [Int] { columns.flatMap(\.parts) + lines.parts }

  func encode(to writer: inout ByteWriter) {
    writer.number(labels.count)
    for label in labels { writer.number(Int(label)) }
    writer.text(space)
    writer.number(Int(key))
    writer.number(count)
    writer.number(columns.count)
    for column in columns { column.encode(to: &writer) }
    lines.encode(to: &writer)
  }

  init(labels: [Token], space: String, key: Token, count: Int, columns: [ColumnRecord], lines: LinesRecord) {
    self.labels = labels
    self.space = space
    self.key = key
    self.count = count
    self.columns = columns
    self.lines = lines
  }

  init(from reader: inout ByteReader) throws {
    labels = []
    for _ in 0..<(try reader.count()) { labels.append(Token(truncatingIfNeeded: try reader.number())) }
    space = try reader.text()
    key = Token(truncatingIfNeeded: try reader.number())
    count = try reader.number()
    columns = []
    for _ in 0..<(try reader.count()) { columns.append(try ColumnRecord(from: &reader)) }
    lines = try LinesRecord(from: &reader)
    guard !labels.isEmpty, count <= Int(UInt32.max) else { throw StoreError.damaged("a packed table") }
  }
}

/// A table of nodes by the number of its file and its index there.
struct TableReference: Hashable {
  var file: Int
  var index: Int
}

/// How a table of edges lies in parts.
struct EdgeTableRecord: Hashable {
  /// Neighbours seen from one side.
  struct Side: Hashable {
    /// Where each row's neighbours start.
    var offsets: NumbersRecord
    /// The rows at the far ends.
    var neighbors: NumbersRecord
  }

  var type: Token
  var source: TableReference
  var target: TableReference
  var count: Int
  var loops: Int
  var outgoing: Side
  var incoming: Side
  /// The properties, in the file's order; their rows are the edges sorted by source, then target.
  var columns: [ColumnRecord]
  var lines: LinesRecord

  var parts: [Int] {
    [outgoing.offsets, outgoing.neighbors, incoming.offsets, incoming.neighbors].map(\.part).filter { $0 > 0 }
      + columns.flatMap(\.parts) + lines.parts
  }

  func encode(to writer: inout ByteWriter) {
    writer.number(Int(type))
    for end in [source, target] {
      writer.number(end.file)
      writer.number(end.index)
    }
    writer.number(count)
    writer.number(loops)
    for side in [outgoing, incoming] {
      side.offsets.encode(to: &writer)
      side.neighbors.encode(to: &writer)
    }
    writer.number(columns.count)
    for column in columns { column.encode(to: &writer) }
    lines.encode(to: &writer)
  }

  init(
    type: Token, source: TableReference, target: TableReference, count: Int, loops: Int, outgoing: Side,
    incoming: Side, columns: [ColumnRecord], lines: LinesRecord
  ) {
    self.type = type
    self.source = source
    self.target = target
    self.count = count
    self.loops = loops
    self.outgoing = outgoing
    self.incoming = incoming
    self.columns = columns
    self.lines = lines
  }

  init(from reader: inout ByteReader) throws {
    type = Token(truncatingIfNeeded: try reader.number())
    source = TableReference(file: try reader.number(), index: try reader.number())
    target = TableReference(file: try reader.number(), index: try reader.number())
    count = try reader.number()
    loops = try reader.number()
    outgoing = Side(offsets: try NumbersRecord(from: &reader), neighbors: try NumbersRecord(from: &reader))
    incoming = Side(offsets: try NumbersRecord(from: &reader), neighbors: try NumbersRecord(from: &reader))
    columns = []
    for _ in 0..<(try reader.count()) { columns.append(try ColumnRecord(from: &reader)) }
    lines = try LinesRecord(from: &reader)
    guard count <= Int(UInt32.max) else { throw StoreError.damaged("a packed table") }
  }
}

/// The tables of one imported file.
struct FileTables: Hashable {
  var nodes: [NodeTableRecord] = []
  var edges: [EdgeTableRecord] = []

  var parts: [Int] { nodes.flatMap(\.parts) + edges.flatMap(\.parts) }

  func encode() -> [UInt8] {
    var writer = ByteWriter()
    writer.number(nodes.count)
    for table in nodes { table.encode(to: &writer) }
    writer.number(edges.count)
    for table in edges { table.encode(to: &writer) }
    return writer.bytes
  }

  init(nodes: [NodeTableRecord] = [], edges: [EdgeTableRecord] = []) {
    self.nodes = nodes
    self.edges = edges
  }

  init(_ bytes: [UInt8]) throws {
    self.init()
    (nodes, edges) = try ByteReader.read(bytes) { reader in
      var nodes: [NodeTableRecord] = []
      for _ in 0..<(try reader.count()) { nodes.append(try NodeTableRecord(from: &reader)) }
      var edges: [EdgeTableRecord] = []
      for _ in 0..<(try reader.count()) { edges.append(try EdgeTableRecord(from: &reader)) }
      return (nodes, edges)
    }
  }
}
