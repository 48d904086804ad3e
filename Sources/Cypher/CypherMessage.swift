/// A sentence about a query, with places for what it speaks of, so that it can be said in another language.
public struct CypherMessage: Hashable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
  /// What fills a place.
  public enum Part: Hashable, Sendable {
    /// A name, number or piece of the query: the same in every language.
    case text(String)
    /// A phrase.
    indirect case message(CypherMessage)
  }

  /// The sentence in English with `{0}`, `{1}` … for its parts.
  public private(set) var template: String
  /// What fills the places.
  public private(set) var parts: [Part]

  /// A sentence without places.
  public init(stringLiteral text: String) {
    template = text
    parts = []
  }

  /// A sentence with places.
  public init(stringInterpolation sentence: StringInterpolation) {
    template = sentence.template
    parts = sentence.parts
  }

  /// Gathers the pieces of a sentence.
  public struct StringInterpolation: StringInterpolationProtocol {
    var template = ""
    var parts: [Part] = []

    /// An empty sentence.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Words of the sentence.
    public mutating func appendLiteral(_ text: String) { template += text }

    /// A place for a phrase.
    public mutating func appendInterpolation(_ phrase: CypherMessage) { append(.message(phrase)) }

    /// A place for anything else.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) { append(.text(value.description)) }

    private mutating func append(_ part: Part) {
      template += "{\(parts.count)}"
      parts.append(part)
    }
  }

  /// The sentence in English.
  public var description: String { text { _ in nil } }

  /// The sentence in the language of a translation, which gives another template for a template; English where it has none.
  public func text(_ translation: (String) -> String?) -> String {
    var result = ""
    var rest = (translation(template) ?? template).unicodeScalars[...]
    while let open = rest.firstIndex(of: "{") {
      result.unicodeScalars.append(contentsOf: rest[..<open])
      let after = rest[rest.index(after: open)...]
      guard let close = after.firstIndex(of: "}"), let index = Int(String(after[..<close])),
        parts.indices.contains(index)
      else {
        result += "{"
        rest = after
        continue
      }
      switch parts[index] {
      case .text(let text): result += text
      case .message(let message): result += message.text(translation)
      }
      rest = after[after.index(after: close)...]
    }
    result.unicodeScalars.append(contentsOf: rest)
    return result
  }
}
