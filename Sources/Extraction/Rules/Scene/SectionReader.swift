import GraphModel

/// A part of a document under a heading.
struct Section: Hashable, Sendable {
  /// The heading's line.
  var heading: Span
  /// From the heading to the next one of its rank or a higher one.
  var span: Span
  /// 1 for 第一章, 2 for 一、, 3 for (一), 4 for 1.
  var rank: Int
  /// Index of the section around it.
  var parent: Int?
}

/// Finds the numbered headings of a text: 第一部分, 一、, (一), 1. at the start of a short line.
enum SectionReader {
  private static let longestHeading = 60

  /// The sections, in the order of their headings.
  static func sections(_ text: ScalarText, _ structure: TextStructure) -> [Section] {
    var sections: [Section] = []
    var open: [Int] = []
    for paragraph in structure.paragraphs {
      guard let rank = rank(text, paragraph) else { continue }
      while let last = open.last, sections[last].rank >= rank {
        sections[last].span.end = paragraph.start
        open.removeLast()
      }
      let section = Section(
        heading: paragraph, span: Span(paragraph.start, text.count), rank: rank, parent: open.last)
      open.append(sections.count)
      sections.append(section)
    }
    return sections
  }

  private static func rank(_ text: ScalarText, _ line: Span) -> Int? {
    guard line.count <= longestHeading else { return nil }
    let isBracketed = text[line.start] == "("
    var position = line.start + (isBracketed ? 1 : 0)
    let isNamed = text[line.start] == "第"
    if isNamed { position += 1 }
    let first = position
    while position < line.end, isNumeral(text[position]), position - first < 4 { position += 1 }
    guard position > first, position < line.end else { return nil }
    let isDigits = text[first].isDigit
    let mark = text[position]
    if isBracketed { return mark == ")" ? 3 : nil }
    if isNamed { return "章节条部篇".unicodeScalars.contains(mark) ? 1 : nil }
    // 2.5% is a figure, 2. a number.
    if isDigits {
      let isFigure = position + 1 < line.end && text[position + 1].isDigit
      return "、.．".unicodeScalars.contains(mark) && !isFigure ? 4 : nil
    }
    return "、.．".unicodeScalars.contains(mark) ? 2 : nil
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || "一二三四五六七八九十百".unicodeScalars.contains(scalar)
  }
}
