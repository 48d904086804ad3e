import GraphModel

/// Writes edges into parts: sorted by counting, once by source and once by target.
struct EdgePacker {
  let columns: ColumnPacker
  private var parts: PartTable { columns.parts }

  init(columns: ColumnPacker) { self.columns = columns }

  func pack(
    _ edges: ImportedEdges, from source: StoredNodeTable, to target: StoredNodeTable
  ) throws -> EdgeTableRecord {
    let count = edges.from.count
    // By target first, where the file is not sorted so already; then by source, which keeps that order.
    let byTarget = Self.isRising(edges.to) ? nil : Self.sort(edges.to, below: target.count)
    let bySource: [UInt32]
    if let byTarget {
      let from = byTarget.order.map { edges.from[Int($0)] }
      bySource = Self.sort(from, below: source.count).order.map { byTarget.order[Int($0)] }
    } else {
      bySource = Self.sort(edges.from, below: source.count).order
    }
    let from = bySource.map { edges.from[Int($0)] }
    let to = bySource.map { edges.to[Int($0)] }
    let incoming = Self.sort(to, below: target.count)
    let record = EdgeTableRecord(
      type: try columns.tokens.make(.type, edges.type), source: source.reference, target: target.reference,
      count: count, loops: source === target ? zip(from, to).count { $0 == $1 } : 0,
      outgoing: EdgeTableRecord.Side(
        offsets: try parts.write(Self.offsets(from, below: source.count), bound: count + 1),
        neighbors: try parts.write(to, bound: target.count)),
      incoming: EdgeTableRecord.Side(
        offsets: try parts.write(incoming.offsets, bound: count + 1),
        neighbors: try parts.write(incoming.order.map { from[Int($0)] }, bound: source.count)),
      columns: try edges.columns.map { try columns.pack($0.reordered(bySource)) },
      lines: try lines(edges.lines, bySource, incoming.order))
    return record
  }

  private func lines(_ lines: [UInt32], _ bySource: [UInt32], _ incoming: [UInt32]) throws -> LinesRecord {
    let first = lines.first ?? 0
    let rises = lines.enumerated().allSatisfy { $1 == first &+ UInt32($0) }
    if rises, bySource.enumerated().allSatisfy({ $1 == UInt32($0) }) { return .rising(first: Int(first)) }
    if rises, incoming.enumerated().allSatisfy({ bySource[Int($1)] == UInt32($0) }) {
      return .risingByTarget(first: Int(first))
    }
    return .listed(try parts.write(bySource.map { lines[Int($0)] }, bound: 0))
  }

  private static func isRising(_ numbers: [UInt32]) -> Bool {
    var last: UInt32 = 0
    for number in numbers {
      if number < last { return false }
      last = number
    }
    return true
  }

  /// Where the rows of each number start among rows sorted by it, and the end.
  private static func offsets(_ numbers: [UInt32], below bound: Int) -> [UInt32] {
    var offsets = [UInt32](repeating: 0, count: bound + 1)
    for number in numbers { offsets[Int(number) + 1] += 1 }
    for index in offsets.indices.dropFirst() { offsets[index] += offsets[index - 1] }
    return offsets
  }

  /// The places of numbers in rising order, equal ones as they stood.
  private static func sort(_ numbers: [UInt32], below bound: Int) -> (order: [UInt32], offsets: [UInt32]) {
    let offsets = offsets(numbers, below: bound)
    var next = offsets
    let order = [UInt32](unsafeUninitializedCapacity: numbers.count) { order, filled in
      for (place, number) in numbers.enumerated() {
        order[Int(next[Int(number)])] = UInt32(place)
        next[Int(number)] += 1
      }
      filled = numbers.count
    }
    return (order, offsets)
  }
}

extension ImportedColumn {
  /// The values in another order of rows.
  func reordered(_ order: [UInt32]) -> ImportedColumn {
    func pick<T>(_ items: [T]) -> [T] { items.isEmpty ? [] : order.map { items[Int($0)] } }
    var result = self
    result.missing = pick(missing)
    switch values {
    case .integers(let items): result.values = .integers(pick(items))
    case .floats(let items): result.values = .floats(pick(items))
    case .booleans(let items): result.values = .booleans(pick(items))
    case .dates(let items): result.values = .dates(pick(items))
    case .values(let items): result.values = .values(pick(items))
    case .texts(let texts):
      var picked = ImportedTexts()
      for row in order { picked.append(texts.bytes[texts.range(Int(row))]) }
      result.values = .texts(picked)
    }
    return result
  }
}
