import GraphModel

extension Procedure {
  /// The procedures that come with the engine.
  static let builtIn: [Procedure] =
    schemaProcedures + graphProcedures + communityProcedures + pathProcedures + occurrenceProcedures + searchProcedures

  /// Procedures that say what is in the graph.
  private static let schemaProcedures: [Procedure] = [
    Procedure(
      name: "db.labels", arguments: [], required: 0,
      results: [Column(name: "label", type: "STRING"), Column(name: "nodes", type: "INTEGER")],
      summary: "The labels and how many nodes carry each.", example: "CALL db.labels()"
    ) { _, frame, emit in
      for name in try frame.graph.labelNames() {
        guard let token = frame.graph.labelToken(name) else { continue }
        if try !emit([.string(name), .integer(Int64(frame.graph.nodeCount(label: token)))]) { return }
      }
    },
    Procedure(
      name: "db.relationshipTypes", arguments: [], required: 0,
      results: [Column(name: "relationshipType", type: "STRING"), Column(name: "relationships", type: "INTEGER")],
      summary: "The relationship types and how many relationships are of each.",
      example: "CALL db.relationshipTypes()"
    ) { _, frame, emit in
      for name in try frame.graph.typeNames() {
        guard let token = frame.graph.typeToken(name) else { continue }
        if try !emit([.string(name), .integer(Int64(frame.graph.edgeCount(type: token)))]) { return }
      }
    },
    Procedure(
      name: "db.propertyKeys", arguments: [], required: 0, results: [Column(name: "propertyKey", type: "STRING")],
      summary: "The names of all properties.", example: "CALL db.propertyKeys()"
    ) { _, frame, emit in
      for name in try frame.graph.keyNames() where try !emit([.string(name)]) { return }
    },
    Procedure(
      name: "db.schema", arguments: [], required: 0,
      results: [
        Column(name: "source", type: "STRING"), Column(name: "type", type: "STRING"),
        Column(name: "target", type: "STRING"), Column(name: "relationships", type: "INTEGER"),
      ],
      summary: "Which labels are joined by which relationship types, and how often.", example: "CALL db.schema()"
    ) { _, frame, emit in
      var count = SchemaCount(frame)
      for (names, number) in try count.rows() {
        if try !emit(names.map { .string($0) } + [.integer(Int64(number))]) { return }
      }
    },
    Procedure(
      name: "dbms.functions", arguments: [], required: 0,
      results: [
        Column(name: "name", type: "STRING"), Column(name: "signature", type: "STRING"),
        Column(name: "description", type: "STRING"), Column(name: "example", type: "STRING"),
      ],
      summary: "All functions, with an example each.", example: "CALL dbms.functions()"
    ) { _, _, emit in
      for function in CypherFunction.all.values.sorted(by: { $0.name < $1.name }) {
        let row = [function.name, "\(function.name)(\(function.signature))", function.summary, function.example]
        if try !emit(row.map { .string($0) }) { return }
      }
    },
    Procedure(
      name: "dbms.procedures", arguments: [], required: 0,
      results: [
        Column(name: "name", type: "STRING"), Column(name: "signature", type: "STRING"),
        Column(name: "description", type: "STRING"), Column(name: "example", type: "STRING"),
      ],
      summary: "All procedures, with an example each.", example: "CALL dbms.procedures()"
    ) { _, frame, emit in
      for procedure in frame.procedures.all {
        let row = [procedure.name, procedure.signature, procedure.summary, procedure.example]
        if try !emit(row.map { .string($0) }) { return }
      }
    },
  ]
}
