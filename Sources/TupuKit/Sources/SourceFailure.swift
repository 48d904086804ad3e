import Extraction
import GraphModel

/// Why one source could not be turned into findings; everything else goes on without it.
public enum SourceFailure: Error, Hashable, Sendable {
  /// There is no file of this path.
  case missing
  /// The path is a folder where a file is wanted.
  case isFolder
  /// The file may not be read.
  case noPermission
  /// The system could not read it; its own words.
  case unreadable(String)
  /// The source holds no text.
  case empty
  /// The bytes are no text: a NUL or control bytes at this byte offset.
  case binary(offset: Int)
  /// The named encoding is unknown.
  case unknownEncoding(String)
  /// The bytes are not valid in the encoding, from this byte offset on.
  case malformed(encoding: String, offset: Int)
  /// The source is larger than the limit, both in bytes.
  case tooLarge(bytes: Int, limit: Int)
  /// A plug-in could not read it; its own words.
  case plugin(String)
  /// A plug-in's process found nothing in it.
  case process(ProcessError)
  /// No file matches the pattern.
  case noMatch
  /// The folder holds no file of a kind that is read.
  case nothingInside
  /// The path is neither a file nor a folder.
  case notAFile
  /// The line is no record of a JSON Lines file; what is wrong with it.
  case badRecord(BadRecord)

  /// What is wrong with a line of a JSON Lines file.
  public enum BadRecord: Error, Hashable, Sendable {
    /// It is no JSON, from this byte of the line on.
    case notJSON(offset: Int)
    /// It is JSON, but no object.
    case notAnObject
    /// It has neither `text` nor `html`, or both.
    case noText
    /// A member is of the wrong kind, or is no date.
    case badMember(String)
  }

  /// The failure that an error of reading or extracting stands for.
  public init(_ error: any Error) {
    switch error {
    case let failure as SourceFailure: self = failure
    case let error as ProcessError: self = .process(error)
    case let error as ReadingError:
      switch error {
      case .empty: self = .empty
      case .binary(let offset): self = .binary(offset: offset)
      case .unknownEncoding(let name): self = .unknownEncoding(name)
      case .malformed(let encoding, let offset): self = .malformed(encoding: encoding, offset: offset)
      case .tooLarge(let bytes, let limit): self = .tooLarge(bytes: bytes, limit: limit)
      }
    default: self = .plugin("\(error)")
    }
  }
}
