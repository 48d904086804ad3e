import GraphModel

/// A packed table of nodes.
final class StoredNodeTable: NodeTable {
  let record: NodeTableRecord
  let reference: TableReference
  let file: ImportedFile
  private let parts: PartTable
  private let columns: [(key: Token, column: StoredColumn)]
  private var lines: PackedNumbers?
  /// The number of its first node among those of all tables.
  var base = 0

  init(_ record: NodeTableRecord, _ reference: TableReference, of file: ImportedFile, in parts: PartTable) throws {
    self.record = record
    self.reference = reference
    self.file = file
    self.parts = parts
    columns = try record.columns.map { ($0.key, try StoredColumn($0, count: record.count, in: parts)) }
  }

  var labels: [Token] { record.labels }
  var count: Int { record.count }
  var first: NodeID { NodeID(PackedCatalogue.firstIdentity + Int64(base)) }

  func column(_ key: Token) -> (any PackedColumn)? { stored(key) }

  func stored(_ key: Token) -> StoredColumn? {
    for entry in columns where entry.key == key { return entry.column }
    return nil
  }

  var keyColumn: StoredColumn? { stored(record.key) }

  func properties(of row: Int) throws -> [(key: Token, value: PropertyValue)] {
    try columns.compactMap { key, column in try column.value(at: row).map { (key, $0) } }
  }

  /// The row's line in the file, from 1.
  func line(of row: Int) throws -> Int {
    switch record.lines {
    case .rising(let first), .risingByTarget(let first): return first + row
    case .listed(let numbers):
      if lines == nil { lines = PackedNumbers(numbers, in: parts) }
      return Int(try lines?.value(at: row) ?? 0)
    }
  }
}

/// A packed table of edges.
final class StoredEdgeTable: EdgeTable {
  let record: EdgeTableRecord
  let file: ImportedFile
  /// Indices of the tables at its ends among those of the catalogue.
  let source: Int
  let target: Int
  /// Nodes of these tables.
  private let rows: (source: Int, target: Int)
  private let parts: PartTable
  private let sides: [(offsets: PackedNumbers, neighbors: PackedNumbers)]
  private let columns: [(key: Token, column: StoredColumn)]
  private var lines: PackedNumbers?
  private var areOffsetsRising = [false, false]
  /// The number of its first edge among those of all tables.
  var base = 0

  init(
    _ record: EdgeTableRecord, of file: ImportedFile, source: (index: Int, count: Int),
    target: (index: Int, count: Int), in parts: PartTable
  ) throws {
    self.record = record
    self.file = file
    self.source = source.index
    self.target = target.index
    self.parts = parts
    rows = (source.count, target.count)
    columns = try record.columns.map { ($0.key, try StoredColumn($0, count: record.count, in: parts)) }
    sides = [record.outgoing, record.incoming].map { side in
      (PackedNumbers(side.offsets, in: parts), PackedNumbers(side.neighbors, in: parts))
    }
    for (side, (near, far)) in zip(sides, [(source.count, target.count), (target.count, source.count)]) {
      guard side.offsets.count == near + 1, side.neighbors.count == record.count, record.count == 0 || far > 0,
        side.offsets.record.bound == record.count + 1, side.neighbors.record.bound == far
      else { throw StoreError.damaged("a packed table of edges") }
    }
  }

  var type: Token { record.type }
  var count: Int { record.count }
  var loops: Int { record.loops }
  var first: EdgeID { EdgeID(PackedCatalogue.firstIdentity + Int64(base)) }

  private func side(_ direction: Direction) -> Int { direction == .incoming ? 1 : 0 }

  func offsets(_ direction: Direction) throws -> [UInt32] {
    let side = side(direction)
    let offsets = try sides[side].offsets.all()
    if !areOffsetsRising[side] {
      guard offsets.last.map({ Int($0) == record.count }) ?? false, zip(offsets, offsets.dropFirst()).allSatisfy(<=)
      else { throw StoreError.damaged("the offsets of a packed table of edges") }
      areOffsetsRising[side] = true
    }
    return offsets
  }

  func neighbors(_ direction: Direction) throws -> [UInt32] { try sides[side(direction)].neighbors.all() }

  /// Where a row's neighbours lie.
  func range(of row: Int, _ direction: Direction) throws -> Range<Int> {
    let offsets = sides[side(direction)].offsets
    let start = Int(try offsets.value(at: row))
    let end = Int(try offsets.value(at: row + 1))
    guard start <= end, end <= record.count else {
      throw StoreError.damaged("the offsets of a packed table of edges")
    }
    return start..<end
  }

  /// The row at the far end of the edge at a place.
  func neighbor(at place: Int, _ direction: Direction) throws -> Int {
    Int(try sides[side(direction)].neighbors.value(at: place))
  }

  /// Lends the rows at the far ends of a row's edges.
  func withNeighbors<T>(
    of row: Int, _ direction: Direction, _ body: (UnsafeBufferPointer<UInt32>) throws -> T
  ) throws -> T {
    try sides[side(direction)].neighbors.with(range(of: row, direction), body)
  }

  /// The place, among the edges sorted by source, of one of those sorted by target.
  func outgoingPlace(ofIncoming place: Int, from source: Int, to target: Int) throws -> Int {
    // Parallel edges lie side by side in both orders.
    var equal = 0
    let incoming = try range(of: target, .incoming)
    while place - equal > incoming.lowerBound, try neighbor(at: place - equal - 1, .incoming) == source { equal += 1 }
    let range = try range(of: source, .outgoing)
    return try lowerBound(of: target, in: range, .outgoing) + equal
  }

  /// The first place of the edges from a row to another; nil where there is none.
  func place(from source: Int, to target: Int) throws -> Int? {
    let range = try range(of: source, .outgoing)
    let place = try lowerBound(of: target, in: range, .outgoing)
    guard place < range.upperBound, try neighbor(at: place, .outgoing) == target else { return nil }
    return place
  }

  /// The first place in a range whose neighbour is not before a row.
  private func lowerBound(of row: Int, in range: Range<Int>, _ direction: Direction) throws -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if try neighbor(at: middle, direction) < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The row that the edge at a place starts from.
  func sourceRow(at place: Int) throws -> Int {
    let offsets = sides[0].offsets
    var low = 0
    var high = rows.source - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(try offsets.value(at: middle)) <= place { low = middle } else { high = middle - 1 }
    }
    return low
  }

  func property(_ key: Token, at place: Int) throws -> PropertyValue? {
    for entry in columns where entry.key == key { return try entry.column.value(at: place) }
    return nil
  }

  func properties(at place: Int) throws -> [(key: Token, value: PropertyValue)] {
    try columns.compactMap { key, column in try column.value(at: place).map { (key, $0) } }
  }

  /// The edge's line in the file, from 1.
  func line(of place: Int) throws -> Int {
    switch record.lines {
    case .rising(let first): return first + place
    case .risingByTarget(let first):
      let source = try sourceRow(at: place)
      let target = try neighbor(at: place, .outgoing)
      let twins = place - (try lowerBound(of: target, in: range(of: source, .outgoing), .outgoing))
      return try first + lowerBound(of: source, in: range(of: target, .incoming), .incoming) + twins
    case .listed(let numbers):
      if lines == nil { lines = PackedNumbers(numbers, in: parts) }
      return Int(try lines?.value(at: place) ?? 0)
    }
  }

  /// The place of the edge that stands on a line of the file; nil where none does.
  func place(ofLine line: Int) throws -> Int? {
    switch record.lines {
    case .rising(let first): return line >= first && line < first + count ? line - first : nil
    case .risingByTarget(let first):
      guard line >= first, line < first + count else { return nil }
      let offsets = try offsets(.incoming)
      var low = 0
      var high = rows.target - 1
      while low < high {
        let middle = (low + high + 1) / 2
        if Int(offsets[middle]) <= line - first { low = middle } else { high = middle - 1 }
      }
      let source = try neighbor(at: line - first, .incoming)
      return try outgoingPlace(ofIncoming: line - first, from: source, to: low)
    case .listed(let numbers):
      if lines == nil { lines = PackedNumbers(numbers, in: parts) }
      for place in 0..<count where Int(try lines?.value(at: place) ?? 0) == line { return place }
      return nil
    }
  }
}
