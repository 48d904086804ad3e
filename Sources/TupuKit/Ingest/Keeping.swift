import Dispatch

/// What was read and waits to be kept: so much at once that the graph changes in few large steps, and not so much that a
/// stop would cost much reading.
struct Keeping {
  /// Names what reads documents.
  let fingerprint: String
  /// Whether documents are kept again that are known.
  let force: Bool
  /// Number of documents that the knowledge base has: the more there are, the dearer each step is, and the larger it may be.
  var known = 0
  /// What waits.
  private(set) var outcomes: [IngestUnit.Outcome] = []
  /// Number of sources among it that failed.
  private(set) var failed = 0
  private var size = 0
  private var since = DispatchTime.now().uptimeNanoseconds

  private static let documents = 2048...4096
  private static let least = 256
  private static let bytes = 64 << 20
  private static let nanoseconds: UInt64 = 5_000_000_000

  init(fingerprint: String, force: Bool) {
    self.fingerprint = fingerprint
    self.force = force
  }

  /// Adds what was read.
  mutating func add(_ more: [IngestUnit.Outcome]) {
    outcomes += more
    for outcome in more {
      size += outcome.size
      if case .failed = outcome { failed += 1 }
    }
  }

  /// Whether what waits is to be kept now.
  ///
  /// - Parameter left: number of sources that are still to come, where it is known. Towards the end the steps become smaller, so that little is left
  ///   to do when all is read.
  func isDue(before left: Int?) -> Bool {
    let wanted = min(max(known / 8, Self.documents.lowerBound), Self.documents.upperBound)
    return outcomes.count >= max(Self.least, min(wanted, left ?? wanted)) || size >= Self.bytes
      || DispatchTime.now().uptimeNanoseconds - since >= Self.nanoseconds
  }

  /// What waits, which is kept now.
  mutating func take() -> [IngestUnit.Outcome] {
    let taken = outcomes
    outcomes = []
    size = 0
    failed = 0
    since = DispatchTime.now().uptimeNanoseconds
    return taken
  }
}
