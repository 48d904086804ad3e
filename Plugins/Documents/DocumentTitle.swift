import GraphModel

/// The title of a document: 《…条例》, or a line of its own in a page that is the document.
struct DocumentTitle {
  /// Where it stands, with its marks.
  var span: Span
  /// The title between the marks.
  var inner: Span
  /// The title without brackets behind it, as in (试行) or (2021—2035年).
  var base: Span
  /// What kind of document it ends with: 条例, 实施意见.
  var kind: Span
  /// Whether it is nothing but a kind: 《条例》, 《实施意见》.
  var isBare: Bool
  /// Whether it stands on a line of its own, without marks.
  var isHeading: Bool
  /// How many titles stand around it.
  var depth = 0
}
