import Extraction
import GraphModel

/// What a document yields, with what was considered on the way.
public struct Explanation: Sendable {
  /// The document.
  public let document: Document
  /// What was found.
  public let findings: Findings
  /// What fired and what lost, with spans of the source's decoded text, in order of their place; what lost at a place where
  /// the same type fired at the same span is left out.
  public let notes: [TraceNote]

  /// The places of a text in the source, or the span that `START:END` names.
  public func places(of query: String) -> [Span] {
    let parts = query.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2, let start = Int(parts[0]), let end = Int(parts[1]), start >= 0, start <= end {
      return [Span(min(start, document.source.count), min(end, document.source.count))]
    }
    let wanted = Array(query.unicodeScalars)
    guard let first = wanted.first else { return [] }
    let source = document.source
    return (0..<max(0, source.count - wanted.count + 1)).lazy
      .filter { source[$0] == first && source[Span($0, $0 + wanted.count)].elementsEqual(wanted) }
      .map { Span($0, $0 + wanted.count) }
  }

  /// The notes that share a scalar with one of some places.
  public func notes(at places: [Span]) -> [TraceNote] {
    notes.filter { note in places.contains { $0.overlaps(note.span) } }
  }
}

extension DocumentExtractor {
  /// Reads a source and keeps what the plug-ins considered.
  ///
  /// - Throws: `ReadingError` or what a plug-in throws.
  public func explain(_ source: Source) throws -> Explanation {
    let document = try document(from: source)
    let trace = ExtractionTrace()
    let reading = try pipeline.read([document], trace: trace)[0].get()
    let fired = Set(trace.notes.filter { $0.reason == nil }.map { Place(span: $0.span, type: $0.type) })
    let notes = trace.notes.filter { note in
      guard let reason = note.reason else { return true }
      return reason == .suppressed || reason == .retracted || !fired.contains(Place(span: note.span, type: note.type))
    }
    return Explanation(
      document: document, findings: reading.findings,
      notes: notes.enumerated().map { index, note -> (Int, TraceNote) in
        var note = note
        note.span = document.offsets.source(of: note.span)
        return (index, note)
      }.sorted { ($0.1.span, $0.0) < ($1.1.span, $1.0) }.map(\.1))
  }

  private struct Place: Hashable {
    var span: Span
    var type: String
  }
}
