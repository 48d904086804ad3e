/// A place in a file of a plug-in.
public struct FilePlace: Hashable, Sendable, Comparable {
  /// The file, as it is called inside the plug-in's folder.
  public var file: String
  /// The line, from 1; 0 where the whole file is meant.
  public var line: Int
  /// The column in Unicode scalars, from 1; 0 where the whole line is meant.
  public var column: Int
  /// The line's text, shortened around the column; empty where there is none.
  public var excerpt: String

  /// Points into a file.
  public init(file: String, line: Int = 0, column: Int = 0, excerpt: String = "") {
    self.file = file
    self.line = line
    self.column = column
    self.excerpt = excerpt
  }

  /// Orders by file, line, column.
  public static func < (a: FilePlace, b: FilePlace) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}

/// Something wrong with a rule pack, and where.
public struct RuleProblem: Hashable, Sendable {
  /// What.
  public var fault: RuleFault
  /// Where.
  public var place: FilePlace

  /// Joins the two.
  public init(_ fault: RuleFault, at place: FilePlace) {
    self.fault = fault
    self.place = place
  }
}

/// Why a rule pack cannot be used: everything that is wrong, in the order of the files.
public struct RulePackError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The problems, at least one of them no warning.
  public var problems: [RuleProblem]

  /// Gathers problems.
  public init(_ problems: [RuleProblem]) { self.problems = problems }

  /// The first problem as `file:line:column: fault`, for logs; words for people are made at the doors.
  public var description: String {
    guard let first = problems.first(where: { !$0.fault.isWarning }) ?? problems.first else { return "" }
    return "\(first.place.file):\(first.place.line):\(first.place.column): \(first.fault)"
  }
}
