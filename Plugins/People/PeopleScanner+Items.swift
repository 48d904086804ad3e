import Extraction
import GraphModel

/// Names told by filling all of the place where a name must stand, however unlike names they look.
extension PeopleScanner {
  /// What stands alone between a post and a mark, however much like other words it looks (副县长尤建设,).
  func wholeItem(at start: Int, behind post: Post) -> NameOption? {
    let isOwn = post.kind.isDisjoint(with: [.collective, .shared])
    return weigher.options(at: start).first { option in
      let end = option.span.end
      let isEnd =
        end == text.count || !text[end].isHan && text[end] != "·" || words.roles.longestMatch(in: text, at: end) != nil
        || text[end] == "等"
      let isActing = option.isSolid && option.span.count >= 3 && option.score <= actingItemThreshold
      // 省长栗战书,: behind one person's post any surname will do.
      return (isEnd && option.score <= wholeItemThreshold || isActing)
        && (weigher.model.hasUsualSurname(text, at: start) || isOwn && isEnd && option.span.count == 3)
    }
  }

  /// Two or three characters that make no word, alone between one person's post and a mark or a verb: a name whose surname no
  /// table knows.
  func bareItem(behind post: Post, at start: Int) -> NameOption? {
    guard start == post.span.end, post.kind.isDisjoint(with: [.collective, .shared]), post.target != nil else {
      return nil
    }
    for length in [3, 2] where start + length <= text.count {
      let span = Span(start, start + length)
      let (_, isSolid) = weigher.follow(span.end)
      guard isSolid, text[span].allSatisfy(\.isHan), !weigher.occupied.overlaps(span), !weigher.regions.overlaps(span),
        Lexicon.entry(text[span]) == nil,
        span.range.allSatisfy({ context.words.token(at: $0).span.count == 1 }),
        span.range.dropFirst().allSatisfy({ weigher.model.isGiven(text[$0]) && words.rarelyGiven[[text[$0]]] == nil }),
        words.afterName.longestMatch(in: text, at: start) == nil,
        words.listClose.longestMatch(in: text, at: start) == nil,
        words.notNames.longestMatch(in: text, at: start) == nil
      else { continue }
      return NameOption(span: span, score: 20, isSolid: true)
    }
    return nil
  }

  /// A member of a list of names that fills the whole of its item, though it looks like a place or a word (宫镇江).
  func wholeListItem(at start: Int) -> NameOption? {
    weigher.options(at: start).first { option in
      let end = option.span.end
      return option.score <= wholeItemThreshold && (end == text.count || "、,。;\n".unicodeScalars.contains(text[end]))
        && weigher.model.hasUsualSurname(text, at: start)
    }
  }
}
