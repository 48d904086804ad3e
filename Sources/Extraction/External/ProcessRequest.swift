import GraphModel

/// The lines that a process gets.
struct ProcessRequest {
  /// The version of what the two sides say to each other.
  static let protocolVersion: Int64 = 1

  /// The first line: who speaks, and what is expected.
  static func greeting(_ manifest: PluginManifest, _ declaration: ProcessDeclaration) -> [UInt8] {
    let json: JSONValue = [
      "tupu": .integer(protocolVersion), "plugin": .string(manifest.name), "version": .string(manifest.version),
      "offsets": .string(declaration.offsets.rawValue), "batch": .integer(Int64(declaration.batch)),
    ]
    return Array((json.line + "\n").utf8)
  }

  /// Checks the line that answers the greeting: `{"tupu": 1, "plugin": "NAME"}`, perhaps with `version`.
  ///
  /// - Returns: what is wrong with it, or nil.
  static func problem(ofGreeting line: ArraySlice<UInt8>, for manifest: PluginManifest) -> ProcessError.Reason? {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: line)
    } catch {
      return .notJSON(offset: error.offset)
    }
    let expected: [(String, JSONValue, Bool)] = [
      ("tupu", .integer(protocolVersion), true), ("plugin", .string(manifest.name), true),
      ("version", .string(manifest.version), false),
    ]
    for (key, value, isNeeded) in expected where json[key] != nil || isNeeded {
      guard json[key] == value else { return .badGreeting("\"\(key)\": \(value.line)") }
    }
    return nil
  }

  /// The line of a document: its clean text, and what was found of the labels that the plug-in requires.
  ///
  /// - Parameter more: whether another document of the batch follows before an answer is awaited.
  static func document(
    _ number: Int, _ context: ExtractionContext, entities: [EntityID], requires: [String], units: OffsetUnits,
    more: Bool
  ) -> [UInt8] {
    var json = JSONStream()
    json.beginObject()
    json.key("document")
    json.integer(number)
    let metadata = context.document.metadata
    for (key, value) in [
      ("title", metadata.title), ("published", metadata.published?.description), ("source", metadata.source),
    ] {
      guard let value else { continue }
      json.key(key)
      json.string(value)
    }
    json.key("text")
    json.string(context.text.description)
    json.key("sentences")
    json.beginArray()
    for sentence in context.structure.sentences { write(sentence, units, to: &json) }
    json.endArray()
    json.key("entities")
    json.beginArray()
    for (id, entity) in entities.enumerated() {
      json.beginObject()
      json.key("id")
      json.integer(id)
      json.key("type")
      json.string(context.type(of: entity))
      json.key("name")
      json.string(context.name(of: entity))
      json.key("mentions")
      json.beginArray()
      for span in context.spans(of: entity) { write(span, units, to: &json) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.key("more")
    json.boolean(more)
    json.endObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func write(_ span: Span, _ units: OffsetUnits, to json: inout JSONStream) {
    json.beginArray()
    json.integer(units.offset(of: span.start))
    json.integer(units.offset(of: span.end))
    json.endArray()
  }
}
