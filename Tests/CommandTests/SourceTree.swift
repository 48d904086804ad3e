import Foundation
import TestSupport

/// A copy of the project's sources in which a plug-in is added as its author adds it: built as everything is, and kept
/// between runs, so that only what changed is compiled again.
struct SourceTree {
  /// The copy's folder, inside the build folder.
  let folder = Repository.root.appendingPathComponent(".build/tutorial", isDirectory: true)

  private var files: FileManager { .default }

  /// Makes the copy equal to the sources, except for what was built in it.
  init() throws {
    try files.createDirectory(at: folder.appendingPathComponent(".build"), withIntermediateDirectories: true)
    for name in ["Package.swift", "Package.resolved", "Sources", "Plugins", "Tests"] { try mirror(name) }
    // The dependencies' sources as they were fetched for the project itself: nothing is fetched twice.
    for name in [".build/checkouts", ".build/repositories", ".build/workspace-state.json"] { try mirror(name) }
    for entry in try files.contentsOfDirectory(atPath: folder.path) where !Self.kept.contains(entry) {
      try files.removeItem(at: folder.appendingPathComponent(entry))
    }
  }

  private static let kept: Set = [".build", "Package.swift", "Package.resolved", "Sources", "Plugins", "Tests"]

  /// Makes one file or folder of the copy equal to its original; a file that is equal already is not touched, which tells
  /// the build that nothing in it changed.
  private func mirror(_ name: String) throws {
    let source = Repository.root.appendingPathComponent(name)
    let target = folder.appendingPathComponent(name)
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: source.path, isDirectory: &isFolder) else {
      if files.fileExists(atPath: target.path) { try files.removeItem(at: target) }
      return
    }
    guard isFolder.boolValue else {
      guard !files.contentsEqual(atPath: source.path, andPath: target.path) else { return }
      if files.fileExists(atPath: target.path) { try files.removeItem(at: target) }
      return try files.copyItem(at: source, to: target)
    }
    try files.createDirectory(at: target, withIntermediateDirectories: true)
    let wanted = try files.contentsOfDirectory(atPath: source.path)
    for entry in wanted { try mirror(name + "/" + entry) }
    for entry in Set(try files.contentsOfDirectory(atPath: target.path)).subtracting(wanted) {
      try files.removeItem(at: target.appendingPathComponent(entry))
    }
  }

  /// Runs a command line of a tutorial in the copy.
  ///
  /// - Parameter name: What `tupu` stands for.
  func run(_ command: String, tupu name: URL, locale: String) throws -> (status: Int32, printed: String) {
    let output = folder.appendingPathComponent(".build/printed")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // The tutorial's own words, run as a reader types them; the program's path is an argument, never part of the line.
    process.arguments = ["-c", "tupu() { \"$0\" \"$@\"; }; " + command, name.path]
    process.currentDirectoryURL = folder
    // What the reader of the test has enabled for themselves is not the tutorial's.
    let home = folder.appendingPathComponent(".build/home").path
    process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("TUPU_") }
      .merging(["LC_ALL": locale, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home]) { $1 }
    process.standardInput = FileHandle.nullDevice
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: output, encoding: .utf8))
  }
}
