/// A text in both languages; `{0}`, `{1}` … stand for what is filled in.
struct Phrase: Sendable {
  /// In simplified Chinese.
  let chinese: String
  /// In English.
  let english: String

  init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The text in a language.
  func text(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}

extension Word {
  /// The text in the language of this run.
  var text: String { phrase.text(in: .current) }

  /// The text in the language of this run with its places filled.
  func callAsFunction(_ values: any CustomStringConvertible...) -> String {
    fill(phrase.text(in: .current), with: values.map(\.description))
  }
}

/// Replaces `{0}`, `{1}` … in one pass, so that braces in a value stay what they are.
func fill(_ template: String, with values: [String]) -> String {
  var result = ""
  var rest = template[...]
  while let open = rest.firstIndex(of: "{") {
    result += rest[..<open]
    let after = rest[rest.index(after: open)...]
    guard let close = after.firstIndex(of: "}"), let index = Int(after[..<close]), values.indices.contains(index) else {
      result += "{"
      rest = after
      continue
    }
    result += values[index]
    rest = after[after.index(after: close)...]
  }
  return result + rest
}
