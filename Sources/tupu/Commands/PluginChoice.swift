import ArgumentParser
import Glibc
import TupuKit

/// A plug-in that a person names, by its name or its folder.
struct PluginChoice {
  /// The plug-ins that can be had, the chosen one among them.
  let catalog: PluginCatalog
  /// The chosen one.
  let entry: PluginCatalog.Entry

  /// Looks for a plug-in: a path with a `/` or of a folder that holds a `plugin.yaml` is a folder, everything else a name.
  ///
  /// - Throws: `Failure` where there is none, or its folder cannot be read.
  init(_ name: String, options: PluginOptions) throws {
    let isFolder = name.contains("/") || access("\(name)/plugin.yaml", F_OK) == 0
    guard isFolder else {
      catalog = try options.catalog()
      guard let entry = catalog[name] else {
        let known = catalog.entries.map(\.name).joined(separator: Word.listComma.text)
        throw Failure(Word.noSuchPlugin(name, known))
      }
      self.entry = entry
      return
    }
    do {
      let folder = try PluginFolder(path: name)
      catalog = try PluginCatalog(folders: [name] + options.folders)
      guard let entry = catalog.entries.first(where: { $0.path == folder.path }) else {
        throw Failure(Word.noSuchPlugin(name, folder.name))
      }
      self.entry = entry
    } catch let error as PluginLoadError {
      throw Failure(error.words)
    }
  }

  /// The plug-in's files; nil where the program holds none of them.
  var folder: PluginFolder? { entry.folder }

  /// The plug-in.
  ///
  /// - Throws: `Failure`.
  func load() throws -> any Plugin {
    do {
      return try entry.load()
    } catch let error as RulePackError {
      throw Failure(error.words(in: shownFolder))
    } catch let error as PluginLoadError {
      throw Failure(error.words)
    }
  }

  /// The plug-ins that run when this one does.
  ///
  /// - Throws: `Failure`.
  func assembly() throws -> PluginAssembly {
    do {
      let assembly = try PluginAssembly(catalog, PluginSelection(enabled: entry.isBuiltIn ? [] : [entry.name]))
      if let failure = assembly.failures.first { throw Failure(failure.words) }
      return assembly
    } catch let error as PipelineError {
      throw Failure(error.words)
    }
  }

  /// The plug-ins that read before a built-in one: these tell each other more than mentions.
  ///
  /// - Throws: `Failure`.
  func earlier() throws -> [any Plugin] {
    guard entry.isBuiltIn else { return [] }
    return Array(try assembly().pipeline.plugins.prefix { $0.manifest.name != entry.name })
  }

  /// The folder as it is shown before file names.
  var shownFolder: String { entry.path ?? entry.name }
}
