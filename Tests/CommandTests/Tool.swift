import Foundation
import TestSupport

/// Runs the built `tupu` as people do.
struct Tool {
  /// What a run left behind.
  struct Result {
    var status: Int32
    var output: String
    var messages: String
  }

  /// The folder in which it runs; it goes away with the last copy of the tool.
  var folder: URL { URL(fileURLWithPath: scratch.path) }

  private let scratch: TemporaryFolder

  /// A tool in a new empty folder.
  init() throws { scratch = try TemporaryFolder() }

  /// Writes a file into the folder.
  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  /// Writes a file into the folder.
  func write(_ bytes: Data, to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  /// Runs a verb in English, with nothing of this process's environment but what is needed.
  func run(_ arguments: String..., input: String? = nil, environment: [String: String] = [:]) throws -> Result {
    try run(arguments, input: input, environment: environment)
  }

  /// Runs a verb whose arguments stand in a list.
  func run(_ arguments: [String], input: String? = nil, environment: [String: String] = [:]) throws -> Result {
    try run(Self.binary, arguments, input: input, environment: environment)
  }

  /// Runs another program in the folder.
  func run(program: URL, _ arguments: [String]) throws -> Result {
    try run(program, arguments, input: nil, environment: [:])
  }

  /// Runs the measuring program beside the tool.
  func bench(_ arguments: [String]) throws -> Result {
    let program = Self.binary.deletingLastPathComponent().appendingPathComponent("tupu-bench")
    return try run(program, arguments, input: nil, environment: [:])
  }

  private func run(
    _ program: URL, _ arguments: [String], input: String?, environment: [String: String]
  ) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": folder.path].merging(environment) {
      $1
    }
    let files = ["stdin", "stdout", "stderr"].map { folder.appendingPathComponent(".\($0)-\(UUID().uuidString)") }
    try Data((input ?? "").utf8).write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    return Result(
      status: process.terminationStatus, output: try String(contentsOf: files[1], encoding: .utf8),
      messages: try String(contentsOf: files[2], encoding: .utf8))
  }

  /// Starts a verb and does not wait for its end; what it says is thrown away.
  func start(_ arguments: String...) throws -> Process {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": folder.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// The binary that was built beside the tests.
  static let binary: URL = {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() } + [own.deletingLastPathComponent()]
    let places = beside + [Repository.root.appendingPathComponent(".build/debug")]
    return places.map { $0.appendingPathComponent("tupu") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? own
  }()
}
