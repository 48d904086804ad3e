import GraphModel

/// Turns the numbers at a pattern's root into groups.
struct FactorizedGroups {
  struct Row {
    var keys: [Value]
    var values: [Value]
  }

  private let plan: FactorizedGroup
  private let measures: [FactorizedGroup.Measure]
  private let message: PatternFlow.Message
  private let tables: [any NodeTable]
  private let frame: Frame
  private let graph: any PackedGraph
  private let slot: Int

  init(
    _ plan: FactorizedGroup, _ measures: [FactorizedGroup.Measure], _ message: PatternFlow.Message,
    graph: any PackedGraph, node: Int, frame: Frame
  ) {
    self.plan = plan
    self.measures = measures
    self.message = message
    self.graph = graph
    self.frame = frame
    tables = (try? graph.nodeTables()) ?? []
    slot = plan.tree.nodes[node].slot
  }

  /// Matches, values and sums of a group, by measure.
  private struct Totals {
    var weight: Int64 = 0
    var counts: [Int64]
    var sums: [Int64]

    init(_ measures: Int) {
      counts = Array(repeating: 0, count: measures)
      sums = counts
    }
  }

  /// The groups; nil where a number grew too large.
  func rows() throws -> [Row]? {
    if plan.keys.isEmpty {
      var totals = Totals(measures.count)
      for row in message.rows { guard add(Int(row), to: &totals) else { return nil } }
      return [Row(keys: [], values: values(totals))]
    }
    return try isEachRowAGroup() ? single() : merged()
  }

  private func add(_ row: Int, to totals: inout Totals) -> Bool {
    var overflow = false
    func sum(_ a: inout Int64, _ b: Int64) {
      let (total, carry) = a.addingReportingOverflow(b)
      a = total
      overflow = overflow || carry
    }
    sum(&totals.weight, message.weight(at: row))
    for payload in message.payloads {
      sum(&totals.counts[payload.measure], payload.counts[row])
      sum(&totals.sums[payload.measure], payload.sums[row])
    }
    return !overflow
  }

  private func values(_ totals: Totals) -> [Value] {
    measures.enumerated().map { index, measure in
      switch measure.kind {
      case .rows: .integer(totals.weight)
      case .values: .integer(totals.counts[index])
      case .sum: .integer(totals.sums[index])
      case .average:
        totals.counts[index] == 0 ? .null : .float(Double(totals.sums[index]) / Double(totals.counts[index]))
      }
    }
  }

  /// The table of a row counted over all tables, and its number there.
  private func place(_ row: Int) -> (table: any NodeTable, row: Int)? {
    var rest = row
    for table in tables {
      if rest < table.count { return (table, rest) }
      rest -= table.count
    }
    return nil
  }

  private func isEachRowAGroup() throws -> Bool {
    if plan.keys.contains(where: \.isNode) { return true }
    guard let first = message.rows.first, let last = message.rows.last, let a = place(Int(first)),
      let b = place(Int(last)), a.table === b.table
    else { return message.rows.isEmpty }
    return plan.keys.contains { key in
      guard let token = key.property?.key(graph), let column = a.table.column(token) else { return false }
      return column.isUnique && !column.hasNulls
    }
  }

  private func keys(of row: Int) throws -> [Value] {
    guard let (table, row) = place(row) else { return [] }
    frame.slots[slot] = .node(NodeID(table.first.rawValue + Int64(row)))
    return try plan.keys.map { try $0.evaluate(frame) }
  }

  // MARK: One group a row

  private func single() throws -> [Row] {
    let chosen = try best()
    return try chosen.map { row in
      try frame.tick()
      var totals = Totals(measures.count)
      _ = add(Int(row), to: &totals)
      return Row(keys: try keys(of: Int(row)), values: values(totals))
    }
  }

  /// The rows that can come out of the sort that follows: those not behind as many others as it keeps.
  private func best() throws -> [Int32] {
    guard let top = plan.top, let index = measures.firstIndex(where: { $0.slot == top.slot }) else {
      return message.rows
    }
    let wanted = try SkipRows.number(top.limit, frame) + (top.skip.map { try SkipRows.number($0, frame) } ?? 0)
    let measure = measures[index]
    let payload = message.payloads.first { $0.measure == index }
    guard wanted > 0, wanted < message.rows.count, measure.kind != .average else { return message.rows }
    let sign: Int64 = top.descending ? 1 : -1
    func rank(_ row: Int32) -> Int64 {
      switch measure.kind {
      case .rows: sign * message.weight(at: Int(row))
      case .values: sign * (payload?.counts[Int(row)] ?? 0)
      case .sum, .average: sign * (payload?.sums[Int(row)] ?? 0)
      }
    }
    // A heap of the best, the least of them on top.
    var heap: [Int64] = []
    heap.reserveCapacity(wanted)
    for row in message.rows {
      let rank = rank(row)
      if heap.count < wanted {
        heap.append(rank)
        var child = heap.count - 1
        while child > 0, heap[(child - 1) / 2] > heap[child] {
          heap.swapAt(child, (child - 1) / 2)
          child = (child - 1) / 2
        }
      } else if rank > heap[0] {
        heap[0] = rank
        var parent = 0
        while parent * 2 + 1 < heap.count {
          var child = parent * 2 + 1
          if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
          guard heap[parent] > heap[child] else { break }
          heap.swapAt(parent, child)
          parent = child
        }
      }
    }
    return message.rows.filter { rank($0) >= heap[0] }
  }

  // MARK: Groups of several rows

  private func merged() throws -> [Row]? {
    if let coded = try coded() { return coded }
    var places: [GroupingKey: Int] = [:]
    var groups: [(keys: [Value], totals: Totals)] = []
    for row in message.rows {
      try frame.tick()
      let keys = try keys(of: Int(row))
      let key = GroupingKey(keys)
      let place = places[key] ?? groups.count
      if place == groups.count {
        try frame.hold(bytes: keys.reduce(160) { $0 + 24 + $1.weight })
        places[key] = place
        groups.append((keys, Totals(measures.count)))
      }
      guard add(Int(row), to: &groups[place].totals) else { return nil }
    }
    return groups.map { Row(keys: $0.keys, values: values($0.totals)) }
  }

  /// More combinations of codes than this are looked up instead of counted out.
  private static let mostCombinations = 1 << 20

  /// Groups by the codes of the keys; nil where keys are not coded.
  private func coded() throws -> [Row]? {
    guard let first = message.rows.first, let last = message.rows.last, let (table, _) = place(Int(first)),
      place(Int(last))?.table === table
    else { return nil }
    let base = tables.prefix { $0 !== table }.reduce(0) { $0 + $1.count }
    var columns: [(column: any PackedColumn, codes: [UInt32], stride: Int)] = []
    var combinations = 1
    for key in plan.keys {
      guard let token = key.property?.key(graph), let column = table.column(token), let count = column.codeCount,
        combinations * max(count, 1) <= Self.mostCombinations, !columns.contains(where: { $0.column === column })
      else { return nil }
      columns.append((column, try column.codes(), combinations))
      combinations *= max(count, 1)
    }
    var places = [Int32](repeating: -1, count: combinations)
    var groups: [(row: Int, totals: Totals)] = []
    for row in message.rows {
      let local = Int(row) - base
      var combination = 0
      for column in columns { combination += Int(column.codes[local]) * column.stride }
      if places[combination] < 0 {
        places[combination] = Int32(groups.count)
        groups.append((Int(row), Totals(measures.count)))
      }
      guard add(Int(row), to: &groups[Int(places[combination])].totals) else { return nil }
    }
    return try groups.map { Row(keys: try keys(of: $0.row), values: values($0.totals)) }
  }
}
