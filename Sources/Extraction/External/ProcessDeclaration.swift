/// How a plug-in's process is run, as its `plugin.yaml` declares it.
public struct ProcessDeclaration: Hashable, Sendable {
  /// In which units a process counts offsets.
  public enum Offsets: String, Hashable, Sendable, CaseIterable {
    /// Unicode scalars, as Python counts.
    case scalars
    /// Bytes of UTF-8, as Go, Rust and C count.
    case utf8
    /// Units of UTF-16, as Java, JavaScript and C# count.
    case utf16
  }

  /// The command and its arguments; no shell is involved. A command with a slash lies in the plug-in's folder, any other
  /// one on `PATH`. It runs in the plug-in's folder.
  public var command: [String]
  /// In which units its offsets count.
  public var offsets: Offsets
  /// How many documents it is handed before it must answer; at least 1.
  public var batch: Int
  /// How many processes run at the same time; at least 1.
  public var workers: Int
  /// What it may use.
  public var limits: ProcessLimits

  /// Declares a process.
  public init(
    command: [String], offsets: Offsets = .scalars, batch: Int = 1, workers: Int = 1,
    limits: ProcessLimits = ProcessLimits()
  ) {
    self.command = command
    self.offsets = offsets
    self.batch = batch
    self.workers = workers
    self.limits = limits
  }
}

/// What a plug-in's process may use before it is stopped.
public struct ProcessLimits: Hashable, Sendable {
  /// Seconds until it has said that it is ready (a model must be loaded).
  public var startSeconds: Double
  /// Seconds for one document.
  public var documentSeconds: Double
  /// Seconds for all documents of one run.
  public var totalSeconds: Double
  /// Megabytes of address space of each of its processes.
  public var memoryMegabytes: Int
  /// Megabytes of its answer to one document.
  public var outputMegabytes: Int
  /// Mentions, and relations, of one document.
  public var mentions: Int

  /// Sets limits.
  public init(
    startSeconds: Double = 60, documentSeconds: Double = 30, totalSeconds: Double = 7200, memoryMegabytes: Int = 4096,
    outputMegabytes: Int = 16, mentions: Int = 100_000
  ) {
    self.startSeconds = startSeconds
    self.documentSeconds = documentSeconds
    self.totalSeconds = totalSeconds
    self.memoryMegabytes = memoryMegabytes
    self.outputMegabytes = outputMegabytes
    self.mentions = mentions
  }
}
