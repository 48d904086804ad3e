import GraphModel
import Yams

/// Reads the parts of a `plugin.yaml`; every error says where.
///
/// Names go into queries, pictures and terminals, so they are checked here once: what is not a plain name is refused.
struct ManifestReader {
  let root: Yams.Node

  private static let longestName = 64
  private static let longestText = 200

  // MARK: Values

  func text(_ key: String, in node: Yams.Node) throws(ManifestError) -> String {
    guard let value = node.mapping?[Node(key)] else { throw ManifestError("`\(key)` is missing", at: node) }
    guard let text = value.scalar?.string, !text.isEmpty else {
      throw ManifestError("`\(key)` must be a text", at: value)
    }
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 32 && !(127..<160).contains($0.value) }
    guard isPlain, text.unicodeScalars.count <= Self.longestText else {
      throw ManifestError(
        "`\(key)` must be at most \(Self.longestText) characters long, without control characters", at: value)
    }
    return text
  }

  func list(_ key: String, in node: Yams.Node) throws(ManifestError) -> [String] {
    guard let value = node.mapping?[Node(key)] else { return [] }
    guard let items = value.sequence else { throw ManifestError("`\(key)` must be a list", at: value) }
    var texts: [String] = []
    for item in items {
      guard let text = item.scalar?.string else { throw ManifestError("`\(key)` must be a list of texts", at: item) }
      texts.append(text)
    }
    return texts
  }

  /// One of the words of an enumeration, or nil where the key is not there.
  func choice<T: RawRepresentable & CaseIterable>(_ key: String, in node: Yams.Node) throws(ManifestError) -> T?
  where T.RawValue == String {
    guard let value = node.mapping?[Node(key)] else { return nil }
    guard let choice = value.scalar.flatMap({ T(rawValue: $0.string) }) else {
      let words = T.allCases.map(\.rawValue).joined(separator: ", ")
      throw ManifestError("`\(key)` must be one of \(words)", at: value)
    }
    return choice
  }

  private func number(
    _ key: String, in node: Yams.Node?, default standard: Double, upTo maximum: Double
  ) throws(ManifestError) -> Double {
    guard let value = node?.mapping?[Node(key)] else { return standard }
    guard let number = value.scalar.flatMap({ Double($0.string) }), number > 0, number <= maximum else {
      throw ManifestError("`\(key)` must be a positive number, at most \(Int(maximum))", at: value)
    }
    return number
  }

  private func count(
    _ key: String, in node: Yams.Node?, default standard: Int, upTo maximum: Int
  ) throws(ManifestError) -> Int {
    guard let value = node?.mapping?[Node(key)] else { return standard }
    guard let number = value.scalar.flatMap({ Int($0.string) }), number > 0, number <= maximum else {
      throw ManifestError("`\(key)` must be a whole number from 1 to \(maximum)", at: value)
    }
    return number
  }

  // MARK: Names

  /// Refuses a mapping with a key that means nothing, so that no misspelt one is silently ignored.
  func knowsKeys(of node: Yams.Node, _ known: [String]) throws(ManifestError) {
    guard let mapping = node.mapping else { throw ManifestError("a mapping is needed here", at: node) }
    for (key, _) in mapping where !known.contains(key.scalar?.string ?? "") {
      let name = key.scalar?.string.prefix(Self.longestName) ?? "…"
      throw ManifestError("`\(name)` is not known here; known are \(known.joined(separator: ", "))", at: key)
    }
  }

  func pluginName() throws(ManifestError) -> String {
    let name = try text("name", in: root)
    guard name.utf8.count <= Self.longestName, PluginManifest.isName(name) else {
      throw ManifestError(
        "`name` must be a letter of ASCII followed by letters, digits, `_` or `-`", at: root.mapping?["name"] ?? root)
    }
    return name
  }

  func version() throws(ManifestError) -> String {
    let version = try text("version", in: root)
    let isPlain = version.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || ".-+_".utf8.contains($0)
    }
    guard isPlain, version.utf8.count <= Self.longestName else {
      throw ManifestError("`version` must consist of letters, digits and `.-+_`", at: root.mapping?["version"] ?? root)
    }
    return version
  }

  func labels(_ key: String, in node: Yams.Node) throws(ManifestError) -> [String] {
    let labels = try list(key, in: node)
    for label in labels { try checkLabel(label, at: node.mapping?[Node(key)] ?? node) }
    return labels
  }

  /// A name that openCypher takes without quotes: letters of any script, digits, `_`; no digit first.
  private func checkLabel(_ name: String, at node: Yams.Node) throws(ManifestError) {
    let scalars = name.unicodeScalars
    let isPlain = scalars.allSatisfy { scalar in
      scalar == "_" || ("0"..."9").contains(scalar) || scalar.properties.isAlphabetic
    }
    guard isPlain, scalars.count <= Self.longestName, let first = scalars.first, !("0"..."9").contains(first) else {
      throw ManifestError(
        "a type or property must be named by at most \(Self.longestName) letters, digits and `_`, no digit first",
        at: node)
    }
  }

  // MARK: Types

  func schema() throws(ManifestError) -> GraphSchema {
    let plugin = try text("name", in: root)
    var nodes: [NodeType] = []
    for (name, node) in try entries("nodes", in: root) {
      try knowsKeys(of: node, ["caption", "look", "properties"])
      nodes.append(
        NodeType(
          name: name, caption: try caption(node), look: try look(node), properties: try properties(node),
          plugin: plugin))
    }
    var edges: [EdgeType] = []
    for (name, node) in try entries("edges", in: root) {
      try knowsKeys(of: node, ["caption", "look", "from", "to", "distinguished_by", "implies", "properties"])
      let type = EdgeType(
        name: name, caption: try caption(node), look: try look(node), sources: try labels("from", in: node),
        targets: try labels("to", in: node), distinguishedBy: node.mapping?["distinguished_by"]?.scalar?.string,
        implies: try labels("implies", in: node), properties: try properties(node), plugin: plugin)
      guard !type.sources.isEmpty, !type.targets.isEmpty else {
        throw ManifestError("`\(name)` needs `from` and `to`", at: node)
      }
      if let by = type.distinguishedBy, !type.properties.contains(where: { $0.name == by }) {
        throw ManifestError("`distinguished_by` must name one of the properties", at: node)
      }
      edges.append(type)
    }
    return GraphSchema(nodes: nodes, edges: edges)
  }

  private func entries(_ key: String, in node: Yams.Node) throws(ManifestError) -> [(String, Yams.Node)] {
    guard let value = node.mapping?[Node(key)] else { return [] }
    guard let mapping = value.mapping else { throw ManifestError("`\(key)` must be a mapping", at: value) }
    var entries: [(String, Yams.Node)] = []
    for (name, node) in mapping {
      guard let text = name.scalar?.string else { throw ManifestError("a name in `\(key)` must be a text", at: name) }
      try checkLabel(text, at: name)
      entries.append((text, node))
    }
    return entries
  }

  private func caption(_ node: Yams.Node) throws(ManifestError) -> Caption {
    guard let value = node.mapping?["caption"] else { throw ManifestError("`caption` is missing", at: node) }
    try knowsKeys(of: value, ["zh", "en"])
    return Caption(chinese: try text("zh", in: value), english: try text("en", in: value))
  }

  private func look(_ node: Yams.Node) throws(ManifestError) -> Look {
    guard let value = node.mapping?["look"] else { throw ManifestError("`look` is missing", at: node) }
    try knowsKeys(of: value, ["shape", "color"])
    let color = try text("color", in: value)
    guard color.utf8.count == 7, color.hasPrefix("#"), UInt32(color.dropFirst(), radix: 16) != nil else {
      throw ManifestError("`color` must have the form \"#rrggbb\"", at: value)
    }
    let shape = value.mapping?["shape"]?.scalar?.string ?? "box"
    guard shape.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) }) else {
      throw ManifestError("`shape` must be the name of a Graphviz shape", at: value)
    }
    return Look(shape: shape, color: color)
  }

  private func properties(_ node: Yams.Node) throws(ManifestError) -> [PropertyDeclaration] {
    var properties: [PropertyDeclaration] = []
    for (name, node) in try entries("properties", in: node) {
      try knowsKeys(of: node, ["kind", "caption"])
      guard let kind: PropertyDeclaration.Kind = try choice("kind", in: node) else {
        throw ManifestError("`kind` is missing", at: node)
      }
      guard !["name", "aliases", "key", "type", "id"].contains(name) else {
        throw ManifestError("`\(name)` is a property that every node has", at: node)
      }
      properties.append(PropertyDeclaration(name: name, kind: kind, caption: try caption(node)))
    }
    return properties
  }

  // MARK: Processes

  func process() throws(ManifestError) -> ProcessDeclaration? {
    guard let run = root.mapping?["run"] else {
      if let stray = ["offsets", "batch", "workers", "limits"].lazy.compactMap({ root.mapping?[Node($0)] }).first {
        throw ManifestError("this needs `run`, the command of a process", at: stray)
      }
      return nil
    }
    let command = try list("run", in: root)
    guard let program = command.first, !program.isEmpty, command.count <= 64 else {
      throw ManifestError("`run` must be a list: a command, then its arguments", at: run)
    }
    guard !command.contains(where: { $0.utf8.contains(0) || $0.utf8.count > 4096 }) else {
      throw ManifestError("a word of `run` is too long or holds a NUL", at: run)
    }
    guard !program.utf8.contains(UInt8(ascii: "/")) || PluginFolder.isInside(program) else {
      throw ManifestError("`run` must name a file inside the plug-in's folder, or a command on PATH", at: run)
    }
    let standard = ProcessLimits()
    let limits = root.mapping?["limits"]
    if let limits {
      try knowsKeys(
        of: limits,
        ["start_seconds", "document_seconds", "total_seconds", "memory_megabytes", "output_megabytes", "mentions"])
    }
    return ProcessDeclaration(
      command: command, offsets: try choice("offsets", in: root) ?? .scalars,
      batch: try count("batch", in: root, default: 1, upTo: 1024),
      workers: try count("workers", in: root, default: 1, upTo: 64),
      limits: ProcessLimits(
        startSeconds: try number("start_seconds", in: limits, default: standard.startSeconds, upTo: 3600),
        documentSeconds: try number("document_seconds", in: limits, default: standard.documentSeconds, upTo: 3600),
        totalSeconds: try number("total_seconds", in: limits, default: standard.totalSeconds, upTo: 1_000_000),
        memoryMegabytes: try count("memory_megabytes", in: limits, default: standard.memoryMegabytes, upTo: 1 << 20),
        outputMegabytes: try count("output_megabytes", in: limits, default: standard.outputMegabytes, upTo: 256),
        mentions: try count("mentions", in: limits, default: standard.mentions, upTo: 1_000_000)))
  }

  // MARK: Aliases

  /// Refuses anchors and aliases: a manifest has no use for them, and nested ones grow beyond any memory.
  static func refuseAliases(in yaml: String) throws(ManifestError) {
    var line = 1
    var column = 0
    var quote: Unicode.Scalar?
    var startsToken = true
    var isComment = false
    for scalar in yaml.unicodeScalars {
      column += 1
      if scalar == "\n" {
        line += 1
        column = 0
        (startsToken, isComment) = (true, false)
        continue
      }
      guard !isComment else { continue }
      if let open = quote {
        if scalar == open { quote = nil }
        continue
      }
      switch scalar {
      case " ", "\t", "-", ":", ",", "[", "{", "?": startsToken = startsToken || scalar != "-"
      case "\"", "'":
        if startsToken { quote = scalar }
        startsToken = false
      case "#" where startsToken: isComment = true
      case "&" where startsToken, "*" where startsToken:
        throw ManifestError(message: "anchors and aliases are not allowed here", line: line, column: column)
      default: startsToken = false
      }
    }
  }
}

extension PluginManifest {
  /// Whether a text may name a plug-in: it becomes the name of a folder, and is typed in commands.
  public static func isName(_ text: String) -> Bool {
    let bytes = text.utf8
    func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
    guard let first = bytes.first, isLetter(first) else { return false }
    return bytes.allSatisfy { isLetter($0) || (48...57).contains($0) || $0 == 95 || $0 == 45 }
  }
}
