import Dispatch
import Glibc
import GraphModel

/// A plug-in that reads documents by a program of its own.
///
/// The program is started when the first document comes, spoken to in JSON Lines (`docs/process-plugins.md`), and stopped by
/// `finish`. A document on which it fails keeps what the other plug-ins found; after a crash it is started anew.
///
/// Safe to share: what changes does so under `lock`, and each process serves one thread at a time.
public final class ProcessPlugin: BatchPlugin, @unchecked Sendable {
  /// The declaration.
  public let manifest: PluginManifest
  private let declaration: ProcessDeclaration
  private let folder: String
  private let program: String

  private let lock = DispatchSemaphore(value: 1)
  private let seats: DispatchSemaphore
  private var idle: [PluginProcess] = []
  /// How many failures of the process, not of an answer, came one after the other.
  private var failures = 0
  private var spent = 0.0
  private var documents = 0

  /// After so many failures in a row it is not started again.
  static let patience = 5

  /// Seconds that it has to end by itself once its input is closed.
  private static let grace = 1.0

  /// Finds the program; starts nothing.
  ///
  /// - Throws: `PluginLoadError`.
  public init(_ manifest: PluginManifest, in folder: PluginFolder) throws(PluginLoadError) {
    guard let declaration = manifest.process, let path = folder.path, let command = declaration.command.first else {
      throw .noCarrier(file: folder.shown(PluginLoader.manifestName))
    }
    self.manifest = manifest
    self.declaration = declaration
    self.folder = path
    program = try Self.program(command, in: folder)
    seats = DispatchSemaphore(value: max(1, declaration.workers))
  }

  deinit { finish() }

  /// How many documents it is handed at once.
  public var batch: Int { declaration.batch }

  /// Asks the process about one document.
  ///
  /// - Throws: `ProcessError`.
  public func extract(in context: ExtractionContext) throws {
    if let error = extract(inAll: [context]).first ?? nil { throw error }
  }

  /// Asks the process about some documents; where it fails on several at once, about each alone, so that one document's
  /// fault is not another's.
  public func extract(inAll contexts: [ExtractionContext]) -> [ProcessError?] {
    seats.wait()
    defer { seats.signal() }
    var outcome = [ProcessError?](repeating: nil, count: contexts.count)
    var next = 0
    // Up to here each is asked about alone.
    var alone = 0
    while next < contexts.count {
      if let reason = refusal() {
        for index in next..<contexts.count { outcome[index] = error(reason) }
        break
      }
      let end = min(contexts.count, next + (next < alone ? 1 : batch))
      let started = ContinuousClock.now
      let failure = ask(contexts[next..<end]) { error in
        outcome[next] = error
        next += 1
      }
      let took = started.duration(to: .now).components
      locked {
        spent += Double(took.seconds) + Double(took.attoseconds) / 1e18
        failures = failure == nil ? 0 : failures + 1
      }
      guard let failure else { continue }
      if end - next > 1 {
        alone = end
      } else {
        outcome[next] = failure
        next += 1
      }
    }
    return outcome
  }

  /// Stops the processes; a later document starts new ones.
  public func finish() {
    let stopped = locked {
      defer {
        idle = []
        failures = 0
        spent = 0
      }
      return idle
    }
    for process in stopped { process.stop(grace: Self.grace) }
  }

  // MARK: Asking

  /// Asks about some documents at once.
  ///
  /// - Parameter done: called for each answer in order, with what is wrong with it.
  /// - Returns: why the process did not answer about the rest.
  private func ask(_ contexts: ArraySlice<ExtractionContext>, _ done: (ProcessError?) -> Void) -> ProcessError? {
    let process: PluginProcess
    do throws(ProcessError) {
      if let idle = locked({ idle.popLast() }) { process = idle } else { process = try start() }
    } catch {
      return error
    }
    let first = locked {
      defer { documents += contexts.count }
      return documents
    }
    let units = contexts.map { OffsetUnits($0.text, declaration.offsets) }
    let entities = contexts.map { context in manifest.requires.flatMap { context.entities(of: $0) } }
    var request: [UInt8] = []
    for (index, context) in contexts.enumerated() {
      request += ProcessRequest.document(
        first + index, context, entities: entities[index], requires: manifest.requires, units: units[index],
        more: index + 1 < contexts.count)
    }
    var answered = 0
    let seconds = declaration.limits.documentSeconds * Double(contexts.count)
    do {
      try process.exchange(
        request, lines: contexts.count, seconds: seconds, limit: declaration.limits.outputMegabytes << 20
      ) { line in
        let context = contexts[contexts.startIndex + answered]
        let reader = ProcessAnswerReader(
          manifest: manifest, declaration: declaration, text: context.text, units: units[answered],
          known: entities[answered].map { context.type(of: $0) })
        do throws(ProcessError.Reason) {
          let answer = try reader.answer(line, to: first + answered)
          context.add(answer, known: entities[answered])
          done(nil)
        } catch {
          if error.isOutOfStep { throw error }
          done(self.error(error))
        }
        answered += 1
      }
    } catch let failure as PluginProcess.Failure {
      return self.error(reason(of: failure, process, seconds), process)
    } catch let reason as ProcessError.Reason {
      process.stop(grace: 0)
      return self.error(reason, process)
    } catch {
      process.stop(grace: 0)
      return self.error(.notStarted("\(error)"), process)
    }
    locked { idle.append(process) }
    return nil
  }

  private func start() throws(ProcessError) -> PluginProcess {
    let process: PluginProcess
    do {
      process = try PluginProcess(
        path: program, arguments: Array(declaration.command.dropFirst()), folder: folder,
        memory: declaration.limits.memoryMegabytes << 20)
    } catch {
      throw self.error(.notStarted(error.reason))
    }
    var problem: ProcessError.Reason?
    do {
      try process.exchange(
        ProcessRequest.greeting(manifest, declaration), lines: 1, seconds: declaration.limits.startSeconds,
        limit: 1 << 16
      ) { problem = ProcessRequest.problem(ofGreeting: $0, for: manifest) }
    } catch {
      let failure = error as? PluginProcess.Failure ?? .closedOutput
      let reason = reason(of: failure, process, declaration.limits.startSeconds)
      if case .tookTooLong(let seconds) = reason { throw self.error(.startTookTooLong(seconds: seconds), process) }
      throw self.error(reason, process)
    }
    if let problem {
      process.stop(grace: 0)
      throw self.error(problem, process)
    }
    return process
  }

  /// Why the process is not asked any more, or nil.
  private func refusal() -> ProcessError.Reason? {
    locked {
      if failures >= Self.patience { return .givenUp(failures: failures) }
      let limit = declaration.limits.totalSeconds
      return spent > limit ? .totalTookTooLong(seconds: limit) : nil
    }
  }

  // MARK: Failures

  /// Stops a process that failed, and says how it failed.
  private func reason(
    of failure: PluginProcess.Failure, _ process: PluginProcess, _ seconds: Double
  ) -> ProcessError.Reason {
    switch failure {
    case .tookTooLong:
      process.stop(grace: 0)
      return .tookTooLong(seconds: seconds)
    case .tooLong:
      process.stop(grace: 0)
      return .tooLong(megabytes: declaration.limits.outputMegabytes)
    case .closedInput, .closedOutput:
      guard let status = process.stop(grace: Self.grace) else {
        return failure == .closedInput ? .closedInput : .closedOutput
      }
      let signal = Int(status & 0x7F)
      return signal == 0 ? .exited(status: Int(status >> 8 & 0xFF)) : .killed(signal: signal)
    }
  }

  private func error(_ reason: ProcessError.Reason, _ process: PluginProcess? = nil) -> ProcessError {
    ProcessError(plugin: manifest.name, reason: reason, message: process?.complaints ?? "")
  }

  private func locked<T>(_ body: () -> T) -> T {
    lock.wait()
    defer { lock.signal() }
    return body()
  }

  // MARK: The program

  /// The absolute path of a command: in the folder where it has a slash, else the first program of that name on `PATH`.
  private static func program(_ command: String, in folder: PluginFolder) throws(PluginLoadError) -> String {
    let file = folder.shown(PluginLoader.manifestName)
    if command.utf8.contains(UInt8(ascii: "/")) {
      let path = try folder.path(of: command)
      guard isProgram(path) else { throw .noCommand(file: file, command: command) }
      return path
    }
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    // A relative or empty part of PATH would run what happens to lie in the current folder.
    for place in path.split(separator: ":") where place.hasPrefix("/") {
      if isProgram("\(place)/\(command)") { return "\(place)/\(command)" }
    }
    throw .noCommand(file: file, command: command)
  }

  private static func isProgram(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}

extension ProcessError.Reason {
  /// Whether the process can no longer be believed to know which document it speaks of.
  fileprivate var isOutOfStep: Bool {
    switch self {
    case .notJSON, .badAnswer("document", _), .badAnswer("", _): true
    default: false
    }
  }
}
