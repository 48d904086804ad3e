/// Something that an audit of the store found wrong.
public struct Problem: Hashable, Sendable {
  /// What kind of thing is wrong.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The file's pages or indexes are damaged.
    case damagedFile = "damaged-file"
    /// A kept record cannot be read.
    case unreadableRecord = "unreadable-record"
    /// A node or an edge has no evidence.
    case orphan = "orphan"
    /// A span leads outside its document.
    case spanOutsideText = "span-outside-text"
    /// An edge leads to a node that is not there.
    case danglingEdge = "dangling-edge"
    /// The graph is not what the findings derive to.
    case staleGraph = "stale-graph"
    /// The text index does not match the texts.
    case staleIndex = "stale-index"
    /// A type is in the graph but not in the schema.
    case undeclaredType = "undeclared-type"
  }
  /// What kind of thing is wrong.
  public var kind: Kind
  /// What it is wrong with: a document, a node's or an edge's key, a table.
  public var subject: String
  /// The particulars.
  public var detail: String

  /// A problem of a part of the knowledge base.
  public init(kind: Kind, subject: String, detail: String) {
    self.kind = kind
    self.subject = subject
    self.detail = detail
  }
}
