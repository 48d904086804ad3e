/// A value in a result: a property value or a part of a graph.
public enum ResultValue: Hashable, Sendable {
  /// Nothing.
  case null
  /// A property value.
  case value(PropertyValue)
  /// A node.
  indirect case node(ResultNode)
  /// A relationship.
  indirect case relationship(ResultRelationship)
  /// A path: one node more than relationships.
  case path([ResultNode], [ResultRelationship])
  /// A list.
  case list([ResultValue])
  /// A map, sorted by key when printed.
  case map([String: ResultValue])
}

/// A node as a query returns it.
public struct ResultNode: Hashable, Sendable {
  /// Its identity.
  public var id: NodeID
  /// Its labels, sorted.
  public var labels: [String]
  /// Its properties.
  public var properties: [String: PropertyValue]

  /// Makes a result node.
  public init(id: NodeID, labels: [String], properties: [String: PropertyValue]) {
    self.id = id
    self.labels = labels
    self.properties = properties
  }
}

/// A relationship as a query returns it.
public struct ResultRelationship: Hashable, Sendable {
  /// Its identity.
  public var id: EdgeID
  /// Its type.
  public var type: String
  /// The node it starts from.
  public var source: NodeID
  /// The node it leads to.
  public var target: NodeID
  /// Its properties.
  public var properties: [String: PropertyValue]

  /// Makes a result relationship.
  public init(id: EdgeID, type: String, source: NodeID, target: NodeID, properties: [String: PropertyValue]) {
    self.id = id
    self.type = type
    self.source = source
    self.target = target
    self.properties = properties
  }
}

/// Rows under named columns: what a query or a verb answers.
public struct ResultTable: Hashable, Sendable {
  /// The column names, in order.
  public var columns: [String]
  /// The rows; each as long as `columns`.
  public var rows: [[ResultValue]]

  /// Gathers rows.
  public init(columns: [String], rows: [[ResultValue]] = []) {
    self.columns = columns
    self.rows = rows
  }
}
