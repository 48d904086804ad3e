import Dispatch
import Extraction
import Glibc
import GraphModel
import GraphStore
import Resolution

/// Reads and extracts sources on several threads, batch by batch in the order in which they come.
///
/// Safe to share: the pipeline and the reader are values, and the one connection is used under the lock.
final class IngestWorker: @unchecked Sendable {
  /// Units that are handed over together.
  private final class Batch {
    let units: [IngestUnit]
    var outcomes: [IngestUnit.Outcome?]
    var next = 0
    var left: Int
    let done = DispatchSemaphore(value: 0)

    init(_ units: [IngestUnit]) {
      self.units = units
      outcomes = Array(repeating: nil, count: units.count)
      left = units.count
    }
  }

  private let extractor: DocumentExtractor
  private let fingerprint: String
  private let options: IngestOptions
  private let isPartial: Bool
  private let lock = DispatchSemaphore(value: 1)
  private let known: Store
  /// Batches that were not handed over yet.
  private var batches: [Batch] = []
  private var threads = 0
  /// Whether one of the threads is to leave its processor to the caller, and whether one does.
  private var isGivingWay = false
  private var isParked = false
  private let resumed = DispatchSemaphore(value: 0)
  private var error: (any Error)?
  private let group = DispatchGroup()
  private let queue = DispatchQueue(label: "tupu.ingest", attributes: .concurrent)

  /// - Parameter isPartial: whether plug-ins are lacking, so that what is read now must be read again.
  /// - Parameter known: a connection of its own, to ask whether a document is already there.
  init(pipeline: Pipeline, fingerprint: String, isPartial: Bool, options: IngestOptions, known: Store) {
    self.isPartial = isPartial
    extractor = DocumentExtractor(pipeline: pipeline, limit: options.limit)
    self.fingerprint = fingerprint
    self.options = options
    self.known = known
  }

  /// Number of batches that were not handed over yet.
  var waiting: Int { locked { batches.count } }

  /// Number of their units.
  var waitingUnits: Int { locked { batches.reduce(0) { $0 + $1.units.count } } }

  /// Starts work on some units; nothing where there are none.
  func add(_ units: [IngestUnit]) {
    guard !units.isEmpty else { return }
    let started = locked {
      batches.append(Batch(units))
      let started = max(0, min(max(1, options.jobs) - threads, units.count))
      threads += started
      return started
    }
    for _ in 0..<started { queue.async(group: group) { [self] in work() } }
  }

  /// Waits for the oldest batch.
  ///
  /// - Returns: what became of each of its units, in order; nil where there is no batch.
  func next() throws -> [IngestUnit.Outcome]? {
    guard let batch = locked({ batches.first }) else { return nil }
    batch.done.wait()
    return try locked {
      batches.removeFirst()
      if let error { throw error }
      return batch.outcomes.compactMap { $0 }
    }
  }

  /// Runs `body`, which takes as much time as reading does, while one thread less reads where there are no more processors
  /// than threads: one that has its processor to itself is done sooner than two that take turns on one.
  func givingWay<T>(_ body: () throws -> T) rethrows -> T {
    locked { isGivingWay = options.jobs > 1 && options.jobs >= Self.processors }
    defer {
      locked {
        isGivingWay = false
        if isParked { resumed.signal() }
        isParked = false
      }
    }
    return try body()
  }

  private static let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))

  /// Gives up what was not begun and waits for what was.
  func stop() {
    locked {
      for batch in batches { batch.next = batch.units.count }
    }
    group.wait()
  }

  /// Takes units until there are none left, several at once.
  private func work() {
    let holder = ByteHolder()
    while true {
      let isToWait = locked { () -> Bool in
        guard isGivingWay, !isParked, threads > 1 else { return false }
        isParked = true
        return true
      }
      if isToWait { resumed.wait() }
      let taken = locked { () -> (batch: Batch, indices: Range<Int>)? in
        guard error == nil, let batch = batches.first(where: { $0.next < $0.units.count }) else {
          threads -= 1
          return nil
        }
        // Fewer towards the end, so that no thread waits long for another one.
        let left = batches.reduce(0) { $0 + $1.units.count - $1.next }
        let share = max(extractor.pipeline.batch, min(DocumentExtractor.sourcesTogether, left / (2 * threads)), 1)
        let indices = batch.next..<min(batch.units.count, batch.next + share)
        batch.next = indices.upperBound
        return (batch, indices)
      }
      guard let (batch, indices) = taken else { return }
      let found = Result { try outcomes(of: Array(batch.units[indices]), holder) }
      locked {
        switch found {
        case .success(let outcomes):
          for (index, outcome) in zip(indices, outcomes) { batch.outcomes[index] = outcome }
          batch.left -= indices.count
          if batch.left == 0 { batch.done.signal() }
        case .failure(let failure):
          error = error ?? failure
          for batch in batches { batch.done.signal() }
        }
      }
    }
  }

  /// A unit that is to be extracted.
  private struct Reading {
    var index: Int
    var origin: String
    /// What it is called, and its size; nil where the store holds it already.
    var source: (name: String, bytes: Int)?
    var media: MediaType
    var document: Result<Document, any Error>
  }

  /// - Throws: errors of the store; those of the sources are their outcomes.
  private func outcomes(of units: [IngestUnit], _ holder: ByteHolder) throws -> [IngestUnit.Outcome] {
    var outcomes: [IngestUnit.Outcome?] = []
    var readings: [Reading] = []
    var bytes = 0
    func read() {
      for (reading, result) in zip(readings, extractor.read(readings.map(\.document))) {
        outcomes[reading.index] = outcome(of: reading, result, holder)
      }
      readings = []
      bytes = 0
    }
    for (index, unit) in units.enumerated() {
      switch try look(at: unit, index) {
      case .settled(let outcome): outcomes.append(outcome)
      case .toRead(let reading):
        outcomes.append(nil)
        readings.append(reading)
        // A Chinese character takes three bytes.
        if case .success(let document) = reading.document { bytes += document.source.count * 3 }
        if bytes >= DocumentExtractor.bytesTogether { read() }
      }
    }
    read()
    return outcomes.compactMap { $0 }
  }

  private enum Finding {
    case settled(IngestUnit.Outcome)
    case toRead(Reading)
  }

  /// What is to be read of a unit, or what becomes of the unit without that.
  private func look(at unit: IngestUnit, _ index: Int) throws -> Finding {
    let source: Source
    switch unit {
    case .failure(let origin, let failure): return .settled(.failed(origin: origin, failure))
    case .source(let given):
      source = given
      if given.bytes.count > options.limit {
        return .settled(.failed(origin: given.origin, .tooLarge(bytes: given.bytes.count, limit: options.limit)))
      }
    case .file(let path):
      do throws(SourceFailure) {
        source = try SourceFile.source(at: path, isResolved: true, encoding: options.encoding, limit: options.limit)
      } catch {
        return .settled(.failed(origin: path, error))
      }
    case .stored(let number):
      guard let kept = try locked({ try KeptDocument(number, in: known) }) else { return .settled(.gone) }
      return .toRead(
        Reading(
          index: index, origin: kept.origin, source: nil, media: kept.media,
          document: Result { try kept.document(by: extractor) }))
    }
    let id = source.id
    // What comes through standard input has no place of its own: each content stays.
    let origin = source.origin == "-" ? "-#\(id)" : source.origin
    if !options.force, try locked({ try known.isUpToDate(id, fingerprint: fingerprint) }) {
      return .settled(.known(origin: origin, name: source.name, id, bytes: source.bytes.count))
    }
    return .toRead(
      Reading(
        index: index, origin: origin, source: (source.name, source.bytes.count), media: source.mediaType,
        document: Result { try extractor.document(from: source, id: id) }))
  }

  private func outcome(
    of unit: Reading, _ result: DocumentExtractor.Outcome, _ holder: ByteHolder
  ) -> IngestUnit.Outcome {
    switch result {
    case .failure(let error): return .failed(origin: unit.origin, SourceFailure(error))
    case .success(let (document, reading)):
      // What lacks something has a mark that never fits, so that it is read again.
      let isWhole = reading.failures.isEmpty && !isPartial
      let staged = StagedDocument(
        document, media: unit.media, findings: reading.findings,
        fingerprint: isWhole ? fingerprint : "\(fingerprint) incomplete", in: holder)
      guard let source = unit.source else {
        return .refreshed(origin: unit.origin, staged, failures: reading.failures)
      }
      return .read(
        origin: unit.origin, name: source.name, staged,
        claims: holder.hold(ClaimCodec.pack(Resolver.claims(of: reading.findings))), bytes: source.bytes,
        failures: reading.failures)
    }
  }

  private func locked<T>(_ body: () throws -> T) rethrows -> T {
    lock.wait()
    defer { lock.signal() }
    return try body()
  }
}
