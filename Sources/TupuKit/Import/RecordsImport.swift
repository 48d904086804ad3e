import Cypher
import GraphModel
import GraphStore

/// Reads a file of JSON Lines into nodes and edges.
///
/// A node is `{"labels": […] or "label": "…", "id": …, "properties": {…}}`; an edge is `{"type": "…", "start": …, "end": …,
/// "properties": {…}}`, its ends being keys or `{"id": …, "labels": […]}`. Other exporters' `"type": "node"` and
/// `"type": "relationship", "label": "…"` are understood too.
struct RecordsImport {
  let path: String
  let role: ImportInput.Role
  private var groups: [Group] = []
  private var edgeRecords: [EdgeRecord] = []

  /// Things with the same labels, or edges of one type between two tables.
  private struct Group {
    var names: [String]
    var keys: [PropertyValue] = []
    var properties: [[JSONValue.Member]] = []
    var lines: [UInt32] = []
  }

  private struct End {
    var key: String
    var label: String
  }

  private struct EdgeRecord {
    var type: String
    var start: End
    var end: End
    var properties: [JSONValue.Member]
    var line: Int
  }

  init(_ bytes: UnsafeRawBufferPointer, path: String, role: ImportInput.Role) throws {
    self.path = path
    self.role = role
    var line = 0
    var places: [[String]: Int] = [:]
    for piece in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      if piece.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      do {
        guard let object = try? JSONValue(parsing: piece), case .object = object else {
          throw ImportFailure.Cause.notJSON
        }
        try read(object, line, &places)
      } catch let cause as ImportFailure.Cause {
        throw ImportFailure(path, line: line, cause)
      }
    }
    if groups.isEmpty && edgeRecords.isEmpty { throw ImportFailure(path, .empty) }
  }

  private mutating func read(_ object: JSONValue, _ line: Int, _ places: inout [[String]: Int]) throws {
    let kind = (object["$type"] ?? object["type"])?.text
    var properties: [JSONValue.Member] = []
    if case .object(let members)? = object["properties"] { properties = members }
    properties.removeAll { $0.value == .null }
    let start = object["start"] ?? object["from"]
    let end = object["end"] ?? object["to"]
    if kind == "relationship" || start != nil && end != nil {
      var type: String?
      var labels: (from: String?, to: String?)
      if case .edges(let named, let from, let to) = role { (type, labels) = (named, (from, to)) }
      let written = object["$type"] == nil && kind == "relationship" ? object["label"]?.text : object["type"]?.text
      guard let type = type ?? written, !type.isEmpty else { throw ImportFailure.Cause.badRecord("type") }
      edgeRecords.append(
        EdgeRecord(
          type: type, start: try self.end(start, labels.from, "start"), end: try self.end(end, labels.to, "end"),
          properties: properties, line: line))
      return
    }
    var labels: [String] = []
    if case .nodes(let named) = role { labels = named }
    let written = (object["labels"]?.items ?? []).compactMap(\.text) + [object["label"]?.text].compactMap { $0 }
    for label in written where !labels.contains(label) { labels.append(label) }
    guard !labels.isEmpty else { throw ImportFailure.Cause.badRecord("labels") }
    guard let key = object["id"].flatMap(Self.key) else { throw ImportFailure.Cause.badRecord("id") }
    let place = places[labels] ?? groups.count
    if place == groups.count {
      groups.append(Group(names: labels))
      places[labels] = place
    }
    groups[place].keys.append(key)
    groups[place].properties.append(properties)
    groups[place].lines.append(UInt32(truncatingIfNeeded: line))
  }

  private static func key(_ value: JSONValue) -> PropertyValue? {
    switch value {
    case .integer(let number): .integer(number)
    case .string(let text) where !text.isEmpty: .string(text)
    default: nil
    }
  }

  private func end(_ value: JSONValue?, _ label: String?, _ name: String) throws -> End {
    guard let key = value.flatMap({ Self.key($0["id"] ?? $0) }) else { throw ImportFailure.Cause.badRecord(name) }
    let written = value?["labels"]?.items?.first?.text ?? value?["label"]?.text
    return End(key: key.text ?? JSONValue(key).line, label: label ?? written ?? "")
  }

  /// The file's nodes, those with the same labels together.
  func nodes() throws -> [ImportedNodes] {
    try groups.map { group in
      var columns = try self.columns(group.properties, group.lines)
      let name = columns.contains { $0.name == "id" } ? "_id" : "id"
      let keys = group.keys.map { Optional($0) }
      let column = Self.column(name, keys.contains { $0?.text != nil } ? keys.map(Self.asText) : keys)
      columns.insert(column, at: 0)
      return ImportedNodes(labels: group.names, space: "", key: 0, columns: columns, lines: group.lines)
    }
  }

  private static func asText(_ value: PropertyValue?) -> PropertyValue? {
    value.map { .string($0.text ?? JSONValue($0).line) }
  }

  /// The file's edges, those of one type between the same tables together.
  func edges(_ keys: NodeKeys) throws -> [ImportedEdges] {
    struct Place: Hashable {
      var type: String
      var source: Int
      var target: Int
    }
    var order: [Place] = []
    var members: [Place: [(record: EdgeRecord, from: UInt32, to: UInt32)]] = [:]
    for record in edgeRecords {
      do {
        let from = try keys.find(
          record.start.key, in: keys.tables(named: record.start.label), named: record.start.label)
        let to = try keys.find(record.end.key, in: keys.tables(named: record.end.label), named: record.end.label)
        let place = Place(type: record.type, source: from.table, target: to.table)
        if members[place] == nil { order.append(place) }
        members[place, default: []].append(
          (record, UInt32(truncatingIfNeeded: from.row), UInt32(truncatingIfNeeded: to.row)))
      } catch let cause as ImportFailure.Cause {
        throw ImportFailure(path, line: record.line, cause)
      }
    }
    return try order.map { place in
      let rows = members[place] ?? []
      let lines = rows.map { UInt32(truncatingIfNeeded: $0.record.line) }
      return ImportedEdges(
        type: place.type, source: place.source, target: place.target, from: rows.map(\.from), to: rows.map(\.to),
        columns: try columns(rows.map(\.record.properties), lines), lines: lines)
    }
  }

  private func columns(_ rows: [[JSONValue.Member]], _ lines: [UInt32]) throws -> [ImportedColumn] {
    var order: [String] = []
    var values: [String: [PropertyValue?]] = [:]
    for (row, members) in rows.enumerated() {
      for member in members {
        if values[member.key] == nil {
          order.append(member.key)
          values[member.key] = Array(repeating: nil, count: rows.count)
        }
        guard case .value(let value)? = try? ParameterReader.value(member.value) else {
          if case .list(let items)? = try? ParameterReader.value(member.value) {
            let list = items.map { item -> PropertyValue? in if case .value(let value) = item { value } else { nil } }
            if !list.contains(nil) {
              values[member.key]?[row] = .list(list.compactMap { $0 })
              continue
            }
          }
          throw ImportFailure(
            path, line: Int(lines[row]), .badValue(member.value.line, type: "string, int, float, boolean, list"))
        }
        values[member.key]?[row] = value
      }
    }
    return order.map { Self.column($0, values[$0] ?? []) }
  }

  /// A column of the kind that all its values are of, else of any values.
  private static func column(_ name: String, _ values: [PropertyValue?]) -> ImportedColumn {
    let there = values.compactMap { $0 }
    let missing = there.count == values.count ? [] : values.map { $0 == nil }
    func typed<T>(_ absent: T, _ read: (PropertyValue) -> T?) -> [T]? {
      let items = there.compactMap(read)
      guard items.count == there.count else { return nil }
      return values.map { $0.flatMap(read) ?? absent }
    }
    if let items = typed(Int64(0), { if case .integer(let number) = $0 { number } else { nil } }) {
      return ImportedColumn(name: name, values: .integers(items), missing: missing)
    }
    if let items = typed("", \.text) {
      var texts = ImportedTexts()
      for item in items { texts.append(item.utf8) }
      return ImportedColumn(name: name, values: .texts(texts), missing: missing)
    }
    if let items = typed(0.0, { if case .float(let number) = $0 { number } else { nil } }) {
      return ImportedColumn(name: name, values: .floats(items), missing: missing)
    }
    if let items = typed(false, { if case .boolean(let truth) = $0 { truth } else { nil } }) {
      return ImportedColumn(name: name, values: .booleans(items), missing: missing)
    }
    return ImportedColumn(name: name, values: .values(values))
  }
}
