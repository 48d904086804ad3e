import GraphModel

/// Pairs the quotation marks of a paragraph, wrongly typed ones too.
///
/// An opening mark where a quotation of the kind is open and a punctuation mark or the end follows is a closing one typed wrongly
/// (“甲“,); a closing mark where none is open is an opening one if the next mark of the kind closes (”甲”). Marks that stay
/// without partner are no quotation.
struct QuotationReader {
  private enum Kind: Int {
    case double, single, corner, whiteCorner, straight
  }

  private static let marks: ScalarSet = "“”‘’「」『』\""

  private let text: ScalarText
  /// The same text.
  private let scalars: UnsafeBufferPointer<Unicode.Scalar>
  private let paragraph: Span
  private var open: [(index: Int, kind: Kind)] = []
  /// How many quotations of each kind are open.
  private var counts = [0, 0, 0, 0, 0]
  private var found: [Quotation] = []

  /// The quotations of a paragraph, in order of their opening marks.
  static func quotations(
    _ text: ScalarText, _ scalars: UnsafeBufferPointer<Unicode.Scalar>, _ paragraph: Span
  ) -> [Quotation] {
    var reader = QuotationReader(text: text, scalars: scalars, paragraph: paragraph)
    reader.read()
    return reader.found.sorted { $0.outer.start < $1.outer.start }
  }

  private init(text: ScalarText, scalars: UnsafeBufferPointer<Unicode.Scalar>, paragraph: Span) {
    self.text = text
    self.scalars = scalars
    self.paragraph = paragraph
  }

  private mutating func read() {
    guard var next = Self.marks.first(in: text, from: paragraph.start, limit: paragraph.end) else { return }
    var marks: [(index: Int, kind: Kind, opens: Bool)] = []
    marks.reserveCapacity(16)
    while let index = Self.marks.first(in: text, from: next, limit: paragraph.end) {
      next = index + 1
      if let (kind, opens) = Self.mark(scalars[index]) { marks.append((index, kind, opens)) }
    }
    guard !marks.isEmpty else { return }
    // For each mark whether the next one of its kind closes.
    var closesNext = [Bool](repeating: false, count: marks.count)
    var later = [Bool](repeating: false, count: counts.count)
    for place in marks.indices.reversed() {
      let kind = marks[place].kind.rawValue
      closesNext[place] = later[kind]
      later[kind] = !marks[place].opens
    }
    for (place, mark) in marks.enumerated() {
      let isOpen = counts[mark.kind.rawValue] > 0
      let closes: Bool
      if mark.kind == .straight {
        closes = isOpen
      } else if mark.opens {
        closes =
          isOpen && open.last?.kind == mark.kind && open.last.map { $0.index + 1 < mark.index } ?? false
          && !closesNext[place] && followsNoWord(mark.index)
      } else {
        closes = isOpen
        if !isOpen, !closesNext[place] { continue }
      }
      if closes {
        close(mark.kind, at: mark.index)
      } else {
        open.append((mark.index, mark.kind))
        counts[mark.kind.rawValue] += 1
      }
    }
  }

  /// Ends the innermost open quotation of a kind; those inside it never end.
  private mutating func close(_ kind: Kind, at index: Int) {
    while let last = open.popLast() {
      counts[last.kind.rawValue] -= 1
      guard last.kind == kind else { continue }
      found.append(
        Quotation(outer: Span(last.index, index + 1), inner: Span(last.index + 1, index), depth: open.count))
      return
    }
  }

  /// Whether no word stands behind a position: punctuation or the end.
  private func followsNoWord(_ index: Int) -> Bool {
    guard index + 1 < paragraph.end else { return true }
    let next = scalars[index + 1]
    return next.endsSentence || next.joinsClauses || next.closes || next == "，" || next == "；" || next == "："
  }

  private static func mark(_ scalar: Unicode.Scalar) -> (Kind, opens: Bool)? {
    switch scalar {
    case "“": (.double, true)
    case "”": (.double, false)
    case "‘": (.single, true)
    case "’": (.single, false)
    case "「": (.corner, true)
    case "」": (.corner, false)
    case "『": (.whiteCorner, true)
    case "』": (.whiteCorner, false)
    case "\"": (.straight, true)
    default: nil
    }
  }
}
