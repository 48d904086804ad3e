import Cypher
import Glibc
import GraphModel
import GraphStore

/// The values of one column on their way from a file's bytes to an `ImportedColumn`.
struct CellColumn {
  let name: String
  let type: ColumnType
  var cells: [Cell] = []

  init(name: String, type: ColumnType) {
    self.name = name
    self.type = type
  }

  /// What is wrong with a cell.
  struct Fault: Error {
    var row: Int
    var cause: ImportFailure.Cause
  }

  /// The values by their type; `isKey`: only integers and texts, none missing.
  func column(_ bytes: UnsafeRawBufferPointer, isKey: Bool) throws -> ImportedColumn {
    var missing: [Bool] = []
    if cells.contains(where: \.isMissing) {
      missing = cells.map(\.isMissing)
      if isKey { throw Fault(row: missing.firstIndex(of: true) ?? 0, cause: .missingValue(name)) }
    }
    let inferred = type == .inferred ? self.inferred(bytes) : type
    let values: ImportedColumn.Values
    switch isKey && inferred != .integer ? .string : inferred {
    case .integer:
      values = .integers(try parse(bytes, 0) { NodeKeys.integer($0) })
    case .float: values = .floats(try parse(bytes, 0) { Self.float($0) })
    case .boolean: values = .booleans(try parse(bytes, false) { Self.boolean($0) })
    case .date:
      values = .dates(try parse(bytes, 0) { Self.temporal(String(decoding: $0, as: UTF8.self), "date")?.epochDay })
    case .string, .inferred: values = .texts(texts(bytes))
    case .temporal, .list:
      let read = Self.reader(inferred)
      var items: [PropertyValue?] = []
      for (row, cell) in cells.enumerated() {
        guard !cell.isMissing else {
          items.append(nil)
          continue
        }
        let text = Self.text(of: cell, bytes)
        guard let value = read(text) else { throw Fault(row: row, cause: .badValue(text, type: type.name)) }
        items.append(value)
      }
      values = .values(items)
      missing = []
    }
    return ImportedColumn(name: name, values: values, missing: missing)
  }

  private func parse<T>(
    _ bytes: UnsafeRawBufferPointer, _ absent: T, _ read: (UnsafeRawBufferPointer) -> T?
  ) throws -> [T] {
    var items: [T] = []
    items.reserveCapacity(cells.count)
    for (row, cell) in cells.enumerated() {
      if cell.isMissing {
        items.append(absent)
      } else if let value = read(UnsafeRawBufferPointer(rebasing: bytes[cell.range])) {
        items.append(value)
      } else {
        throw Fault(row: row, cause: .badValue(Self.text(of: cell, bytes), type: type.name))
      }
    }
    return items
  }

  private func texts(_ bytes: UnsafeRawBufferPointer) -> ImportedTexts {
    var texts = ImportedTexts()
    for cell in cells {
      if cell.isEscaped {
        texts.append(Array(Self.text(of: cell, bytes).utf8))
      } else {
        texts.append(UnsafeRawBufferPointer(rebasing: bytes[cell.range]))
      }
    }
    return texts
  }

  static func text(of cell: Cell, _ bytes: UnsafeRawBufferPointer) -> String {
    let text = String(decoding: bytes[cell.range], as: UTF8.self)
    return cell.isEscaped ? text.replacing("\"\"", with: "\"") : text
  }

  // MARK: Types

  private func inferred(_ bytes: UnsafeRawBufferPointer) -> ColumnType {
    func all(_ test: (UnsafeRawBufferPointer) -> Bool) -> Bool {
      var isEmpty = true
      for cell in cells where !cell.isMissing {
        guard test(UnsafeRawBufferPointer(rebasing: bytes[cell.range])) else { return false }
        isEmpty = false
      }
      return !isEmpty
    }
    if all({ NodeKeys.integer($0) != nil }) { return .integer }
    if all({ Self.float($0) != nil && Self.isPlainNumber($0) }) { return .float }
    return all({ Self.boolean($0) != nil }) ? .boolean : .string
  }

  /// Whether digits stand as numbers are written: no zero in front of others, which codes and telephone numbers have.
  private static func isPlainNumber(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let digits = bytes.first == UInt8(ascii: "-") ? UnsafeRawBufferPointer(rebasing: bytes.dropFirst()) : bytes
    guard let first = digits.first, (48...57).contains(first) else { return false }
    return first != 48 || digits.count == 1 || !(48...57).contains(digits[1])
  }

  private static func float(_ bytes: UnsafeRawBufferPointer) -> Double? {
    guard let first = bytes.first, first == 45 || first == 43 || first == 46 || (48...57).contains(first) else {
      return nil
    }
    return Double(String(decoding: bytes, as: UTF8.self))
  }

  private static func boolean(_ bytes: UnsafeRawBufferPointer) -> Bool? {
    if bytes.elementsEqual("true".utf8) { return true }
    return bytes.elementsEqual("false".utf8) ? false : nil
  }

  private static func temporal(_ text: String, _ type: String) -> PropertyValue? {
    guard
      case .value(let value)? = try? ParameterReader.value([
        "$type": .string(type), "value": .string(text),
      ])
    else { return nil }
    if case .string = value { return nil }
    return value
  }

  private static func reader(_ type: ColumnType) -> (String) -> PropertyValue? {
    func bytes<T>(_ text: String, _ body: (UnsafeRawBufferPointer) -> T?) -> T? {
      Array(text.utf8).withUnsafeBytes { body($0) }
    }
    switch type {
    case .integer: return { text in bytes(text) { NodeKeys.integer($0) }.map { .integer($0) } }
    case .float: return { text in bytes(text) { float($0) }.map { .float($0) } }
    case .boolean: return { text in bytes(text) { boolean($0) }.map { .boolean($0) } }
    case .date: return { temporal($0, "date") }
    case .temporal(let name): return { temporal($0, name) }
    case .string, .inferred: return { .string($0) }
    case .list(let item):
      let read = reader(item)
      return { text in
        var items: [PropertyValue] = []
        for part in text.split(separator: ";", omittingEmptySubsequences: false) where !text.isEmpty {
          guard let value = read(String(part)) else { return nil }
          items.append(value)
        }
        return .list(items)
      }
    }
  }
}

extension PropertyValue {
  fileprivate var epochDay: Int64? { if case .date(let date) = self { date.epochDay } else { nil } }
}
