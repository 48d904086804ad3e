import GraphModel

/// What arrives at one node of a pattern, multiplied row by row.
struct NodeFlow {
  private let flow: PatternFlow
  private let node: Int
  /// The rows that still have a match, rising; nil: every row of the node's tables.
  private var rows: [Int32]?
  /// Matches by row; empty: one each.
  private var weights: [Int64] = []
  private var payloads: [PatternFlow.Payload] = []

  init(_ flow: PatternFlow, node: Int) {
    self.flow = flow
    self.node = node
  }

  private var allRows: [Int32] {
    flow.domains[node].sorted().flatMap { table in
      Int32(flow.bases[table])..<Int32(flow.bases[table] + flow.tables[table].count)
    }
  }

  // MARK: Arriving

  /// Whether few rows hand something on: then it is cheaper to follow their edges than those of every row here.
  func isWorthPushing(_ message: PatternFlow.Message, _ edge: Int) -> Bool {
    let other = flow.tree.edges[edge].near == node ? flow.tree.edges[edge].far : flow.tree.edges[edge].near
    let size = flow.domains[other].reduce(0) { $0 + flow.tables[$1].count }
    return message.rows.count * 3 < size
  }

  /// Takes the first message by following the edges of its rows.
  mutating func push(_ message: PatternFlow.Message, along edge: Int) throws {
    let steps = EdgeFlow(flow, edge: edge, toNear: flow.tree.edges[edge].near == node)
    let reached = try steps.carry(message.weights, of: message.rows, isWhole: message.isWhole, to: nil)
    weights = reached
    var found: [Int32] = []
    for table in flow.domains[node].sorted() {
      let base = flow.bases[table]
      for row in base..<base + flow.tables[table].count where weights[row] != 0 { found.append(Int32(row)) }
    }
    rows = found
    for payload in message.payloads {
      payloads.append(
        PatternFlow.Payload(
          measure: payload.measure,
          counts: try steps.carry(payload.counts, of: message.rows, isWhole: false, to: nil),
          sums: try steps.carry(payload.sums, of: message.rows, isWhole: false, to: nil)))
    }
  }

  /// Takes a message by following the edges of the rows here.
  mutating func pull(_ message: PatternFlow.Message, along edge: Int) throws {
    let steps = EdgeFlow(flow, edge: edge, toNear: flow.tree.edges[edge].near == node)
    let here = rows ?? allRows
    let arrived = try steps.carry(message.weights, of: message.rows, isWhole: message.isWhole, to: here)
    for index in payloads.indices {
      try Self.multiply(&payloads[index].counts, by: arrived, here)
      try Self.multiply(&payloads[index].sums, by: arrived, here)
    }
    for payload in message.payloads {
      var counts = try steps.carry(payload.counts, of: message.rows, isWhole: false, to: here)
      var sums = try steps.carry(payload.sums, of: message.rows, isWhole: false, to: here)
      if !weights.isEmpty {
        try Self.multiply(&counts, by: weights, here)
        try Self.multiply(&sums, by: weights, here)
      }
      payloads.append(PatternFlow.Payload(measure: payload.measure, counts: counts, sums: sums))
    }
    if weights.isEmpty { weights = arrived } else { try Self.multiply(&weights, by: arrived, here) }
    rows = here.filter { weights[Int($0)] != 0 }
  }

  private static func multiply(_ numbers: inout [Int64], by others: [Int64], _ rows: [Int32]) throws {
    var overflow = false
    numbers.withUnsafeMutableBufferPointer { numbers in
      others.withUnsafeBufferPointer { others in
        for row in rows {
          let (product, carry) = numbers[Int(row)].multipliedReportingOverflow(by: others[Int(row)])
          numbers[Int(row)] = product
          overflow = overflow || carry
        }
      }
    }
    if overflow { throw PatternFlow.Refusal() }
  }

  /// Applies the node's own conditions.
  mutating func filter() throws {
    let tests = flow.tree.nodes[node].tests
    guard !tests.isEmpty else { return }
    let filter = TableFilter(tests: tests, frame: flow.frame)
    var kept: [Int32] = []
    for table in flow.domains[node].sorted() {
      let base = flow.bases[table]
      let end = base + flow.tables[table].count
      let given = rows.map { rows in rows.filter { Int($0) >= base && Int($0) < end }.map { Int($0) - base } }
      for row in try filter.rows(of: flow.tables[table], among: given) { kept.append(Int32(base + row)) }
    }
    rows = kept
  }

  // MARK: Leaving

  /// What the node hands on, its own measured properties included.
  func finished() throws -> PatternFlow.Message {
    let isWhole = rows == nil && weights.isEmpty
    var message = PatternFlow.Message(rows: rows ?? allRows, weights: weights, isWhole: isWhole)
    // Rows that conditions ruled out hand nothing on.
    if !weights.isEmpty { message.weights = masked(weights, message.rows) }
    message.payloads = payloads.map { payload in
      PatternFlow.Payload(
        measure: payload.measure, counts: masked(payload.counts, message.rows),
        sums: masked(payload.sums, message.rows))
    }
    for (index, measure) in flow.measures.enumerated() where measure.kind != .rows && measure.node == node {
      message.payloads.append(try payload(index, measure, message))
    }
    return message
  }

  private func masked(_ numbers: [Int64], _ rows: [Int32]) -> [Int64] {
    var result = [Int64](repeating: 0, count: numbers.count)
    for row in rows { result[Int(row)] = numbers[Int(row)] }
    return result
  }

  private func payload(
    _ index: Int, _ measure: FactorizedGroup.Measure, _ message: PatternFlow.Message
  ) throws -> PatternFlow.Payload {
    var payload = PatternFlow.Payload(
      measure: index, counts: Array(repeating: 0, count: flow.total), sums: Array(repeating: 0, count: flow.total))
    let token = measure.key?.key(flow.frame.graph)
    for table in flow.domains[node].sorted() {
      guard let token, let column = flow.tables[table].column(token) else { continue }
      let base = flow.bases[table]
      let end = base + flow.tables[table].count
      if measure.kind == .values {
        guard column.codeCount != nil || !column.hasNulls else { throw PatternFlow.Refusal() }
        let absent = column.hasNulls
        let codes = absent ? try column.codes() : []
        for row in message.rows where Int(row) >= base && Int(row) < end && (!absent || codes[Int(row) - base] != 0) {
          payload.counts[Int(row)] = message.weight(at: Int(row))
        }
        continue
      }
      guard column.holdsIntegers, let count = column.codeCount else { throw PatternFlow.Refusal() }
      var values = [Int64?](repeating: nil, count: count)
      for code in 0..<count {
        if case .integer(let number)? = try column.value(ofCode: UInt32(code)) { values[code] = number }
      }
      let codes = try column.codes()
      for row in message.rows where Int(row) >= base && Int(row) < end {
        guard let value = values[Int(codes[Int(row) - base])] else { continue }
        let weight = message.weight(at: Int(row))
        let (product, overflow) = value.multipliedReportingOverflow(by: weight)
        if overflow { throw PatternFlow.Refusal() }
        payload.counts[Int(row)] = weight
        payload.sums[Int(row)] = product
      }
    }
    return payload
  }
}
