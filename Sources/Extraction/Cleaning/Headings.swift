import GraphModel

/// Tells the starts of headings and numbered items, before which a line end is the author's.
enum Headings {
  private static let numerals = Set("一二三四五六七八九十百〇零0123456789".unicodeScalars)

  /// Whether a heading or a numbered item starts at a position: 一、 (一) 第一, 第三章 1. 1、 (1) ① · .
  static func starts(_ text: ScalarText, at start: Int, limit: Int) -> Bool {
    guard start < limit else { return false }
    var index = start
    let scalar = text[index]
    if (0x2460...0x2473).contains(scalar.value) || "·■□●◆★▲※—-".unicodeScalars.contains(scalar) { return true }
    let inBrackets = scalar == "(" || scalar == "[" || scalar == "<"
    let isOrdinal = scalar == "第"
    if inBrackets || isOrdinal { index += 1 }
    let number = index
    while index < limit, index < number + 4, numerals.contains(text[index]) { index += 1 }
    guard index > number, index < limit else { return false }
    if inBrackets { return text[index].closes }
    if isOrdinal { return ",、章节条部篇".unicodeScalars.contains(text[index]) }
    if text[index] == "." { return index + 1 >= limit || !text[index + 1].isDigit }
    return text[index] == "、" || text[index] == ")" || text[index] == "是" && !text[number].isDigit
  }
}
