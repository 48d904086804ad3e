import GraphModel

/// Which plug-ins a person switched on and off, by name.
public struct PluginSelection: Hashable, Sendable {
  /// Plug-ins that run although they are not part of the built-in ones.
  public var enabled: Set<String>
  /// Built-in plug-ins that do not run.
  public var disabled: Set<String>

  /// The built-in plug-ins and nothing else, but for what is named.
  public init(enabled: Set<String> = [], disabled: Set<String> = []) {
    self.enabled = enabled
    self.disabled = disabled
  }

  /// Whether a plug-in runs.
  public func runs(_ entry: PluginCatalog.Entry) -> Bool {
    entry.isBuiltIn ? !disabled.contains(entry.name) : enabled.contains(entry.name)
  }
}
