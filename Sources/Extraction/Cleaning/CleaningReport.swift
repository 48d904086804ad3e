import GraphModel

/// What cleaning took out of a document, where it stood, and why: what `tupu clean --show` prints.
public struct CleaningReport: Sendable, Hashable {
  /// One stretch that was taken out.
  public struct Entry: Sendable, Hashable {
    /// The stretch, in the source's decoded text.
    public var span: Span
    /// The line it starts on, from 1.
    public var line: Int
    /// The column it starts at, in scalars from 1.
    public var column: Int
    /// The cleaning step's word for it: `navigation`, `page-line`, `repeated-body` …
    public var reason: String
    /// What stood there.
    public var text: String
  }

  /// What was taken out, in the order of the source.
  public var entries: [Entry]
  /// Number of scalars of the source's decoded text.
  public var sourceCount: Int
  /// Number of scalars that are left.
  public var cleanCount: Int

  /// Reports on a document.
  public init(_ document: Document) {
    sourceCount = document.source.count
    cleanCount = document.text.count
    entries = []
    var line = 1
    var lineStart = 0
    var position = 0
    for removal in document.removals {
      while position < removal.span.start {
        if document.source[position] == "\n" {
          line += 1
          lineStart = position + 1
        }
        position += 1
      }
      entries.append(
        Entry(
          span: removal.span, line: line, column: removal.span.start - lineStart + 1, reason: removal.reason,
          text: document.source.string(removal.span)))
    }
  }

  /// How many scalars were taken out for each reason, the most first.
  public var totals: [(reason: String, count: Int)] {
    var counts: [String: Int] = [:]
    for entry in entries { counts[entry.reason, default: 0] += entry.span.count }
    return counts.map { (reason: $0.key, count: $0.value) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.reason < $1.reason }
  }
}
