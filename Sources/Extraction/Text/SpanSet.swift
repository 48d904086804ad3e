import GraphModel

/// Stretches of one text that have been given away, asked in constant time.
public struct SpanSet: Sendable {
  @usableFromInline private(set) var owner: [Int32]
  @usableFromInline private(set) var spans: [Span] = []

  /// No stretch of a text of a length.
  public init(count: Int) { owner = Array(repeating: -1, count: count) }

  /// Adds a span; scalars that belong to an earlier one stay with it.
  public mutating func insert(_ span: Span) {
    if spans.isEmpty { spans.reserveCapacity(16) }
    let index = Int32(spans.count)
    spans.append(span)
    for position in span.range where owner[position] < 0 { owner[position] = index }
  }

  /// Whether a position belongs to a span.
  @inlinable public func covers(_ position: Int) -> Bool { owner[position] >= 0 }

  /// The span that a position belongs to.
  @inlinable public func span(at position: Int) -> Span? {
    owner[position] >= 0 ? spans[Int(owner[position])] : nil
  }

  /// The span that ends at a position.
  @inlinable public func span(endingAt end: Int) -> Span? {
    guard end > 0, let span = span(at: end - 1), span.end == end else { return nil }
    return span
  }

  /// The span that starts at a position.
  @inlinable public func span(startingAt start: Int) -> Span? {
    guard start < owner.count, let span = span(at: start), span.start == start else { return nil }
    return span
  }

  /// Whether a span shares a scalar with one of the set.
  @inlinable public func overlaps(_ span: Span) -> Bool {
    for position in span.range where owner[position] >= 0 { return true }
    return false
  }
}
