/// Why a plug-in's process found nothing in a document.
public struct ProcessError: Error, Hashable, Sendable {
  /// What went wrong.
  public enum Reason: Error, Hashable, Sendable {
    /// The system could not start it; its words.
    case notStarted(String)
    /// It did not say within so many seconds that it is ready.
    case startTookTooLong(seconds: Double)
    /// Its first line is no greeting that fits the plug-in; what is wrong.
    case badGreeting(String)
    /// It ended with this exit status.
    case exited(status: Int)
    /// It was ended by this signal: 6 and 11 are crashes, 9 is mostly the lack of memory.
    case killed(signal: Int)
    /// It closed its input before it had read the document, and went on.
    case closedInput
    /// It closed its output and went on.
    case closedOutput
    /// It did not answer within so many seconds.
    case tookTooLong(seconds: Double)
    /// All its documents together took longer than so many seconds.
    case totalTookTooLong(seconds: Double)
    /// Its answer is longer than so many megabytes.
    case tooLong(megabytes: Int)
    /// Its answer is no JSON, from this byte of the line on.
    case notJSON(offset: Int)
    /// Its answer is JSON that cannot be used: the member and what is wrong with it.
    case badAnswer(member: String, problem: AnswerProblem)
    /// It says itself that it failed; its words.
    case reported(String)
    /// It failed so many times in a row that it is not started again.
    case givenUp(failures: Int)
  }

  /// The plug-in's name.
  public var plugin: String
  /// What went wrong.
  public var reason: Reason
  /// The end of what it wrote to standard error, at most `ProcessError.messageLength` bytes.
  public var message: String

  /// So much of a process's standard error is kept, in bytes.
  public static let messageLength = 2048

  /// Says what went wrong.
  public init(plugin: String, reason: Reason, message: String = "") {
    self.plugin = plugin
    self.reason = reason
    self.message = message
  }
}

/// What is wrong with a member of a process's answer.
public enum AnswerProblem: Hashable, Sendable {
  /// It is not there.
  case missing
  /// It has another kind than this one.
  case wrongKind(expected: String)
  /// It means nothing here.
  case unknown
  /// It answers another document than the one that was asked, by number.
  case otherDocument(expected: Int)
  /// The plug-in does not declare this type.
  case undeclaredType(String)
  /// The edge type does not lead from or to this node type.
  case wrongEnd(String)
  /// There is no entity of this id.
  case unknownEntity(String)
  /// Another entity has this id.
  case sameID(String)
  /// The offsets lie outside the text, which is so long, or end before they start.
  case outside(start: Int64, end: Int64, length: Int)
  /// The offset lies in the middle of a character.
  case insideCharacter(offset: Int64)
  /// It is longer than so many characters, or empty.
  case badLength(limit: Int)
  /// It holds control characters.
  case controlCharacters
  /// There are more than so many.
  case tooMany(limit: Int)
  /// It is not between 0 and 1.
  case notAShare
}
