import CProcess
import Glibc

/// A running process of a plug-in: lines go to it and come from it, under limits; whatever it does, `stop` ends it with
/// all that it started.
///
/// Belongs to one thread at a time.
final class PluginProcess {
  /// Why an exchange came to nothing.
  enum Failure: Error {
    case closedInput
    case closedOutput
    case tookTooLong
    case tooLong
  }

  private let number: pid_t
  private let mark: String
  private let input: Int32
  private let output: Int32
  private let errors: Int32
  private var received: [UInt8] = []
  private var searched = 0
  private var message: [UInt8] = []
  /// How it ended, where it ended by itself.
  private var status: Int32?
  private var isStopped = false

  /// Starts a command in a folder.
  ///
  /// - Parameter memory: bytes of address space.
  /// - Throws: `ProcessStartError`.
  init(path: String, arguments: [String], folder: String, memory: Int) throws(ProcessStartError) {
    mark = Self.nextMark()
    // Down: what it reads. Up: what it writes. Side: what it complains of.
    guard let down = Self.pipe(), let up = Self.pipe(), let side = Self.pipe() else {
      throw ProcessStartError(reason: String(cString: strerror(errno)))
    }
    defer { for file in [down.read, up.write, side.write] { close(file) } }
    (input, output, errors) = (down.write, up.read, side.read)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = Self.environment(mark: mark).map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    var reason = ""
    number = path.withCString { path in
      folder.withCString { folder in
        words.withUnsafeMutableBufferPointer { words in
          variables.withUnsafeMutableBufferPointer { variables in
            var child = tupu_child(
              path: path, arguments: words.baseAddress, environment: variables.baseAddress, folder: folder,
              streams: (down.read, up.write, side.write), memory: UInt64(memory))
            let number = tupu_spawn(&child)
            if number < 0 { reason = String(cString: strerror(errno)) }
            return number
          }
        }
      }
    }
    guard number > 0 else {
      for file in [input, output, errors] { close(file) }
      isStopped = true
      throw ProcessStartError(reason: reason)
    }
    for file in [input, output, errors] { _ = fcntl(file, F_SETFL, fcntl(file, F_GETFL) | O_NONBLOCK) }
  }

  deinit { stop(grace: 0) }

  /// The end of what it complained of.
  var complaints: String { String(decoding: message, as: UTF8.self) }

  /// Writes a request while reading what comes back, until `count` whole lines are there.
  ///
  /// - Parameter body: gets each line without its end; throwing ends the exchange.
  /// - Parameter seconds: the time until each next line.
  /// - Parameter limit: the longest line in bytes.
  func exchange(
    _ request: [UInt8], lines count: Int, seconds: Double, limit: Int, _ body: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var written = 0
    var got = 0
    var deadline = Deadline(seconds: seconds)
    while got < count {
      if let line = nextLine() {
        try body(line)
        got += 1
        deadline = Deadline(seconds: seconds)
        continue
      }
      guard received.count <= limit else { throw Failure.tooLong }
      let left = deadline.milliseconds
      guard left > 0 else { throw Failure.tookTooLong }
      let wants = written < request.count
      var files = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0), pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wants ? input : -1, events: Int16(POLLOUT), revents: 0),
      ]
      guard poll(&files, nfds_t(files.count), Int32(clamping: left)) >= 0 || errno == EINTR else {
        throw Failure.closedOutput
      }
      if files[1].revents != 0 { readComplaints() }
      if wants, files[2].revents != 0 {
        let sent = request.withUnsafeBytes { tupu_write(input, $0.baseAddress! + written, UInt($0.count - written)) }
        if sent > 0 { written += sent } else if errno != EAGAIN && errno != EINTR { throw Failure.closedInput }
      }
      if files[0].revents != 0 { guard readOutput() else { throw Failure.closedOutput } }
    }
  }

  /// Ends it: closes its input, waits, then kills it with everything that it started.
  ///
  /// - Parameter grace: seconds that it has to end by itself.
  /// - Returns: the status of `waitpid` where it ended by itself, else nil.
  @discardableResult
  func stop(grace: Double) -> Int32? {
    guard !isStopped else { return status }
    isStopped = true
    close(input)
    let deadline = Deadline(seconds: grace)
    var isOpen = [true, true]
    while deadline.milliseconds > 0, status == nil {
      reap()
      guard status == nil else { break }
      // What it still says is drained, so that it cannot hang on a full pipe.
      var files = [
        pollfd(fd: isOpen[0] ? output : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isOpen[1] ? errors : -1, events: Int16(POLLIN), revents: 0),
      ]
      _ = poll(&files, nfds_t(files.count), 5)
      if files[0].revents != 0 { isOpen[0] = readOutput() }
      received.removeAll()
      searched = 0
      if files[1].revents != 0 { isOpen[1] = readComplaints() }
    }
    kill(-number, SIGKILL)
    MarkedProcesses.kill(mark)
    if status == nil {
      var code: Int32 = 0
      while waitpid(number, &code, 0) < 0, errno == EINTR {}
    }
    while readComplaints(), errno != EAGAIN {}
    close(output)
    close(errors)
    return status
  }

  // MARK: Reading

  /// The next whole line.
  private func nextLine() -> ArraySlice<UInt8>? {
    guard let end = received[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      searched = received.count
      return nil
    }
    let line = received[..<end]
    received.removeSubrange(...end)
    searched = 0
    return line
  }

  /// Reads what is there; false where it closed its output.
  private func readOutput() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(output, &buffer, buffer.count)
    if count > 0 { received.append(contentsOf: buffer[..<count]) }
    return count > 0 || count < 0 && (errno == EAGAIN || errno == EINTR)
  }

  /// Reads complaints and keeps the last ones; false where it closed that stream.
  @discardableResult
  private func readComplaints() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(errors, &buffer, buffer.count)
    if count > 0 {
      message.append(contentsOf: buffer[..<count])
      if message.count > ProcessError.messageLength { message.removeFirst(message.count - ProcessError.messageLength) }
    }
    return count > 0 || count < 0 && (errno == EAGAIN || errno == EINTR)
  }

  private func reap() {
    var code: Int32 = 0
    if waitpid(number, &code, WNOHANG) == number { status = code }
  }

  // MARK: Starting

  private static func pipe() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [0, 0]
    return tupu_pipe(&ends) == 0 ? (ends[0], ends[1]) : nil
  }

  /// The caller's environment with what makes a run repeatable, and the mark by which what it starts is known.
  private static func environment(mark: String) -> [String] {
    let own = [
      "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUNBUFFERED": "1",
      MarkedProcesses.variable: mark,
    ]
    var variables: [String] = []
    var next = environ
    while let variable = next.pointee {
      let text = String(cString: variable)
      if !own.keys.contains(String(text.prefix { $0 != "=" })) { variables.append(text) }
      next += 1
    }
    return variables + own.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  private static func nextMark() -> String {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return "\(getpid())-\(time.tv_sec)-\(time.tv_nsec)"
  }
}

/// Why a process could not be started; the system's words.
struct ProcessStartError: Error {
  var reason: String
}

/// A moment by which something must have happened.
struct Deadline {
  private let end: ContinuousClock.Instant

  init(seconds: Double) { end = ContinuousClock.now.advanced(by: .seconds(max(0, min(seconds, 1_000_000)))) }

  /// What is left, rounded up; 0 or less where the moment has passed.
  var milliseconds: Int {
    let left = ContinuousClock.now.duration(to: end).components
    return Int(left.seconds * 1000 + (left.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
