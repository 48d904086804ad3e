/// Puts rows in order; equal rows stay in theirs. With a limit, keeps no more rows than can come out.
final class SortRows: Operator {
  struct Key {
    var slot: Int
    var descending: Bool
    var text: String
  }

  let keys: [Key]
  /// The slots that come out; the keys' own are kept beside them.
  let slots: [Int]
  let limit: BoundExpression?
  let skip: BoundExpression?

  init(_ input: Operator, keys: [Key], slots: [Int], limit: BoundExpression?, skip: BoundExpression?) {
    self.keys = keys
    self.slots = slots
    self.limit = limit
    self.skip = skip
    super.init(input)
  }

  override var name: String { limit == nil ? "Sort" : "Top" }
  override var details: String {
    let order = keys.map { $0.text + ($0.descending ? " DESC" : "") }.joined(separator: ", ")
    return limit.map { "\($0.text) by \(order)" } ?? order
  }

  private struct Row {
    var keys: [Value]
    var values: [Value]
    var number: Int
    var weight: Int
  }

  private func precedes(_ a: Row, _ b: Row) -> Bool {
    for (index, key) in keys.enumerated() {
      let ordering = Value.order(a.keys[index], b.keys[index])
      if ordering != .same { return (ordering == .before) != key.descending }
    }
    return a.number < b.number
  }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    var wanted: Int?
    if let limit {
      let (sum, overflow) = try SkipRows.number(limit, frame).addingReportingOverflow(
        try skip.map { try SkipRows.number($0, frame) } ?? 0)
      wanted = overflow ? nil : sum
    }
    var rows: [Row] = []
    var number = 0
    var held = 0
    defer { frame.release(bytes: held) }
    let keySlots = keys.map(\.slot)
    _ = try runInput(frame) { frame in
      try frame.tick()
      let keys = frame.save(keySlots)
      var row = Row(keys: keys, values: [], number: number, weight: 0)
      number += 1
      if let wanted, rows.count == wanted {
        // A heap with the last row on top: what comes after it cannot come out.
        guard let last = rows.first, precedes(row, last) else { return true }
        held -= last.weight
        frame.release(bytes: last.weight)
      }
      row.values = frame.save(slots)
      row.weight = row.keys.reduce(64) { $0 + 24 + $1.weight } + row.values.reduce(0) { $0 + 24 + $1.weight }
      try frame.hold(bytes: row.weight)
      held += row.weight
      if let wanted {
        if rows.count < wanted { push(row, &rows) } else { replaceTop(row, &rows) }
      } else {
        rows.append(row)
      }
      return true
    }
    try rows.sort { a, b in
      try frame.tick()
      return precedes(a, b)
    }
    for row in rows {
      frame.restore(slots, row.values)
      if try !next(frame) { return false }
    }
    return true
  }

  private func push(_ row: Row, _ heap: inout [Row]) {
    heap.append(row)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard precedes(heap[parent], heap[child]) else { return }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  private func replaceTop(_ row: Row, _ heap: inout [Row]) {
    heap[0] = row
    var parent = 0
    while true {
      var child = parent * 2 + 1
      guard child < heap.count else { return }
      if child + 1 < heap.count && precedes(heap[child], heap[child + 1]) { child += 1 }
      guard precedes(heap[parent], heap[child]) else { return }
      heap.swapAt(parent, child)
      parent = child
    }
  }
}
