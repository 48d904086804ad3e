import Extraction
import GraphModel

/// Joins the candidates of one document: forms of one program become one entity with its fullest form as name.
struct ProgramRegister {
  let context: ExtractionContext

  private struct Entry {
    var key: String
    var candidates: [ProgramCandidate]
  }

  /// Adds the programs and their mentions to the context.
  func register(_ candidates: [ProgramCandidate]) {
    let folded = context.folded
    var entries: [Entry] = []
    var places: [TextKey: Int] = [:]
    for candidate in candidates.sorted(by: { $0.span < $1.span }) {
      let key = folded.string(candidate.inner ?? candidate.span)
      if let place = places[TextKey(key)] {
        entries[place].candidates.append(candidate)
      } else {
        places[TextKey(key)] = entries.count
        entries.append(Entry(key: key, candidates: [candidate]))
      }
    }
    join(&entries)
    for entry in entries {
      let fullest = entry.candidates.max { a, b in
        (a.hasCategory ? 1 : 0, a.span.count, -a.span.start) < (b.hasCategory ? 1 : 0, b.span.count, -b.span.start)
      }!
      let confidence = entry.candidates.map(\.confidence).max() ?? 0
      let program = context.addEntity(
        "Program", name: context.text.string(fullest.span), rule: fullest.rule,
        confidence: min(0.98, confidence + 0.02 * Double(entry.candidates.count - 1)))
      for candidate in entry.candidates {
        context.addMention(of: program, at: candidate.span, rule: candidate.rule)
        if let inner = candidate.inner { context.addSurface(at: inner, to: program) }
      }
    }
  }

  /// A series without marks that closes a quoted program's fuller form (六大专项行动) is that program.
  private func join(_ entries: inout [Entry]) {
    let folded = context.folded
    var closers: [TextKey: Int] = [:]
    for (index, entry) in entries.enumerated() {
      for candidate in entry.candidates {
        guard let inner = candidate.inner, candidate.hasCategory, candidate.span.end - inner.end > 5 else { continue }
        closers[TextKey(folded.string(Span(inner.end + 1, candidate.span.end)))] = index
      }
    }
    var gone: [Int] = []
    for (index, entry) in entries.enumerated() where entry.candidates.allSatisfy({ $0.inner == nil }) {
      if let target = closers[TextKey(entry.key)], target != index {
        entries[target].candidates += entry.candidates
        gone.append(index)
      }
    }
    for index in gone.reversed() { entries.remove(at: index) }
  }
}
