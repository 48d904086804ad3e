import TupuKit

extension KnowledgeBaseError {
  /// The error in the language of this run, with a way out.
  var words: String {
    switch self {
    case .missing(let path): Word.storeMissing(path)
    case .notADatabase(let path): Word.storeNotADatabase(path)
    case .foreign(let path, _): Word.storeForeign(path)
    case .newerSchema(let path, let found, let known): Word.storeNewer(path, found, known)
    case .olderSchema(let path, _, _): Word.storeOlder(path)
    case .busy(let path, let seconds): Word.storeBusy(path, Int(seconds.rounded()))
    case .full(let path): Word.storeFull(path)
    case .readOnly(let path): Word.storeReadOnly(path)
    case .cannotOpen(let path, let detail): Word.storeCannotOpen(path, detail)
    case .damaged(let path, let detail): Word.storeDamaged(path, detail)
    case .storage(let path, let code, let message): Word.storeRefused(path, code, message)
    case .collision(let a, let b): Word.storeCollision(a, b)
    case .unknownKey(let key): Word.unknownKey(key)
    case .unknownJudgement(let number): Word.unknownJudgement(number)
    }
  }
}

extension PictureError {
  /// The error in the language of this run, with a way out.
  var words: String {
    switch self {
    case .nothingToDraw: Word.nothingToDraw.text
    case .noChineseFont: Word.noChineseFont.text
    case .tookTooLong(_, let seconds): Word.pictureTooSlow(Int(seconds.rounded()))
    case .drawingFailed(let message): Word.pictureFailed(message)
    case .workerFailed(let message): Word.pictureWorkerFailed(message)
    }
  }
}
