import Glibc
import GraphModel
import TupuKit

/// Reading queries and saying what is wrong with them.
enum QueryText {
  /// The statements of a text, which semicolons part.
  ///
  /// - Throws: `Failure`.
  static func statements(in text: String) throws -> [String] {
    try translating(text) { try CypherEngine.statements(in: text) }
  }

  /// Turns the engine's errors into words.
  static func translating<T>(_ query: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as CypherError {
      throw Failure(words(error, in: query), status: error.detail == .cancelled ? 130 : 2)
    }
  }

  /// What the last statement of a text answers.
  static func answer(_ text: String, from base: KnowledgeBase) throws -> ResultTable {
    var table = ResultTable(columns: [])
    for statement in try statements(in: text) {
      let limits = QueryLimits { Interruption.isRequested }
      table = try translating(statement) { try base.engine(limits: limits).run(statement).table }
    }
    return table
  }

  /// The text of a file, or of standard input for `-`.
  ///
  /// - Throws: `Failure` where it cannot be read or is not UTF-8.
  static func text(of path: String) throws -> String {
    guard let bytes = bytes(of: path) else { throw Failure(Word.cannotRead(path, String(cString: strerror(errno)))) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Failure(Word.cannotRead(path, "UTF-8")) }
    return text
  }

  /// All of a file, or of standard input for `-`; nil where it cannot be read.
  static func bytes(of path: String) -> [UInt8]? {
    let file = path == "-" ? STDIN_FILENO : Glibc.open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { if path != "-" { close(file) } }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(file, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return count == 0 ? bytes : nil }
      bytes += piece[..<count]
    }
  }

  /// The parameters of a query from JSON.
  ///
  /// - Throws: `Failure`.
  static func parameters(_ json: String?) throws -> [String: ResultValue] {
    guard let json else { return [:] }
    do {
      return try ParameterReader.parameters(try JSONValue(parsing: json))
    } catch let error as JSONError {
      throw Failure(Word.badParameters(error.words(in: json)))
    } catch let error as CypherError {
      throw Failure(Word.badParameters(error.sentence.text(translation)))
    }
  }

  /// The sentence in the language of this run for one in English.
  private static func translation(_ sentence: String) -> String? {
    Language.current == .chinese ? CypherSentences.chinese[sentence] : nil
  }

  /// The error with its names, place, the line with a caret under the place, and a suggestion.
  static func words(_ error: CypherError, in query: String) -> String {
    var text = "\(error.kind.rawValue) (\(error.detail.rawValue))"
    if let place = error.place(in: query) { text += " \(place.line):\(place.column)" }
    text += ": \(error.sentence.text(translation))"
    if let offset = error.offset { text += "\n" + CaretLine(query, at: offset).text }
    switch error.hint {
    case nil: break
    case .name(let name): text += "\n" + Word.didYouMeanWord(name)
    case .advice(let advice): text += "\n" + advice.text(translation)
    }
    if error.detail == .readOnly { text += "\n" + Word.readOnlyWayOut.text }
    return text
  }
}

/// The line of a text around a place, with a caret under it.
struct CaretLine {
  /// Both lines, no line end.
  let text: String

  /// So many terminal columns of a long line are shown.
  private static let room = 72

  /// The line at an offset in UTF-8 bytes.
  init(_ text: String, at offset: Int) {
    let bytes = Array(text.utf8)
    let place = max(0, min(offset, bytes.count))
    let start = (bytes[..<place].lastIndex(of: 10) ?? -1) + 1
    let end = bytes[place...].firstIndex(of: 10) ?? bytes.count
    var before = Console.visible(String(decoding: bytes[start..<place], as: UTF8.self)).unicodeScalars[...]
    var after = Console.visible(String(decoding: bytes[place..<end], as: UTF8.self)).unicodeScalars[...]
    var head = ""
    if Self.columns(before) > Self.room * 2 / 3 {
      while Self.columns(before) > Self.room * 2 / 3 { before = before.dropFirst() }
      head = "…"
    }
    var tail = ""
    let room = max(8, Self.room - Self.columns(before))
    if Self.columns(after) > room {
      after = after.prefix(room)
      while Self.columns(after) > room { after = after.dropLast() }
      tail = "…"
    }
    let indent = String(repeating: " ", count: Self.columns(before) + (head.isEmpty ? 0 : 1))
    self.text = "  \(head)\(String(before))\(String(after))\(tail)\n  \(indent)^"
  }

  private static func columns(_ text: Substring.UnicodeScalarView) -> Int { EastAsianWidth.columns(String(text)) }
}
