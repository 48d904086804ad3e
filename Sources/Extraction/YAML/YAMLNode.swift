/// A value of a YAML text and where it stands.
struct YAMLNode {
  /// What the value is.
  enum Content {
    case text(String)
    case list([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  let content: Content
  /// The line, from 1.
  let line: Int
  /// The column in Unicode scalars, from 1.
  let column: Int

  /// The text of a scalar, whatever a tag says of it; nil for a list or a mapping.
  var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  /// The items of a list; nil for anything else.
  var items: [YAMLNode]? {
    if case .list(let items) = content { items } else { nil }
  }

  /// Keys with their values in the order of the text; nil where this is no mapping.
  var entries: [(key: YAMLNode, value: YAMLNode)]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value of a mapping's key.
  subscript(key: String) -> YAMLNode? { entries?.first { $0.key.text == key }?.value }
}

/// Why a text cannot be read as YAML, with the place.
struct YAMLError: Error, Hashable {
  /// What is wrong.
  enum Cause: Hashable {
    /// The text is no YAML, in libyaml's words.
    case syntax(String)
    /// An anchor or an alias, which could stand for exponentially many values.
    case anchor
    /// A mapping's key stands twice.
    case duplicateKey(String)
  }

  let cause: Cause
  /// The line, from 1.
  let line: Int
  /// The column in Unicode scalars, from 1.
  let column: Int
}
