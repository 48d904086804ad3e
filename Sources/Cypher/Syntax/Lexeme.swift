/// A word, number, text or sign of a query.
struct Lexeme: Equatable {
  enum Kind: Equatable {
    /// A bare name or a keyword.
    case word
    /// A name in backticks.
    case quotedName
    /// A whole number without a sign.
    case integer
    /// A number with a fraction or an exponent.
    case float
    /// A text in quotes; `text` is what it says, without quotes and escapes.
    case string
    /// `$name`; `text` is the name.
    case parameter
    /// A sign: `(`, `<=`, `..`.
    case sign
    /// The end of the query.
    case end
  }

  var kind: Kind
  var text: String
  /// The word in capitals; empty for all else.
  var keyword: String
  /// Where it starts, in UTF-8 bytes.
  var start: Int
  /// Where it ends, in UTF-8 bytes.
  var end: Int
  /// For an opening bracket, the index of the lexeme that closes it.
  var partner: Int?
}
