import TupuKit

extension ProcessError {
  /// The error in the language of this run, with what the process itself said.
  var words: String {
    let said = Word.processFailed(plugin, reason.words)
    let message = String(message.reversed().drop { $0.isNewline }.reversed())
    return message.isEmpty ? said : Word.processSaid(said, message)
  }
}

extension ProcessError.Reason {
  /// What went wrong, in the language of this run.
  var words: String {
    func short(_ seconds: Double) -> String {
      decimal(seconds, digits: seconds < 10 && seconds != seconds.rounded() ? 1 : 0)
    }
    return switch self {
    case .notStarted(let reason): Word.processNotStarted(reason)
    case .startTookTooLong(let seconds): Word.processStartTooLong(short(seconds))
    case .badGreeting(let expected): Word.processBadGreeting(expected)
    case .exited(let status): Word.processExited(status)
    case .killed(let signal): Word.processKilled(signal)
    case .closedInput: Word.processClosedInput.text
    case .closedOutput: Word.processClosedOutput.text
    case .tookTooLong(let seconds): Word.processTookTooLong(short(seconds))
    case .totalTookTooLong(let seconds): Word.processTotalTooLong(short(seconds))
    case .tooLong(let megabytes): Word.processTooLong(megabytes)
    case .notJSON(let offset): Word.processNotJSON(offset)
    case .badAnswer(let member, let problem): Word.processBadAnswer(member.isEmpty ? "{}" : member, problem.words)
    case .reported(let words): Word.processReported(words)
    case .givenUp(let failures): Word.processGivenUp(failures)
    }
  }
}

extension AnswerProblem {
  /// What is wrong, in the language of this run.
  var words: String {
    switch self {
    case .missing: Word.answerMissing.text
    case .wrongKind(let expected): Word.answerWrongKind(expected)
    case .unknown: Word.answerUnknown.text
    case .otherDocument(let expected): Word.answerOtherDocument(expected)
    case .undeclaredType(let type): Word.answerUndeclared(type)
    case .wrongEnd(let type): Word.answerWrongEnd(type)
    case .unknownEntity(let id): Word.answerUnknownEntity(id)
    case .sameID(let id): Word.answerSameID(id)
    case .outside(let start, let end, let length): Word.answerOutside(start, end, length)
    case .insideCharacter(let offset): Word.answerInsideCharacter(offset)
    case .badLength(let limit): Word.answerBadLength(limit)
    case .controlCharacters: Word.answerControls.text
    case .tooMany(let limit): Word.answerTooMany(limit)
    case .notAShare: Word.answerNotAShare.text
    }
  }
}
