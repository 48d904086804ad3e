import Glibc
import GraphModel
import GraphStore

extension KnowledgeBase {
  /// Audits the file: pages, records, evidence, and whether the graph is what the findings derive to.
  ///
  /// The last takes a copy of the file in the folder for temporary files, removed afterwards.
  /// - Returns: what is wrong, by kind, then subject.
  public func check() throws -> [Problem] {
    var problems: [Problem] = []
    try translating {
      problems += try store.damages().map { Problem(kind: .damagedFile, subject: path, detail: $0) }
      // Where pages are damaged nothing else can be believed.
      guard problems.isEmpty else { return }
      try store.read {
        problems += try checkDocuments()
        problems += try checkGraph()
      }
      if problems.isEmpty { problems += try checkDerivation() }
    }
    return problems.sorted { ($0.kind.rawValue, $0.subject, $0.detail) < ($1.kind.rawValue, $1.subject, $1.detail) }
  }

  private func checkDocuments() throws -> [Problem] {
    var problems = try store.incompleteDocuments().map {
      Problem(kind: .unreadableRecord, subject: $0, detail: "text, findings or place missing")
    }
    let schema = try storedSchema()
    var undeclared: Set<String> = []
    try store.scanDocuments { document in
      let subject = document.id.description
      do {
        let texts = try store.text(ofDocument: document.number)
        let findings = try store.findings(ofDocument: document.number)
        for span in findings.entities.flatMap(\.mentions) + findings.relations.flatMap(\.evidence)
        where span.end > texts.source.count {
          let detail = "\(span.start)..<\(span.end) of \(texts.source.count)"
          problems.append(Problem(kind: .spanOutsideText, subject: subject, detail: detail))
        }
        for (index, entity) in findings.entities.enumerated() {
          if schema.node(entity.type) == nil { undeclared.insert(entity.type) }
          if entity.mentions.isEmpty {
            problems.append(Problem(kind: .orphan, subject: subject, detail: "entity \(index + 1), \(entity.name)"))
          }
        }
        for (index, relation) in findings.relations.enumerated() {
          if schema.edge(relation.type) == nil { undeclared.insert(relation.type) }
          if relation.evidence.isEmpty {
            problems.append(Problem(kind: .orphan, subject: subject, detail: "relation \(index + 1), \(relation.type)"))
          }
        }
        if try !store.isIndexed(document: document.number) {
          problems.append(Problem(kind: .staleIndex, subject: subject, detail: "text_index"))
        }
      } catch StoreError.damaged(let detail) {
        problems.append(Problem(kind: .unreadableRecord, subject: subject, detail: detail))
      }
      return true
    }
    return problems + undeclared.map { Problem(kind: .undeclaredType, subject: $0, detail: "") }
  }

  private func checkGraph() throws -> [Problem] {
    var problems: [Problem] = []
    func add(_ kind: Problem.Kind, _ subjects: [String], _ detail: String) {
      problems += subjects.map { Problem(kind: kind, subject: $0, detail: detail) }
    }
    add(.orphan, try store.orphanNodes(), "node")
    add(.orphan, try store.orphanEdges(), "edge")
    add(.danglingEdge, try store.brokenEdges(), "")
    add(.staleGraph, try store.wrongDegrees(), "number of edges")
    problems += try store.brokenTables().map { Problem(kind: .unreadableRecord, subject: $0, detail: "import") }
    return problems
  }

  /// Derives a copy anew and compares.
  private func checkDerivation() throws -> [Problem] {
    var template = Array("\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/tupu-check-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw StoreError.cannotOpen("no folder for temporary files: \(String(cString: strerror(errno)))")
    }
    let folder = String(cString: made)
    let place = folder + "/copy.db"
    defer {
      for suffix in ["", "-wal", "-shm"] { unlink(place + suffix) }
      rmdir(folder)
    }
    try store.copy(to: place)
    // What an interrupted ingest left to do is no part of the graph yet.
    let waiting = try Store(path: place, mode: .write)
    try waiting.write { try waiting.discardPending() }
    // Lines that both dumps hold are told by their digests; only the others are read.
    var mine: Set<UInt64> = []
    try dump(imports: false) { line in mine.insert(Self.digest(line)) }
    var derived: Set<String> = []
    do {
      let copy = try KnowledgeBase(path: place, mode: .write)
      try copy.deriveAnew()
      try copy.dump(imports: false) { line in
        if mine.remove(Self.digest(line)) == nil { derived.insert(Self.subject(of: line)) }
      }
    }
    guard !mine.isEmpty || !derived.isEmpty else { return [] }
    var kept: Set<String> = []
    try dump(imports: false) { line in
      if mine.contains(Self.digest(line)) { kept.insert(Self.subject(of: line)) }
    }
    return derived.union(kept).sorted().map { subject in
      let detail = !kept.contains(subject) ? "missing" : derived.contains(subject) ? "differs" : "superfluous"
      return Problem(kind: .staleGraph, subject: subject, detail: detail)
    }
  }

  /// The kind and the key of a line of a dump: what stands before the third member.
  private static func subject(of line: String) -> String {
    guard case .object(let members)? = try? JSONValue(parsing: line) else { return line }
    return members.prefix(2).compactMap { $0.value.text }.joined(separator: " ")
  }

  /// FNV-1a, 64 bits.
  private static func digest(_ line: String) -> UInt64 {
    line.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
