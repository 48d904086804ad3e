import Extraction
import GraphModel
import GraphStore

/// By which plug-ins the documents of a file were read, now and before.
struct ReaderHistory {
  /// The plug-ins of one reading.
  struct Readers: Hashable {
    /// Their identities, sorted.
    var identities: [String]
    /// Those of them that only ever add things of their own to a document.
    var additive: [String]
    /// What stands beside the documents that they read.
    var fingerprint: String

    /// The plug-ins of a pipeline.
    init(_ pipeline: Pipeline, fingerprint: String) {
      identities = pipeline.plugins.map(\.identity).sorted()
      additive = pipeline.plugins.filter { Self.isAdditive($0.manifest) }.map(\.identity).sorted()
      self.fingerprint = fingerprint
    }

    fileprivate init(identities: [String], additive: [String], fingerprint: String) {
      self.identities = identities
      self.additive = additive
      self.fingerprint = fingerprint
    }

    /// What is compiled in may take back what others found; a folder can only add, and where its labels and links are its own,
    /// what it adds bears its name.
    private static func isAdditive(_ manifest: PluginManifest) -> Bool {
      let own = manifest.schema.nodes.map(\.name)
      return manifest.digest != nil && manifest.draws.isEmpty && manifest.produces.allSatisfy(own.contains)
    }
  }

  private(set) var all: [Readers]

  /// So many sets of plug-ins are remembered; documents of others are read again.
  private static let limit = 32

  /// What a file remembers.
  init(_ store: Store) throws {
    let json = try store.meta(Self.key).flatMap { try? JSONValue(parsing: $0) }
    all = (json?.items ?? []).compactMap { item in
      guard let fingerprint = item["fingerprint"]?.text, let identities = item["plugins"]?.items,
        let additive = item["additive"]?.items
      else { return nil }
      return Readers(
        identities: identities.compactMap(\.text), additive: additive.compactMap(\.text), fingerprint: fingerprint)
    }
  }

  /// Remembers plug-ins, and forgets those of which no document is left.
  mutating func note(_ readers: Readers, in store: Store) throws {
    all.removeAll { $0.fingerprint == readers.fingerprint }
    all = try all.filter { try store.holdsDocuments(readBy: $0.fingerprint) }.suffix(Self.limit - 1)
    all.append(readers)
    let items = all.map { readers -> JSONValue in
      [
        "fingerprint": .string(readers.fingerprint),
        "plugins": .array(readers.identities.map(JSONValue.string)),
        "additive": .array(readers.additive.map(JSONValue.string)),
      ]
    }
    try store.setMeta(Self.key, to: JSONValue.array(items).line)
  }

  private static let key = "readers of documents"
}
