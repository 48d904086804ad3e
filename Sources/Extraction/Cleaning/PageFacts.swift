import GraphModel

/// What lines around an article tell of it, while they are read; spans are of the text that is being read.
struct PageFacts {
  /// The publishing date.
  private(set) var published: PartialDate?
  /// Where the text was taken from.
  var source: Span?
  /// The site that the page's trail begins with, which is its source where no line names one.
  var site: Span?
  /// The values of labels for writers and editors.
  var authors: [Span] = []
  /// How sure the date is: 0 for 发布时间, 1 for 时间, 2 for a date without a label.
  private var publishedRank = Int.max

  /// Takes up what the items of a line tell.
  mutating func gather(_ line: FurnitureLine, in text: ScalarText) {
    for item in line.items {
      switch item.kind {
      case nil, .date, .vagueDate:
        let rank = item.kind == .date ? 0 : item.kind == .vagueDate ? 1 : 2
        if let date = item.date, rank < publishedRank {
          published = date
          publishedRank = rank
        }
      case .source where !item.value.isEmpty:
        // 来源:记者 某某 names a person, not a publisher.
        if let inner = FurnitureLine(text, item.value), inner.items.allSatisfy({ $0.kind == .author }) {
          gather(inner, in: text)
        } else if source == nil {
          source = item.value
        }
      case .author, .editor:
        if !item.value.isEmpty { authors.append(item.value) }
      default: break
      }
    }
  }

  /// Writes what is known to the metadata of the text that was read; what is there already stays.
  func write(to text: inout CleaningText) {
    var metadata = text.metadata
    metadata.published = metadata.published ?? published
    metadata.source = metadata.source ?? (source ?? site).map { text.text.string($0) }
    for author in authors {
      for span in PersonNames.names(in: text.folded, author) {
        let name = ScalarText(text.text[span].filter { !$0.isBlank }).description
        if !metadata.authors.contains(name) { metadata.authors.append(name) }
      }
    }
    text.metadata = metadata
  }
}
