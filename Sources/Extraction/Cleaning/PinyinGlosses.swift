import GraphModel

/// Takes out the reading that converters set after a character: 會(huì)議.
///
/// A gloss is one syllable in brackets right after a character. One with a tone mark always counts; one without (the neutral
/// tone) only in a text that has several with.
struct PinyinGlosses: CleaningStep {
  private static let toned = Set("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ".unicodeScalars)
  private static let longest = 6

  func apply(to text: inout CleaningText) {
    var marked: [Span] = []
    var plain: [Span] = []
    let scalars = text.folded.scalars
    var index = 1
    while index < scalars.count {
      defer { index += 1 }
      guard scalars[index] == "(", scalars[index - 1].isHanzi || scalars[index - 1].isLetter else { continue }
      var end = index + 1
      var hasTone = false
      while end < scalars.count, end - index <= Self.longest + 1 {
        let scalar = scalars[end]
        if Self.toned.contains(scalar) { hasTone = true } else if !isPlain(scalar) { break }
        end += 1
      }
      guard end < scalars.count, scalars[end] == ")", end > index + 1, end - index - 1 <= Self.longest else { continue }
      if hasTone { marked.append(Span(index, end + 1)) } else { plain.append(Span(index, end + 1)) }
    }
    if marked.count >= 3 { marked = (marked + plain.filter { scalars[$0.start - 1].isHanzi }).sorted() }
    text.remove(marked, reason: "pinyin")
  }

  private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x61 && scalar.value <= 0x7A || scalar == "ü"
  }
}
