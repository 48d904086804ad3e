import GraphModel

/// Reads the parts of a `plugin.yaml`; every error says where.
///
/// Names go into queries, pictures and terminals, so they are checked here once: what is not a plain name is refused.
struct ManifestReader {
  let root: YAMLNode

  private static let longestName = 64
  private static let longestText = 200
  private static let mostWords = 1000

  // MARK: Values

  func text(_ key: String, in node: YAMLNode) throws(ManifestError) -> String {
    guard let value = node[key] else { throw ManifestError("`\(key)` is missing", at: node) }
    guard let text = value.text, !text.isEmpty else {
      throw ManifestError("`\(key)` must be a text", at: value)
    }
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 32 && !(127..<160).contains($0.value) }
    guard isPlain, text.unicodeScalars.count <= Self.longestText else {
      throw ManifestError(
        "`\(key)` must be at most \(Self.longestText) characters long, without control characters", at: value)
    }
    return text
  }

  func list(_ key: String, in node: YAMLNode) throws(ManifestError) -> [String] {
    guard let value = node[key] else { return [] }
    guard let items = value.items else { throw ManifestError("`\(key)` must be a list", at: value) }
    var texts: [String] = []
    for item in items {
      guard let text = item.text else { throw ManifestError("`\(key)` must be a list of texts", at: item) }
      texts.append(text)
    }
    return texts
  }

  /// One of the words of an enumeration, or nil where the key is not there.
  func choice<T: RawRepresentable & CaseIterable>(_ key: String, in node: YAMLNode) throws(ManifestError) -> T?
  where T.RawValue == String {
    guard let value = node[key] else { return nil }
    guard let choice = value.text.flatMap({ T(rawValue: $0) }) else {
      let words = T.allCases.map(\.rawValue).joined(separator: ", ")
      throw ManifestError("`\(key)` must be one of \(words)", at: value)
    }
    return choice
  }

  private func number(
    _ key: String, in node: YAMLNode?, default standard: Double, upTo maximum: Double
  ) throws(ManifestError) -> Double {
    guard let value = node?[key] else { return standard }
    guard let number = value.text.flatMap({ Double($0) }), number > 0, number <= maximum else {
      throw ManifestError("`\(key)` must be a positive number, at most \(Int(maximum))", at: value)
    }
    return number
  }

  private func count(
    _ key: String, in node: YAMLNode?, default standard: Int, upTo maximum: Int
  ) throws(ManifestError) -> Int {
    guard let value = node?[key] else { return standard }
    guard let number = value.text.flatMap({ Int($0) }), number > 0, number <= maximum else {
      throw ManifestError("`\(key)` must be a whole number from 1 to \(maximum)", at: value)
    }
    return number
  }

  // MARK: Names

  /// Refuses a mapping with a key that means nothing, so that no misspelt one is silently ignored.
  func knowsKeys(of node: YAMLNode, _ known: [String]) throws(ManifestError) {
    guard let entries = node.entries else { throw ManifestError("a mapping is needed here", at: node) }
    for (key, _) in entries where !known.contains(key.text ?? "") {
      let name = key.text?.prefix(Self.longestName) ?? "…"
      throw ManifestError("`\(name)` is not known here; known are \(known.joined(separator: ", "))", at: key)
    }
  }

  func pluginName() throws(ManifestError) -> String {
    let name = try text("name", in: root)
    guard name.utf8.count <= Self.longestName, PluginManifest.isName(name) else {
      throw ManifestError(
        "`name` must be a letter of ASCII followed by letters, digits, `_` or `-`", at: root["name"] ?? root)
    }
    return name
  }

  func version() throws(ManifestError) -> String {
    let version = try text("version", in: root)
    let isPlain = version.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || ".-+_".utf8.contains($0)
    }
    guard isPlain, version.utf8.count <= Self.longestName else {
      throw ManifestError("`version` must consist of letters, digits and `.-+_`", at: root["version"] ?? root)
    }
    return version
  }

  /// Words that a document must hold; blank ones would stand in every document.
  func touches() throws(ManifestError) -> [String] {
    guard let node = root["touches"] else { return [] }
    let words = try list("touches", in: root)
    for (word, item) in zip(words, node.items ?? []) where word.unicodeScalars.allSatisfy(\.isBlank) {
      throw ManifestError("`touches` must not hold an empty word", at: item)
    }
    guard !words.isEmpty, words.count <= Self.mostWords else {
      throw ManifestError("`touches` must be a list of 1 to \(Self.mostWords) words", at: node)
    }
    return words
  }

  func labels(_ key: String, in node: YAMLNode) throws(ManifestError) -> [String] {
    let labels = try list(key, in: node)
    for label in labels { try checkLabel(label, at: node[key] ?? node) }
    return labels
  }

  /// A name that openCypher takes without quotes: letters of any script, digits, `_`; no digit first.
  private func checkLabel(_ name: String, at node: YAMLNode) throws(ManifestError) {
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
        targets: try labels("to", in: node), distinguishedBy: node["distinguished_by"]?.text,
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

  private func entries(_ key: String, in node: YAMLNode) throws(ManifestError) -> [(String, YAMLNode)] {
    guard let value = node[key] else { return [] }
    guard let mapping = value.entries else { throw ManifestError("`\(key)` must be a mapping", at: value) }
    var entries: [(String, YAMLNode)] = []
    for (name, node) in mapping {
      guard let text = name.text else { throw ManifestError("a name in `\(key)` must be a text", at: name) }
      try checkLabel(text, at: name)
      entries.append((text, node))
    }
    return entries
  }

  private func caption(_ node: YAMLNode) throws(ManifestError) -> Caption {
    guard let value = node["caption"] else { throw ManifestError("`caption` is missing", at: node) }
    try knowsKeys(of: value, ["zh", "en"])
    return Caption(chinese: try text("zh", in: value), english: try text("en", in: value))
  }

  private func look(_ node: YAMLNode) throws(ManifestError) -> Look {
    guard let value = node["look"] else { throw ManifestError("`look` is missing", at: node) }
    try knowsKeys(of: value, ["shape", "color"])
    let color = try text("color", in: value)
    guard color.utf8.count == 7, color.hasPrefix("#"), UInt32(color.dropFirst(), radix: 16) != nil else {
      throw ManifestError("`color` must have the form \"#rrggbb\"", at: value)
    }
    let shape = value["shape"]?.text ?? "box"
    guard shape.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) }) else {
      throw ManifestError("`shape` must be the name of a Graphviz shape", at: value)
    }
    return Look(shape: shape, color: color)
  }

  private func properties(_ node: YAMLNode) throws(ManifestError) -> [PropertyDeclaration] {
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
    guard let run = root["run"] else {
      if let stray = ["offsets", "batch", "workers", "limits"].lazy.compactMap({ root[$0] }).first {
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
    let limits = root["limits"]
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
