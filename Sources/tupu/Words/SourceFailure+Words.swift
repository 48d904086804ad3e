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
    }
  }
}
