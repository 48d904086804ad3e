import Foundation
import TestSupport
import Testing

/// The law that a killed ingest, run again, gives the graph of one that was left alone.
@Suite struct KillTests {
  @Test func aKilledIngestIsTakenUpByTheNextOne() throws {
    let tool = try Tool()
    for (index, document) in try Self.documents().enumerated() {
      try tool.write(document, to: "docs/\(index).txt")
    }
    #expect(try tool.run("ingest", "docs", "--db", "whole.db").status == 0)
    let expected = try tool.run("dump", "--db", "whole.db").output
    #expect(expected.contains("\"kind\":\"edge\""))
    // From before the first write to after the last one.
    for delay in [0.05, 0.3, 0.7, 1.1, 1.4, 1.8] {
      let process = try tool.start("ingest", "docs", "--db", "killed.db")
      Thread.sleep(forTimeInterval: delay)
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      if FileManager.default.fileExists(atPath: tool.folder.appendingPathComponent("killed.db").path) {
        let check = try tool.run("check", "--db", "killed.db")
        // A file killed before its first table was made belongs to nobody yet.
        #expect(check.status == 0 || !check.messages.isEmpty)
      }
    }
    #expect(try tool.run("ingest", "docs", "--db", "killed.db").status == 0)
    #expect(try tool.run("dump", "--db", "killed.db").output == expected)
    #expect(try tool.run("check", "--db", "killed.db").status == 0)
  }

  /// The seeds and shorter texts made of their lines, so that there is something to interrupt.
  private static func documents() throws -> [String] {
    let folder = Repository.root.appendingPathComponent("seeds")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let seeds = try names.filter { $0.hasSuffix(".txt") }
      .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
    let parts = seeds.flatMap { seed in
      seed.split(separator: "\n").filter { $0.count > 60 }.prefix(4).map(String.init)
    }
    return seeds + parts
  }
}
