import Glibc
import GraphModel
import TupuKit

/// A small imported graph with the labels, types and properties that the mutated queries ask for.
final class PackedSample {
  /// A knowledge base that holds it, in a file that goes away with the sample.
  let base: KnowledgeBase
  private let folder: String
  private var files: [String] { ["graph.jsonl", "graph.db", "graph.db-wal", "graph.db-shm"].map { "\(folder)/\($0)" } }

  /// Writes and imports the graph.
  ///
  /// - Throws: `KnowledgeBaseError`, `ImportFailure`.
  init() throws {
    var template = Array("/tmp/tupu-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw KnowledgeBaseError.readOnly(path: "/tmp") }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.folder = folder
    guard let output = fopen("\(folder)/graph.jsonl", "w") else { throw KnowledgeBaseError.readOnly(path: folder) }
    fputs(Self.lines.joined(separator: "\n"), output)
    fclose(output)
    base = try KnowledgeBase(path: "\(folder)/graph.db", mode: .write)
    _ = try base.importFiles([ImportInput(path: "\(folder)/graph.jsonl")])
  }

  deinit {
    for file in files { unlink(file) }
    rmdir(folder)
  }

  /// Nodes of three tables, of which some lack properties, and edges with loops and parallels.
  private static var lines: [String] {
    let values = ["1", "2", "2.5", "\"张三\"", "true", "[1]"]
    let nodes = (0..<24).map { index in
      let labels = index % 3 == 0 ? "\"A\"" : index % 3 == 1 ? "\"B\"" : "\"A\",\"C\""
      let x = index % 5 == 0 ? "" : ",\"x\":\(index % 3 == 1 ? String(index % 7) : values[index % values.count])"
      return "{\"labels\":[\(labels)],\"id\":\(index),\"properties\":{\"name\":\"张\(index)\"\(x)}}"
    }
    let edges = (0..<60).map { index in
      "{\"type\":\"\(["R", "S"][index % 2])\",\"start\":\(index * 7 % 24),\"end\":\(index * 5 % 24),"
        + "\"properties\":{\"w\":\(index % 4)}}"
    }
    return nodes + edges
  }
}
