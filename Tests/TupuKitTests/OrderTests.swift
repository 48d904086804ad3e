import Foundation
import GraphModel
import TestSupport
import Testing
import TupuKit

/// The law that documents alone decide on the graph: `dump` is the same whatever the history.
@Suite struct OrderTests {
  @Test func theSameDocumentsGiveTheSameDumpWhateverTheHistory() throws {
    let bench = try Bench()
    let paths = try bench.writeWorld(60)
    try bench.ingest([bench.folder.file("docs")])
    let expected = try bench.dump()
    #expect(expected.count { $0.contains("\"kind\":\"document\"") } == 60)
    #expect(expected.count { $0.contains("\"kind\":\"node\"") } > 20)
    #expect(expected.count { $0.contains("\"kind\":\"edge\"") } > 60)

    var random = Lehmer(seed: 3)
    for round in 0..<3 {
      let database = bench.folder.file("shuffled\(round).db")
      try bench.ingest(random.shuffled(paths), database: database)
      #expect(try bench.dump(database: database) == expected)
    }
    let two = bench.folder.file("jobs2.db")
    try bench.ingest(paths, jobs: 2, database: two)
    #expect(try bench.dump(database: two) == expected)

    let runs = bench.folder.file("runs.db")
    let mixed = random.shuffled(paths)
    for start in stride(from: 0, to: mixed.count, by: 12) {
      try bench.ingest(Array(mixed[start..<start + 12]), database: runs)
    }
    #expect(try bench.dump(database: runs) == expected)
    #expect(try bench.open(.read, database: runs).check() == [])
  }

  @Test func manyDocumentsComeInStepsWhileOthersAreRead() throws {
    let bench = try Bench()
    let paths = try bench.writeWorld(700)
    let report = try bench.ingest(paths, jobs: 2)
    #expect(report.added == 700 && report.documents == 700)
    let expected = try bench.dump()
    #expect(try bench.open(.read).check() == [])
    let runs = bench.folder.file("runs.db")
    for start in stride(from: 0, to: 700, by: 100) {
      try bench.ingest(Array(paths[start..<start + 100].reversed()), database: runs)
    }
    #expect(try bench.dump(database: runs) == expected)
    // What leaves a place among the first is met again at one among the last.
    let (first, last) = (
      try String(contentsOfFile: paths[0], encoding: .utf8), try String(contentsOfFile: paths[699], encoding: .utf8)
    )
    try bench.folder.write("docs/0.txt", last)
    try bench.folder.write("docs/699.txt", first)
    let swapped = try bench.ingest(paths + [try bench.folder.write("new.txt", "王1在地1任职1。")], jobs: 2)
    #expect(swapped.replaced == 2 && swapped.unchanged == 698 && swapped.added == 1)
    #expect(try bench.ingest(paths).unchanged == 700)
    let base = try bench.open()
    let new = try #require(try base.documents().first { $0.name == "new.txt" })
    #expect(try base.remove(new.id))
    #expect(try bench.dump() == expected)
    #expect(try base.check() == [])
  }

  @Test func removingAndAddingAgainLeavesNoTrace() throws {
    let bench = try Bench()
    let paths = try bench.writeWorld(40)
    try bench.ingest(paths)
    let expected = try bench.dump()
    let base = try bench.open()
    for document in try base.documents().prefix(15) {
      #expect(try base.remove(document.id))
      #expect(try base.document(document.id) == nil)
    }
    #expect(try bench.dump() != expected)
    #expect(try base.check() == [])
    try bench.ingest(paths)
    #expect(try bench.dump() == expected)
    for document in try base.documents() { _ = try base.remove(document.id) }
    let empty = try base.statistics()
    #expect(empty.documents == 0 && empty.nodes.isEmpty && empty.edges.isEmpty && empty.origins == 0)
    #expect(try base.check() == [])
  }

  @Test func aChangedFileReplacesItsOldSelf() throws {
    let bench = try Bench()
    try bench.writeWorld(20)
    try bench.folder.write("docs/3.txt", "赵甲在新地任县长。\n新大会在新地于2022-01-01。")
    try bench.ingest([bench.folder.file("docs")])
    let other = bench.folder.file("other.db")
    try bench.folder.write("docs/3.txt", "钱乙在另地任县长。")
    let report = try bench.ingest([bench.folder.file("docs")])
    #expect(report.replaced == 1 && report.unchanged == 19 && report.added == 0)
    try bench.ingest([bench.folder.file("docs")], database: other)
    #expect(try bench.dump() == bench.dump(database: other))
    let base = try bench.open(.read)
    #expect(try base.find("赵甲").isEmpty)
    #expect(try base.find("钱乙").count == 1)
    #expect(try base.search("赵甲").hits.isEmpty)
  }

  @Test func contentAtTwoPlacesIsOneDocument() throws {
    let bench = try Bench()
    let first = try bench.folder.write("a.txt", "赵甲在新地任县长。")
    let second = try bench.folder.write("b.txt", "赵甲在新地任县长。")
    try bench.ingest([first])
    let once = try bench.dump()
    let report = try bench.ingest([second, first])
    #expect(report.added == 1 && report.unchanged == 1)
    #expect(try bench.dump() == once)
    let base = try bench.open()
    let documents = try base.documents()
    #expect(documents.map(\.origins) == [[first, second]])
    let person = try #require(try base.find("赵甲").first)
    #expect(try base.evidence(of: person.id).total == 1)
    // One place gets other content: the document stays at the other one.
    try bench.folder.write("a.txt", "钱乙在新地任县长。")
    try bench.ingest([first])
    #expect(try base.document(documents[0].id)?.origins == [second])
  }

  @Test func newExtractorsReadAgainWhatIsNamed() throws {
    let bench = try Bench()
    let paths = try bench.writeWorld(10)
    try bench.ingest(paths)
    let other = try Bench(version: "2")
    let report = try bench.ingest(paths, pipeline: other.pipeline)
    #expect(report.refreshed == 10 && report.added == 0 && report.unchanged == 0)
    #expect(try bench.ingest(paths, pipeline: other.pipeline).unchanged == 10)
    let fresh = bench.folder.file("fresh.db")
    try bench.ingest(paths, database: fresh, pipeline: other.pipeline)
    #expect(try bench.dump() == bench.dump(database: fresh))
  }
}
