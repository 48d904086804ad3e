/// A text as an array of Unicode scalars, indexed by integers: the form in which documents are scanned.
///
/// Literals compare directly: `text[i] == "市"`.
@frozen
public struct ScalarText: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The scalars, in order.
  public var scalars: [Unicode.Scalar]

  /// Wraps an array of scalars.
  public init(_ scalars: [Unicode.Scalar] = []) { self.scalars = scalars }
  /// The scalars of a string.
  public init(_ string: some StringProtocol) { scalars = Array(string.unicodeScalars) }
  /// The scalars of a literal.
  public init(stringLiteral value: String) { self.init(value) }

  /// Number of scalars.
  @inlinable public var count: Int { scalars.count }
  /// Whether the text holds no scalar.
  @inlinable public var isEmpty: Bool { scalars.isEmpty }
  /// The whole text as a span.
  public var span: Span { Span(0, scalars.count) }

  /// The scalar at an index.
  @inlinable public subscript(index: Int) -> Unicode.Scalar { scalars[index] }
  /// The scalars of a span.
  @inlinable public subscript(span: Span) -> ArraySlice<Unicode.Scalar> { scalars[span.start..<span.end] }

  /// The text of a span as a string.
  public func string(_ span: Span) -> String { Self.string(scalars[span.start..<span.end]) }
  /// The whole text as a string.
  public var description: String { Self.string(scalars[...]) }

  static func string(_ slice: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: slice)
    return String(view)
  }
}
