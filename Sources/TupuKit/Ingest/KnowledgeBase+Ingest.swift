import Extraction
import GraphModel
import GraphStore
import Resolution

extension KnowledgeBase {
  /// Takes in documents, then derives the graph; what has not changed since the last time is not read again.
  ///
  /// Where the plug-ins are others than those that read the documents of the store, these are extracted again too, from the
  /// store. A source that cannot be read is named in the report and stops nothing else. `progress` is called on the calling
  /// thread.
  /// - Parameter pipeline: the extractors; the built-in ones where nil.
  /// - Parameter absent: plug-ins that should read too but cannot be had: what they found before stays, and what is read now is
  ///   read again when they are back.
  /// - Throws: `KnowledgeBaseError`, `PipelineError`, `ManifestError`; what was finished before stays.
  public func ingest(
    _ inputs: [IngestInput], options: IngestOptions = IngestOptions(), pipeline: Pipeline? = nil,
    absent: [String] = [], progress: (IngestProgress) -> Void = { _ in }
  ) throws -> IngestReport {
    let pipeline = try pipeline ?? Pipeline(try Roster.builtIn)
    defer { pipeline.finish() }
    return try translating {
      let fingerprint = "\(Self.formVersion) \(try fullFingerprint(of: pipeline, absent: absent))"
      try prepare(try fullSchema(of: pipeline, absent: absent))
      progress(IngestProgress(stage: .finding, done: 0, total: 0, failed: 0, bytes: 0))
      if absent.isEmpty, !options.force { try renewUntouched(pipeline, fingerprint: fingerprint) }
      let walk = SourceWalk(inputs, store: path)
      var feed = UnitFeed(walk.items, options: options)
      var report = IngestReport()
      report.leftOut = walk.leftOut
      let known = try Store(path: path, mode: .read)
      let worker = IngestWorker(
        pipeline: pipeline, fingerprint: fingerprint, isPartial: !absent.isEmpty, options: options, known: known)
      defer { worker.stop() }
      let newest = try store.newestDocument()
      var keeping = Keeping(fingerprint: fingerprint, force: options.force)
      keeping.known = newest
      var isFed = false
      var done = 0
      var bytes = 0
      while true {
        // The next documents are read while these are written.
        while worker.waiting < Self.batchesAhead {
          let units = feed.batch()
          isFed = units.isEmpty
          if isFed { break }
          worker.add(units)
        }
        guard let outcomes = try worker.next() else { break }
        done += outcomes.count
        bytes += outcomes.reduce(0) { $0 + $1.bytes }
        keeping.add(outcomes)
        if keeping.isDue(before: isFed ? worker.waitingUnits : nil) {
          try keep(&keeping, worker, &report)
        }
        let failed = report.failures.count + keeping.failed
        progress(IngestProgress(stage: .reading, done: done, total: feed.total, failed: failed, bytes: bytes))
      }
      try keep(&keeping, worker, &report)
      try dropVanishedRecords(feed.finished, &report)
      if absent.isEmpty { try catchUp(worker, upTo: newest, fingerprint: fingerprint, &report, progress) }
      if options.prune { try dropVanishedFiles(walk.folders, &report) }
      try finishPendingWork { done, total in
        progress(
          IngestProgress(
            stage: .deriving, done: done, total: total, failed: report.failures.count, bytes: report.bytes))
      }
      try store.checkpoint()
      report.failures.sort { ($0.origin, "\($0.reason)") < ($1.origin, "\($1.reason)") }
      report.incomplete.sort { ($0.origin, "\($0.reason)") < ($1.origin, "\($1.reason)") }
      try store.read {
        report.documents = try store.documentCount()
        report.nodes = try store.nodeCounts().reduce(0) { $0 + $1.count }
        report.edges = try store.edgeCounts().reduce(0) { $0 + $1.count }
      }
      return report
    }
  }

  /// Extracts again what other plug-ins read before this ingest.
  private func catchUp(
    _ worker: IngestWorker, upTo newest: Int, fingerprint: String, _ report: inout IngestReport,
    _ progress: (IngestProgress) -> Void
  ) throws {
    let stale = try store.staleDocuments(fingerprint: fingerprint).prefix { $0 <= newest }
    for start in stride(from: 0, to: stale.count, by: Self.batch) {
      let units = stale[start..<min(stale.count, start + Self.batch)].map { IngestUnit.stored($0) }
      worker.add(units)
      var keeping = Keeping(fingerprint: fingerprint, force: false)
      keeping.add(try worker.next() ?? [])
      try keep(&keeping, worker, &report)
      progress(
        IngestProgress(
          stage: .reading, done: start + units.count, total: stale.count, failed: report.failures.count,
          bytes: report.bytes))
    }
  }

  /// So many documents of the store are extracted again in one change of the file.
  private static let batch = 256

  /// So many batches are read ahead, so that the readers have work while a change of the graph is written.
  private static let batchesAhead = 16

  /// The version of how documents are read and kept; a change reads every document again.
  private static let formVersion = "1"

  private func prepare(_ schema: GraphSchema) throws {
    try store.write {
      let line = schema.json.line
      if try store.meta("schema") != line { try store.setMeta("schema", to: line) }
      let derivation = Self.derivation(schema)
      if let made = try store.meta("derivation") {
        if made != derivation, Self.isKept(made, by: derivation) { try store.setMeta("derivation", to: derivation) }
        return
      }
      try store.setMeta("derivation", to: derivation)
      try store.rebuildTextIndex()
    }
  }

  /// Keeps what was read and brings into the graph what is new to it, in one change of the file. Documents that take the
  /// place of others wait for the end of the ingest: what leaves a place may yet be met at another one.
  ///
  /// - Parameter worker: leaves a processor to the work that this is; not to the waiting for the disk at its end.
  private func keep(_ keeping: inout Keeping, _ worker: IngestWorker, _ report: inout IngestReport) throws {
    let outcomes = keeping.take()
    guard !outcomes.isEmpty else { return }
    var written = report
    try store.write {
      let schema = try storedSchema()
      let derives = try store.meta("derivation") == Self.derivation(schema)
      try worker.givingWay {
        var added: [AddedDocument] = []
        for outcome in outcomes { try keep(outcome, keeping, derives: derives, &added, &written) }
        guard !added.isEmpty else { return }
        var derivation = try Derivation(store, schema: schema)
        try derivation.add(added)
      }
    }
    report = written
    keeping.known = try store.newestDocument()
  }

  private func keep(
    _ outcome: IngestUnit.Outcome, _ keeping: Keeping, derives: Bool, _ added: inout [AddedDocument],
    _ report: inout IngestReport
  ) throws {
    let (origin, name, id, bytes): (String, String, DocumentID, Int)
    var read: (document: StagedDocument, claims: HeldBytes)?
    switch outcome {
    case .failed(let origin, let failure):
      report.failures.append(IngestReport.Failure(origin: origin, reason: failure))
      return
    case .gone: return
    case .refreshed(let origin, let document, let failures):
      // Another process may have removed it meanwhile.
      guard try store.holds(document.id) else { return }
      try store.stage(document)
      report.caughtUp += 1
      report.incomplete += failures.map { IngestReport.Failure(origin: origin, reason: .process($0)) }
      return
    case .known(let place, let called, let document, let size):
      (origin, name, id, bytes) = (place, called, document, size)
      // Another process removed it after it was found known: the next run reads it again.
      guard try store.holds(id) else { throw StoreError.busy }
    case .read(let place, let called, let document, let claims, let size, let failures):
      (origin, name, id, bytes) = (place, called, document.id, size)
      // The same content may have come twice in this ingest.
      if try keeping.force || !store.isUpToDate(id, fingerprint: keeping.fingerprint) { read = (document, claims) }
      report.incomplete += failures.map { IngestReport.Failure(origin: origin, reason: .process($0)) }
    }
    report.bytes += bytes
    let before = try store.origin(at: origin)
    if before == nil {
      report.added += 1
    } else if before?.document != id {
      report.replaced += 1
    } else if read != nil {
      report.refreshed += 1
    } else {
      report.unchanged += 1
    }
    if derives, before == nil, let (document, claims) = read, try !store.holds(id), try store.isFree(origin) {
      let number = try store.add(document)
      try store.addOrigin(origin, name: name, document: id)
      return added.append(AddedDocument(number: number, claims: claims, findings: document.findings))
    }
    if let read { try store.stage(read.document) }
    if before?.document != id || before?.name != name {
      try store.stageOrigin(origin, name: name, document: id)
    }
  }

  /// Takes away the places of records that a file of JSON Lines holds no longer.
  private func dropVanishedRecords(
    _ files: [(path: String, origins: Set<String>)], _ report: inout IngestReport
  ) throws {
    for (path, origins) in files {
      try drop(try store.origins(startingWith: path + "#").filter { !origins.contains($0) }, &report)
    }
  }

  /// Takes away what came from files of the folders that are no longer there.
  private func dropVanishedFiles(_ folders: [String], _ report: inout IngestReport) throws {
    for folder in folders {
      let inside = try store.origins(startingWith: folder.hasSuffix("/") ? folder : folder + "/")
      try drop(inside.filter(SourceFile.isGone), &report)
    }
  }

  private func drop(_ origins: [String], _ report: inout IngestReport) throws {
    guard !origins.isEmpty else { return }
    try store.write {
      for origin in origins { try store.stageOrigin(origin, name: "", document: nil) }
    }
    report.removed += origins.count
  }
}
