import GraphModel

/// How a word list's file is laid out.
struct WordListLayout: Hashable, Sendable {
  /// The columns in order; nil: a header line names them, else `name` and `aliases`.
  var columns: [String]?
  /// Whether fields are parted by commas with RFC 4180 quotes; otherwise by tabs.
  var isCSV = false

  /// What aliases in their column are parted by.
  static let aliasMark = UInt8(ascii: "|")
  /// The longest line that is read, in bytes.
  static let lineLimit = 4096
}

/// The entries of a word list, read line by line; a line that cannot be used costs only itself.
struct WordListRows {
  /// The columns.
  private(set) var columns: [String]
  /// For each entry its fields in UTF-8, parted by tabs, in the order of `columns`.
  private(set) var rowBytes: [UInt8] = []
  private(set) var rowStarts: [UInt32] = [0]
  /// For each entry the line it stands on.
  private(set) var lines: [UInt32] = []
  /// Forms with the row they belong to: names and aliases, not folded.
  private(set) var forms: [(bytes: ArraySlice<UInt8>, row: UInt32)] = []
  /// Lines that are left out, and why; at most `problemLimit` of them are kept.
  private(set) var refused: [(line: Int, fault: RuleEntryFault)] = []
  /// How many lines are left out.
  private(set) var refusedCount = 0

  static let problemLimit = 100

  /// Reads a file's bytes.
  init(_ bytes: [UInt8], layout: WordListLayout) {
    columns = layout.columns ?? ["name", "aliases"]
    rowBytes.reserveCapacity(bytes.count)
    var needsHeader = layout.columns == nil
    var line = 0
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 10 { end += 1 }
      line += 1
      var last = end
      while last > start, bytes[last - 1] == 13 || bytes[last - 1] == 32 { last -= 1 }
      defer { start = end + 1 }
      if last == start || bytes[start] == UInt8(ascii: "#") { continue }
      if last - start > WordListLayout.lineLimit {
        refuse(line, .tooLong(limit: WordListLayout.lineLimit))
        continue
      }
      let fields: [ArraySlice<UInt8>]
      if layout.isCSV {
        guard let split = Self.csv(bytes[start..<last]) else {
          refuse(line, .openQuote)
          continue
        }
        fields = split
      } else {
        fields = bytes[start..<last].split(separator: 9, omittingEmptySubsequences: false).map(Self.trimmed)
      }
      if needsHeader {
        needsHeader = false
        if let names = Self.header(fields) {
          columns = names
          continue
        }
      }
      add(fields, line: line)
    }
  }

  /// Reads entries that stand in the rules file: the first of each is the name, the others are aliases.
  init(_ entries: [(forms: [String], line: Int)]) {
    columns = ["name", "aliases"]
    for entry in entries {
      let aliases = entry.forms.dropFirst().joined(separator: "|")
      add([Array(entry.forms.first?.utf8 ?? "".utf8)[...], Array(aliases.utf8)[...]], line: entry.line)
    }
  }

  private mutating func add(_ fields: [ArraySlice<UInt8>], line: Int) {
    guard fields.count <= columns.count else { return refuse(line, .tooManyColumns(columns.count)) }
    guard let name = columns.firstIndex(of: "name"), name < fields.count, !fields[name].isEmpty else {
      return refuse(line, .noName)
    }
    for field in fields {
      guard Self.isText(field) else { return refuse(line, .notUTF8) }
      guard !field.contains(where: { $0 < 32 || $0 == 127 }) else { return refuse(line, .controlCharacter) }
    }
    let row = UInt32(lines.count)
    lines.append(UInt32(line))
    for (index, field) in fields.enumerated() {
      if index > 0 { rowBytes.append(9) }
      rowBytes.append(contentsOf: field)
    }
    rowStarts.append(UInt32(rowBytes.count))
    forms.append((fields[name], row))
    if let aliases = columns.firstIndex(of: "aliases"), aliases < fields.count, !fields[aliases].isEmpty {
      for alias in fields[aliases].split(separator: WordListLayout.aliasMark) {
        let alias = Self.trimmed(alias)
        if !alias.isEmpty { forms.append((alias, row)) }
      }
    }
  }

  private mutating func refuse(_ line: Int, _ fault: RuleEntryFault) {
    refusedCount += 1
    if refused.count < Self.problemLimit { refused.append((line, fault)) }
  }

  /// The column names of a header line: one whose first field is `name` or 名称.
  private static func header(_ fields: [ArraySlice<UInt8>]) -> [String]? {
    guard let first = fields.first.map({ String(decoding: $0, as: UTF8.self) }), first == "name" || first == "名称" else {
      return nil
    }
    return fields.map { field in
      let name = String(decoding: field, as: UTF8.self)
      return name == "名称" ? "name" : name == "别名" ? "aliases" : name
    }
  }

  private static func isText(_ field: ArraySlice<UInt8>) -> Bool {
    if field.allSatisfy({ $0 < 0x80 }) { return true }
    return String(validating: field, as: UTF8.self) != nil
  }

  private static func trimmed(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var field = field
    while field.first == 32 { field.removeFirst() }
    while field.last == 32 { field.removeLast() }
    return field
  }

  /// The fields of a CSV line (RFC 4180, without line ends in fields); nil where a quote stays open.
  private static func csv(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
    var fields: [ArraySlice<UInt8>] = []
    var field: [UInt8] = []
    var isQuoted = false
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if index + 1 < line.endIndex, line[index + 1] == byte {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\""), field.isEmpty {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") {
        fields.append(trimmed(field[...]))
        field = []
      } else {
        field.append(byte)
      }
      index += 1
    }
    fields.append(trimmed(field[...]))
    return isQuoted ? nil : fields
  }
}
