import GraphModel

/// The graph of one document as a gold file or `tupu extract` writes it.
public struct GraphFile: Hashable, Sendable {
  /// A thing.
  public struct Entity: Hashable, Sendable {
    /// The node type.
    public var type: String
    /// The fullest form.
    public var name: String
    /// Other forms that are accepted.
    public var surfaces: [String]
    /// When a meeting was held, as ISO 8601.
    public var date: String?
    /// Whether it is neither rewarded nor punished.
    public var isOptional: Bool
    /// The rule that asserted it; empty in a gold file.
    public var rule = ""
  }

  /// A relation between two of the entities; an end is nil where the file names an identity that it does not define.
  public struct Relation: Hashable, Sendable {
    /// The edge type.
    public var type: String
    /// Index of the entity it starts from.
    public var from: Int?
    /// Index of the entity it leads to.
    public var to: Int?
    /// The title of a post, else empty.
    public var title: String
    /// Whether it is neither rewarded nor punished.
    public var isOptional: Bool
    /// The rule that asserted it; empty in a gold file.
    public var rule = ""
  }

  /// Why a text is no such graph.
  public enum Problem: Error, Hashable, Sendable {
    /// It is no JSON text.
    case notJSON(JSONError)
    /// It lacks a member or holds one of another kind; where.
    case malformed(String)
  }

  /// The name of the document's file.
  public var document: String?
  /// The entities.
  public var entities: [Entity]
  /// The relations.
  public var relations: [Relation]

  /// Reads a file.
  ///
  /// - Throws: `GraphFile.Problem`.
  public init(parsing bytes: [UInt8]) throws(Problem) {
    let root: JSONValue
    do { root = try JSONValue(parsing: bytes) } catch { throw .notJSON(error) }
    try self.init(root)
  }

  /// Takes the graph from a JSON value.
  ///
  /// - Throws: `GraphFile.Problem`.
  public init(_ root: JSONValue) throws(Problem) {
    guard case .object = root else { throw .malformed("the file is no object") }
    document = root["document"]?.text
    entities = []
    relations = []
    var indexByID: [String: Int] = [:]
    for (number, item) in (root["entities"]?.items ?? []).enumerated() {
      guard let type = item["type"]?.text, let name = item["name"]?.text else {
        throw .malformed("entity \(number) has no type or no name")
      }
      if let id = item["id"]?.text, indexByID.updateValue(entities.count, forKey: id) != nil {
        throw .malformed("two entities have the id \"\(id)\"")
      }
      entities.append(
        Entity(
          type: type, name: name, surfaces: (item["surfaces"]?.items ?? []).compactMap(\.text),
          date: item["date"]?.text, isOptional: item["optional"] == true, rule: item["rule"]?.text ?? ""))
    }
    for (number, item) in (root["relations"]?.items ?? []).enumerated() {
      guard let type = item["type"]?.text else { throw .malformed("relation \(number) has no type") }
      relations.append(
        Relation(
          type: type, from: item["from"]?.text.flatMap { indexByID[$0] },
          to: item["to"]?.text.flatMap { indexByID[$0] },
          title: item["title"]?.text ?? "", isOptional: item["optional"] == true, rule: item["rule"]?.text ?? ""))
    }
  }
}
