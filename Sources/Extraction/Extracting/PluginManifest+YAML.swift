import GraphModel
import Yams

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
  public init(yaml: String) throws {
    let root: Yams.Node
    do {
      guard let composed = try Yams.compose(yaml: yaml) else {
        throw ManifestError(message: "the file is empty; it needs at least `name` and `version`", line: 0, column: 0)
      }
      root = composed
    } catch let error as YamlError {
      throw ManifestError(error)
    }
    let reader = ManifestReader(root: root)
    self.init(
      name: try reader.text("name", in: root), version: try reader.text("version", in: root),
      requires: try reader.list("requires", in: root), produces: try reader.list("produces", in: root),
      schema: try reader.schema())
  }
}

extension ManifestError {
  fileprivate init(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(message: problem, line: mark.line, column: mark.column)
    default:
      self.init(message: "\(error)", line: 0, column: 0)
    }
  }

  fileprivate init(_ message: String, at node: Yams.Node) {
    self.init(message: message, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
  }
}

private struct ManifestReader {
  let root: Yams.Node

  func text(_ key: String, in node: Yams.Node) throws -> String {
    guard let value = node.mapping?[Node(key)] else { throw ManifestError("`\(key)` is missing", at: node) }
    guard let text = value.scalar?.string, !text.isEmpty else {
      throw ManifestError("`\(key)` must be a text", at: value)
    }
    return text
  }

  func list(_ key: String, in node: Yams.Node) throws -> [String] {
    guard let value = node.mapping?[Node(key)] else { return [] }
    guard let items = value.sequence else { throw ManifestError("`\(key)` must be a list", at: value) }
    return try items.map { item in
      guard let text = item.scalar?.string else { throw ManifestError("`\(key)` must be a list of texts", at: item) }
      return text
    }
  }

  func schema() throws -> GraphSchema {
    let plugin = try text("name", in: root)
    let nodes = try entries("nodes").map { name, node in
      NodeType(
        name: name, caption: try caption(node), look: try look(node), properties: try properties(node), plugin: plugin)
    }
    let edges = try entries("edges").map { name, node in
      EdgeType(
        name: name, caption: try caption(node), look: try look(node), sources: try list("from", in: node),
        targets: try list("to", in: node), distinguishedBy: node.mapping?["distinguished_by"]?.scalar?.string,
        implies: try list("implies", in: node), properties: try properties(node), plugin: plugin)
    }
    return GraphSchema(nodes: nodes, edges: edges)
  }

  private func entries(_ key: String, in node: Yams.Node? = nil) throws -> [(String, Yams.Node)] {
    guard let value = (node ?? root).mapping?[Node(key)] else { return [] }
    guard let mapping = value.mapping else { throw ManifestError("`\(key)` must be a mapping", at: value) }
    return try mapping.map { name, node in
      guard let name = name.scalar?.string else { throw ManifestError("a name in `\(key)` must be a text", at: name) }
      return (name, node)
    }
  }

  private func caption(_ node: Yams.Node) throws -> Caption {
    guard let value = node.mapping?["caption"] else { throw ManifestError("`caption` is missing", at: node) }
    return Caption(chinese: try text("zh", in: value), english: try text("en", in: value))
  }

  private func look(_ node: Yams.Node) throws -> Look {
    guard let value = node.mapping?["look"] else { throw ManifestError("`look` is missing", at: node) }
    let color = try text("color", in: value)
    guard color.utf8.count == 7, color.hasPrefix("#"), Int(color.dropFirst(), radix: 16) != nil else {
      throw ManifestError("`color` must have the form \"#rrggbb\"", at: value)
    }
    let shape = value.mapping?["shape"]?.scalar?.string ?? "box"
    guard shape.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) }) else {
      throw ManifestError("`shape` must be the name of a Graphviz shape", at: value)
    }
    return Look(shape: shape, color: color)
  }

  private func properties(_ node: Yams.Node) throws -> [PropertyDeclaration] {
    try entries("properties", in: node).map { name, node in
      guard let kind = PropertyDeclaration.Kind(rawValue: try text("kind", in: node)) else {
        let kinds = PropertyDeclaration.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ManifestError("`kind` must be one of \(kinds)", at: node)
      }
      return PropertyDeclaration(name: name, kind: kind, caption: try caption(node))
    }
  }
}
