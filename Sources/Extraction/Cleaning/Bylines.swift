import GraphModel

/// Reads who wrote an article from its first and last lines, without taking anything out: 本报讯(记者 …), (记者 …), 记者 … 通讯员 …
struct Bylines: CleaningStep {
  private static let roles = WordTrie(words: ["记者", "通讯员", "撰稿", "作者", "摄影", "文/图", "图/文", "文"])

  func apply(to text: inout CleaningText) {
    let folded = text.folded
    let prose = text.lines.filter(\.isProse)
    guard let first = prose.first, let last = prose.last else { return }
    var facts = PageFacts()
    facts.authors += brackets(folded, first.content.clipped(to: 80))
    let tail = Span(max(last.content.start, last.content.end - 60), last.content.end)
    facts.authors += brackets(folded, tail)
    if let signature = signature(folded, last.content) { facts.authors.append(signature) }
    facts.write(to: &text)
  }

  /// The insides of brackets that begin with a word for a writer, or have one in front of them.
  private func brackets(_ text: ScalarText, _ span: Span) -> [Span] {
    var found: [Span] = []
    var open: Int?
    for index in span.range {
      if text[index] == "(" {
        open = index + 1
      } else if text[index] == ")", let start = open {
        let inner = Span(start, index)
        let hasRole = inner.range.contains { Self.roles.longestMatch(in: text, at: $0, limit: inner.end) != nil }
        if hasRole, PersonNames.isNames(text, inner) { found.append(inner) }
        open = nil
      }
    }
    return found
  }

  /// One or two names in brackets behind the last sentence: 。(刘 婧)
  private func signature(_ text: ScalarText, _ content: Span) -> Span? {
    guard text[content.end - 1] == ")", let open = content.range.suffix(14).last(where: { text[$0] == "(" }) else {
      return nil
    }
    var before = open
    while before > content.start, text[before - 1].isBlank { before -= 1 }
    let inner = Span(open + 1, content.end - 1)
    let tokens = PersonNames.names(in: text, inner)
    guard before > content.start, text[before - 1] == "。", PersonNames.isNames(text, inner), tokens.count <= 3 else {
      return nil
    }
    return inner
  }
}
