import GraphModel

/// Writes the rows of a result one by one in a format, as UTF-8, without keeping them.
///
/// Only the forms for the eye (`table`, `markdown`) keep the first rows: these settle widths and which columns hold numbers.
public struct TableWriter: Sendable {
  /// So many rows are looked at before a form for the eye is settled.
  public static let lookAhead = 1000

  private enum Form {
    case text(TextTable)
    case markdown(MarkdownTable)
    case csv(CSVTable)
    case json
    case jsonLines
  }

  private let columns: [String]
  private let format: TableFormat
  private let options: TableOptions
  private let sampleSize: Int
  private var sample: [[ResultValue]] = []
  private var form: Form?
  private var count = 0
  private var stream = JSONStream()
  private var bytes: [UInt8] = []

  private static let pieceSize = 65_536

  /// A writer for a result with these columns.
  public init(
    columns: [String], format: TableFormat, options: TableOptions = TableOptions(), lookAhead: Int = Self.lookAhead
  ) {
    self.columns = columns
    self.format = format
    self.options = options
    sampleSize = format == .table || format == .markdown ? lookAhead : 0
  }

  /// Takes a row; hands what is written on in pieces of some 64 KiB. Rethrows what the sink throws.
  public mutating func add(_ row: [ResultValue], to sink: ([UInt8]) throws -> Void) rethrows {
    if let form {
      write(row, form)
    } else if sample.count < sampleSize {
      sample.append(row)
    } else {
      write(row, try begin(sink))
    }
    try flushPiece(to: sink)
  }

  /// Writes what a result ends with, and what was kept. Rethrows what the sink throws.
  public mutating func finish(to sink: ([UInt8]) throws -> Void) rethrows {
    if case .json = try form ?? begin(sink) {
      stream.endArray()
      stream.endObject()
      stream.newline()
    }
    try flush(to: sink)
  }

  /// Hands on what is written so far. Rethrows what the sink throws.
  public mutating func flush(to sink: ([UInt8]) throws -> Void) rethrows {
    if !stream.bytes.isEmpty { bytes += stream.drain() }
    guard !bytes.isEmpty else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func flushPiece(to sink: ([UInt8]) throws -> Void) rethrows {
    if bytes.count > Self.pieceSize || stream.bytes.count > Self.pieceSize { try flush(to: sink) }
  }

  private mutating func begin(_ sink: ([UInt8]) throws -> Void) rethrows -> Form {
    let form: Form
    switch format {
    case .table:
      let table = TextTable(columns, sample: sample, options: options)
      for line in table.header { append(line + "\n") }
      form = .text(table)
    case .markdown:
      let table = MarkdownTable(columns, sample: sample)
      for line in table.header { append(line) }
      form = .markdown(table)
    case .csv:
      let table = CSVTable(options: options)
      for line in table.header(columns) { append(line) }
      form = .csv(table)
    case .json:
      stream.beginObject()
      stream.key("columns")
      stream.beginArray()
      for column in columns { stream.string(column) }
      stream.endArray()
      stream.key("rows")
      stream.beginArray()
      form = .json
    case .jsonl: form = .jsonLines
    }
    self.form = form
    for row in sample {
      write(row, form)
      try flushPiece(to: sink)
    }
    sample = []
    return form
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func write(_ row: [ResultValue], _ form: Form) {
    switch form {
    case .text(let table): for line in table.lines(row, number: count) { append(line + "\n") }
    case .markdown(let table): append(table.line(row))
    case .csv(let table): append(table.line(row))
    case .json:
      stream.beginArray()
      for value in row { value.write(to: &stream) }
      stream.endArray()
    case .jsonLines:
      stream.beginObject()
      for (column, value) in zip(columns, row) {
        stream.key(column)
        value.write(to: &stream)
      }
      stream.endObject()
      stream.newline()
    }
    count += 1
  }
}

extension ResultTable {
  /// The result in a format, as UTF-8; every form ends in a line end.
  public func bytes(as format: TableFormat, options: TableOptions = TableOptions()) -> [UInt8] {
    var bytes: [UInt8] = []
    write(as: format, options: options) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Writes the result in a format, as UTF-8, in pieces of some 64 KiB; rethrows what the sink throws.
  public func write(
    as format: TableFormat, options: TableOptions = TableOptions(), to sink: ([UInt8]) throws -> Void
  ) rethrows {
    var writer = TableWriter(columns: columns, format: format, options: options, lookAhead: .max)
    for row in rows { try writer.add(row, to: sink) }
    try writer.finish(to: sink)
  }
}
