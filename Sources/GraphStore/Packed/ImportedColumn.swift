import GraphModel

/// The values of one property, row by row, on their way into packed tables.
public struct ImportedColumn: Sendable {
  /// The values; a row without one holds anything there.
  public enum Values: Sendable {
    /// Integers.
    case integers([Int64])
    /// Doubles.
    case floats([Double])
    /// Truth values.
    case booleans([Bool])
    /// Days since 1970-01-01.
    case dates([Int64])
    /// Texts, one after the other.
    case texts(ImportedTexts)
    /// Values of any kinds; nil: none.
    case values([PropertyValue?])
  }

  /// The property's name.
  public var name: String
  /// Its values.
  public var values: Values
  /// Which rows have no value; empty: all have one.
  public var missing: [Bool]

  /// Gathers values.
  public init(name: String, values: Values, missing: [Bool] = []) {
    self.name = name
    self.values = values
    self.missing = missing
  }

  /// Number of rows.
  public var count: Int {
    switch values {
    case .integers(let items): items.count
    case .floats(let items): items.count
    case .booleans(let items): items.count
    case .dates(let items): items.count
    case .texts(let items): items.count
    case .values(let items): items.count
    }
  }
}

/// Texts as UTF-8, one after the other.
public struct ImportedTexts: Sendable {
  /// The bytes of all texts.
  public private(set) var bytes: [UInt8] = []
  /// Where each text ends.
  public private(set) var ends: [Int] = []

  /// No texts yet.
  public init() {}

  /// Number of texts.
  public var count: Int { ends.count }

  /// Adds a text.
  public mutating func append(_ text: some Collection<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  func range(_ row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }
}

/// Nodes of one file with the same labels, on their way into a packed table.
public struct ImportedNodes: Sendable {
  /// Their labels; the first is their type.
  public var labels: [String]
  /// The name by which edges call their keys; empty: any.
  public var space: String
  /// The index of the column whose values identify them: integers or texts, none missing.
  public var key: Int
  /// Their properties.
  public var columns: [ImportedColumn]
  /// The line of each, from 1.
  public var lines: [UInt32]

  /// Gathers nodes.
  public init(labels: [String], space: String, key: Int, columns: [ImportedColumn], lines: [UInt32]) {
    self.labels = labels
    self.space = space
    self.key = key
    self.columns = columns
    self.lines = lines
  }
}

/// Edges of one file and type between the nodes of two tables, on their way into a packed table.
public struct ImportedEdges: Sendable {
  /// Their type.
  public var type: String
  /// The index of the table that they start from, in the order of `NodeKeys`.
  public var source: Int
  /// The index of the table that they lead to.
  public var target: Int
  /// The row that each starts from.
  public var from: [UInt32]
  /// The row that each leads to.
  public var to: [UInt32]
  /// Their properties.
  public var columns: [ImportedColumn]
  /// The line of each, from 1.
  public var lines: [UInt32]

  /// Gathers edges.
  public init(
    type: String, source: Int, target: Int, from: [UInt32], to: [UInt32], columns: [ImportedColumn], lines: [UInt32]
  ) {
    self.type = type
    self.source = source
    self.target = target
    self.from = from
    self.to = to
    self.columns = columns
    self.lines = lines
  }
}

/// A file that is imported.
public struct ImportedFile: Hashable, Sendable {
  /// The identity of its content and of what is made of it.
  public var id: DocumentID
  /// Its absolute path.
  public var path: String
  /// The last part of its path.
  public var name: String
  /// How its bytes are read.
  public var media: MediaType
  /// What is made of it, as the user named it; empty where its header says all.
  public var role: String
  /// Its length in Unicode scalars.
  public var characters: Int
  /// Number of nodes that it holds.
  public var nodes = 0
  /// Number of edges that it holds.
  public var edges = 0
  var number = 0

  /// Describes a file.
  public init(id: DocumentID, path: String, name: String, media: MediaType, role: String, characters: Int) {
    self.id = id
    self.path = path
    self.name = name
    self.media = media
    self.role = role
    self.characters = characters
  }
}
