import Extraction
import GraphModel

/// Finds titles in 《》, nested ones too, that end as those of official documents do; books, papers and songs do not.
struct DocumentTitleReader {
  private let text: ScalarText
  private let words = DocumentWords.embedded

  /// Longer quotations are none, in scalars.
  private static let longest = 120
  /// Titles around titles are read to this depth.
  private static let deepest = 8

  init(_ text: ScalarText) { self.text = text }

  /// The titles in order of their place.
  func titles() -> [DocumentTitle] {
    var found: [DocumentTitle] = []
    var open: [Int] = []
    for index in 0..<text.count {
      switch text[index] {
      case "《": if open.count < Self.deepest { open.append(index) }
      case "\n": open = []
      case "》":
        guard let start = open.popLast(), index - start <= Self.longest else { continue }
        guard var title = title(Span(start + 1, index)) else { continue }
        title.depth = open.count
        found.append(title)
      default: break
      }
    }
    return found.sorted { $0.span < $1.span }
  }

  private func title(_ inner: Span) -> DocumentTitle? {
    let base = base(of: inner)
    guard !base.isEmpty, !text[base].contains("。") else { return nil }
    if let kind = kind(of: base) {
      return DocumentTitle(
        span: Span(inner.start - 1, inner.end + 1), inner: inner, base: base, kind: kind, isBare: isBare(base),
        isHeading: false)
    }
    guard let outside = words.outside.longestMatch(in: text, at: inner.end + 1) else { return nil }
    return DocumentTitle(
      span: Span(inner.start - 1, inner.end + 1), inner: inner, base: base, kind: Span(inner.end + 1, outside.end),
      isBare: false, isHeading: false)
  }

  /// A title without the brackets behind it.
  func base(of inner: Span) -> Span {
    var base = inner
    while base.end > base.start + 2, text[base.end - 1] == ")" {
      guard let open = text[base].lastIndex(of: "("), open > base.start else { break }
      base.end = open
      while base.end > base.start, text[base.end - 1] == " " { base.end -= 1 }
    }
    return base
  }

  /// The kind that a title ends with; 人才新政20条 is one of 20 articles.
  func kind(of base: Span) -> Span? {
    if let kind = words.kinds.longestMatch(in: text, endingAt: base.end, limit: base.start) {
      let other = words.notKinds.longestMatch(in: text, endingAt: base.end, limit: base.start)
      // 预算法 is a law though 算法 is none.
      return other.map { $0.start > kind.start } ?? true ? Span(kind.start, base.end) : nil
    }
    guard base.count > 3, text[base.end - 1] == "条" else { return nil }
    let before = text[base.end - 2]
    let isCount = ("0"..."9").contains(before) || "一二三四五六七八九十百".has(before)
    return isCount ? Span(base.end - 1, base.end) : nil
  }

  /// Whether a title is made of kinds and words that say nothing of its matter.
  private func isBare(_ base: Span) -> Bool {
    var position = base.start
    while position < base.end {
      guard let word = words.modifiers.longestMatch(in: text, at: position, limit: base.end) else { return false }
      position = word.end
    }
    return true
  }
}
