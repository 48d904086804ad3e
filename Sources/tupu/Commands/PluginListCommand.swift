import ArgumentParser
import Glibc
import GraphModel
import TupuKit

/// `tupu plugin list`: what is there, from where, and what of it runs.
struct PluginListCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("list", .pluginListAbstract, .pluginListDiscussion) }

  @OptionGroup var plugins: PluginOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let catalog = try plugins.catalog()
    // Without a knowledge base there is nothing but what runs by itself.
    let isThere = access(store.path, F_OK) == 0
    let selection = isThere || store.file != nil ? try store.open().pluginSelection() : PluginSelection()
    let listed = catalog.entries.map { entry(of: $0, selection) }
    let missing = selection.enabled.subtracting(catalog.entries.map(\.name)).sorted().map {
      PluginFailure(plugin: $0, reason: .missing)
    }
    let missingRows = missing.map { failure -> [ResultValue] in
      [.text(failure.plugin), .null, .null, .value(.boolean(true)), .null, .null, .null]
    }
    let missingItems = missing.map { failure -> JSONValue in
      ["name": .string(failure.plugin), "enabled": .boolean(true), "problem": .string(failure.words)]
    }
    try output.print(
      Answer(
        columns: [
          ("name", .columnName), ("carrier", .columnCarrier), ("version", .columnVersion), ("enabled", .columnEnabled),
          ("rules", .columnRules), ("entries", .columnEntries), ("from", .columnOrigin),
        ], rows: listed.map(\.row) + missingRows, json: .array(listed.map(\.json) + missingItems)))
    for entry in catalog.hidden {
      let earlier = catalog[entry.name]?.path ?? Word.pluginBuiltIn.text
      Console.say(Word.pluginHidden(entry.path ?? entry.name, entry.name, earlier))
    }
    let problems = listed.compactMap(\.problem) + missing.map(\.words)
    for problem in problems { Console.say(problem) }
    if !problems.isEmpty { throw Failure(Word.pluginsBroken(problems.count)) }
  }

  private struct Listed {
    var row: [ResultValue]
    var json: JSONValue
    var problem: String?
  }

  private func entry(of entry: PluginCatalog.Entry, _ selection: PluginSelection) -> Listed {
    let isEnabled = selection.runs(entry)
    var inventory = PluginInventory()
    var problem: String?
    do {
      inventory = try entry.load().inventory
    } catch let error as PluginLoadError {
      problem = error.words
    } catch let error as RulePackError {
      problem = Word.pluginRefused(entry.name, error.words(in: entry.path ?? entry.name))
    } catch {
      problem = Word.pluginRefused(entry.name, "\(error)")
    }
    func number(_ count: Int?) -> ResultValue { count.map { .count($0) } ?? .null }
    func list(_ names: [String]?) -> JSONValue { .array((names ?? []).map(JSONValue.string)) }
    let manifest = entry.manifest
    let place = entry.path ?? Word.pluginBuiltIn.text
    return Listed(
      row: [
        .text(entry.name), .text(manifest.map { ($0.carrier ?? .swift).rawValue }), .text(manifest?.version),
        .value(.boolean(isEnabled)), number(inventory.rules), number(inventory.entries), .text(place),
      ],
      json: [
        "name": .string(entry.name), "carrier": .text(manifest.map { ($0.carrier ?? .swift).rawValue }),
        "version": .text(manifest?.version), "digest": .text(manifest?.digest), "enabled": .boolean(isEnabled),
        "builtIn": .boolean(entry.isBuiltIn), "folder": .text(entry.path),
        "rules": inventory.rules.map { .count($0) } ?? .null,
        "entries": inventory.entries.map { .count($0) } ?? .null,
        "requires": list(manifest?.requires), "produces": list(manifest?.produces),
        "nodes": list(manifest?.schema.nodes.map(\.name)), "edges": list(manifest?.schema.edges.map(\.name)),
        "problem": .text(problem),
      ], problem: problem)
  }
}
