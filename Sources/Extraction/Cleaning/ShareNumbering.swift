import GraphModel

/// Takes out the numbers that document-sharing sites put before their pieces of a text (抗风险能⏎4、力差), with the line ends by
/// which they cut it.
///
/// The numbers run 1、2、3… at line starts; they are the site's, not the author's, when most of the pieces before them are long
/// and end inside a sentence.
struct ShareNumbering: CleaningStep {
  private static let shortestPiece = 150

  private struct Piece {
    var marker: Span
    var previous: Span
    var cuts: Bool
  }

  func apply(to text: inout CleaningText) {
    let folded = text.folded
    var pieces: [Piece] = []
    var previous = Span(0, 0)
    for line in text.lines where !line.isEmpty {
      if let marker = marker(folded, line.content, number: pieces.count + 1) {
        let length = previous.count
        let last = previous.isEmpty ? nil : folded[previous.end - 1]
        let cuts = length >= Self.shortestPiece && last.map { !$0.endsSentence && !$0.closes && $0 != ":" } ?? false
        pieces.append(Piece(marker: marker, previous: previous, cuts: cuts))
      }
      previous = line.content
    }
    let cuts = pieces.dropFirst().filter(\.cuts).count
    guard pieces.count >= 3, cuts * 5 >= (pieces.count - 1) * 3 else { return }
    text.remove(
      pieces.map { piece in
        Span(piece.cuts ? piece.previous.end : piece.marker.start, piece.marker.end)
      }, reason: "page-mark")
  }

  private func marker(_ text: ScalarText, _ content: Span, number: Int) -> Span? {
    let digits = Array(String(number).unicodeScalars)
    let end = content.start + digits.count
    guard end < content.end, text[Span(content.start, end)].elementsEqual(digits), text[end] == "、" else { return nil }
    return Span(content.start, end + 1)
  }
}
