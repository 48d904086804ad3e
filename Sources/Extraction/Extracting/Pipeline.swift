import GraphModel

/// Why plug-ins cannot be put in order.
public enum PipelineError: Error, Hashable, Sendable {
  /// A plug-in requires a label that no plug-in produces.
  case unknownRequirement(plugin: String, label: String)
  /// Two plug-ins declare the same type.
  case clash(type: String, plugins: [String])
  /// Plug-ins wait for each other, in this order.
  case circle([String])
  /// Two plug-ins have the same name.
  case sameName(String)
  /// An edge type starts from or leads to a label that no plug-in declares.
  case unknownEnd(plugin: String, edge: String, label: String)
  /// A plug-in draws an edge type that no plug-in declares.
  case unknownEdge(plugin: String, edge: String)
}

/// What plug-ins found in a document.
public struct Reading: Sendable {
  /// Everything found.
  public var findings: Findings
  /// The plug-ins that found nothing because they failed.
  public var failures: [ProcessError]
}

/// The plug-ins in the order in which they read a document.
public struct Pipeline: Sendable {
  /// The plug-ins, sorted by `requires` and `produces`; where both orders would do, by their order in the roster.
  public let plugins: [any Plugin]
  /// The sum of their types.
  public let schema: GraphSchema
  /// What is asked of each plug-in for each document.
  private let stations: [Station]

  private struct Station {
    var name: String
    var version: String
    /// The plug-in, where it reads several documents at once.
    var batch: (any BatchPlugin)?
    /// Which documents it reads; nil: all.
    var touches: TouchingWords?
  }

  /// Sorts plug-ins.
  ///
  /// - Throws: `PipelineError`.
  public init(_ roster: [any Plugin]) throws {
    var declared: [String: String] = [:]
    var names: Set<String> = []
    for manifest in roster.map(\.manifest) {
      guard names.insert(manifest.name).inserted else { throw PipelineError.sameName(manifest.name) }
      for type in manifest.schema.nodes.map(\.name) + manifest.schema.edges.map(\.name) {
        if let other = declared[type] { throw PipelineError.clash(type: type, plugins: [other, manifest.name]) }
        declared[type] = manifest.name
      }
    }
    let produced = Set(roster.flatMap(\.manifest.produces))
    for plugin in roster {
      for label in plugin.manifest.requires where !produced.contains(label) {
        throw PipelineError.unknownRequirement(plugin: plugin.manifest.name, label: label)
      }
    }
    // What is compiled in may speak of types that a person switched off.
    for manifest in roster.map(\.manifest) where manifest.digest != nil {
      for edge in manifest.schema.edges {
        for label in edge.sources + edge.targets where declared[label] == nil {
          throw PipelineError.unknownEnd(plugin: manifest.name, edge: edge.name, label: label)
        }
      }
      for edge in manifest.draws where declared[edge] == nil {
        throw PipelineError.unknownEdge(plugin: manifest.name, edge: edge)
      }
    }
    var waiting = roster
    var sorted: [any Plugin] = []
    while !waiting.isEmpty {
      let missing = Set(waiting.flatMap(\.manifest.produces))
      func isReady(_ plugin: any Plugin) -> Bool {
        let others = Set(
          waiting.filter { $0.manifest.name != plugin.manifest.name }.flatMap(\.manifest.produces))
        return plugin.manifest.requires.allSatisfy { !missing.contains($0) || !others.contains($0) }
      }
      guard let index = waiting.firstIndex(where: isReady) else {
        throw PipelineError.circle(Self.circle(among: waiting.map(\.manifest)))
      }
      sorted.append(waiting.remove(at: index))
    }
    plugins = sorted
    stations = sorted.map {
      Station(
        name: $0.manifest.name, version: $0.manifest.version, batch: $0 as? any BatchPlugin,
        touches: TouchingWords($0.manifest.touches))
    }
    schema = GraphSchema(
      nodes: roster.flatMap(\.manifest.schema.nodes), edges: roster.flatMap(\.manifest.schema.edges))
  }

  /// Names, versions and contents of the plug-ins, sorted; a change of it re-extracts.
  public var fingerprint: String { Self.fingerprint(plugins.map(\.identity)) }

  /// The fingerprint of plug-ins by their identities, in whatever order: they are sorted anew before they run.
  public static func fingerprint(_ identities: [String]) -> String { identities.sorted().joined(separator: " ") }

  /// Of plug-ins none of which can run first, those that wait for each other in a circle, each for the next.
  private static func circle(among waiting: [PluginManifest]) -> [String] {
    var path = [waiting[0]]
    while true {
      let last = path[path.count - 1]
      // Every one waits for another one, so the walk comes back to where it was.
      guard
        let next = waiting.first(where: { other in
          other.name != last.name && other.produces.contains(where: last.requires.contains)
        })
      else { return path.map(\.name) }
      if let start = path.firstIndex(where: { $0.name == next.name }) { return path[start...].map(\.name) }
      path.append(next)
    }
  }

  /// How many documents it is best handed at once.
  public var batch: Int { stations.compactMap { $0.batch?.batch }.max() ?? 1 }

  /// Everything the plug-ins find in a document.
  ///
  /// - Parameter finished: called with the index of each plug-in when it has read the document, for measurements.
  /// - Throws: what a plug-in throws.
  public func findings(of document: Document, finished: (Int) -> Void = { _ in }) throws -> Findings {
    let reading = try read([document], finished: finished)[0].get()
    if let failure = reading.failures.first { throw failure }
    return reading.findings
  }

  /// Everything the plug-ins find in each of some documents, or what a plug-in threw.
  ///
  /// - Parameters:
  ///   - trace: where what fires and what loses is noted; for one document.
  ///   - finished: called with the index of each plug-in when it has read the documents, for measurements.
  public func read(
    _ documents: [Document], trace: ExtractionTrace? = nil, finished: (Int) -> Void = { _ in }
  ) -> [Result<Reading, any Error>] {
    let contexts = documents.map { ExtractionContext(document: $0, trace: trace) }
    var failures = [[ProcessError]](repeating: [], count: contexts.count)
    var errors = [(any Error)?](repeating: nil, count: contexts.count)
    for (position, station) in stations.enumerated() {
      defer { finished(position) }
      let alive = contexts.indices.filter { index in
        errors[index] == nil && station.touches?.stand(in: contexts[index].folded) ?? true
      }
      for index in alive { contexts[index].begin(name: station.name, version: station.version) }
      if let plugin = station.batch {
        for (index, failure) in zip(alive, plugin.extract(inAll: alive.map { contexts[$0] })) {
          if let failure { failures[index].append(failure) }
        }
        continue
      }
      for index in alive {
        do {
          try plugins[position].extract(in: contexts[index])
        } catch {
          errors[index] = error
        }
      }
    }
    return contexts.indices.map { index in
      if let error = errors[index] { return .failure(error) }
      return .success(Reading(findings: contexts[index].findings(), failures: failures[index]))
    }
  }

  /// Lets go of what plug-ins hold between documents: ends their processes.
  public func finish() {
    for station in stations { station.batch?.finish() }
  }
}
