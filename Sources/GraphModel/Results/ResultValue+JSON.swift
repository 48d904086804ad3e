extension PropertyValue {
  /// Writes the value in the JSON form that other programs rely on: JSON's own kinds as themselves, what JSON cannot say as
  /// `{"$type":…,"value":…}`.
  public func write(to writer: inout JSONStream) {
    switch self {
    case .boolean(let value): writer.boolean(value)
    case .integer(let value): writer.integer(value)
    case .float(let value): writer.float(value)
    case .string(let value): writer.string(value)
    case .list(let elements):
      writer.beginArray()
      for element in elements { element.write(to: &writer) }
      writer.endArray()
    case .date(let value): writer.tagged("date", value.description)
    case .time(let value): writer.tagged("time", value.description)
    case .localTime(let value): writer.tagged("localtime", value.description)
    case .dateTime(let value): writer.tagged("datetime", value.description)
    case .localDateTime(let value): writer.tagged("localdatetime", value.description)
    case .duration(let value): writer.tagged("duration", value.description)
    }
  }
}

extension ResultValue {
  /// Writes the value in the JSON form that other programs rely on: nodes, relationships and paths as objects with `$type`,
  /// maps sorted by key.
  public func write(to writer: inout JSONStream) {
    switch self {
    case .null: writer.null()
    case .value(let value): value.write(to: &writer)
    case .node(let node): node.write(to: &writer)
    case .relationship(let relationship): relationship.write(to: &writer)
    case .path(let nodes, let relationships):
      writer.beginObject()
      writer.member("$type", "path")
      writer.key("nodes")
      writer.beginArray()
      for node in nodes { node.write(to: &writer) }
      writer.endArray()
      writer.key("relationships")
      writer.beginArray()
      for relationship in relationships { relationship.write(to: &writer) }
      writer.endArray()
      writer.endObject()
    case .list(let elements):
      writer.beginArray()
      for element in elements { element.write(to: &writer) }
      writer.endArray()
    case .map(let members):
      writer.beginObject()
      for (name, value) in members.sorted(by: { $0.key < $1.key }) {
        writer.key(name)
        value.write(to: &writer)
      }
      writer.endObject()
    }
  }
}

extension ResultNode {
  /// Writes `{"$type":"node","id":…,"labels":[…],"properties":{…}}`, properties sorted by name.
  public func write(to writer: inout JSONStream) {
    writer.beginObject()
    writer.member("$type", "node")
    writer.key("id")
    writer.integer(id.rawValue)
    writer.key("labels")
    writer.beginArray()
    for label in labels { writer.string(label) }
    writer.endArray()
    writer.key("properties")
    properties.write(to: &writer)
    writer.endObject()
  }
}

extension ResultRelationship {
  /// Writes `{"$type":"relationship","id":…,"type":…,"start":…,"end":…,"properties":{…}}`, properties sorted by name.
  public func write(to writer: inout JSONStream) {
    writer.beginObject()
    writer.member("$type", "relationship")
    writer.key("id")
    writer.integer(id.rawValue)
    writer.member("type", type)
    writer.key("start")
    writer.integer(source.rawValue)
    writer.key("end")
    writer.integer(target.rawValue)
    writer.key("properties")
    properties.write(to: &writer)
    writer.endObject()
  }
}

extension [String: PropertyValue] {
  /// Writes the properties as an object, sorted by name.
  public func write(to writer: inout JSONStream) {
    writer.beginObject()
    for (name, value) in sorted(by: { $0.key < $1.key }) {
      writer.key(name)
      value.write(to: &writer)
    }
    writer.endObject()
  }
}
