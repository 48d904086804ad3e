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

  /// Gathers a declaration.
  public init(name: String, version: String, requires: [String], produces: [String], schema: GraphSchema) {
    self.name = name
    self.version = version
    self.requires = requires
    self.produces = produces
    self.schema = schema
  }
}

/// Something that adds types to the graph and finds them in documents.
public protocol Plugin: Sendable {
  /// The declaration.
  var manifest: PluginManifest { get }
  /// Adds mentions, entities and relations of one document to its context.
  ///
  /// A pure function of the context: no clock, no file, no shared state, no order of hashing.
  func extract(in context: ExtractionContext) throws
}
