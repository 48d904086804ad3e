import Glibc
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
  /// Where the names and the aliases stand among them.
  private var places: (name: Int?, aliases: Int?)
  /// For each entry its fields in UTF-8, parted by tabs, in the order of `columns`.
  private(set) var rowBytes: [UInt8] = []
  private(set) var rowStarts: [UInt32] = [0]
  /// For each entry the line it stands on.
  private(set) var lines: [UInt32] = []
  /// Forms with the row they belong to: names and aliases, not folded, as places in `rowBytes`.
  private(set) var forms: [(bytes: Range<Int>, row: UInt32)] = []
  /// Lines that are left out, and why; at most `problemLimit` of them are kept.
  private(set) var refused: [(line: Int, fault: RuleEntryFault)] = []
  /// How many lines are left out.
  private(set) var refusedCount = 0

  static let problemLimit = 100

  /// Reads a file's bytes.
  init(_ bytes: [UInt8], layout: WordListLayout) {
    columns = layout.columns ?? ["name", "aliases"]
    places = Self.places(in: columns)
    // A file that is text has text in every field.
    let isText = String(validating: bytes, as: UTF8.self) != nil
    rowBytes.reserveCapacity(bytes.count)
    var needsHeader = layout.columns == nil
    var line = 0
    var next = 1
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      var end = Self.lineEnd(in: bytes, from: start) ?? bytes.count
      line = next
      next += 1
      if layout.isCSV, let last = Self.recordEnd(in: bytes, from: start, firstLine: end) {
        next += bytes[end..<last].count { $0 == 10 }
        end = last
      }
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
          places = Self.places(in: names)
          continue
        }
      }
      add(fields, line: line, isText: isText)
    }
  }

  private static func places(in columns: [String]) -> (name: Int?, aliases: Int?) {
    (columns.firstIndex(of: "name"), columns.firstIndex(of: "aliases"))
  }

  /// Reads entries that stand in the rules file: the first of each is the name, the others are aliases.
  init(_ entries: [(forms: [String], line: Int)]) {
    columns = ["name", "aliases"]
    places = Self.places(in: columns)
    for entry in entries {
      let aliases = entry.forms.dropFirst().joined(separator: "|")
      add([Array(entry.forms.first?.utf8 ?? "".utf8)[...], Array(aliases.utf8)[...]], line: entry.line, isText: true)
    }
  }

  private mutating func add(_ fields: [ArraySlice<UInt8>], line: Int, isText: Bool) {
    guard fields.count <= columns.count else { return refuse(line, .tooManyColumns(columns.count)) }
    guard let name = places.name, name < fields.count, !fields[name].isEmpty else { return refuse(line, .noName) }
    for field in fields {
      guard isText || Self.isText(field) else { return refuse(line, .notUTF8) }
      guard !field.contains(where: { $0 < 32 || $0 == 127 }) else { return refuse(line, .controlCharacter) }
    }
    let row = UInt32(lines.count)
    lines.append(UInt32(line))
    for (index, field) in fields.enumerated() {
      if index > 0 { rowBytes.append(9) }
      let start = rowBytes.count
      rowBytes.append(contentsOf: field)
      if index == name { forms.append((start..<rowBytes.count, row)) }
      if index == places.aliases { addAliases(start..<rowBytes.count, row) }
    }
    rowStarts.append(UInt32(rowBytes.count))
  }

  private mutating func addAliases(_ field: Range<Int>, _ row: UInt32) {
    var start = field.lowerBound
    while start < field.upperBound {
      var end = start
      while end < field.upperBound, rowBytes[end] != WordListLayout.aliasMark { end += 1 }
      let next = end + 1
      while start < end, rowBytes[start] == 32 { start += 1 }
      while end > start, rowBytes[end - 1] == 32 { end -= 1 }
      if end > start { forms.append((start..<end, row)) }
      start = next
    }
  }

  /// Hands on the scalars of a form.
  func decode(_ form: Range<Int>, _ body: (Unicode.Scalar) -> Void) {
    rowBytes.withUnsafeBufferPointer { bytes in
      var index = form.lowerBound
      while index < form.upperBound {
        // The bytes are well-formed: lines that are not were left out.
        let lead = UInt32(bytes[index])
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = length == 1 ? lead : lead & (0x7F >> UInt32(length))
        for offset in 1..<max(1, length) where index + offset < form.upperBound {
          value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
        }
        body(Unicode.Scalar(value) ?? "\u{FFFD}")
        index += length
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

  /// Where a line ends: at the next line feed; nil where there is none.
  static func lineEnd(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, start < bytes.count else { return nil }
      guard let found = memchr(base + start, 10, bytes.count - start) else { return nil }
      return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }
  }

  /// Where a CSV record ends that goes on over the end of its first line inside quotes; nil where it does not, or where the
  /// quote stays open for longer than a line may be.
  private static func recordEnd(in bytes: [UInt8], from start: Int, firstLine end: Int) -> Int? {
    var isQuoted = false
    // A quote opens a field at its start alone.
    var isAtStart = true
    var index = start
    while index < bytes.count, index - start <= WordListLayout.lineLimit {
      let byte = bytes[index]
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          if index + 1 < bytes.count, bytes[index + 1] == byte { index += 1 } else { isQuoted = false }
        }
      } else if byte == 10 {
        return index > end ? index : nil
      } else {
        isQuoted = byte == UInt8(ascii: "\"") && isAtStart
        isAtStart = byte == UInt8(ascii: ",")
      }
      index += 1
    }
    return index == bytes.count && !isQuoted && index > end ? index : nil
  }

  /// The fields of a CSV record (RFC 4180; a line break in a field is read as a blank); nil where a quote stays open.
  private static func csv(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
    var fields: [ArraySlice<UInt8>] = []
    var field: [UInt8] = []
    var isQuoted = false
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      if isQuoted {
        if byte == 10 || byte == 13 {
          if field.last != 32 { field.append(32) }
        } else if byte != UInt8(ascii: "\"") {
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
