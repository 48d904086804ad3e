import CProcess
import Glibc

/// One run of another process: bytes in, bytes out, killed with all its children when it takes too long.
struct ChildProcess {
  /// How it ended.
  enum Ending: Equatable {
    case exited(Int32)
    case killed(signal: Int32)
    case tookTooLong
  }

  /// What came of it.
  struct Result {
    let ending: Ending
    let output: [UInt8]
    /// What it said on standard error, cut at 64 KiB.
    let message: String
  }

  /// The path and the arguments after it; no shell is involved.
  let command: [String]

  /// Runs the command; throws `PictureError.workerFailed` where it cannot be started.
  func run(input: [UInt8], seconds: Double) throws -> Result {
    guard let path = command.first else { throw PictureError.workerFailed(message: "no command") }
    let stdin = try Self.scratchFile()
    defer { close(stdin) }
    let stderr = try Self.scratchFile()
    defer { close(stderr) }
    try Self.write(input, to: stdin)
    lseek(stdin, 0, SEEK_SET)
    var ends: [Int32] = [0, 0]
    guard tupu_pipe(&ends) == 0 else { throw Self.failure("pipe") }
    defer { close(ends[0]) }
    let process: pid_t
    do {
      defer { close(ends[1]) }
      process = try Self.spawn(path, command, stdin: stdin, stdout: ends[1], stderr: stderr)
    }
    let (output, isComplete) = Self.collect(from: ends[0], seconds: seconds)
    if !isComplete { kill(-process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let ending: Ending =
      !isComplete
      ? .tookTooLong : status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: status & 0x7F)
    lseek(stderr, 0, SEEK_SET)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(stderr, &buffer, buffer.count)
    return Result(
      ending: ending, output: output, message: String(decoding: buffer[..<max(0, count)], as: UTF8.self))
  }

  private static func spawn(
    _ path: String, _ arguments: [String], stdin: Int32, stdout: Int32, stderr: Int32
  ) throws -> pid_t {
    let words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let process = words.withUnsafeBufferPointer { words in
      path.withCString { path in
        var child = tupu_child(
          path: path, arguments: words.baseAddress, environment: environ, folder: nil,
          streams: (stdin, stdout, stderr), memory: 0)
        return tupu_spawn(&child)
      }
    }
    guard process > 0 else { throw PictureError.workerFailed(message: String(cString: strerror(errno))) }
    return process
  }

  /// What is written until the other end closes, and whether that happened in time.
  private static func collect(from descriptor: Int32, seconds: Double) -> (output: [UInt8], isComplete: Bool) {
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: .seconds(max(0, min(seconds, 86_400))))
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let left = clock.now.duration(to: end)
      let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
      guard milliseconds > 0 else { return (output, false) }
      var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&watched, 1, Int32(clamping: milliseconds))
      if ready < 0, errno != EINTR { return (output, false) }
      guard ready > 0 else { continue }
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 { output.append(contentsOf: buffer[..<count]) }
      if count == 0 || count < 0 && errno != EINTR { return (output, count == 0) }
    }
  }

  /// A file in memory that no one else sees.
  private static func scratchFile() throws -> Int32 {
    let descriptor = tupu_memory_file()
    guard descriptor >= 0 else { throw failure("memory file") }
    return descriptor
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { throw failure("write") }
    }
  }

  private static func failure(_ call: String) -> PictureError {
    .workerFailed(message: "\(call): \(String(cString: strerror(errno)))")
  }
}
