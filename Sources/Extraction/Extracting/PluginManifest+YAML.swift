import GraphModel

/// Why a `plugin.yaml` cannot be used, with the place in the file.
public struct ManifestError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what is expected instead.
  public var message: String
  /// The line, from 1; 0 where it is not known.
  public var line: Int
  /// The column, from 1; 0 where it is not known.
  public var column: Int

  /// Line, column and message.
  public var description: String { line > 0 ? "\(line):\(column): \(message)" : message }
}

extension PluginManifest {
  /// Reads a `plugin.yaml`.
  ///
  /// - Throws: `ManifestError`.
  public init(yaml: String) throws(ManifestError) {
    let document: YAMLNode?
    do {
      document = try YAMLReader.root(of: yaml)
    } catch {
      throw ManifestError(error)
    }
    guard let root = document else {
      throw ManifestError(message: "the file is empty; it needs at least `name` and `version`", line: 0, column: 0)
    }
    let reader = ManifestReader(root: root)
    try reader.knowsKeys(
      of: root,
      [
        "name", "version", "carrier", "requires", "produces", "nodes", "edges", "draws", "touches", "run", "offsets",
        "batch",
        "workers",
        "limits",
      ])
    self.init(
      name: try reader.pluginName(), version: try reader.version(),
      requires: try reader.labels("requires", in: root), produces: try reader.labels("produces", in: root),
      schema: try reader.schema(), draws: try reader.labels("draws", in: root), touches: try reader.touches(),
      carrier: try reader.choice("carrier", in: root), process: try reader.process())
    if carrier == .process, process == nil { throw ManifestError("`run` is missing", at: root) }
    if let carrier, carrier != .process, process != nil {
      throw ManifestError("`run` belongs to `carrier: process`", at: root["run"] ?? root)
    }
    let own = Set(schema.nodes.map(\.name))
    if let label = own.subtracting(produces).min() {
      throw ManifestError(
        "`produces` must name \(label), which `nodes` declares", at: root["produces"] ?? root)
    }
  }
}

extension ManifestError {
  fileprivate init(_ error: YAMLError) {
    let message =
      switch error.cause {
      case .syntax(let message): message
      case .anchor: "anchors and aliases are not allowed here"
      case .duplicateKey(let key): "`\(key.prefix(64))` stands here twice"
      }
    self.init(message: message, line: error.line, column: error.column)
  }

  init(_ message: String, at node: YAMLNode) {
    self.init(message: message, line: node.line, column: node.column)
  }
}
