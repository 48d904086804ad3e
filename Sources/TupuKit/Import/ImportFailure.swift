/// Why a file cannot be imported; nothing of any file of the same call was kept.
public struct ImportFailure: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Cause: Error, Hashable, Sendable {
    /// The file cannot be read.
    case unreadable(SourceFailure)
    /// The file is no UTF-8.
    case notUTF8
    /// The file has no header, or nothing at all.
    case empty
    /// The header has no column of this name or kind.
    case noColumn(String)
    /// The header names a column twice.
    case repeatedColumn(String)
    /// The header names a type that there is not.
    case unknownType(String)
    /// The header tells neither of nodes nor of edges, and no option does.
    case noRole
    /// A row has another number of values than the header.
    case wrongWidth(found: Int, expected: Int)
    /// A quoted value does not end.
    case openQuote
    /// A quoted value goes on after its end.
    case afterQuote
    /// A value that must be there is missing: the column.
    case missingValue(String)
    /// A value is not of its column's type.
    case badValue(String, type: String)
    /// Two nodes of one type have this key; the second stands at the place of the failure.
    case duplicateKey(String)
    /// An edge leads to a node that is not there: the kind of node (empty: any) and its key.
    case unknownNode(type: String, key: String)
    /// A key stands for nodes of several types.
    case ambiguousNode(key: String, types: [String])
    /// The line is no JSON object.
    case notJSON
    /// The object is neither a node nor an edge; what it lacks.
    case badRecord(String)
    /// The edges of another file lead to the nodes of this one, which would change or go: import (or remove) both at once.
    case stillNeeded(by: String)
  }

  /// The path of the file.
  public var path: String
  /// The line at fault, from 1; nil: the whole file.
  public var line: Int?
  /// The column at fault in Unicode scalars, from 1.
  public var column: Int?
  /// What is wrong.
  public var cause: Cause

  init(_ path: String, line: Int? = nil, column: Int? = nil, _ cause: Cause) {
    self.path = path
    self.line = line
    self.column = column
    self.cause = cause
  }
}
