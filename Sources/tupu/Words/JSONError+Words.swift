import GraphModel

extension JSONError {
  /// What is wrong with a JSON text and where, in the language of this run.
  func words(in text: String) -> String {
    let bytes = Array(text.utf8)
    let place = max(0, min(offset, bytes.count))
    let line = bytes[..<place].count { $0 == 10 } + 1
    let start = (bytes[..<place].lastIndex(of: 10) ?? -1) + 1
    let column = String(decoding: bytes[start..<place], as: UTF8.self).unicodeScalars.count + 1
    let word: Word =
      switch reason {
      case .unexpectedEnd: .jsonEndsEarly
      case .unexpectedByte: .jsonUnexpected
      case .badNumber: .jsonBadNumber
      case .badString: .jsonBadString
      case .tooDeep: .jsonTooDeep
      case .trailingBytes: .jsonTrailing
      }
    return Word.jsonPlace(word.text, line, column) + "\n" + CaretLine(text, at: offset).text
  }
}
