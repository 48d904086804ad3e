import Foundation
import GraphModel
import GraphStore
import TestSupport
import Testing
import TupuKit

/// The law that a store is whole after whatever happened to it.
@Suite struct FaultTests {
  @Test func aFullDiskEndsAnIngestAndLosesNothing() throws {
    let bench = try Bench()
    try bench.writeWorld(300)
    let whole = bench.folder.file("whole.db")
    try bench.ingest([bench.folder.file("docs")], database: whole)
    func size(_ path: String) throws -> Int { try Data(contentsOf: URL(fileURLWithPath: path)).count }
    let empty = bench.folder.file("empty.db")
    _ = try bench.open(database: empty)
    let (least, most) = (try size(empty), try size(whole))
    var full = 0
    for bytes in stride(from: least, to: 4 * most, by: max(1 << 14, (most - least) / 8)) {
      do {
        let base = try KnowledgeBase(path: bench.database, mode: .write, maximumBytes: bytes)
        _ = try base.ingest([.path(bench.folder.file("docs"))], pipeline: bench.pipeline)
        break
      } catch KnowledgeBaseError.full {
        full += 1
        #expect(try bench.open(.read).check() == [])
      }
    }
    #expect(full > 3)
    #expect(try bench.dump() == bench.dump(database: whole))
  }

  @Test func otherFilesAreRefused() throws {
    let bench = try Bench()
    let path = bench.folder.file("other.db")
    #expect(throws: KnowledgeBaseError.missing(path: path)) { try bench.open(.read, database: path) }
    try bench.folder.write("other.db", String(repeating: "这不是数据库。", count: 200))
    #expect(throws: KnowledgeBaseError.notADatabase(path: path)) { try bench.open(database: path) }
    #expect(throws: KnowledgeBaseError.cannotOpen(path: bench.folder.path, detail: "not a file")) {
      try bench.open(database: bench.folder.path)
    }
    let source = try bench.folder.write("a.txt", "赵甲在新地任县长。")
    try bench.ingest([source])
    // `application_id` and `user_version` are big-endian numbers at bytes 68 and 60 of an SQLite file's header.
    for (offset, error) in [
      (68, KnowledgeBaseError.foreign(path: path, application: 77)),
      (60, .newerSchema(path: path, found: 77, known: 3)),
    ] {
      var bytes = try Array(Data(contentsOf: URL(fileURLWithPath: bench.database)))
      bytes.replaceSubrange(offset..<offset + 4, with: [0, 0, 0, 77])
      try bench.folder.write("other.db", bytes)
      #expect(throws: error) { try bench.open(database: path) }
      #expect(throws: error) { try bench.open(.read, database: path) }
    }
  }

  @Test func aWriterThatComesSecondWaitsABoundedTime() throws {
    let bench = try Bench()
    let source = try bench.folder.write("a.txt", "赵甲在新地任县长。")
    try bench.ingest([source])
    let first = try Store(path: bench.database, mode: .write)
    let second = try KnowledgeBase(path: bench.database, mode: .write, timeout: 0.05)
    try first.write { () throws -> Void in
      #expect(throws: KnowledgeBaseError.busy(path: bench.database, seconds: 0.05)) {
        try second.ingest([.path(source)], pipeline: bench.pipeline)
      }
      // Readers are not kept waiting.
      #expect(try bench.open(.read).documents().count == 1)
    }
    #expect(try second.ingest([.path(source)], pipeline: bench.pipeline).unchanged == 1)
  }

  @Test func aReaderSeesOneStateWhileOthersWrite() throws {
    let bench = try Bench()
    let paths = try bench.writeWorld(30)
    try bench.ingest(Array(paths[..<10]))
    let reader = try bench.open(.read)
    try reader.reading { () throws -> Void in
      let before = try reader.statistics()
      try bench.ingest(Array(paths[10...]))
      #expect(try reader.statistics() == before)
      var lines = 0
      try reader.dump { _ in lines += 1 }
      #expect(lines > before.documents)
    }
    #expect(try reader.statistics().documents == 30)
  }

  @Test func workLeftByAnEndedProcessIsFinished() throws {
    let bench = try Bench()
    let paths = try bench.writeWorld(12)
    let whole = bench.folder.file("whole.db")
    try bench.ingest(paths, database: whole)
    try bench.ingest(Array(paths[..<6]))
    // Documents that were read but not derived: what a kill between the two leaves.
    let source = try Store(path: whole, mode: .read)
    let target = try Store(path: bench.database, mode: .write)
    try target.write { () throws -> Void in
      for path in paths[6...] {
        let held = try #require(try source.origin(at: path))
        let stored = try #require(try source.document(held.document))
        let texts = try source.text(ofDocument: stored.number)
        let document = Document(
          id: stored.id, name: held.name, metadata: stored.metadata, source: texts.source, text: texts.clean,
          folded: texts.clean, offsets: texts.offsets, removals: [])
        try target.stage(
          StagedDocument(
            document, media: stored.media, findings: try source.findings(ofDocument: stored.number),
            fingerprint: "before"))
        try target.stageOrigin(path, name: held.name, document: stored.id)
      }
    }
    // The graph does not show them yet; the next one that writes brings them in.
    #expect(try bench.open(.read).documents().count == 6)
    _ = try bench.open()
    #expect(try bench.dump() == bench.dump(database: whole))
  }

  @Test func damageIsFoundByTheAudit() throws {
    let bench = try Bench()
    try bench.writeWorld(20)
    try bench.ingest([bench.folder.file("docs")])
    #expect(try bench.open(.read).check() == [])
    let store = try Store(path: bench.database, mode: .write)
    try store.write { () throws -> Void in
      let node = Node(id: NodeID(key: "Person:鬼"), key: "Person:鬼", type: "Person", name: "鬼")
      try GraphWriter(store).put(node)
    }
    #expect(try bench.open(.read).check().map(\.kind) == [.orphan])
    var bytes = try Array(Data(contentsOf: URL(fileURLWithPath: bench.database)))
    for index in stride(from: 8192, to: bytes.count, by: 97) { bytes[index] = 0xA5 }
    try bench.folder.write("damaged.db", bytes)
    let damaged = bench.folder.file("damaged.db")
    do {
      let found = try bench.open(.read, database: damaged).check()
      #expect(found.contains { $0.kind == .damagedFile })
    } catch let error as KnowledgeBaseError {
      guard case .damaged = error else {
        Issue.record("\(error)")
        return
      }
    }
  }
}
