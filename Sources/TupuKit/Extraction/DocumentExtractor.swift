import Extraction
import GraphModel

/// Reads documents and finds what they say: a pure function of their bytes and the plug-ins, without a store.
public struct DocumentExtractor: Sendable {
  /// What a source yields, with the document that it became, or why there is none.
  public typealias Outcome = Result<(document: Document, reading: Reading), any Error>

  /// So many sources are best read together: each plug-in reads them all before the next one does, so that its code and its
  /// words are fetched once for all of them.
  public static let sourcesTogether = 16
  /// So many bytes of sources are best read together: what is known of them still lies near the processor.
  public static let bytesTogether = 192 << 10

  /// The plug-ins in the order in which they read a document.
  public let pipeline: Pipeline
  /// The sum of the plug-ins' types.
  public var schema: GraphSchema { pipeline.schema }
  private let reader: DocumentReader

  /// Reads with the built-in plug-ins.
  ///
  /// - Throws: `PipelineError`, `ManifestError`.
  public init() throws { self.init(pipeline: try Pipeline(try Roster.builtIn)) }

  /// Reads with the plug-ins of a pipeline.
  ///
  /// - Parameter limit: the largest source that is read, in bytes.
  public init(pipeline: Pipeline, limit: Int = 64 << 20) {
    self.pipeline = pipeline
    reader = DocumentReader(limit: limit)
  }

  /// Reads and cleans a source.
  ///
  /// - Throws: `ReadingError`.
  public func document(from source: Source) throws -> Document { try reader.document(from: source) }

  /// Reads and cleans a source whose identity is known.
  func document(from source: Source, id: DocumentID) throws -> Document { try reader.document(from: source, id: id) }

  /// Everything that the plug-ins find in a document.
  ///
  /// - Throws: what a plug-in throws.
  public func findings(of document: Document) throws -> Findings { try pipeline.findings(of: document) }

  /// What each of some sources yields, with the document that it became, or why there is none; and which plug-ins failed on
  /// it.
  public func read(_ sources: [Result<Source, any Error>]) -> [Outcome] {
    read(sources.map { source in Result { try document(from: source.get()) } })
  }

  /// What each of some documents yields, where there is one.
  func read(_ documents: [Result<Document, any Error>]) -> [Outcome] {
    var readings = pipeline.read(documents.compactMap { try? $0.get() })[...]
    return documents.map { document in
      document.flatMap { document in readings.removeFirst().map { (document, $0) } }
    }
  }

  /// What a source yields, with the document that it became.
  ///
  /// - Throws: `ReadingError` or what a plug-in throws.
  public func extract(_ source: Source) throws -> (document: Document, findings: Findings) {
    let document = try document(from: source)
    return (document, try pipeline.findings(of: document))
  }
}
