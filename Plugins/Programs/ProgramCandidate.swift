import GraphModel

/// A stretch of text that names a program, as one rule reads it.
struct ProgramCandidate {
  /// The fullest form that stands here, with its quotation marks.
  var span: Span
  /// What stands between the marks, for quoted names.
  var inner: Span?
  /// Whether a category word (工程, 行动 …) belongs to the form.
  var hasCategory: Bool
  /// The rule, as `program.quoted-category`.
  var rule: String
  /// How sure the rule is, 0 to 1.
  var confidence: Double
}
