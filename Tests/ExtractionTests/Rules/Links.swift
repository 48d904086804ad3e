import Foundation

/// Things that a hostile folder may hold.
enum Links {
  /// A symbolic link.
  static func make(at path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  /// A file of zeros that takes no room on the disk.
  static func makeHole(at path: String, bytes: UInt64) throws {
    try Data().write(to: URL(fileURLWithPath: path))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.truncate(atOffset: bytes)
    try file.close()
  }
}
