import Extraction
import GraphModel
import GraphStore

extension KnowledgeBase {
  /// Takes documents for read by today's plug-ins that other plug-ins read, where the difference cannot show in them: those
  /// that came, went or changed found nothing there, and what is there now cannot find anything, by their words.
  ///
  /// Only plug-ins of folders are judged so: all that they can do to a document is add to it. What is not decided here is read
  /// again, so that the file is always what a new one would be.
  func renewUntouched(_ pipeline: Pipeline, fingerprint: String) throws {
    let now = ReaderHistory.Readers(pipeline, fingerprint: fingerprint)
    var history = try ReaderHistory(store)
    for before in history.all where before.fingerprint != fingerprint {
      guard let change = ReaderChange(from: before, to: now, pipeline) else { continue }
      let numbers = try store.documents(readBy: before.fingerprint)
      for start in stride(from: 0, to: numbers.count, by: Self.renewed) {
        let part = numbers[start..<min(numbers.count, start + Self.renewed)]
        let untouched = try part.filter { try !change.mayShow(inDocument: $0, of: store) }
        guard !untouched.isEmpty else { continue }
        try store.write { try store.renew(untouched, fingerprint: fingerprint) }
      }
    }
    if history.all.last != now { try store.write { try history.note(now, in: store) } }
  }

  /// So many documents are looked at for one change of the file.
  private static let renewed = 1000
}

/// What differs between two sets of plug-ins that read documents.
struct ReaderChange {
  /// The names of the plug-ins that came, went or are others now.
  private let names: Set<String>
  /// Those of them that read now, with the words without which they are given no document.
  private let plugins: [(plugin: any Plugin, touches: TouchingWords?)]

  /// Compares; nil where the difference may show in any document.
  init?(from before: ReaderHistory.Readers, to now: ReaderHistory.Readers, _ pipeline: Pipeline) {
    let gone = before.identities.filter { !now.identities.contains($0) }
    let come = now.identities.filter { !before.identities.contains($0) }
    guard gone.allSatisfy(before.additive.contains), come.allSatisfy(now.additive.contains) else { return nil }
    plugins = pipeline.plugins.filter { come.contains($0.identity) }.map { ($0, TouchingWords($0.manifest.touches)) }
    let names = Set((gone + come).compactMap { $0.split(separator: "@").first.map(String.init) })
    self.names = names
    // Whoever reads after one of them may read otherwise.
    let changed = Set(plugins.flatMap(\.plugin.manifest.produces))
    let others = pipeline.plugins.filter { !names.contains($0.manifest.name) }
    guard others.allSatisfy({ changed.isDisjoint(with: $0.manifest.requires) }) else { return nil }
  }

  /// Whether the difference may show in a document.
  func mayShow(inDocument number: Int, of store: Store) throws -> Bool {
    let findings = try store.findings(ofDocument: number)
    if findings.entities.contains(where: { names.contains($0.provenance.extractor) }) { return true }
    if findings.relations.contains(where: { names.contains($0.provenance.extractor) }) { return true }
    guard !plugins.isEmpty else { return false }
    let text = Folding.fold(try store.text(ofDocument: number).clean)
    return plugins.contains { plugin, touches in touches?.stand(in: text) != false && plugin.mayAdd(to: text) }
  }
}
