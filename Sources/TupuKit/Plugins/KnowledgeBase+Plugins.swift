import Extraction
import GraphModel
import GraphStore

extension KnowledgeBase {
  /// Which plug-ins persons switched on and off for this file.
  public func pluginSelection() throws -> PluginSelection {
    try translating {
      guard let text = try store.meta("plugins") else { return PluginSelection() }
      guard let json = try? JSONValue(parsing: text) else { throw StoreError.damaged("the list of plug-ins") }
      func names(_ key: String) -> Set<String> { Set((json[key]?.items ?? []).compactMap(\.text)) }
      return PluginSelection(enabled: names("enabled"), disabled: names("disabled"))
    }
  }

  /// Records which plug-ins read documents from now on, and extracts the documents of the store anew where that differs.
  ///
  /// - Parameter assembly: what `selection` asks for; all of it must be there.
  /// - Throws: `KnowledgeBaseError`; `PluginFailure` where something is not there, before anything is changed.
  public func select(
    _ selection: PluginSelection, _ assembly: PluginAssembly, options: IngestOptions = IngestOptions(),
    progress: (IngestProgress) -> Void = { _ in }
  ) throws -> IngestReport {
    if let failure = assembly.failures.first { throw failure }
    func list(_ names: Set<String>) -> JSONValue { .array(names.sorted().map(JSONValue.string)) }
    let json: JSONValue = ["enabled": list(selection.enabled), "disabled": list(selection.disabled)]
    let isDefault = selection == PluginSelection()
    try translating { try store.write { try store.setMeta("plugins", to: isDefault ? nil : json.line) } }
    return try ingest([], options: options, pipeline: assembly.pipeline, progress: progress)
  }

  /// The fingerprint of all that should read: for plug-ins that cannot be had, what they were when they last read here.
  func fullFingerprint(of pipeline: Pipeline, absent: [String]) throws -> String {
    var identities = pipeline.plugins.map(\.identity)
    guard !absent.isEmpty else {
      let line = JSONValue.array(identities.sorted().map(JSONValue.string)).line
      if try store.meta("readers") != line { try store.write { try store.setMeta("readers", to: line) } }
      return Pipeline.fingerprint(identities)
    }
    let readers = try store.meta("readers").flatMap { try? JSONValue(parsing: $0) }?.items ?? []
    identities += readers.compactMap(\.text).filter { identity in
      absent.contains { identity.hasPrefix("\($0)@") }
    }
    return Pipeline.fingerprint(identities)
  }

  /// The types of all that should read: those of plug-ins that cannot be had stay as they were.
  func fullSchema(of pipeline: Pipeline, absent: [String]) throws -> GraphSchema {
    let (schema, stored) = (pipeline.schema, try storedSchema())
    guard !absent.isEmpty else { return schema }
    return GraphSchema(
      nodes: schema.nodes + stored.nodes.filter { absent.contains($0.plugin) && schema.node($0.name) == nil },
      edges: schema.edges + stored.edges.filter { absent.contains($0.plugin) && schema.edge($0.name) == nil })
  }
}
