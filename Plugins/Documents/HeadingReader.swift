import Extraction
import GraphModel

/// Finds the titles of a page that is itself a document: lines of their own above a salutation, a number or a first article.
struct HeadingReader {
  private let context: ExtractionContext
  private let text: ScalarText
  private let titles: DocumentTitleReader
  /// Titles that the page names in marks: a line that is one of them is a heading.
  private let marked: Set<[Unicode.Scalar]>
  private let words = DocumentWords.embedded

  private static let longest = 120

  init(_ context: ExtractionContext, titles: DocumentTitleReader, marked: [DocumentTitle]) {
    self.marked = Set(marked.filter { !$0.isBare }.map { Array(context.folded[$0.base]) })
    self.context = context
    text = context.folded
    self.titles = titles
  }

  /// The titles in order of their place; none where the page only speaks of documents.
  ///
  /// - Parameter numbers: those of the page, in order.
  func headings(_ numbers: [DocumentNumber]) -> [DocumentTitle] {
    let paragraphs = context.structure.paragraphs
    guard isDocument(numbers) else { return [] }
    var found: [DocumentTitle] = []
    var index = 0
    while index < paragraphs.count {
      var last = index
      if let title = heading(index, through: &last) { found.append(title) }
      index = last + 1
    }
    return found
  }

  /// Whether the page has what only documents have: a number on its own line, 各县(市、区)人民政府:, 特此通知.
  private func isDocument(_ numbers: [DocumentNumber]) -> Bool {
    let head = context.structure.paragraphs.prefix(20)
    let hasNumber = numbers.contains { number in
      head.contains { $0.contains(number.span) && $0.count <= number.span.count + 2 }
    }
    if hasNumber { return true }
    let isAddressed = head.contains { $0.count > 4 && text[$0.end - 1] == ":" && text[$0.start] == "各" }
    return isAddressed || words.own.occurs(in: text, text.span)
  }

  /// The title that starts with a paragraph, over two lines where it is broken.
  private func heading(_ index: Int, through last: inout Int) -> DocumentTitle? {
    let paragraphs = context.structure.paragraphs
    let line = paragraphs[index]
    guard isPlain(line) else { return nil }
    var span = line
    if ending(span) == nil {
      // A body's name, or the first half, with the rest below.
      guard index + 1 < paragraphs.count, isPlain(paragraphs[index + 1]) else { return nil }
      let next = paragraphs[index + 1]
      span.end = next.end
      let leads = isAbout(next.start) && context.mentions(of: "Organization", in: line).contains { $0.span == line }
      guard leads || about(line) != nil, ending(next) != nil, span.count <= Self.longest else { return nil }
      last = index + 1
    }
    guard let (base, kind) = ending(span), kind.start > span.start,
      about(span) != nil || marked.contains(Array(text[base])) || isFollowedByArticles(last)
    else { return nil }
    return DocumentTitle(span: span, inner: span, base: base, kind: kind, isBare: false, isHeading: true)
  }

  private func ending(_ line: Span) -> (base: Span, kind: Span)? {
    let base = titles.base(of: line)
    guard let kind = titles.kind(of: base) else { return nil }
    return (base, kind)
  }

  /// Whether a line may be a title: it holds no stop and is no sentence, path or list.
  private func isPlain(_ line: Span) -> Bool {
    guard line.count >= 4, line.count <= Self.longest else { return false }
    return !text[line].contains { "。,;:?!>»|・…".has($0) } && text[line.end - 1] != "》"
  }

  private func about(_ span: Span) -> Int? { span.range.dropLast().first { isAbout($0) } }

  private func isAbout(_ position: Int) -> Bool {
    position + 1 < text.count && text[position] == "关" && text[position + 1] == "于"
  }

  /// Whether one of the next lines begins with 第一条, 第一章 or 总则.
  private func isFollowedByArticles(_ index: Int) -> Bool {
    context.structure.paragraphs.dropFirst(index + 1).prefix(4).contains { line in
      let start = text[Span(line.start, min(line.end, line.start + 3))]
      return start.elementsEqual("第一条".unicodeScalars) || start.elementsEqual("第一章".unicodeScalars)
        || start.starts(with: "总则".unicodeScalars)
    }
  }
}
