import GraphModel

/// A place where a document says something, in the source's own characters.
public struct Quote: Hashable, Sendable {
  /// The document.
  public var document: DocumentID
  /// The document's short name.
  public var name: String
  /// Where the document lies; of several places the first in order.
  public var origin: String
  /// The publishing date, where known.
  public var published: PartialDate?
  /// The place, in Unicode scalars of the source's decoded text.
  public var span: Span
  /// The line of the place's first character, from 1.
  public var line: Int
  /// The column of the place's first character in Unicode scalars, from 1.
  public var column: Int
  /// The source's characters from the span's first to its last, nothing removed.
  public var quote: String
  /// The sentence around it as a reader sees it: the source's characters without what cleaning took out.
  public var sentence: String
  /// Where the quoted words stand in `sentence`, in Unicode scalars.
  public var highlight: Span
  /// Which extractor and which rule found it.
  public var provenance: Provenance
  /// How sure the extractor was, 0 to 1.
  public var confidence: Double
}

/// Some of the places that support a node or an edge, and how many there are in all.
public struct EvidenceList: Hashable, Sendable {
  /// The quotes, newest document first, then by document and place.
  public var quotes: [Quote]
  /// Number of quotes without any limit.
  public var total: Int
  /// Number of distinct documents among all of them.
  public var documents: Int
  /// What persons decided about it, oldest first.
  public var judgements: [JudgementEntry]
}

/// A judgement as it is kept.
public struct JudgementEntry: Hashable, Sendable {
  /// The number by which it is undone.
  public var number: Int
  /// The decision, its author, time and reason.
  public var judgement: Judgement
}
