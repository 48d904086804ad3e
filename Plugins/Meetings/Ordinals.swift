import Extraction
import GraphModel

/// Numbers in titles: 第十七届, 四届十二次, 第93次, 2021年, by their unit.
struct Ordinals: Equatable {
  /// The values by unit: 届, 次, 批, 期, 场, 年, 月, 季.
  private(set) var values: [Unicode.Scalar: [Int]] = [:]

  /// Reads the numbers of a title.
  init(_ title: ArraySlice<Unicode.Scalar>) {
    let text = ScalarText(Array(title))
    var index = 0
    while index < text.count {
      guard ChineseNumeral.isOrdinal(text[index]) || text[index] == "首" else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, ChineseNumeral.isOrdinal(text[index]) || text[index] == "首" { index += 1 }
      guard index < text.count, Self.units.contains(text[index]) else { continue }
      guard let value = Self.value(in: text, Span(start, index)) else { continue }
      if text[index] == "年", value < 1900 || value > 2100 { continue }
      values[text[index], default: []].append(value)
    }
    // 2021辽宁…洽谈会, 宣恩2018(第三届)…: a year without its word.
    if values["年"] == nil, let year = Self.bareYear(text) { values["年"] = [year] }
  }

  private static let units: ScalarSet = "届次批期场年月季轮号"
  private static let counted: ScalarSet = "万亿户个名家台吨亩人"

  /// The year that stands in a title without 年, before a place or a bracket.
  private static func bareYear(_ text: ScalarText) -> Int? {
    guard text.count > 4 else { return nil }
    for start in 0..<(text.count - 4) where text[start] == "1" || text[start] == "2" {
      let next = text[start + 4]
      guard start == 0 || !("0"..."9").contains(text[start - 1]),
        (start..<start + 4).allSatisfy({ ("0"..."9").contains(text[$0]) }),
        let value = value(in: text, Span(start, start + 4)), (1990...2100).contains(value),
        next.isHan && !counted.contains(next) || next == "(" || next == "（"
      else { continue }
      return value
    }
    return nil
  }

  /// Whether the two name the same thing with different numbers.
  func contradicts(_ other: Ordinals) -> Bool {
    values.contains { unit, mine in
      guard let theirs = other.values[unit] else { return false }
      return Set(mine).isDisjoint(with: theirs)
    }
  }

  /// Whether both carry a number of session and agree on it.
  func sharesSession(with other: Ordinals) -> Bool {
    guard let mine = values["次"], let theirs = other.values["次"] else { return false }
    return !Set(mine).isDisjoint(with: theirs)
  }

  /// Whether the title carries a number of a unit.
  func has(_ unit: Unicode.Scalar) -> Bool { values[unit] != nil }

  /// The year of the title, of several the last one (2021年工作总结暨2022年动员大会).
  var year: Int? { values["年"]?.max() }
  /// The month of the title, where it has one.
  var month: Int? { values["月"]?.first }

  /// The value of digits or Chinese numerals below a million; 首 is 1.
  private static func value(in text: ScalarText, _ span: Span) -> Int? {
    if span.count == 1, text[span.start] == "首" { return 1 }
    guard span.count <= 6, let value = ChineseNumeral.number(in: text, span), value < 1_000_000 else { return nil }
    return Int(value)
  }
}
