import TupuKit

extension SourceFailure {
  /// The failure in the language of this run.
  var words: String {
    switch self {
    case .missing: Word.sourceMissing.text
    case .isFolder: Word.sourceIsFolder.text
    case .noPermission: Word.sourceNoPermission.text
    case .unreadable(let reason): Word.sourceUnreadable(reason)
    case .empty: Word.sourceEmpty.text
    case .binary(let offset): Word.sourceBinary(offset)
    case .unknownEncoding(let name): Word.sourceUnknownEncoding(name)
    case .malformed(let encoding, let offset): Word.sourceMalformed(encoding, offset)
    case .tooLarge(let bytes, let limit): Word.sourceTooLarge(bytes, limit)
    case .plugin(let reason): Word.sourcePlugin(reason)
    case .process(let error): error.words
    case .noMatch: Word.sourceNoMatch.text
    case .nothingInside: Word.sourceNothingInside.text
    case .notAFile: Word.sourceNotAFile.text
    case .badRecord(let record): Word.sourceBadRecord(record.words)
    }
  }
}

extension SourceFailure.BadRecord {
  /// What is wrong with the line, in the language of this run.
  var words: String {
    switch self {
    case .notJSON(let offset): Word.recordNotJSON(offset)
    case .notAnObject: Word.recordNotAnObject.text
    case .noText: Word.recordNoText.text
    case .badMember(let name): Word.recordBadMember(name)
    }
  }
}
