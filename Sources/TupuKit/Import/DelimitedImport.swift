import GraphModel
import GraphStore

/// Reads a file of delimited values into nodes or edges.
struct DelimitedImport {
  let path: String
  private let bytes: UnsafeRawBufferPointer
  private let header: ImportHeader
  private let role: ImportInput.Role
  private let delimiter: UInt8
  /// Whether the file holds nodes; else edges.
  let holdsNodes: Bool

  init(_ bytes: UnsafeRawBufferPointer, path: String, role: ImportInput.Role, options: ImportOptions) throws {
    self.bytes = bytes
    self.path = path
    self.role = role
    delimiter = options.delimiter ?? (path.hasSuffix(".tsv") ? 0x09 : 0x2C)
    var scanner = DelimitedScanner(bytes, delimiter: delimiter)
    var cells: [Cell] = []
    var line = 1
    do {
      guard try scanner.next(&cells, line: &line) else { throw ImportFailure.Cause.empty }
      var header = try ImportHeader(cells.map { CellColumn.text(of: $0, bytes) })
      switch role {
      case .nodes: holdsNodes = true
      case .edges: holdsNodes = false
      case .described:
        holdsNodes = header.index(of: .key) != nil
        let hasEnds = header.index(of: .start) != nil && header.index(of: .end) != nil
        guard holdsNodes != hasEnds else { throw ImportFailure.Cause.noRole }
      }
      if holdsNodes { try header.settleNodes(key: options.key) } else { try header.settleEdges() }
      self.header = header
    } catch let fault as ScanFault {
      throw Self.failure(path, bytes, fault.offset, fault.cause)
    } catch let cause as ImportFailure.Cause {
      throw ImportFailure(path, line: line, cause)
    }
  }

  /// The failure at a byte, with its line and column.
  private static func failure(
    _ path: String, _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ cause: ImportFailure.Cause
  ) -> ImportFailure {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return ImportFailure(path, line: line, column: column, cause)
  }

  private func failure(_ cell: Cell, _ cause: ImportFailure.Cause) -> ImportFailure {
    Self.failure(path, bytes, cell.range.lowerBound, cause)
  }

  /// Calls `body` with the values of every row after the header.
  private func scan(_ body: ([Cell], _ line: Int) throws -> Void) throws {
    var scanner = DelimitedScanner(bytes, delimiter: delimiter)
    var cells: [Cell] = []
    var line = 1
    do {
      _ = try scanner.next(&cells, line: &line)
      while try scanner.next(&cells, line: &line) {
        guard cells.count == header.columns.count else {
          throw failure(
            cells[min(cells.count, header.columns.count) - 1],
            .wrongWidth(found: cells.count, expected: header.columns.count))
        }
        try body(cells, line)
      }
    } catch let fault as ScanFault {
      throw Self.failure(path, bytes, fault.offset, fault.cause)
    }
  }

  // MARK: Nodes

  private struct NodeGroup {
    var labels: [String]
    var columns: [CellColumn]
    var lines: [UInt32] = []
  }

  /// The file's nodes, those with the same labels together.
  func nodes() throws -> [ImportedNodes] {
    var named: [String] = []
    if case .nodes(let labels) = role { named = labels }
    let label = header.index(of: .label)
    let wanted = header.columns.indices.filter { index in
      switch header.columns[index].kind {
      case .property, .key: true
      default: false
      }
    }
    var groups: [NodeGroup] = []
    var places: [String: Int] = [:]
    func group(_ text: String) -> Int {
      if let known = places[text] { return known }
      var labels = named
      for label in text.split(separator: ";").map(String.init) where !labels.contains(label) { labels.append(label) }
      let columns = wanted.map { index in
        let column = header.columns[index]
        if case .property(let type) = column.kind { return CellColumn(name: column.name, type: type) }
        return CellColumn(name: column.name, type: column.keyType)
      }
      groups.append(NodeGroup(labels: labels, columns: columns))
      places[text] = groups.count - 1
      return groups.count - 1
    }
    if label == nil { _ = group("") }
    try scan { cells, line in
      let index = label.map { group(CellColumn.text(of: cells[$0], bytes)) } ?? 0
      guard !groups[index].labels.isEmpty else {
        throw ImportFailure(path, line: line, .missingValue(":LABEL"))
      }
      for (place, column) in wanted.enumerated() { groups[index].columns[place].cells.append(cells[column]) }
      groups[index].lines.append(UInt32(truncatingIfNeeded: line))
    }
    let key = wanted.firstIndex { header.columns[$0].kind == .key } ?? 0
    let space = header.columns[wanted[key]].space ?? ""
    return try groups.filter { !$0.lines.isEmpty }.map { group in
      let columns = try group.columns.enumerated().map { index, column in
        do {
          return try column.column(bytes, isKey: index == key)
        } catch let fault as CellColumn.Fault {
          throw failure(column.cells[fault.row], fault.cause)
        }
      }
      return ImportedNodes(labels: group.labels, space: space, key: key, columns: columns, lines: group.lines)
    }
  }

  // MARK: Edges

  private struct EdgeGroup {
    var type: String
    var source: Int
    var target: Int
    var from: [UInt32] = []
    var to: [UInt32] = []
    var columns: [CellColumn]
    var lines: [UInt32] = []
  }

  /// The file's edges, those of one type between the same tables together.
  func edges(_ keys: NodeKeys) throws -> [ImportedEdges] {
    var type: String?
    var ends: (from: String?, to: String?)
    if case .edges(let named, let from, let to) = role { (type, ends) = (named, (from, to)) }
    let typeColumn = type == nil ? header.index(of: .type) : nil
    guard let start = header.index(of: .start), let end = header.index(of: .end) else {
      throw ImportFailure(path, .noColumn(":START_ID"))
    }
    guard type != nil || typeColumn != nil else { throw ImportFailure(path, line: 1, .noColumn(":TYPE")) }
    let from = Ends(name: ends.from ?? header.columns[start].space ?? "", keys)
    let to = Ends(name: ends.to ?? header.columns[end].space ?? "", keys)
    let wanted = header.columns.indices.filter { index in
      if case .property = header.columns[index].kind { true } else { false }
    }
    var groups: [EdgeGroup] = []
    var last = -1
    try scan { cells, line in
      let (source, sourceRow) = try find(cells[start], from, keys, ":START_ID")
      let (target, targetRow) = try find(cells[end], to, keys, ":END_ID")
      if typeColumn != nil || last < 0 || groups[last].source != source || groups[last].target != target {
        let name = typeColumn.map { CellColumn.text(of: cells[$0], bytes) } ?? type ?? ""
        guard !name.isEmpty else { throw ImportFailure(path, line: line, .missingValue(":TYPE")) }
        last =
          groups.firstIndex { $0.type == name && $0.source == source && $0.target == target } ?? groups.count
        if last == groups.count {
          let columns = wanted.map { index -> CellColumn in
            guard case .property(let type) = header.columns[index].kind else {
              return CellColumn(name: "", type: .inferred)
            }
            return CellColumn(name: header.columns[index].name, type: type)
          }
          groups.append(EdgeGroup(type: name, source: source, target: target, columns: columns))
        }
      }
      groups[last].from.append(UInt32(truncatingIfNeeded: sourceRow))
      groups[last].to.append(UInt32(truncatingIfNeeded: targetRow))
      groups[last].lines.append(UInt32(truncatingIfNeeded: line))
      for (place, column) in wanted.enumerated() { groups[last].columns[place].cells.append(cells[column]) }
    }
    return try groups.map { group in
      let columns = try group.columns.map { column in
        do {
          return try column.column(bytes, isKey: false)
        } catch let fault as CellColumn.Fault {
          throw failure(column.cells[fault.row], fault.cause)
        }
      }
      return ImportedEdges(
        type: group.type, source: group.source, target: group.target, from: group.from, to: group.to,
        columns: columns, lines: group.lines)
    }
  }

  /// The tables that one end of the edges may be in.
  private struct Ends {
    var name: String
    var tables: [Int]

    init(name: String, _ keys: NodeKeys) {
      self.name = name
      tables = keys.tables(named: name)
    }
  }

  @inline(__always)
  private func find(
    _ cell: Cell, _ ends: Ends, _ keys: NodeKeys, _ column: String
  ) throws -> (table: Int, row: Int) {
    if !cell.isEscaped, ends.tables.count == 1,
      let row = keys.row(of: UnsafeRawBufferPointer(rebasing: bytes[cell.range]), in: ends.tables[0])
    {
      return (ends.tables[0], row)
    }
    return try search(cell, ends, keys, column)
  }

  private func search(
    _ cell: Cell, _ ends: Ends, _ keys: NodeKeys, _ column: String
  ) throws -> (table: Int, row: Int) {
    guard !cell.isMissing else { throw failure(cell, .missingValue(column)) }
    let key = CellColumn.text(of: cell, bytes)
    do {
      return try keys.find(key, in: ends.tables, named: ends.name)
    } catch let cause as ImportFailure.Cause {
      throw failure(cell, cause)
    }
  }
}

extension NodeKeys {
  /// The one table and row of a key.
  ///
  /// - Throws: `ImportFailure.Cause`.
  func find(_ key: String, in tables: [Int], named name: String) throws -> (table: Int, row: Int) {
    let bytes = Array(key.utf8)
    let found = tables.compactMap { table in
      bytes.withUnsafeBytes { row(of: $0, in: table) }.map { (table: table, row: $0) }
    }
    guard let first = found.first else { throw ImportFailure.Cause.unknownNode(type: name, key: key) }
    guard found.count == 1 else {
      throw ImportFailure.Cause.ambiguousNode(key: key, types: Set(found.map { type(of: $0.table) }).sorted())
    }
    return first
  }
}
