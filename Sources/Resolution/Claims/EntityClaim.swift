import GraphModel

/// The identity of a claim: which entity of which document's findings.
public struct ClaimID: Hashable, Sendable, Comparable {
  /// The document.
  public var document: DocumentID
  /// Index of the entity in the document's `Findings`.
  public var index: Int

  /// Points to an entity of a document's findings.
  public init(document: DocumentID, index: Int) {
    self.document = document
    self.index = index
  }

  /// Orders by document, then index.
  public static func < (a: ClaimID, b: ClaimID) -> Bool { (a.document, a.index) < (b.document, b.index) }
}

/// One document's entity with everything that decides which entities of other documents are the same thing.
///
/// A claim is computed from its document's findings alone. Its identity is said in keys of the form `Type:name@place`:
/// - `keys` are certain: two claims that share one are the same thing;
/// - `hint` is a guess: the claim belongs to the one thing that `covers` it, if there is exactly one;
/// - `localKey` names this claim alone.
public struct EntityClaim: Hashable, Sendable {
  /// Which entity of which document.
  public var id: ClaimID
  /// The node type.
  public var type: String
  /// The fullest form in the document.
  public var name: String
  /// Other forms in the document, sorted.
  public var surfaces: [String]
  /// The properties that the extractors gave it.
  public var properties: [String: PropertyValue]
  /// Number of mentions in the document.
  public var mentions: Int
  /// Number of claims it stands for: equal ones of several documents may be given as one, with all their mentions.
  public var weight: Int
  /// The certain identities, sorted.
  public var keys: [String]
  /// What weaker claims may guess it by, sorted, without `keys`.
  public var covers: [String]
  /// What it may be guessed to be, where no certain identity is enough.
  public var hint: String?
  /// The key under which this claim stands alone.
  public var localKey: String {
    // Hardly any claim is asked for it.
    givenLocalKey ?? KeySet.key(type, ":", IdentityText(name).key, "#\(id.document).", String(id.index))
  }
  private let givenLocalKey: String?

  /// Makes a claim; sorts `keys` and `covers`.
  public init(
    id: ClaimID, type: String, name: String, surfaces: [String] = [], properties: [String: PropertyValue] = [:],
    mentions: Int = 1, weight: Int = 1, keys: Set<String>, covers: Set<String> = [], hint: String? = nil,
    localKey: String? = nil
  ) {
    self.init(
      id: id, type: type, name: name, surfaces: surfaces, properties: properties, mentions: mentions, weight: weight,
      sortedKeys: KeySet.sorted(Array(keys)), sortedCovers: KeySet.sorted(Array(covers)), hint: hint,
      localKey: localKey)
  }

  /// Makes a claim of keys and covers that are sorted, each once.
  ///
  /// - Parameter localKey: nil: the key that the claim's type, name, document and index make.
  public init(
    id: ClaimID, type: String, name: String, surfaces: [String], properties: [String: PropertyValue], mentions: Int,
    weight: Int = 1, sortedKeys: [String], sortedCovers: [String], hint: String?, localKey: String? = nil
  ) {
    self.id = id
    self.type = type
    self.name = name
    self.surfaces = surfaces
    self.properties = properties
    self.mentions = mentions
    self.weight = weight
    keys = sortedKeys
    covers = KeySet.subtract(sortedCovers, sortedKeys)
    self.hint = hint
    givenLocalKey = localKey
  }

  /// The blocks it belongs to, sorted, at least one: claims that share none can never be one node.
  public var blocks: [String] {
    if covers.isEmpty, hint == nil { return keys.isEmpty ? [localKey] : keys }
    return KeySet.sorted(keys + covers + (hint.map { [$0] } ?? []))
  }

  /// Whether its one block is its node: nothing but a person's judgement can change that.
  public var isExact: Bool { covers.isEmpty && (hint == nil ? keys.count < 2 : false) }
}
