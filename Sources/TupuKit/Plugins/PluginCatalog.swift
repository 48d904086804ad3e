import Extraction
import Glibc
import GraphModel

/// The plug-ins that can be had: those that come with the program, and folders.
///
/// Folders are looked through in order: those that the user names, `$XDG_DATA_HOME/tupu/plugins`, then `tupu/plugins` in
/// each of `$XDG_DATA_DIRS` (XDG Base Directory Specification 0.8). Of two folders with the same plug-in the first counts.
/// Nothing that is found is run before it is asked for.
public struct PluginCatalog: Sendable {
  /// A plug-in that can be had.
  public struct Entry: Sendable {
    /// Where it comes from.
    public enum Origin: Sendable {
      /// Compiled into the program, and reads unless it is switched off; with its folder of the source tree where the
      /// user named that.
      case builtIn(any Plugin, PluginFolder?)
      /// Compiled into the program, and reads nothing until it is switched on; with the folder of its examples.
      case optional(any Plugin, PluginFolder)
      /// A folder, on disk or embedded in the binary.
      case folder(PluginFolder)
    }

    /// Its name.
    public let name: String
    /// What it declares; nil where that cannot be read.
    public let manifest: PluginManifest?
    /// Where it comes from.
    public fileprivate(set) var origin: Origin
    /// Why it cannot be used, where it cannot.
    public let problem: PluginLoadError?

    /// Whether it runs unless it is switched off.
    public var isBuiltIn: Bool {
      if case .builtIn = origin { true } else { false }
    }

    /// The plug-in's files; nil where the program holds none of them.
    public var folder: PluginFolder? {
      switch origin {
      case .builtIn(_, let folder): folder
      case .optional(_, let folder), .folder(let folder): folder
      }
    }

    /// The folder's path on disk; nil where it comes with the program.
    public var path: String? { folder?.path }

    /// The plug-in itself.
    ///
    /// - Throws: `PluginLoadError`, or what the carrier's reader throws.
    public func load() throws -> any Plugin {
      switch origin {
      case .builtIn(let plugin, _), .optional(let plugin, _): return plugin
      case .folder(let folder):
        guard let manifest else {
          throw problem ?? PluginLoadError.noCarrier(file: folder.shown(PluginLoader.manifestName))
        }
        return try PluginLoader.plugin(manifest, in: folder)
      }
    }
  }

  /// What can be had: first what is compiled in, in the order of the roster, then folders that the user names, packs that
  /// the binary holds, and the standard folders, in the order of their places and names.
  public private(set) var entries: [Entry]
  /// Folders that hold a plug-in whose name an earlier one has.
  public private(set) var hidden: [Entry] = []

  /// Looks for plug-ins.
  ///
  /// - Parameter folders: folders that the user names; each is a plug-in's folder or holds such.
  /// - Throws: `PluginLoadError.unreadable` where a named folder is not there; `ManifestError`.
  public init(folders: [String] = [], standard: [String] = Self.standardFolders) throws {
    entries = try Roster.builtIn.map {
      Entry(name: $0.manifest.name, manifest: $0.manifest, origin: .builtIn($0, nil), problem: nil)
    }
    let optional = try Roster.optional
    for case (let plugin?, let folder) in optional { add(plugin, folder) }
    for path in folders {
      let place = try PluginFolder(path: path)
      if place.holds(PluginLoader.manifestName) { add(place) } else { try addAll(in: path) }
    }
    for case (nil, let folder) in optional { add(folder) }
    for path in standard where access(path, F_OK) == 0 { try addAll(in: path) }
  }

  /// The entry of a name.
  public subscript(name: String) -> Entry? { entries.first { $0.name == name } }

  /// The standard places, those of the user first.
  public static var standardFolders: [String] {
    func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    let system = variable("XDG_DATA_DIRS")
    let shared = (system.isEmpty ? "/usr/local/share:/usr/share" : system).split(separator: ":").map(String.init)
    // The specification has relative paths ignored.
    return ([userFolder] + shared.filter { $0.hasPrefix("/") }.map { "\($0)/tupu/plugins" }).compactMap { $0 }
  }

  /// Where a user's own plug-ins are kept; nil where the user has no home.
  public static var userFolder: String? {
    func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    let (data, home) = (variable("XDG_DATA_HOME"), variable("HOME"))
    if data.hasPrefix("/") { return "\(data)/tupu/plugins" }
    return home.hasPrefix("/") ? "\(home)/.local/share/tupu/plugins" : nil
  }

  private mutating func addAll(in path: String) throws {
    let names: [String]
    do {
      names = try SourceFile.folders(in: path)
    } catch {
      throw PluginLoadError.unreadable(file: path, reason: String(cString: strerror(errno)))
    }
    for name in names {
      let folder = try PluginFolder(path: "\(path)/\(name)")
      if folder.holds(PluginLoader.manifestName) { add(folder) }
    }
  }

  private mutating func add(_ folder: PluginFolder) {
    let entry: Entry
    do {
      let manifest = try PluginLoader.manifest(of: folder)
      entry = Entry(name: manifest.name, manifest: manifest, origin: .folder(folder), problem: nil)
    } catch {
      switch error {
      case .noCarrier, .compiledOnly: if attach(folder) { return }
      default: break
      }
      entry = Entry(name: folder.name, manifest: nil, origin: .folder(folder), problem: error)
    }
    if let path = entry.path, entries.contains(where: { $0.path == path }) { return }
    list(entry)
  }

  /// Gives a plug-in that is compiled in its folder of the source tree, which holds its examples; false where none is
  /// compiled in under the folder's name.
  private mutating func attach(_ folder: PluginFolder) -> Bool {
    guard let index = entries.firstIndex(where: { $0.name == folder.name }) else { return false }
    switch entries[index].origin {
    case .builtIn(let plugin, nil): entries[index].origin = .builtIn(plugin, folder)
    case .optional(let plugin, let embedded) where embedded.path == nil:
      entries[index].origin = .optional(plugin, folder)
    case .builtIn, .optional, .folder: return false
    }
    return true
  }

  private mutating func add(_ plugin: any Plugin, _ folder: PluginFolder) {
    let manifest = plugin.manifest
    list(Entry(name: manifest.name, manifest: manifest, origin: .optional(plugin, folder), problem: nil))
  }

  /// Of two of one name the first counts.
  private mutating func list(_ entry: Entry) {
    if self[entry.name] == nil { entries.append(entry) } else { hidden.append(entry) }
  }
}
