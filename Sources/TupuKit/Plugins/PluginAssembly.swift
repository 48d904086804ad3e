import Extraction
import GraphModel

/// An enabled plug-in that does not run, and why.
public struct PluginFailure: Error, Hashable, Sendable {
  /// Why a plug-in does not run.
  public enum Reason: Hashable, Sendable {
    /// No folder that was looked through holds it.
    case missing
    /// It cannot be loaded.
    case notLoaded(PluginLoadError)
    /// Its rules are wrong.
    case rules(RulePackError, folder: String)
    /// Its carrier's reader refused it; the reader's words, with file and place.
    case refused(String)
    /// It requires a label that only another plug-in produces, which does not run.
    case requires(label: String, of: String)
  }

  /// The plug-in's name.
  public var plugin: String
  /// Why it does not run.
  public var reason: Reason

  /// Says why a plug-in does not run.
  public init(plugin: String, reason: Reason) {
    self.plugin = plugin
    self.reason = reason
  }
}

/// The plug-ins that a selection asks for, ready to read documents, and those of it that are not.
public struct PluginAssembly: Sendable {
  /// The plug-ins that run.
  public let pipeline: Pipeline
  /// Those that do not, by name.
  public let failures: [PluginFailure]

  /// Rule packs that run without some lines of their word lists, and how many lines these are.
  public var incomplete: [(plugin: String, lines: Int)] {
    pipeline.plugins.compactMap { plugin in
      guard let pack = plugin as? RulePack, pack.refusedLines > 0 else { return nil }
      return (pack.manifest.name, pack.refusedLines)
    }
  }

  /// Loads what a selection asks for; what cannot be had is named, and so is what cannot run without it.
  ///
  /// - Throws: `PipelineError` where plug-ins that are there contradict each other.
  public init(_ catalog: PluginCatalog, _ selection: PluginSelection = PluginSelection()) throws {
    var failures: [PluginFailure] = []
    var plugins: [any Plugin] = []
    // What a plug-in that is not there would produce, where that is known.
    var lost: [String: String] = [:]
    for entry in catalog.entries where selection.runs(entry) {
      do {
        plugins.append(try entry.load())
      } catch {
        let reason: PluginFailure.Reason =
          switch error {
          case let error as PluginLoadError: .notLoaded(error)
          case let error as RulePackError: .rules(error, folder: entry.path ?? entry.name)
          default: .refused("\(error)")
          }
        failures.append(PluginFailure(plugin: entry.name, reason: reason))
        for label in entry.manifest?.produces ?? [] { lost[label] = entry.name }
      }
    }
    for name in selection.enabled.sorted() where catalog[name] == nil {
      failures.append(PluginFailure(plugin: name, reason: .missing))
    }
    // What nothing in the catalog produces may be what a missing plug-in does.
    let known = Set(catalog.entries.flatMap { $0.manifest?.produces ?? [] })
    let missing = failures.first { $0.reason == .missing }?.plugin
    func culprit(_ label: String) -> String? { lost[label] ?? (known.contains(label) ? nil : missing) }
    while true {
      let produced = Set(plugins.flatMap(\.manifest.produces))
      func lack(_ plugin: any Plugin) -> (label: String, culprit: String)? {
        for label in plugin.manifest.requires where !produced.contains(label) {
          if let culprit = culprit(label) { return (label, culprit) }
        }
        return nil
      }
      guard let index = plugins.firstIndex(where: { lack($0) != nil }), let reason = lack(plugins[index]) else { break }
      let gone = plugins.remove(at: index).manifest
      failures.append(PluginFailure(plugin: gone.name, reason: .requires(label: reason.label, of: reason.culprit)))
      for label in gone.produces { lost[label] = gone.name }
    }
    pipeline = try Pipeline(plugins)
    self.failures = failures.sorted { $0.plugin < $1.plugin }
  }
}
