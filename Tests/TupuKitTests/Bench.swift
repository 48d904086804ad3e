import Extraction
import GraphModel
import TestSupport
import TupuKit

/// A folder with documents and a knowledge base.
final class Bench {
  let folder: TemporaryFolder
  let database: String
  let pipeline: Pipeline

  init(version: String = "1") throws {
    folder = try TemporaryFolder()
    database = folder.file("tupu.db")
    pipeline = try Pipeline([LinePlugin(version: version)])
  }

  func open(_ mode: KnowledgeBase.Mode = .write, database: String? = nil) throws -> KnowledgeBase {
    try KnowledgeBase(path: database ?? self.database, mode: mode)
  }

  @discardableResult
  func ingest(
    _ paths: [String], jobs: Int = 1, database: String? = nil, force: Bool = false, pipeline: Pipeline? = nil,
    limit: Int = 1 << 20, prune: Bool = false
  ) throws -> IngestReport {
    try open(database: database).ingest(
      paths.map { .path($0) }, options: IngestOptions(jobs: jobs, limit: limit, force: force, prune: prune),
      pipeline: pipeline ?? self.pipeline)
  }

  func dump(database: String? = nil) throws -> [String] {
    var lines: [String] = []
    try open(.read, database: database).dump { lines.append($0) }
    return lines
  }

  /// Documents of a small world in which people move between regions, names are shared, and some appear once only.
  @discardableResult
  func writeWorld(_ count: Int, in name: String = "docs") throws -> [String] {
    var random = Lehmer(seed: 7)
    return try (0..<count).map { index in
      var lines: [String] = ["2021年简讯\(index)。"]
      let region = "地\(random.next(6))"
      for _ in 0..<(1 + random.next(4)) {
        let person = "王\(random.next(9))"
        // Some are named without a post: what they are hangs on who else is known there.
        lines.append(random.next(3) == 0 ? "\(person)在\(region)。" : "\(person)在\(region)任职\(random.next(3))。")
      }
      let date = random.next(4) == 0 ? "2021" : "2021-03-0\(1 + random.next(3))"
      lines.append("大会\(random.next(3))在\(region)于\(date)。")
      return try folder.write("\(name)/\(index).txt", lines.joined(separator: "\n"))
    }
  }
}

/// The minimal standard generator (Park and Miller, 1988).
struct Lehmer {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state = state * 48_271 % 2_147_483_647
    return Int(state % UInt64(bound))
  }

  mutating func shuffled<T>(_ items: [T]) -> [T] {
    var items = items
    for index in stride(from: items.count - 1, to: 0, by: -1) { items.swapAt(index, next(index + 1)) }
    return items
  }
}
