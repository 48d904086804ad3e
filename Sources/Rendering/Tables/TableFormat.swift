/// The forms in which a result can be written.
public enum TableFormat: String, Sendable, Hashable, CaseIterable {
  /// Columns for the eye; plain text that copies well.
  case table
  /// One object, `{"columns":[…],"rows":[[…]]}`.
  case json
  /// One object a row and line, keyed by column.
  case jsonl
  /// Comma-separated values (RFC 4180).
  case csv
  /// A table of GitHub Flavored Markdown.
  case markdown
}

/// How a result is written.
public struct TableOptions: Sendable, Hashable {
  /// What happens to a cell that is wider than its column.
  public enum Overflow: Sendable, Hashable {
    /// It goes on in the next line; nothing is lost.
    case wrap
    /// It ends in `…`.
    case cut
  }

  /// The greatest width of a `table`, in terminal columns; nil: as wide as the data.
  public var width: Int?
  /// What a `table` does with cells that are too wide.
  public var overflow: Overflow
  /// Whether a `table` counts East Asian ambiguous characters (“ ” … ·) as two columns, as some terminals show them.
  public var ambiguousIsWide: Bool
  /// Whether `table` and `csv` begin with the columns' names.
  public var header: Bool
  /// Whether a `csv` text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, their full-width
  /// forms, a tab or a carriage return) gets a `'` before it. Numbers are never touched.
  public var guardsFormulas: Bool
  /// Whether `csv` begins with a byte order mark, without which Excel misreads Chinese.
  public var byteOrderMark: Bool

  /// Gathers options; the defaults suit a file.
  public init(
    width: Int? = nil, overflow: Overflow = .wrap, ambiguousIsWide: Bool = false, header: Bool = true,
    guardsFormulas: Bool = true, byteOrderMark: Bool = false
  ) {
    self.width = width
    self.overflow = overflow
    self.ambiguousIsWide = ambiguousIsWide
    self.header = header
    self.guardsFormulas = guardsFormulas
    self.byteOrderMark = byteOrderMark
  }
}
