import Foundation
import GraphModel
import TestSupport
import Testing
import TupuKit

/// What is found, what fails and why; nothing stops the rest.
@Suite struct SourceTests {
  @Test func whatCannotBeReadIsNamedAndTheRestIsTakenIn() throws {
    let bench = try Bench()
    let folder = bench.folder
    try folder.write("docs/good.txt", "赵甲在新地任县长。")
    try folder.write("docs/empty.txt", "")
    try folder.write("docs/binary.txt", [0x41, 0x00, 0x01, 0x02, 0x03, 0x00])
    try folder.write("docs/broken.txt", "错了。")
    try folder.write("docs/big.txt", String(repeating: "大", count: 2000))
    try folder.write("docs/picture.png", [1, 2, 3])
    try folder.write("docs/.hidden.txt", "钱乙在新地任县长。")
    let report = try bench.ingest(
      [folder.file("docs"), folder.file("none.txt"), folder.file("no*.txt")], limit: 3000)
    var reasons: [String: SourceFailure] = [:]
    for failure in report.failures { reasons[String(failure.origin.split(separator: "/").last ?? "")] = failure.reason }
    #expect(report.added == 1 && report.leftOut == [".png": 1] && report.failures.count == 6)
    #expect(reasons["empty.txt"] == .empty)
    #expect(reasons["big.txt"] == .tooLarge(bytes: 6000, limit: 3000))
    #expect(reasons["none.txt"] == .missing)
    #expect(reasons["no*.txt"] == .noMatch)
    if case .binary = reasons["binary.txt"] {} else { Issue.record("binary.txt: \(String(describing: reasons))") }
    if case .plugin = reasons["broken.txt"] {} else { Issue.record("broken.txt: \(String(describing: reasons))") }
    #expect(try bench.open(.read).find("赵甲").count == 1)
    #expect(try bench.open(.read).check() == [])
  }

  @Test func foldersAreWalkedOnceWhateverTheLinks() throws {
    let bench = try Bench()
    let path = try bench.folder.write("docs/a/1.txt", "赵甲在新地任县长。")
    try bench.folder.write("docs/b/2.html", "<html><body><p>钱乙在新地任县长。</p></body></html>")
    try FileManager.default.createSymbolicLink(
      atPath: bench.folder.file("docs/a/loop"), withDestinationPath: bench.folder.file("docs"))
    try FileManager.default.createSymbolicLink(
      atPath: bench.folder.file("docs/same.txt"), withDestinationPath: path)
    let report = try bench.ingest([bench.folder.file("docs"), path, bench.folder.file("docs/*/*.txt")])
    #expect(report.added == 2 && report.failures.isEmpty)
    #expect(try bench.ingest([bench.folder.file("docs")]).unchanged == 2)
  }

  @Test func filesThatAreGoneLeaveWhereAsked() throws {
    let bench = try Bench()
    try bench.folder.write("in/a.txt", "赵甲在新地任县长。")
    try bench.ingest([bench.folder.path + "/in"])
    let alone = try bench.dump()
    let second = try bench.folder.write("in/deep/b.txt", "钱乙在旧地任县长。")
    try bench.folder.write("in/c.jsonl", #"{"text": "孙丙在中地任县长。"}"#)
    let elsewhere = try bench.folder.write("out/d.txt", "赵甲在新地任县长。")
    try bench.ingest([bench.folder.path + "/in", elsewhere])
    for gone in [second, bench.folder.file("in/c.jsonl"), elsewhere] {
      try FileManager.default.removeItem(atPath: gone)
    }
    #expect(try bench.ingest([bench.folder.path + "/in"]).removed == 0)
    let report = try bench.ingest([bench.folder.path + "/in"], prune: true)
    #expect(report.removed == 2)
    #expect(try bench.dump() == alone)
    #expect(
      try bench.open(.read).documents().first?.origins.count == 2, "the copy outside the folder is not asked about")
  }

  @Test func anEmptyFolderIsSaid() throws {
    let bench = try Bench()
    try FileManager.default.createDirectory(atPath: bench.folder.file("docs"), withIntermediateDirectories: true)
    let report = try bench.ingest([bench.folder.file("docs")])
    #expect(report.failures.map(\.reason) == [.nothingInside])
  }

  @Test func recordsOfJSONLinesAreDocuments() throws {
    let bench = try Bench()
    let lines = [
      #"{"text":"赵甲在新地任县长。","name":"甲文","title":"题","published":"2021-03-04","source":"日报","authors":["记者"]}"#, "",
      "{broken", "[1]", #"{"name":"x"}"#, #"{"text":"钱乙在新地任县长。","published":"yesterday"}"#,
      #"{"html":"<p>孙丙在新地任县长。</p>"}"#,
    ]
    let path = try bench.folder.write("all.jsonl", lines.joined(separator: "\n"))
    let report = try bench.ingest([path])
    #expect(report.added == 2)
    #expect(
      report.failures.map(\.reason) == [
        .badRecord(.notJSON(offset: 1)), .badRecord(.notAnObject), .badRecord(.noText),
        .badRecord(.badMember("published")),
      ])
    let base = try bench.open()
    let document = try #require(try base.documents(matching: "甲文").first)
    #expect(document.origins == [path + "#1"] && document.metadata.source == "日报")
    #expect(document.metadata.published == PartialDate("2021-03-04"))
    // A record that is gone from the file leaves the graph.
    try bench.folder.write("all.jsonl", lines[0])
    #expect(try bench.ingest([path]).removed == 1)
    #expect(try base.find("孙丙").isEmpty && base.documents().count == 1)
  }

  @Test func bytesAtHandStayBesideEachOther() throws {
    let bench = try Bench()
    for text in ["赵甲在新地任县长。", "钱乙在新地任县长。", "赵甲在新地任县长。"] {
      let source = Source(name: "-", origin: "-", mediaType: .text, bytes: Array(text.utf8))
      _ = try bench.open().ingest([.source(source)], pipeline: bench.pipeline)
    }
    #expect(try bench.open(.read).documents().count == 2)
  }
}
