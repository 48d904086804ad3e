import GraphModel

/// A stretch of text that names a project.
struct ProjectCandidate {
  /// The name as it stands, with 项目 where it belongs to it.
  var span: Span
  /// The name without 项目, quotation marks and a company before it.
  var core: Span
  /// The rule, as `project.quoted`.
  var rule: String
  /// How sure the rule is, 0 to 1.
  var confidence: Double
}
