import Extraction
import Glibc
import PluginTemplates

/// A plug-in to start from, ready to run.
public enum PluginTemplate: String, Sendable, CaseIterable {
  /// Rules in YAML.
  case rules
  /// A process in Python, without dependencies.
  case python
  /// A process in Swift: one file, compiled by `swiftc`.
  case swiftProcess = "swiftprocess"
  /// A Swift target of the program's own source tree.
  case swift

  /// Its files by their paths, for a plug-in of a name.
  ///
  /// The type that it finds has the plug-in's name, without an `s` at the end.
  public func files(named name: String) -> [(path: String, text: String)] {
    let label = (name.hasSuffix("s") && name.utf8.count > 1 ? String(name.dropLast()) : name).replacing("-", with: "_")
    // The templates find telephone numbers; another plug-in has captions and a link of its own, so that two of them can run.
    let own =
      name == "Phones"
      ? []
      : [
        ("zh: 电话", "zh: \(label)"), ("zh: 联系电话", "zh: 关联"), ("en: reached by", "en: has \(label.lowercased())"),
        ("REACHED_BY", "HAS_\(label.uppercased())"),
      ]
    let words =
      own + [
        ("phones", name.lowercased().replacing("-", with: "_")), ("Phones", name), ("Phone", label),
        ("PHONE", label.uppercased()), ("phone", label.lowercased()),
      ]
    func filled(_ text: String) -> String {
      // Every place is looked at once, so that a name may itself hold one of the words.
      var result = ""
      var rest = text[...]
      while !rest.isEmpty {
        if let (word, replacement) = words.first(where: { rest.hasPrefix($0.0) }) {
          result += replacement
          rest = rest.dropFirst(word.count)
        } else {
          result.append(rest.removeFirst())
        }
      }
      return result
    }
    return UnsafeBufferPointer(start: tupu_template_files(), count: tupu_template_file_count())
      .filter { String(cString: $0.kind) == rawValue }
      .map { file in
        let text = EmbeddedFile(file.bytes, count: file.count).text
        return (filled(String(cString: file.path)), filled(text))
      }
  }

  /// Writes the files of a new plug-in into a folder of its name.
  ///
  /// - Parameter parent: where that folder is made.
  /// - Returns: the folder's path.
  /// - Throws: `PluginLoadError.exists` where there is one already, `.unwritable`.
  public func write(_ name: String, in parent: String) throws(PluginLoadError) -> String {
    let folder = parent == "." ? name : "\(parent)/\(name)"
    guard mkdir(folder, 0o777) == 0 else {
      throw errno == EEXIST
        ? .exists(folder: folder) : .unwritable(file: folder, reason: String(cString: strerror(errno)))
    }
    for (path, text) in files(named: name) { try NewFile.write(Array(text.utf8), to: path, in: folder) }
    return folder
  }
}

/// Files of a plug-in's folder that is being made.
enum NewFile {
  /// Writes a file, with the folders that it lies in.
  ///
  /// - Parameter path: inside the folder.
  static func write(
    _ bytes: [UInt8], to path: String, in folder: String, isProgram: Bool = false
  ) throws(PluginLoadError) {
    guard PluginFolder.isInside(path) else { throw .outside(file: path) }
    let parts = path.split(separator: "/").map(String.init)
    var place = folder
    for part in parts.dropLast() {
      place += "/" + part
      guard mkdir(place, 0o777) == 0 || errno == EEXIST else { throw failure(place) }
    }
    place = ([folder] + parts).joined(separator: "/")
    // Made anew and never through a link, so that nothing outside can be overwritten.
    let file = open(place, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, isProgram ? 0o777 : 0o666)
    guard file >= 0 else { throw failure(place) }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { throw failure(place) }
      rest = rest.dropFirst(max(0, count))
    }
  }

  private static func failure(_ path: String) -> PluginLoadError {
    .unwritable(file: path, reason: String(cString: strerror(errno)))
  }
}
