/// What the columns of a file hold, as its first row says: `name`, `name:type`, `name:ID(space)`, `:LABEL`, `:START_ID`,
/// `:END_ID`, `:TYPE`, `:IGNORE`.
struct ImportHeader {
  /// What a column holds.
  enum Kind: Hashable {
    /// A property of a type.
    case property(ColumnType)
    /// What identifies the node.
    case key
    /// Labels of the node, separated by semicolons.
    case label
    /// The key of the node that the edge starts from.
    case start
    /// The key of the node that the edge leads to.
    case end
    /// The type of the edge.
    case type
    /// Nothing that is wanted.
    case ignored
  }

  struct Column {
    /// The name of the property; empty where the column is none.
    var name: String
    var kind: Kind
    /// The key space in brackets; nil: none named.
    var space: String?
    /// The type of a key's values.
    var keyType: ColumnType = .inferred
  }

  var columns: [Column] = []

  init(_ names: [String]) throws(ImportFailure.Cause) {
    for name in names { columns.append(try Self.column(name)) }
    var seen: Set<String> = []
    for column in columns where !column.name.isEmpty && column.kind != .ignored {
      guard seen.insert(column.name).inserted else { throw .repeatedColumn(column.name) }
    }
  }

  private static func column(_ text: String) throws(ImportFailure.Cause) -> Column {
    guard let colon = text.lastIndex(of: ":") else { return Column(name: text, kind: .property(.inferred)) }
    let name = String(text[..<colon])
    var mark = String(text[text.index(after: colon)...])
    var space: String?
    if mark.hasSuffix(")"), let open = mark.firstIndex(of: "(") {
      space = String(mark[mark.index(after: open)...].dropLast())
      mark = String(mark[..<open])
    }
    switch mark.uppercased() {
    case "ID": return Column(name: name.isEmpty ? "id" : name, kind: .key, space: space)
    case "LABEL": return Column(name: "", kind: .label)
    case "START_ID": return Column(name: "", kind: .start, space: space)
    case "END_ID": return Column(name: "", kind: .end, space: space)
    case "TYPE": return Column(name: "", kind: .type)
    case "IGNORE": return Column(name: name, kind: .ignored)
    default:
      guard let type = ColumnType(mark) else { throw .unknownType(mark) }
      return Column(name: name, kind: .property(type))
    }
  }

  func index(of kind: Kind) -> Int? { columns.firstIndex { $0.kind == kind } }

  private func index(named name: String) -> Int? { columns.firstIndex { $0.name == name } }

  /// Marks what identifies the nodes, where no column is marked.
  mutating func settleNodes(key wanted: String?) throws(ImportFailure.Cause) {
    guard index(of: .key) == nil else { return }
    let place = wanted.map(index(named:)) ?? (index(named: "id") ?? 0)
    guard let place, columns.indices.contains(place), case .property(let type) = columns[place].kind else {
      throw .noColumn(wanted ?? ":ID")
    }
    columns[place].kind = .key
    columns[place].keyType = type
  }

  /// Marks the ends of the edges, where no columns are marked: those named `from` and `to`, `source` and `target`, `src`
  /// and `dst`, `start` and `end`; else the first two.
  mutating func settleEdges() throws(ImportFailure.Cause) {
    guard index(of: .start) == nil || index(of: .end) == nil else { return }
    if index(of: .start) != nil { throw .noColumn(":END_ID") }
    if index(of: .end) != nil { throw .noColumn(":START_ID") }
    for (from, to) in [("from", "to"), ("source", "target"), ("src", "dst"), ("start", "end")] {
      if let first = index(named: from), let second = index(named: to) {
        mark(first, .start)
        return mark(second, .end)
      }
    }
    guard columns.count >= 2 else { throw .noColumn(":START_ID") }
    mark(0, .start)
    mark(1, .end)
  }

  private mutating func mark(_ index: Int, _ kind: Kind) { columns[index] = Column(name: "", kind: kind) }
}

/// The type of a column's values.
enum ColumnType: Hashable {
  /// What fits all values: integers, else numbers, else truth values, else texts.
  case inferred
  case integer, float, boolean, string, date
  /// A temporal type of this name.
  case temporal(String)
  /// Lists of values of a type, separated by semicolons.
  indirect case list(ColumnType)

  init?(_ name: String) {
    if name.hasSuffix("[]") {
      guard let item = ColumnType(String(name.dropLast(2))), item != .inferred else { return nil }
      self = .list(item)
      return
    }
    switch name.lowercased() {
    case "": self = .inferred
    case "int", "integer", "long", "short", "byte": self = .integer
    case "float", "double": self = .float
    case "boolean", "bool": self = .boolean
    case "string", "char": self = .string
    case "date": self = .date
    case "time", "localtime", "datetime", "localdatetime", "duration": self = .temporal(name.lowercased())
    default: return nil
    }
  }

  var name: String {
    switch self {
    case .inferred, .string: "string"
    case .integer: "int"
    case .float: "float"
    case .boolean: "boolean"
    case .date: "date"
    case .temporal(let name): name
    case .list(let item): item.name + "[]"
    }
  }
}
