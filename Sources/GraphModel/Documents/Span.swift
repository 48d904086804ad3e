/// A half-open range of Unicode scalars: of a source's decoded text, or of a document's clean text (the holder says which).
public struct Span: Hashable, Sendable, Comparable, Codable {
  /// Index of the first scalar.
  public var start: Int
  /// Index after the last scalar; never below `start`.
  public var end: Int

  /// Makes the span `start ..< end`.
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span ends before it starts")
    self.start = start
    self.end = end
  }

  /// Number of scalars in the span.
  public var count: Int { end - start }
  /// Whether the span holds no scalar.
  public var isEmpty: Bool { start == end }
  /// The span as a range of indices.
  public var range: Range<Int> { start..<end }

  /// Whether every scalar of `other` lies in this span.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
  /// Whether the two spans share a scalar.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// Orders spans by their start, then the shorter first.
  public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
