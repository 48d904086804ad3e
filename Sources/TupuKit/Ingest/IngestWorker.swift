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

  private func work() {
    while true {
      lock.wait()
      let index = next
      next += 1
      let unit = index < units.count ? units[index] : nil
      lock.signal()
      guard let unit else { return }
      do {
        let outcome = try outcome(of: unit)
        lock.wait()
        outcomes[index] = outcome
        lock.signal()
      } catch {
        lock.wait()
        self.error = self.error ?? error
        next = units.count
        lock.signal()
      }
    }
  }

  /// - Throws: errors of the store; those of the source are its outcome.
  private func outcome(of unit: IngestUnit) throws -> IngestUnit.Outcome {
    let source: Source
    switch unit {
    case .failure(let origin, let failure): return .failed(origin: origin, failure)
    case .source(let given):
      source = given
      if given.bytes.count > options.limit {
        return .failed(origin: given.origin, .tooLarge(bytes: given.bytes.count, limit: options.limit))
      }
    case .file(let path):
      do throws(SourceFailure) {
        source = try SourceFile.source(at: path, encoding: options.encoding, limit: options.limit)
      } catch {
        return .failed(origin: path, error)
      }
    }
    let id = source.id
    // What comes through standard input has no place of its own: each content stays.
    let origin = source.origin == "-" ? "-#\(id)" : source.origin
    if !options.force {
      lock.wait()
      defer { lock.signal() }
      if try known.isUpToDate(id, fingerprint: fingerprint) {
        return .known(origin: origin, name: source.name, id, bytes: source.bytes.count)
      }
    }
    return read(source, origin: origin)
  }

  private func read(_ source: Source, origin: String) -> IngestUnit.Outcome {
    do {
      let (document, findings) = try extractor.extract(source)
      let claims = ClaimCodec.pack(Resolver.claims(of: findings))
      let staged = StagedDocument(
        document, media: source.mediaType, findings: findings, claims: claims, fingerprint: fingerprint)
      return .read(origin: origin, name: source.name, staged, bytes: source.bytes.count)
    } catch {
      return .failed(origin: origin, SourceFailure(error))
    }
  }
}
