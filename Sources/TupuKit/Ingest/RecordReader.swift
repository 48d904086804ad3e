import Glibc
import GraphModel

/// Reads a JSON Lines file line by line: `{"text" | "html", "name", "title", "published", "source", "authors"}`.
struct RecordReader {
  /// A line's record, or why it is none.
  typealias Line = (origin: String, result: Result<Source, SourceFailure>)

  private let path: String
  private let limit: Int
  private let file: Int32
  private var buffer: [UInt8] = []
  private var position = 0
  private var line = 0
  private var isAtEnd = false

  private static let chunk = 1 << 18

  /// Opens a file; `-` is standard input.
  ///
  /// - Parameter limit: the longest line that is read, in bytes.
  /// - Throws: `SourceFailure`.
  init(path: String, limit: Int) throws(SourceFailure) {
    self.path = path
    self.limit = limit
    file = path == "-" ? STDIN_FILENO : open(PathText.bytes(path), O_RDONLY | O_CLOEXEC)
    if file < 0 { throw SourceFile.failure(errno) }
  }

  /// Closes the file.
  func close() { if file != STDIN_FILENO { Glibc.close(file) } }

  /// The next line that holds something; nil at the end.
  ///
  /// - Throws: `SourceFailure` where the file cannot be read on.
  mutating func next() throws(SourceFailure) -> Line? {
    while let bytes = try nextLine() {
      let origin = "\(path)#\(line)"
      if bytes.count > limit { return (origin, .failure(.tooLarge(bytes: bytes.count, limit: limit))) }
      guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
      do {
        return (origin, .success(try Self.source(bytes, origin: origin)))
      } catch {
        return (origin, .failure(.badRecord(error)))
      }
    }
    return nil
  }

  /// The whole rest of the file, as one document.
  mutating func rest() throws(SourceFailure) -> [UInt8] {
    while !isAtEnd {
      try fill()
      if buffer.count - position > limit { throw .tooLarge(bytes: buffer.count - position, limit: limit) }
    }
    return Array(buffer[position...])
  }

  /// Whether what comes next looks like a JSON object.
  mutating func startsWithObject() throws(SourceFailure) -> Bool {
    if buffer.isEmpty { try fill() }
    return buffer.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
  }

  private mutating func nextLine() throws(SourceFailure) -> ArraySlice<UInt8>? {
    var searched = position
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { position = end + 1 }
        line += 1
        return buffer[position..<end]
      }
      if isAtEnd {
        guard position < buffer.count else { return nil }
        defer { position = buffer.count }
        line += 1
        return buffer[position...]
      }
      searched = buffer.count
      if searched - position > limit { return try skipLine() }
      let consumed = position
      try fill()
      searched -= consumed
    }
  }

  /// Goes past a line that is too long, keeping none of it but what says so.
  private mutating func skipLine() throws(SourceFailure) -> ArraySlice<UInt8> {
    line += 1
    while true {
      if let end = buffer[position...].firstIndex(of: 0x0A) {
        position = end + 1
        break
      }
      position = buffer.count
      if isAtEnd { break }
      try fill()
    }
    return ArraySlice(repeating: 0x20, count: limit + 1)
  }

  private mutating func fill() throws(SourceFailure) {
    buffer.removeFirst(position)
    position = 0
    var chunk = [UInt8](repeating: 0, count: Self.chunk)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count > 0 {
        buffer.append(contentsOf: chunk[..<count])
        return
      }
      if count == 0 {
        isAtEnd = true
        return
      }
      if errno != EINTR { throw SourceFile.failure(errno) }
    }
  }

  private static func source(
    _ bytes: ArraySlice<UInt8>, origin: String
  ) throws(SourceFailure.BadRecord) -> Source {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw .notJSON(offset: error.offset)
    }
    guard case .object = value else { throw .notAnObject }
    func text(_ key: String) throws(SourceFailure.BadRecord) -> String? {
      switch value[key] {
      case nil, .null: return nil
      case .string(let text): return text
      default: throw .badMember(key)
      }
    }
    let plain = try text("text")
    let page = try text("html")
    guard let content = plain ?? page, plain == nil || page == nil else { throw .noText }
    var hints = DocumentMetadata(title: try text("title"), source: try text("source"))
    if let published = try text("published") {
      guard let date = PartialDate(published) else { throw .badMember("published") }
      hints.published = date
    }
    switch value["authors"] {
    case nil, .null: break
    case .string(let author): hints.authors = [author]
    case .array(let items):
      hints.authors = items.compactMap(\.text)
      guard hints.authors.count == items.count else { throw .badMember("authors") }
    default: throw .badMember("authors")
    }
    let name = try text("name") ?? String(origin.split(separator: "/").last ?? "-")
    return Source(
      name: name, origin: origin, mediaType: page == nil ? .text : .html, bytes: Array(content.utf8),
      encoding: "utf-8", hints: hints)
  }
}
