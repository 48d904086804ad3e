/// Breaks a text into lines of a greatest width where Chinese and Latin texts may be broken.
///
/// Chinese breaks between any two characters, except that no line begins with a closing mark (，。、》”…) or ends with an
/// opening one (《“（); Latin words and numbers stay whole where a line holds them.
struct LineBreaker {
  /// The greatest width of a line, in columns; at least 2.
  let width: Int
  /// Whether ambiguous characters take two columns.
  let ambiguousIsWide: Bool

  init(width: Int, ambiguousIsWide: Bool = false) {
    self.width = max(2, width)
    self.ambiguousIsWide = ambiguousIsWide
  }

  /// The lines, without the blanks at which they were broken; one empty line for an empty text.
  func lines(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    guard !scalars.isEmpty else { return [""] }
    var lines: [String] = []
    var start = 0
    while start < scalars.count {
      let end = endOfLine(scalars, from: start)
      var last = end
      while last > start, scalars[last - 1] == " " { last -= 1 }
      lines.append(Self.string(scalars[start..<last]))
      start = end
      while start < scalars.count, scalars[start] == " " { start += 1 }
    }
    return lines
  }

  /// Lines of about the same length, no more of them than `lines(of:)` gives: a label of 11 characters breaks 6 + 5, not
  /// 10 + 1.
  func balancedLines(of text: String) -> [String] {
    let lines = lines(of: text)
    guard lines.count > 1 else { return lines }
    let total = EastAsianWidth.columns(text, ambiguousIsWide: ambiguousIsWide)
    var narrower = (total + lines.count - 1) / lines.count
    while narrower < width {
      let candidate = LineBreaker(width: narrower, ambiguousIsWide: ambiguousIsWide).lines(of: text)
      if candidate.count <= lines.count { return candidate }
      narrower += 1
    }
    return lines
  }

  private func endOfLine(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var columns = 0
    var end = start
    while end < scalars.count {
      let next = EastAsianWidth.columns(scalars[end], ambiguousIsWide: ambiguousIsWide)
      if columns + next > width, end > start { break }
      columns += next
      end += 1
    }
    guard end < scalars.count else { return end }
    var cut = end
    while cut > start + 1, !Self.mayBreak(scalars, before: cut) { cut -= 1 }
    return cut > start + 1 || Self.mayBreak(scalars, before: cut) ? cut : end
  }

  private static func mayBreak(_ scalars: [Unicode.Scalar], before index: Int) -> Bool {
    guard index > 0, index < scalars.count else { return true }
    let left = scalars[index - 1]
    let right = scalars[index]
    if right == " " || left == " " { return true }
    if closing.contains(right) || opening.contains(left) { return false }
    if EastAsianWidth.columns(right) == 0 { return false }
    return !(isWordPart(left) && isWordPart(right))
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    guard EastAsianWidth.columns(scalar) == 1 else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || "-_.,%+/@&'’".unicodeScalars.contains(scalar)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static let closing = Set("，。、；：！？）》〉」』】〕”’…—·,.;:!?)]}%％".unicodeScalars)
  private static let opening = Set("（《〈「『【〔“‘([{".unicodeScalars)
}
