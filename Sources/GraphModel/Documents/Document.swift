/// What a page says of itself outside its body.
public struct DocumentMetadata: Sendable, Hashable, Codable {
  /// The headline.
  public var title: String?
  /// The publishing date.
  public var published: PartialDate?
  /// The publisher or the source line (来源).
  public var source: String?
  /// Reporters, authors, editors, in order of appearance.
  public var authors: [String]

  /// Gathers metadata; all of it may be unknown.
  public init(title: String? = nil, published: PartialDate? = nil, source: String? = nil, authors: [String] = []) {
    self.title = title
    self.published = published
    self.source = source
    self.authors = authors
  }

  /// One line that differs whenever the metadata does; part of a document's identity.
  var canonicalLine: String {
    let fields = [title ?? "", published?.description ?? "", source ?? ""] + authors
    return fields.allSatisfy(\.isEmpty) ? "" : fields.joined(separator: "\u{1F}")
  }
}

/// A stretch of source text that cleaning took out or replaced, and why.
public struct Removal: Sendable, Hashable {
  /// Where it stood, in the source's decoded text.
  public var span: Span
  /// The name of the cleaning step: `navigation`, `repeated-body`, `page-mark` …
  public var reason: String

  /// Records one removal.
  public init(span: Span, reason: String) {
    self.span = span
    self.reason = reason
  }
}

/// A source after reading and cleaning: what extractors see.
public struct Document: Sendable {
  /// The content-derived identity.
  public var id: DocumentID
  /// The source's short name.
  public var name: String
  /// Title, publishing date, source line, authors.
  public var metadata: DocumentMetadata
  /// The whole decoded text of the source, nothing removed.
  public var source: ScalarText
  /// The clean text.
  public var text: ScalarText
  /// `text` with traditional characters folded to simplified and full-width ASCII to half-width, scalar by scalar:
  /// always as long as `text`, for matching only.
  public var folded: ScalarText
  /// Leads spans of `text` and `folded` to spans of `source`.
  public var offsets: OffsetMap
  /// What cleaning took out, in order.
  public var removals: [Removal]

  /// Joins the parts of a read and cleaned document; `folded` must be as long as `text`.
  public init(
    id: DocumentID, name: String, metadata: DocumentMetadata, source: ScalarText, text: ScalarText,
    folded: ScalarText, offsets: OffsetMap, removals: [Removal]
  ) {
    precondition(folded.count == text.count, "folding keeps the number of scalars")
    self.id = id
    self.name = name
    self.metadata = metadata
    self.source = source
    self.text = text
    self.folded = folded
    self.offsets = offsets
    self.removals = removals
  }

  /// The source's own characters for a span of the clean text.
  public func quote(_ clean: Span) -> String { source.string(offsets.source(of: clean)) }
}
