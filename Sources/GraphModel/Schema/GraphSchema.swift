/// How a type is drawn.
public struct Look: Hashable, Sendable {
  /// A Graphviz shape name: `ellipse`, `box` …
  public var shape: String
  /// Fill colour (nodes) or line colour (edges) as `#rrggbb`.
  public var color: String

  /// Names a shape and a colour.
  public init(shape: String, color: String) {
    self.shape = shape
    self.color = color
  }
}

/// A language in which captions and messages can be shown.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// Simplified Chinese.
  case chinese = "zh"
  /// English.
  case english = "en"
}

/// A word in Chinese and in English.
public struct Caption: Hashable, Sendable {
  /// In simplified Chinese.
  public var chinese: String
  /// In English.
  public var english: String

  /// Pairs the two.
  public init(chinese: String, english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The word in a language.
  public func text(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}

/// A property that a type declares.
public struct PropertyDeclaration: Hashable, Sendable {
  /// The kinds of values.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A text.
    case string
    /// A whole number.
    case integer
    /// A number.
    case float
    /// A truth value.
    case boolean
    /// A partial ISO 8601 date.
    case date
    /// A list of texts.
    case strings
  }
  /// Its name in the graph.
  public var name: String
  /// The kind of its values.
  public var kind: Kind
  /// What people call it.
  public var caption: Caption

  /// Declares a property.
  public init(name: String, kind: Kind, caption: Caption) {
    self.name = name
    self.kind = kind
    self.caption = caption
  }
}

/// A node type, declared by a plug-in.
public struct NodeType: Hashable, Sendable {
  /// Its label in the graph, as `Person`.
  public var name: String
  /// What people call it.
  public var caption: Caption
  /// How it is drawn.
  public var look: Look
  /// Its properties besides `name` and `aliases`.
  public var properties: [PropertyDeclaration]
  /// The plug-in that declares it.
  public var plugin: String

  /// Declares a node type.
  public init(name: String, caption: Caption, look: Look, properties: [PropertyDeclaration] = [], plugin: String) {
    self.name = name
    self.caption = caption
    self.look = look
    self.properties = properties
    self.plugin = plugin
  }
}

/// An edge type, declared by a plug-in.
public struct EdgeType: Hashable, Sendable {
  /// Its type in the graph, as `HOLDS_POST`.
  public var name: String
  /// What people call it.
  public var caption: Caption
  /// How it is drawn.
  public var look: Look
  /// Node types it may start from.
  public var sources: [String]
  /// Node types it may lead to.
  public var targets: [String]
  /// The property whose values make parallel edges between the same two nodes (`title`), or nil: one edge a pair.
  public var distinguishedBy: String?
  /// Edge types that say less of the same two nodes and need not be shown beside this one: who spoke at a meeting attended it.
  public var implies: [String]
  /// Its properties.
  public var properties: [PropertyDeclaration]
  /// The plug-in that declares it.
  public var plugin: String

  /// Declares an edge type.
  public init(
    name: String, caption: Caption, look: Look, sources: [String], targets: [String], distinguishedBy: String? = nil,
    implies: [String] = [], properties: [PropertyDeclaration] = [], plugin: String
  ) {
    self.name = name
    self.caption = caption
    self.look = look
    self.sources = sources
    self.targets = targets
    self.distinguishedBy = distinguishedBy
    self.implies = implies
    self.properties = properties
    self.plugin = plugin
  }
}

/// The types of a graph: the sum of what its plug-ins declare.
public struct GraphSchema: Hashable, Sendable {
  /// The node types, sorted by name.
  public var nodes: [NodeType]
  /// The edge types, sorted by name.
  public var edges: [EdgeType]

  /// Gathers types; sorts them by name.
  public init(nodes: [NodeType] = [], edges: [EdgeType] = []) {
    self.nodes = nodes.sorted { $0.name < $1.name }
    self.edges = edges.sorted { $0.name < $1.name }
  }

  /// The node type of a name.
  public func node(_ name: String) -> NodeType? { nodes.first { $0.name == name } }
  /// The edge type of a name.
  public func edge(_ name: String) -> EdgeType? { edges.first { $0.name == name } }
}
