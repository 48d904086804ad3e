/// A half-open range of Unicode scalars: of a source's decoded text, or of a document's clean text (the holder says which).
@frozen
public struct Span: Hashable, Sendable, Comparable, Codable {
  /// Index of the first scalar.
  public var start: Int
  /// Index after the last scalar; never below `start`.
  public var end: Int

  /// Makes the span `start ..< end`.
  @inlinable public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span ends before it starts")
    self.start = start
    self.end = end
  }

  /// Number of scalars in the span.
  @inlinable public var count: Int { end - start }
  /// Whether the span holds no scalar.
  @inlinable public var isEmpty: Bool { start == end }
  /// The span as a range of indices.
  @inlinable public var range: Range<Int> { start..<end }

  /// Whether every scalar of `other` lies in this span.
  @inlinable public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
  /// Whether the two spans share a scalar.
  @inlinable public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// Orders spans by their start, then the shorter first.
  @inlinable public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
