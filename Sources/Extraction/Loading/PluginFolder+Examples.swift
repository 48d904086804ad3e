import Glibc

extension PluginFolder {
  /// The folder of a plug-in that holds its examples.
  public static let examplesName = "Examples"

  /// The examples' files, by their paths inside the folder, sorted.
  public var exampleFiles: [String] {
    switch place {
    case .embedded(let files):
      return files.keys.filter { $0.hasPrefix(Self.examplesName + "/") && $0.hasSuffix(".txt") }.sorted()
    case .disk(let root):
      guard let directory = opendir("\(root)/\(Self.examplesName)") else { return [] }
      defer { closedir(directory) }
      var names: [String] = []
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
        }
        if name.hasSuffix(".txt"), !name.hasPrefix(".") { names.append("\(Self.examplesName)/\(name)") }
      }
      return names.sorted()
    }
  }
}
