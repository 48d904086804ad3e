import GraphModel

/// What a plug-in declares of itself in its `plugin.yaml`.
public struct PluginManifest: Hashable, Sendable {
  /// The plug-in's name, also its folder's name.
  public var name: String
  /// Its version; a change re-extracts every document.
  public var version: String
  /// Labels whose mentions must be there before it runs.
  public var requires: [String]
  /// Labels whose mentions it adds.
  public var produces: [String]
  /// The types it adds to the schema.
  public var schema: GraphSchema
  /// Edge types of other plug-ins that its rules draw, too.
  public var draws: [String]
  /// Words of which one must stand in a document for it to be read; none: it reads every document.
  public var touches: [String]
  /// By what it reads documents; nil: what lies in its folder decides.
  public var carrier: PluginCarrier?
  /// How its process is run; nil where it is none.
  public var process: ProcessDeclaration?
  /// Names the content of the folder that it was loaded from, so that a change of it re-extracts; nil for what is compiled in.
  public var digest: String?

  /// Gathers a declaration.
  public init(
    name: String, version: String, requires: [String], produces: [String], schema: GraphSchema, draws: [String] = [],
    touches: [String] = [], carrier: PluginCarrier? = nil, process: ProcessDeclaration? = nil, digest: String? = nil
  ) {
    self.name = name
    self.version = version
    self.requires = requires
    self.produces = produces
    self.schema = schema
    self.draws = draws
    self.touches = touches
    self.carrier = carrier
    self.process = process
    self.digest = digest
  }

  /// Name, version and content in one word: `Phones@2#8d1f03a5c2b4e677`.
  public var identity: String { "\(name)@\(version)" + (digest.map { "#\($0)" } ?? "") }
}

/// By what a plug-in reads documents.
public enum PluginCarrier: String, Hashable, Sendable, CaseIterable {
  /// A `rules.yaml`, read at run time.
  case rules
  /// A program of its own, in any language, spoken to in JSON Lines.
  case process
  /// Swift code that is compiled into the program.
  case swift
}

/// How much a plug-in brings, as shown to people.
public struct PluginInventory: Hashable, Sendable {
  /// Number of its rules, where it has any that can be counted.
  public var rules: Int?
  /// Number of entries of its word lists.
  public var entries: Int?

  /// Gathers counts.
  public init(rules: Int? = nil, entries: Int? = nil) {
    self.rules = rules
    self.entries = entries
  }
}

/// Something that adds types to the graph and finds them in documents.
public protocol Plugin: Sendable {
  /// The declaration.
  var manifest: PluginManifest { get }
  /// Its rules, where it has any; those beside compiled code are read when they are first asked for.
  var rules: RulePack? { get throws }
  /// Names it, its version and the content that it was loaded from; documents that another identity read are read again.
  var identity: String { get }
  /// How much it brings; nothing known by default.
  var inventory: PluginInventory { get }
  /// Adds mentions, entities and relations of one document to its context.
  ///
  /// A pure function of the context: no clock, no file, no shared state, no order of hashing.
  func extract(in context: ExtractionContext) throws
  /// Whether it may add anything to a document, as far as the folded text alone tells; true unless it can tell.
  ///
  /// Where it may not, a document that it did not read yet need not be read because of it.
  func mayAdd(to text: ScalarText) -> Bool
}

/// A plug-in that reads several documents at once, and may fail on one without harm to what others find in it.
public protocol BatchPlugin: Plugin {
  /// How many documents it is handed at once; at least 1.
  var batch: Int { get }
  /// Adds what it finds in each of some documents to its context.
  ///
  /// - Returns: for each context why nothing was added to it, or nil.
  func extract(inAll contexts: [ExtractionContext]) -> [ProcessError?]
  /// Lets go of what it holds between documents.
  func finish()
}

extension Plugin {
  /// None.
  public var rules: RulePack? { get throws { nil } }
  /// That of the declaration.
  public var identity: String { manifest.identity }
  /// That of its rules.
  public var inventory: PluginInventory { (try? rules)?.inventory ?? PluginInventory() }
  /// It may.
  public func mayAdd(to text: ScalarText) -> Bool { true }
}
