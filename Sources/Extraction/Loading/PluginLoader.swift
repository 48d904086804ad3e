import GraphModel

/// Turns the folder of a plug-in into the plug-in.
public enum PluginLoader {
  /// The file that makes a folder a plug-in.
  public static let manifestName = "plugin.yaml"
  /// The file that makes a plug-in a rule pack.
  public static let rulesName = "rules.yaml"

  /// Reads a folder's manifest, with the carrier that the folder's files decide on and the digest of its files.
  ///
  /// - Throws: `PluginLoadError`.
  public static func manifest(of folder: PluginFolder) throws(PluginLoadError) -> PluginManifest {
    let file = folder.shown(manifestName)
    let text = String(decoding: try folder.bytes(of: manifestName, limit: 1 << 20), as: UTF8.self)
    var manifest: PluginManifest
    do {
      manifest = try PluginManifest(yaml: text)
    } catch {
      throw .badManifest(file: file, error)
    }
    guard manifest.name == folder.name else {
      throw .otherName(file: file, name: manifest.name, folder: folder.name)
    }
    if manifest.carrier == nil {
      manifest.carrier = manifest.process != nil ? .process : folder.holds(rulesName) ? .rules : nil
    }
    switch manifest.carrier {
    case .rules?, .process?: break
    case .swift?: throw .compiledOnly(file: file)
    case nil: throw .noCarrier(file: file)
    }
    manifest.digest = try folder.digest()
    return manifest
  }

  /// Loads the plug-in of a folder.
  ///
  /// - Parameter manifest: what `manifest(of:)` read.
  /// - Throws: `PluginLoadError`, or what the carrier's own reader throws.
  public static func plugin(_ manifest: PluginManifest, in folder: PluginFolder) throws -> any Plugin {
    switch manifest.carrier {
    case .process?: return try ProcessPlugin(manifest, in: folder)
    case .rules?: return try RulePack(manifest, in: folder)
    case .swift?, nil: throw PluginLoadError.noCarrier(file: folder.shown(manifestName))
    }
  }
}
