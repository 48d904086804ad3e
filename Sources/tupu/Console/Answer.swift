import GraphModel
import TupuKit

/// What a verb answers, in the forms that `--format` offers.
struct Answer {
  /// A column: its stable name for programs and its caption for people.
  typealias Column = (name: String, caption: Word)

  /// The columns of `table`, `jsonl`, `csv` and `markdown`.
  var columns: [Column]
  /// The rows.
  var rows: [[ResultValue]]
  /// The whole as one object, for `json`; nil: a list of the rows as objects.
  var json: JSONValue?
  /// The whole as people read it, for `table`; nil: the rows under captions.
  var text: String?

  /// Gathers the forms.
  init(columns: [Column], rows: [[ResultValue]], json: JSONValue? = nil, text: String? = nil) {
    self.columns = columns
    self.rows = rows
    self.json = json
    self.text = text
  }

  /// Prints the answer.
  ///
  /// - Throws: `Failure` where it cannot be written.
  func print(as format: TableFormat) throws {
    switch format {
    case .json:
      try Console.print((json ?? .array(rows.map(object))).indented)
    case .table:
      if let text { return try text.isEmpty ? () : Console.print(text) }
      let shown = ResultTable(columns: columns.map(\.caption.text), rows: rows)
      try shown.write(as: .table, options: TableOptions(width: Console.width)) { try Console.write($0) }
    case .jsonl, .csv, .markdown:
      try ResultTable(columns: columns.map(\.name), rows: rows).write(as: format) { try Console.write($0) }
    }
  }

  private func object(_ row: [ResultValue]) -> JSONValue {
    .object(zip(columns, row).map { JSONValue.Member($0.name, JSONValue($1)) })
  }
}

extension ResultTable {
  /// The table for the eye, without a line end after it.
  var lines: String {
    let bytes = bytes(as: .table, options: TableOptions(width: Console.width))
    return String(decoding: bytes.last == 10 ? bytes.dropLast() : bytes[...], as: UTF8.self)
  }
}

extension ResultValue {
  /// A text.
  static func text(_ text: String) -> ResultValue { .value(.string(text)) }
  /// A text, or null where there is none.
  static func text(_ text: String?) -> ResultValue { text.map { .value(.string($0)) } ?? .null }
  /// A number.
  static func count(_ number: Int) -> ResultValue { .value(.integer(Int64(number))) }
  /// A number with decimals, or null where there is none.
  static func number(_ number: Double?) -> ResultValue { number.map { .value(.float($0)) } ?? .null }
}

extension JSONValue {
  /// A number.
  static func count(_ number: Int) -> JSONValue { .integer(Int64(number)) }
  /// A text, or null where there is none.
  static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// A value of a result; answers of verbs hold property values and lists of them alone.
  init(_ value: ResultValue) {
    switch value {
    case .value(let value): self = JSONValue(value)
    case .list(let items): self = .array(items.map { JSONValue($0) })
    default: self = .null
    }
  }
}
