import GraphModel

/// Takes out the second printing of an article that a page holds twice.
///
/// Sentences are compared without blanks. A row of sentences that stood before in the same order goes when it is long in itself
/// and a good part of the text; a slogan said twice stays.
struct RepeatedBody: CleaningStep {
  private static let shortestRow = 120
  private static let shortestKey = 12

  private struct Sentence {
    var span: Span
    var end: Int
    var length: Int
    var hash: UInt64
  }

  func apply(to text: inout CleaningText) {
    let sentences = sentences(of: text.folded)
    var first: [UInt64: Int] = [:]
    first.reserveCapacity(sentences.count)
    var row: [Int] = []
    var original = -1
    var isGone = [Bool](repeating: false, count: sentences.count)
    var before = 0
    var total = 0
    func close() {
      let length = row.reduce(0) { $0 + sentences[$1].length }
      if length >= Self.shortestRow, length * 4 >= before { for index in row { isGone[index] = true } }
      row = []
    }
    for (index, sentence) in sentences.enumerated() {
      if !row.isEmpty, original + 1 < index, isSame(text.folded, sentences[original + 1], sentence),
        original + 1 < row[0]
      {
        original += 1
        row.append(index)
      } else if sentence.length >= Self.shortestKey, let earlier = first[sentence.hash],
        isSame(text.folded, sentences[earlier], sentence)
      {
        if row.isEmpty || earlier <= original || earlier >= row[0] {
          close()
          before = total
        }
        original = earlier
        row.append(index)
      } else if sentence.length >= Self.shortestKey {
        close()
        first[sentence.hash] = index
      }
      total += sentence.length
    }
    close()
    let spans = sentences.indices.filter { isGone[$0] }.map { Span(sentences[$0].span.start, sentences[$0].end) }
    text.remove(spans, reason: "repeated-body")
  }

  private func sentences(of text: ScalarText) -> [Sentence] {
    var sentences: [Sentence] = []
    let scalars = text.scalars
    var index = 0
    while index < scalars.count {
      let start = index
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var length = 0
      while index < scalars.count {
        let scalar = scalars[index]
        if (0x4E00...0x9FFF).contains(scalar.value) {
          hash = (hash ^ UInt64(scalar.value)) &* 0x0000_0100_0000_01B3
          length += 1
          index += 1
          continue
        }
        if scalar == "\n" { break }
        if !scalar.isBlank {
          hash = (hash ^ UInt64(scalar.value)) &* 0x0000_0100_0000_01B3
          length += 1
        }
        index += 1
        if scalar == "。" || scalar == "!" || scalar == "?" { break }
      }
      let end = index
      while index < scalars.count, scalars[index] == "\n" || scalars[index].isBlank { index += 1 }
      if length > 0 { sentences.append(Sentence(span: Span(start, end), end: index, length: length, hash: hash)) }
    }
    return sentences
  }

  private func isSame(_ text: ScalarText, _ a: Sentence, _ b: Sentence) -> Bool {
    a.hash == b.hash && a.length == b.length
      && text[a.span].lazy.filter { !$0.isBlank }.elementsEqual(text[b.span].lazy.filter { !$0.isBlank })
  }
}
