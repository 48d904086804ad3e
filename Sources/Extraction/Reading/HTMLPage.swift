import GraphModel

/// The text of a web page with the way back to every character of its markup, and what the page says of itself in its head.
struct HTMLPage {
  /// The text: one line a block, blanks as a browser shows them.
  private(set) var text: [Unicode.Scalar] = []
  /// Leads the text back to the decoded page.
  private(set) var offsets = OffsetMap()
  /// Contents that a reader of the page does not see as text, as spans of the decoded page.
  private(set) var removals: [Removal] = []
  /// The stretches of the text that are links, in order.
  private(set) var links: [Span] = []
  /// What `<meta>` says.
  private(set) var metadata = DocumentMetadata()
  /// The content of `<title>`.
  private(set) var title: String?
  /// The first heading of the first level.
  private(set) var heading: String?

  private static let blocks: Set = [
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "legend", "li",
    "main",
    "nav", "ol", "option", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
  ]
  /// Elements whose content is no markup: it ends at their end tag whatever stands in it.
  private static let raw: Set = ["script", "style", "xmp", "iframe", "noembed", "noframes", "textarea"]
  /// Elements that go with their content, and the reason.
  private static let dropped: [String: String] = [
    "nav": "navigation", "footer": "site", "aside": "navigation", "select": "navigation", "button": "navigation",
    "datalist": "navigation", "menu": "navigation", "template": "script", "noscript": "script", "svg": "script",
    "canvas": "script", "audio": "script", "video": "script", "object": "script", "map": "script", "rt": "pinyin",
    "rp": "pinyin",
  ]
  /// A page in which more kinds of elements than this never end is read as it stands.
  private static let mostUnclosed = 16
  private static let void: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
  ]

  /// Reads a decoded page.
  init(_ source: ScalarText) {
    source.scalars.withUnsafeBufferPointer { read($0) }
  }

  private mutating func read(_ scalars: UnsafeBufferPointer<Unicode.Scalar>) {
    text.reserveCapacity(scalars.count / 2)
    var index = 0
    var blank: Span?
    var linkStart: Int?
    var headingStart: Int?
    var preformatted = 0
    // Names that were looked for in vain: nothing after has their end tag, so they are not looked for again.
    var unclosed: Set<String> = []
    var hasTags = true

    func emit(_ scalar: Unicode.Scalar, _ span: Span, _ page: inout HTMLPage) {
      if let gap = blank {
        blank = nil
        // As in a browser, a line end between wide characters is nothing; other blanks are one.
        let hasLineEnd = scalars[gap.range].contains { $0.isLineEnd }
        if let last = page.text.last, last != "\n", !(hasLineEnd && last.value >= 0x2E80 && scalar.value >= 0x2E80) {
          page.text.append(" ")
          page.offsets.append(cleanCount: 1, source: gap)
        }
      }
      page.text.append(scalar)
      page.offsets.append(cleanCount: 1, source: span)
    }
    func lineEnd(_ span: Span, _ page: inout HTMLPage) {
      blank = nil
      guard let last = page.text.last, last != "\n" else { return }
      page.text.append("\n")
      page.offsets.append(cleanCount: 1, source: span)
    }

    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "<", hasTags {
        guard let tag = HTMLTag(scalars, at: index) else {
          // Either the `<` is text, or the tag never ends; then no later one does.
          let next = index + 1 < scalars.count ? scalars[index + 1] : " "
          if next.isLetter || next == "/" || next == "!" || next == "?" { hasTags = scalars[index...].contains(">") }
          emit(scalar, Span(index, index + 1), &self)
          index += 1
          continue
        }
        index = tag.span.end
        if tag.name.isEmpty {
          if tag.isUnclosed { removals.append(Removal(span: tag.span, reason: "script")) }
          continue
        }
        if tag.isEnd {
          if tag.name == "a", let start = linkStart {
            if start < text.count { links.append(Span(start, text.count)) }
            linkStart = nil
          } else if tag.name == "h1", let start = headingStart {
            headingStart = nil
            let words = ScalarText(Array(text[min(start, text.count)...])).description.trimmed
            if heading == nil, !words.isEmpty { heading = words }
          } else if tag.name == "pre" {
            preformatted = max(0, preformatted - 1)
          }
          if Self.blocks.contains(tag.name) { lineEnd(tag.span, &self) }
          continue
        }
        if tag.name == "meta" { readMeta(tag, scalars) }
        if tag.name == "title" || Self.raw.contains(tag.name) {
          let end = Self.rawEnd(scalars, from: index, name: tag.name)
          if tag.name == "title" {
            if title == nil { title = Self.decoded(scalars, Span(index, end)).trimmed }
          } else if index < end {
            removals.append(Removal(span: Span(index, end), reason: "script"))
          }
          index = end
          continue
        }
        if Self.blocks.contains(tag.name) { lineEnd(tag.span, &self) }
        let reason = Self.dropped[tag.name] ?? (tag.isHidden(scalars) ? "hidden" : nil)
        if let reason, !tag.isEmpty, !Self.void.contains(tag.name), !unclosed.contains(tag.name),
          unclosed.count < Self.mostUnclosed
        {
          if let end = Self.elementEnd(scalars, from: index, name: tag.name) {
            if index < end.start { removals.append(Removal(span: Span(index, end.start), reason: reason)) }
            index = end.end
            if Self.blocks.contains(tag.name) { lineEnd(Span(end.start, end.end), &self) }
            continue
          }
          unclosed.insert(tag.name)
        }
        switch tag.name {
        case "a": linkStart = text.count
        case "h1": headingStart = text.count
        case "pre": preformatted += 1
        case "td", "th":
          if blank == nil { blank = tag.span }
        default: break
        }
        continue
      }
      if scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar == "\u{0C}" {
        if preformatted > 0, scalar == "\n" {
          lineEnd(Span(index, index + 1), &self)
        } else {
          blank = Span(blank?.start ?? index, index + 1)
        }
        index += 1
        continue
      }
      if scalar == "&", let reference = HTMLEntities.reference(scalars, at: index) {
        emit(reference.scalar, Span(index, reference.end), &self)
        index = reference.end
        continue
      }
      emit(scalar, Span(index, index + 1), &self)
      index += 1
    }
    if let start = linkStart, start < text.count { links.append(Span(start, text.count)) }
  }

  private mutating func readMeta(_ tag: HTMLTag, _ scalars: UnsafeBufferPointer<Unicode.Scalar>) {
    func value(_ name: String) -> String? {
      tag.attributes.first { $0.name == name }.map { Self.decoded(scalars, $0.value).trimmed }
    }
    guard let name = (value("name") ?? value("property") ?? value("itemprop"))?.lowercased(),
      let content = value("content"), !content.isEmpty
    else { return }
    switch name {
    case "articletitle", "og:title": metadata.title = metadata.title ?? content
    case "pubdate", "publishdate", "article:published_time", "og:release_date", "firstpublishedtime", "datepublished":
      let text = Folding.fold(ScalarText(content))
      metadata.published = metadata.published ?? PageDates.firstDate(in: text, text.span)
    case "contentsource", "source": metadata.source = metadata.source ?? content
    case "author":
      let text = Folding.fold(ScalarText(content))
      if PersonNames.isNames(text, text.span) {
        metadata.authors += PersonNames.names(in: text, text.span).map(ScalarText(content).string)
      }
    default: break
    }
  }

  /// Text with its references resolved.
  private static func decoded(_ scalars: UnsafeBufferPointer<Unicode.Scalar>, _ span: Span) -> String {
    var view = String.UnicodeScalarView()
    var index = span.start
    while index < span.end {
      if scalars[index] == "&", let reference = HTMLEntities.reference(scalars, at: index), reference.end <= span.end {
        view.append(reference.scalar)
        index = reference.end
      } else {
        view.append(scalars[index])
        index += 1
      }
    }
    return String(view)
  }

  /// Where the end tag of an element without markup in it starts; the end of the page where there is none.
  private static func rawEnd(_ scalars: UnsafeBufferPointer<Unicode.Scalar>, from start: Int, name: String) -> Int {
    let letters = Array(name.unicodeScalars)
    var index = start
    while index + letters.count + 1 < scalars.count {
      if scalars[index] == "<", scalars[index + 1] == "/",
        letters.indices.allSatisfy({ scalars[index + 2 + $0].value | 0x20 == letters[$0].value })
      {
        return index
      }
      index += 1
    }
    return scalars.count
  }

  /// The end tag that belongs to a start tag before a position; nil where there is none.
  private static func elementEnd(_ scalars: UnsafeBufferPointer<Unicode.Scalar>, from start: Int, name: String) -> Span?
  {
    var depth = 1
    var index = start
    while index < scalars.count {
      guard scalars[index] == "<" else {
        index += 1
        continue
      }
      guard let tag = HTMLTag(scalars, at: index) else {
        index += 1
        continue
      }
      index = tag.span.end
      if raw.contains(tag.name), !tag.isEnd {
        index = rawEnd(scalars, from: index, name: tag.name)
      } else if tag.name == name, !tag.isEmpty {
        depth += tag.isEnd ? -1 : 1
        if depth == 0 { return tag.span }
      }
    }
    return nil
  }
}

extension HTMLPage {
  /// The headline, as far as `<title>` tells it: the heading of the first level or the first line of the article where `<title>`
  /// holds it, else the part of `<title>` before the site's name.
  func headline(firstLine: String?) -> String? {
    guard let title, !title.isEmpty else { return firstLine ?? heading }
    for candidate in [heading, firstLine] {
      if let candidate, candidate.unicodeScalars.count >= 4, title.contains(candidate) { return candidate }
    }
    let parts = title.split { "_|-–".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
    func hanzi(_ part: String) -> Int { part.unicodeScalars.lazy.filter(\.isHanzi).count }
    if let first = parts.first, hanzi(first) >= 6 { return first }
    return firstLine ?? parts.max { hanzi($0) < hanzi($1) }
  }
}
