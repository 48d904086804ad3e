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

  /// Records which plug-ins run from now on.
  func setPluginSelection(_ selection: PluginSelection) throws {
    func list(_ names: Set<String>) -> JSONValue { .array(names.sorted().map(JSONValue.string)) }
    let json: JSONValue = ["enabled": list(selection.enabled), "disabled": list(selection.disabled)]
    let isDefault = selection == PluginSelection()
    try translating { try store.write { try store.setMeta("plugins", to: isDefault ? nil : json.line) } }
  }
}
