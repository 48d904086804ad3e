import GraphModel

/// Computes expressions into slots.
final class ProjectSlots: Operator {
  struct Assignment {
    var slot: Int
    var value: BoundExpression
  }

  /// Properties of one node, which are read together.
  private struct Reading {
    var source: Int
    var slots: [Int] = []
    var keys: [GraphName] = []
    /// The same one by one, for whatever else the variable holds.
    var work: [(slot: Int, evaluate: Evaluator)] = []

    /// The tokens of the properties; nil while the graph does not know one of them.
    func tokens(_ graph: any PropertyGraph) -> [Token]? {
      let tokens = keys.compactMap { $0.key(graph) }
      return tokens.count == keys.count ? tokens : nil
    }
  }

  let assignments: [Assignment]
  private let readings: [Reading]
  /// What is run for each row besides, without what only describes it.
  private let work: [(slot: Int, evaluate: Evaluator)]

  init(_ input: Operator, _ assignments: [Assignment]) {
    self.assignments = assignments
    let targets = Set(assignments.map(\.slot))
    var readings: [Reading] = []
    for assignment in assignments {
      guard let (source, key) = assignment.value.property, !targets.contains(source) else { continue }
      let place = readings.firstIndex { $0.source == source } ?? readings.count
      if place == readings.count { readings.append(Reading(source: source)) }
      readings[place].slots.append(assignment.slot)
      readings[place].keys.append(GraphName(key))
      readings[place].work.append((assignment.slot, assignment.value.evaluate))
    }
    self.readings = readings.filter { $0.keys.count > 1 }
    let together = Set(self.readings.flatMap(\.slots))
    work = assignments.filter { !together.contains($0.slot) }.map { ($0.slot, $0.value.evaluate) }
    super.init(input)
  }

  override var name: String { "Project" }
  override var details: String { assignments.map(\.value.text).joined(separator: ", ") }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    var tokens = readings.map { $0.tokens(frame.graph) }
    return try runInput(frame) { frame in
      for (index, reading) in readings.enumerated() {
        // What a query writes may give a property its token.
        if tokens[index] == nil, frame.writer != nil { tokens[index] = reading.tokens(frame.graph) }
        guard case .node(let node) = frame.slots[reading.source], let keys = tokens[index] else {
          for (slot, evaluate) in reading.work { frame.slots[slot] = try evaluate(frame) }
          continue
        }
        try frame.checkAlive(node)
        for slot in reading.slots { frame.slots[slot] = .null }
        try frame.graph.properties(keys, of: node) { frame.slots[reading.slots[$0]] = Value($1) }
      }
      for (slot, evaluate) in work { frame.slots[slot] = try evaluate(frame) }
      return try next(frame)
    }
  }
}
