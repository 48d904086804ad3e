import GraphModel

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
    switch format {
    case .table: try TextTable(self, options: options).write(to: sink)
    case .json: try writeJSON(to: sink)
    case .jsonl: try writeJSONLines(to: sink)
    case .csv: try CSVTable(self, options: options).write(to: sink)
    case .markdown: try MarkdownTable(self).write(to: sink)
    }
  }

  private static var pieceSize: Int { 65_536 }

  private func writeJSON(to sink: ([UInt8]) throws -> Void) rethrows {
    var writer = JSONStream()
    writer.beginObject()
    writer.key("columns")
    writer.beginArray()
    for column in columns { writer.string(column) }
    writer.endArray()
    writer.key("rows")
    writer.beginArray()
    for row in rows {
      writer.beginArray()
      for value in row { value.write(to: &writer) }
      writer.endArray()
      if writer.bytes.count > Self.pieceSize { try sink(writer.drain()) }
    }
    writer.endArray()
    writer.endObject()
    writer.newline()
    try sink(writer.drain())
  }

  private func writeJSONLines(to sink: ([UInt8]) throws -> Void) rethrows {
    var writer = JSONStream()
    for row in rows {
      writer.beginObject()
      for (column, value) in zip(columns, row) {
        writer.key(column)
        value.write(to: &writer)
      }
      writer.endObject()
      writer.newline()
      if writer.bytes.count > Self.pieceSize { try sink(writer.drain()) }
    }
    try sink(writer.drain())
  }
}

/// Gathers lines and hands them on in pieces.
struct LineSink {
  private var bytes: [UInt8] = []
  private let lineEnd: [UInt8]

  init(lineEnd: String = "\n") { self.lineEnd = Array(lineEnd.utf8) }

  mutating func line(_ text: String, to sink: ([UInt8]) throws -> Void) rethrows {
    bytes.append(contentsOf: text.utf8)
    bytes.append(contentsOf: lineEnd)
    if bytes.count > 65_536 { try flush(to: sink) }
  }

  mutating func flush(to sink: ([UInt8]) throws -> Void) rethrows {
    guard !bytes.isEmpty else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
