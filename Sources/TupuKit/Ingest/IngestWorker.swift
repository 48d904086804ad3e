import Dispatch
import Extraction
import GraphModel
import GraphStore
import Resolution

/// Reads and extracts sources on several threads.
///
/// Safe to share: the pipeline and the reader are values, and the one connection is used under the lock.
final class IngestWorker: @unchecked Sendable {
  private let extractor: DocumentExtractor
  private let fingerprint: String
  private let options: IngestOptions
  private let lock = DispatchSemaphore(value: 1)
  private let known: Store
  private var next = 0
  private var units: [IngestUnit] = []
  private var outcomes: [IngestUnit.Outcome?] = []
  private var error: (any Error)?
  private let queue = DispatchQueue(label: "tupu.ingest", attributes: .concurrent)

  /// - Parameter known: a connection of its own, to ask whether a document is already there.
  init(pipeline: Pipeline, fingerprint: String, options: IngestOptions, known: Store) {
    extractor = DocumentExtractor(pipeline: pipeline, limit: options.limit)
    self.fingerprint = fingerprint
    self.options = options
    self.known = known
  }

  /// Starts work on some units; `finish` waits for it.
  func start(_ units: [IngestUnit]) -> DispatchGroup {
    self.units = units
    outcomes = Array(repeating: nil, count: units.count)
    next = 0
    let group = DispatchGroup()
    for _ in 0..<max(1, min(options.jobs, units.count)) {
      queue.async(group: group) { [self] in work() }
    }
    return group
  }

  /// Waits for started work.
  ///
  /// - Returns: what became of each unit, in order.
  func finish(_ group: DispatchGroup) throws -> [IngestUnit.Outcome] {
    group.wait()
    if let error { throw error }
    return outcomes.compactMap { $0 }
  }

  /// Takes units until there are none left: as many at once as the plug-ins are best handed.
  private func work() {
    while true {
      lock.wait()
      let indices = next..<min(units.count, next + extractor.pipeline.batch)
      next = max(next, indices.upperBound)
      let taken = units[indices]
      lock.signal()
      guard !taken.isEmpty else { return }
      do {
        let found = try outcomes(of: Array(taken))
        lock.wait()
        for (index, outcome) in zip(indices, found) { outcomes[index] = outcome }
        lock.signal()
      } catch {
        lock.wait()
        self.error = self.error ?? error
        next = units.count
        lock.signal()
      }
    }
  }

  /// - Throws: errors of the store; those of the sources are their outcomes.
  private func outcomes(of units: [IngestUnit]) throws -> [IngestUnit.Outcome] {
    var outcomes: [IngestUnit.Outcome?] = []
    var sources: [(index: Int, origin: String, source: Source)] = []
    for (index, unit) in units.enumerated() {
      switch try look(at: unit) {
      case .settled(let outcome): outcomes.append(outcome)
      case .toRead(let origin, let source):
        outcomes.append(nil)
        sources.append((index, origin, source))
      }
    }
    for (item, result) in zip(sources, extractor.read(sources.map(\.source))) {
      outcomes[item.index] = outcome(of: item.source, origin: item.origin, result)
    }
    return outcomes.compactMap { $0 }
  }

  /// The source of a unit, or what becomes of the unit without reading it.
  private func look(at unit: IngestUnit) throws -> Finding {
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
        source = try SourceFile.source(at: path, encoding: options.encoding, limit: options.limit)
      } catch {
        return .settled(.failed(origin: path, error))
      }
    }
    let id = source.id
    // What comes through standard input has no place of its own: each content stays.
    let origin = source.origin == "-" ? "-#\(id)" : source.origin
    if !options.force {
      lock.wait()
      defer { lock.signal() }
      if try known.isUpToDate(id, fingerprint: fingerprint) {
        return .settled(.known(origin: origin, name: source.name, id, bytes: source.bytes.count))
      }
    }
    return .toRead(origin: origin, source)
  }

  private enum Finding {
    case settled(IngestUnit.Outcome)
    case toRead(origin: String, Source)
  }

  private func outcome(
    of source: Source, origin: String, _ result: Result<(document: Document, reading: Reading), any Error>
  ) -> IngestUnit.Outcome {
    switch result {
    case .failure(let error): return .failed(origin: origin, SourceFailure(error))
    case .success(let (document, reading)):
      let claims = ClaimCodec.pack(Resolver.claims(of: reading.findings))
      // What lacks something has a mark that never fits, so that it is read again.
      let mark = reading.failures.isEmpty ? fingerprint : "\(fingerprint) incomplete"
      let staged = StagedDocument(
        document, media: source.mediaType, findings: reading.findings, claims: claims, fingerprint: mark)
      return .read(
        origin: origin, name: source.name, staged, bytes: source.bytes.count, failures: reading.failures)
    }
  }
}
