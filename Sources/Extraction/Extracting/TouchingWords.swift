import GraphModel

/// Words by which a plug-in says which documents concern it: those that hold none are never given to it.
public struct TouchingWords: Sendable {
  private let words: WordTrie<Void>

  /// The words that a plug-in declares under `touches`; nil where there are none.
  public init?(_ words: [String]) {
    guard !words.isEmpty else { return nil }
    self.words = WordTrie(words: words.map { Folding.fold($0) })
  }

  /// Whether one of them stands in a folded text.
  public func stand(in text: ScalarText) -> Bool { words.firstMatch(in: text, from: 0) != nil }
}
