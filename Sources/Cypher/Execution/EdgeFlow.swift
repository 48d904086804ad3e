import GraphModel

/// Carries numbers along one edge of a pattern, from the rows of one end to those of the other.
struct EdgeFlow {
  private let flow: PatternFlow
  private let levels: [[PatternFlow.Step]]
  private let minimum: Int
  private let isChain: Bool
  /// Whether numbers flow from the far end to the near one.
  private let toNear: Bool

  init(_ flow: PatternFlow, edge: Int, toNear: Bool) {
    self.flow = flow
    self.toNear = toNear
    levels = flow.steps[edge]
    minimum = flow.tree.edges[edge].minimum
    isChain = flow.tree.edges[edge].maximum > 1
  }

  /// The sums of what arrives at each row.
  ///
  /// - Parameter weights: numbers of the rows that hand something on; empty: one each.
  /// - Parameter isWhole: whether `rows` is every row of its node, each with one.
  /// - Parameter wanted: the rows whose sums are asked for; nil: all, found by following the edges of `rows`.
  func carry(_ weights: [Int64], of rows: [Int32], isWhole: Bool, to wanted: [Int32]?) throws -> [Int64] {
    if !isChain, let steps = levels.first { return try step(steps, weights, rows, isWhole: isWhole, wanted) }
    // The tables that a chain goes through need not be those of its end.
    var result = [Int64](repeating: 0, count: flow.total)
    guard levels.count >= minimum else { return result }
    var given = [Int64](repeating: 0, count: flow.total)
    for row in rows { given[Int(row)] = weights.isEmpty ? 1 : weights[Int(row)] }
    if toNear {
      // From the last step back to the first, adding what starts at each length that is long enough.
      var current = given
      for length in stride(from: levels.count, through: 1, by: -1) {
        let carried = try step(levels[length - 1], current, Self.nonzero(current), isWhole: false, nil)
        current = carried
        if length - 1 >= minimum { try Self.add(given, to: &current) }
      }
      result = current
    } else {
      var current = given
      for length in 1...levels.count {
        current = try step(levels[length - 1], current, Self.nonzero(current), isWhole: false, nil)
        if length >= minimum { try Self.add(current, to: &result) }
      }
    }
    return result
  }

  private static func nonzero(_ numbers: [Int64]) -> [Int32] {
    var rows: [Int32] = []
    for (row, number) in numbers.enumerated() where number != 0 { rows.append(Int32(row)) }
    return rows
  }

  private static func add(_ numbers: [Int64], to sums: inout [Int64]) throws {
    for (row, number) in numbers.enumerated() where number != 0 {
      let (sum, overflow) = sums[row].addingReportingOverflow(number)
      if overflow { throw PatternFlow.Refusal() }
      sums[row] = sum
    }
  }

  /// One relationship further.
  private func step(
    _ steps: [PatternFlow.Step], _ weights: [Int64], _ rows: [Int32], isWhole: Bool, _ wanted: [Int32]?
  ) throws -> [Int64] {
    var sums = [Int64](repeating: 0, count: flow.total)
    for step in steps {
      try flow.frame.tick(1024)
      let table = flow.edgeTables[step.table]
      // The side that numbers flow to.
      let isSource = step.forward == toNear
      let (here, there) = isSource ? (table.source, table.target) : (table.target, table.source)
      if let wanted {
        try pull(table, isSource ? .outgoing : .incoming, here, there, weights, rows, isWhole: isWhole, wanted, &sums)
      } else {
        try push(table, isSource ? .incoming : .outgoing, here, there, weights, rows, &sums)
      }
    }
    return sums
  }

  private func pull(
    _ table: any EdgeTable, _ direction: Direction, _ here: Int, _ there: Int, _ weights: [Int64], _ rows: [Int32],
    isWhole: Bool, _ wanted: [Int32], _ sums: inout [Int64]
  ) throws {
    let base = flow.bases[here]
    let end = base + flow.tables[here].count
    let offsets = try table.offsets(direction)
    if isWhole {
      for row in wanted where Int(row) >= base && Int(row) < end {
        let place = Int(row) - base
        sums[Int(row)] += Int64(offsets[place + 1] - offsets[place])
      }
      return
    }
    let neighbors = try table.neighbors(direction)
    let far = flow.bases[there]
    var overflow = false
    if weights.isEmpty {
      // Each that hands something on hands on one: a byte for each row stays in the cache.
      var isGiving = [UInt8](repeating: 0, count: flow.tables[there].count)
      for row in rows where Int(row) >= far && Int(row) < far + isGiving.count { isGiving[Int(row) - far] = 1 }
      neighbors.withUnsafeBufferPointer { neighbors in
        isGiving.withUnsafeBufferPointer { isGiving in
          for row in wanted where Int(row) >= base && Int(row) < end {
            var sum: Int64 = 0
            for place in Int(offsets[Int(row) - base])..<Int(offsets[Int(row) - base + 1]) {
              sum &+= Int64(isGiving[Int(neighbors[place])])
            }
            sums[Int(row)] &+= sum
          }
        }
      }
      return
    }
    neighbors.withUnsafeBufferPointer { neighbors in
      weights.withUnsafeBufferPointer { weights in
        for row in wanted where Int(row) >= base && Int(row) < end {
          var sum = sums[Int(row)]
          for place in Int(offsets[Int(row) - base])..<Int(offsets[Int(row) - base + 1]) {
            let (total, carry) = sum.addingReportingOverflow(weights[far + Int(neighbors[place])])
            sum = total
            overflow = overflow || carry
          }
          sums[Int(row)] = sum
        }
      }
    }
    if overflow { throw PatternFlow.Refusal() }
  }

  private func push(
    _ table: any EdgeTable, _ direction: Direction, _ here: Int, _ there: Int, _ weights: [Int64], _ rows: [Int32],
    _ sums: inout [Int64]
  ) throws {
    let offsets = try table.offsets(direction)
    let neighbors = try table.neighbors(direction)
    let base = flow.bases[here]
    let far = flow.bases[there]
    let end = far + flow.tables[there].count
    var overflow = false
    sums.withUnsafeMutableBufferPointer { sums in
      for row in rows where Int(row) >= far && Int(row) < end {
        let weight = weights.isEmpty ? 1 : weights[Int(row)]
        for place in Int(offsets[Int(row) - far])..<Int(offsets[Int(row) - far + 1]) {
          let target = base + Int(neighbors[place])
          let (total, carry) = sums[target].addingReportingOverflow(weight)
          sums[target] = total
          overflow = overflow || carry
        }
      }
    }
    if overflow { throw PatternFlow.Refusal() }
  }
}
