import TupuKit

extension IngestReport.Reason {
  /// The reason in the language of this run.
  var words: String {
    switch self {
    case .missing: Word.sourceMissing.text
    case .unreadable(let detail): Word.sourceUnreadable(detail)
    case .notAFile: Word.sourceNotAFile.text
    case .noMatch: Word.sourceNoMatch.text
    case .nothingInside: Word.sourceNothingInside.text
    case .tooLarge(let bytes, let limit): Word.sourceTooLarge(bytes, limit)
    case .empty: Word.sourceEmpty.text
    case .binary(let offset): Word.sourceBinary(offset)
    case .unknownEncoding(let name): Word.sourceUnknownEncoding(name)
    case .malformed(let encoding, let offset): Word.sourceMalformed(encoding, offset)
    case .badRecord(let detail): Word.sourceBadRecord(detail)
    case .extraction(let detail): Word.sourcePlugin(detail)
    }
  }
}
