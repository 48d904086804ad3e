import GraphModel

/// The short form that a bracket behind a name gives it: 甲省远山集团有限公司(以下简称“远山集团”).
public struct BracketAlias: Sendable {
  private static let openers = WordTrie(words: ["简称", "以下简称", "下简称", "下称", "以下称", "又称", "又名"])
  private static let quotes: ScalarSet = "“”‘’\"':"
  /// The longest short form, in scalars.
  private static let longest = 16

  /// Where the short form stands, without quotation marks.
  public let span: Span

  /// Reads the bracket at a position of a folded text; nil where none gives a short form.
  public init?(_ text: ScalarText, behind end: Int) {
    guard end + 1 < text.count, text[end] == "(",
      let opener = Self.openers.longestMatch(in: text, at: end + 1)
    else { return nil }
    var start = opener.end
    while start < text.count, Self.quotes.contains(text[start]) { start += 1 }
    var close = start
    while close < text.count, close - start <= Self.longest, text[close].isHan || text[close].isLatinOrDigit {
      close += 1
    }
    guard close - start >= 2, close < text.count, text[close] == ")" || Self.quotes.contains(text[close]) else {
      return nil
    }
    span = Span(start, close)
  }
}
