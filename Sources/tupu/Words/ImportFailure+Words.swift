import TupuKit

extension ImportFailure {
  /// The failure in the language of this run, with its place: `file:line:column: …`.
  var words: String {
    let place = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
    return "\(Console.visible(path))\(place): \(Console.visible(cause.words))"
  }
}

extension ImportFailure.Cause {
  fileprivate var words: String {
    switch self {
    case .unreadable(let failure): failure.words
    case .notUTF8: Word.importNotUTF8.text
    case .empty: Word.importEmpty.text
    case .noColumn(let name): Word.importNoColumn(name)
    case .repeatedColumn(let name): Word.importRepeatedColumn(name)
    case .unknownType(let name): Word.importUnknownType(name)
    case .noRole: Word.importNoRole.text
    case .wrongWidth(let found, let expected): Word.importWrongWidth(found, expected)
    case .openQuote: Word.importOpenQuote.text
    case .afterQuote: Word.importAfterQuote.text
    case .missingValue(let name): Word.importMissingValue(name)
    case .badValue(let value, let type): Word.importBadValue(value, type)
    case .duplicateKey(let key): Word.importDuplicateKey(key)
    case .unknownNode(let type, let key): Word.importUnknownNode(type.isEmpty ? key : "\(type):\(key)")
    case .ambiguousNode(let key, let types): Word.importAmbiguousNode(key, types.joined(separator: ", "))
    case .notJSON: Word.importNotJSON.text
    case .badRecord(let member): Word.importBadRecord(member)
    case .stillNeeded(let other): Word.importStillNeeded(other)
    }
  }
}
