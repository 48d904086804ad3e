import Extraction
import GraphModel

/// A file of documents, what extractors claim of them, persons' judgements, and the graph that follows from these.
///
/// Every question is answered from one consistent state of the file, whatever other processes write meanwhile. An instance
/// belongs to one thread at a time.
public final class KnowledgeBase {
  /// What a knowledge base is opened for.
  public enum Mode: Hashable, Sendable {
    /// Questions only; the file must exist.
    case read
    /// Questions and changes; the file is made where there is none.
    case write
  }

  /// The path of the file.
  public let path: String

  /// Opens the file at a path; finishes what an interrupted ingest left to do where opened for writing.
  ///
  /// - Parameter timeout: how long to wait for another process's change, in seconds.
  /// - Throws: `KnowledgeBaseError`.
  public init(path: String, mode: Mode, timeout: Double = 10) throws {
    self.path = path
  }

  // MARK: Documents

  /// Takes in documents, then derives the graph; what has not changed since the last time is not read again.
  ///
  /// A source that cannot be read is named in the report and stops nothing else. `progress` is called on the calling thread.
  /// - Parameter pipeline: the extractors; the built-in ones where nil.
  /// - Throws: `KnowledgeBaseError`; what was finished before stays.
  public func ingest(
    _ inputs: [IngestInput], options: IngestOptions = IngestOptions(), pipeline: Pipeline? = nil,
    progress: (IngestProgress) -> Void = { _ in }
  ) throws -> IngestReport { IngestReport() }

  /// Every document, sorted by identity.
  public func documents() throws -> [DocumentEntry] { [] }

  /// The documents that a person may mean by a text: an identity or the start of one (4 digits or more), an origin, a name.
  public func documents(matching text: String) throws -> [DocumentEntry] { [] }

  /// The whole decoded text of a document's source; nil where there is no such document.
  public func text(of document: DocumentID) throws -> String? { nil }

  /// What the extractors claim of a document; nil where there is no such document.
  public func findings(of document: DocumentID) throws -> Findings? { nil }

  /// Removes a document with everything that only it supports.
  ///
  /// - Returns: false where there is no such document.
  public func remove(_ document: DocumentID) throws -> Bool { false }

  // MARK: Nodes and edges

  /// The nodes that a person may mean by a name: by key, exact name, alias, then forms that differ only by script, width
  /// or case; the best kind of match alone, sorted by number of links (most first), then key.
  public func find(_ name: String, type: String? = nil) throws -> [Node] { [] }

  /// The node of a stable key.
  public func node(_ key: String) throws -> Node? { nil }

  /// The node of an identity.
  public func node(_ id: NodeID) throws -> Node? { nil }

  /// The edge of a stable key.
  public func edge(_ key: String) throws -> Edge? { nil }

  /// The edge of an identity.
  public func edge(_ id: EdgeID) throws -> Edge? { nil }

  /// The edges between two nodes, in both directions, sorted by type and key.
  public func edges(between a: NodeID, and b: NodeID) throws -> [Edge] { [] }

  /// The edges at a node with the nodes at their other ends, sorted by type, direction, name and key.
  ///
  /// - Parameter limit: the most that are returned of each type and direction; nil: all.
  public func links(of node: NodeID, types: [String]? = nil, limit: Int? = nil) throws -> [Link] { [] }

  /// Number of edges at a node, both ways.
  public func degree(of node: NodeID) throws -> Int { 0 }

  /// Where documents name a node.
  public func evidence(of node: NodeID, limit: Int? = nil) throws -> EvidenceList {
    EvidenceList(quotes: [], total: 0, documents: 0, judgements: [])
  }

  /// Where documents say what an edge says.
  public func evidence(of edge: EdgeID, limit: Int? = nil) throws -> EvidenceList {
    EvidenceList(quotes: [], total: 0, documents: 0, judgements: [])
  }

  /// Nodes and documents that hold every word (separated by blanks) of a text, whatever the script, width or case.
  public func search(_ text: String, limit: Int = 20) throws -> SearchResult {
    SearchResult(nodes: [], hits: [], more: false)
  }

  /// A shortest way between two nodes, edges followed both ways; nil where there is none within the length.
  public func path(from: NodeID, to: NodeID, longest: Int = 12) throws -> GraphPath? { nil }

  // MARK: Parts of the graph

  /// The nodes within some steps of given ones (nearest first, better linked first) and the edges among them.
  ///
  /// - Parameter limit: the most nodes that are taken.
  public func subgraph(around nodes: [NodeID], depth: Int = 1, limit: Int = 200) throws -> Subgraph { Subgraph() }

  /// What one document supports.
  public func subgraph(document: DocumentID) throws -> Subgraph { Subgraph() }

  /// What lies in a region or a region below it (by `PART_OF`, `LOCATED_IN`, `HELD_IN`, `HOLDS_POST`).
  public func subgraph(region: NodeID, limit: Int = 200) throws -> Subgraph { Subgraph() }

  /// The nodes of a type and the edges among them, the best linked first.
  public func subgraph(type: String, limit: Int = 200) throws -> Subgraph { Subgraph() }

  /// The whole graph, the best linked nodes first.
  public func subgraph(limit: Int = 200) throws -> Subgraph { Subgraph() }

  // MARK: The whole

  /// How much there is.
  public func statistics() throws -> Statistics {
    Statistics(
      documents: 0, origins: 0, characters: 0, nodes: [], edges: [], judgements: 0, bytes: 0, earliest: nil, latest: nil
    )
  }

  /// The types of the graph with captions and looks, as the last ingest's plug-ins declared them.
  public func schema() throws -> GraphSchema { GraphSchema() }

  /// Audits the file: pages, records, evidence, and whether the graph is what the findings derive to.
  public func check() throws -> [Problem] { [] }

  /// Writes the whole content in a canonical form, one JSON object a line: the schema, documents by identity, nodes and
  /// edges by key with their evidence, judgements; nothing that depends on history, paths or time of ingestion.
  public func dump(to write: (String) throws -> Void) throws {}

  /// Runs `body` so that all its questions see one state of the file.
  public func reading<T>(_ body: () throws -> T) throws -> T { try body() }

  // MARK: Judgements

  /// Every judgement, oldest first.
  public func judgements() throws -> [JudgementEntry] { [] }

  /// Keeps a judgement and derives the graph anew where it matters.
  ///
  /// - Throws: `KnowledgeBaseError.unknownKey` where it names what is not there.
  /// - Returns: the number by which it can be undone.
  public func add(_ judgement: Judgement) throws -> Int { 0 }

  /// Takes a judgement back.
  ///
  /// - Throws: `KnowledgeBaseError.unknownJudgement`.
  public func undoJudgement(_ number: Int) throws {}
}
