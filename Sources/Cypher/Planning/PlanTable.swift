import GraphModel

/// A plan as a table for people: EXPLAIN and PROFILE.
enum PlanTable {
  static func describe(_ root: Operator, profiled: Bool) -> ResultTable {
    var table = ResultTable(columns: ["operator", "details", profiled ? "rows" : "estimated rows"])
    add(root, indent: 0, profiled, &table)
    return table
  }

  private static func add(_ step: Operator, indent: Int, _ profiled: Bool, _ table: inout ResultTable) {
    if !(step is Argument) {
      let count: ResultValue =
        profiled
        ? .value(.integer(Int64(step.rows))) : step.estimate.map { .value(.integer(Int64($0.rounded()))) } ?? .null
      table.rows.append([
        .value(.string(String(repeating: "  ", count: indent) + step.name)), .value(.string(step.details)), count,
      ])
    }
    for inner in step.inner { add(inner, indent: indent + 1, profiled, &table) }
    if let input = step.input { add(input, indent: indent, profiled, &table) }
  }
}
