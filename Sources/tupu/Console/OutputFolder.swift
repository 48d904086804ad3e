import Glibc
import GraphModel

/// A folder that takes one result a document.
final class OutputFolder {
  private let path: String
  private var taken: Set<String> = []

  /// Makes the folder where it is not there.
  ///
  /// - Throws: `Failure`.
  init(_ path: String) throws {
    self.path = path
    if mkdir(PathText.bytes(path), 0o777) != 0, errno != EEXIST {
      throw Failure(Word.cannotWrite(path, String(cString: strerror(errno))))
    }
  }

  /// Writes the result of a source file as `NAME.json`, `NAME-2.json` where that name is taken.
  ///
  /// - Throws: `Failure`.
  func write(_ text: String, for source: String) throws {
    let stem = Self.stem(of: source)
    var name = stem
    var number = 1
    while !taken.insert(name).inserted {
      number += 1
      name = "\(stem)-\(number)"
    }
    try OutputFile.write(Array(text.utf8), to: "\(path)/\(name).json")
  }

  /// The file name without folder and ending; never empty, hidden, or with a control character.
  static func stem(of source: String) -> String {
    var name = source.split(separator: "/").last.map(String.init) ?? ""
    if let dot = name.lastIndex(of: "."), dot != name.startIndex { name = String(name[..<dot]) }
    name = Console.visible(name).replacing("\n", with: "_")
    if name == "-" { return "stdin" }
    return name.isEmpty || name.hasPrefix(".") ? "_" + name.drop { $0 == "." } : name
  }
}
