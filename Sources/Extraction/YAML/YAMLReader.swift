import CYAML

/// Reads a YAML text with libyaml.
///
/// Anchors and aliases are refused: nested ones grow beyond any memory, and no file of a plug-in needs them.
final class YAMLReader {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  /// How deep lists and mappings may be nested.
  private static let mostLevels = 64

  /// The only document of a text; nil where it holds none.
  ///
  /// - Throws: `YAMLError` for what is no YAML, a second document, an anchor or alias, a key that stands twice, and values
  ///   that are nested more than 64 levels deep.
  static func root(of text: String) throws(YAMLError) -> YAMLNode? {
    let reader = YAMLReader(text)
    _ = try reader.next()
    guard case .documentStart = try reader.next().kind else { return nil }
    let root = try reader.node(try reader.next(), level: 0)
    _ = try reader.next()
    let end = try reader.next()
    guard case .streamEnd = end.kind else { throw end.error("a second document stands here") }
    return root
  }

  private init(_ text: String) {
    // The parser points into itself and into the text, so both stand still.
    bytes = .allocate(capacity: text.utf8.count)
    _ = bytes.initialize(fromContentsOf: text.utf8)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  // MARK: Nodes

  private func node(_ event: Event, level: Int) throws(YAMLError) -> YAMLNode {
    guard level <= Self.mostLevels else { throw event.error("values are nested too deeply") }
    switch event.kind {
    case .text(let text): return event.node(.text(text))
    case .list:
      var items: [YAMLNode] = []
      while let item = try child() { items.append(try node(item, level: level + 1)) }
      return event.node(.list(items))
    case .mapping:
      var entries: [(key: YAMLNode, value: YAMLNode)] = []
      var keys: Set<String> = []
      while let first = try child() {
        let key = try node(first, level: level + 1)
        if let text = key.text, !keys.insert(text).inserted {
          throw YAMLError(cause: .duplicateKey(text), line: key.line, column: key.column)
        }
        entries.append((key, try node(try next(), level: level + 1)))
      }
      return event.node(.mapping(entries))
    case .documentStart, .streamEnd, .other: throw event.error("a value is missing here")
    }
  }

  /// What comes next inside a list or a mapping; nil at its end.
  private func child() throws(YAMLError) -> Event? {
    let event = try next()
    if case .other = event.kind { return nil }
    return event
  }

  // MARK: Events

  private struct Event {
    enum Kind {
      case text(String)
      case list
      case mapping
      case documentStart
      case streamEnd
      /// The start of the text, or the end of a document, list or mapping.
      case other
    }

    let kind: Kind
    let line: Int
    let column: Int

    func node(_ content: YAMLNode.Content) -> YAMLNode { YAMLNode(content: content, line: line, column: column) }
    func error(_ message: String) -> YAMLError { YAMLError(cause: .syntax(message), line: line, column: column) }
  }

  private func next() throws(YAMLError) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw error() }
    defer { yaml_event_delete(&event) }
    var anchor: UnsafeMutablePointer<yaml_char_t>?
    let kind: Event.Kind
    switch event.type {
    case YAML_SCALAR_EVENT:
      anchor = event.data.scalar.anchor
      let value = UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length)
      kind = .text(String(decoding: value, as: UTF8.self))
    case YAML_SEQUENCE_START_EVENT:
      anchor = event.data.sequence_start.anchor
      kind = .list
    case YAML_MAPPING_START_EVENT:
      anchor = event.data.mapping_start.anchor
      kind = .mapping
    case YAML_ALIAS_EVENT:
      anchor = event.data.alias.anchor
      kind = .other
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_STREAM_END_EVENT: kind = .streamEnd
    default: kind = .other
    }
    let (line, column) = (Int(event.start_mark.line) + 1, Int(event.start_mark.column) + 1)
    guard anchor == nil else { throw YAMLError(cause: .anchor, line: line, column: column) }
    return Event(kind: kind, line: line, column: column)
  }

  private func error() -> YAMLError {
    let message = parser.pointee.problem.map { String(cString: $0) } ?? "the text cannot be read as YAML"
    let cause = YAMLError.Cause.syntax(message)
    guard parser.pointee.error == YAML_READER_ERROR else {
      let mark = parser.pointee.problem_mark
      return YAMLError(cause: cause, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }
    let (line, column) = place(ofByte: parser.pointee.problem_offset)
    return YAMLError(cause: cause, line: line, column: column)
  }

  private func place(ofByte offset: Int) -> (line: Int, column: Int) {
    let before = bytes[..<min(offset, bytes.count)]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    return (line, before[start...].count { $0 & 0xC0 != 0x80 } + 1)
  }
}
