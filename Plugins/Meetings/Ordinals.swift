import GraphModel

/// Numbers in titles: 第十七届, 四届十二次, 第93次, 2021年, by their unit.
struct Ordinals: Equatable {
  /// The values by unit: 届, 次, 批, 期, 场, 年, 月, 季.
  private(set) var values: [Unicode.Scalar: [Int]] = [:]

  /// The value of a Chinese numeral.
  static func numeral(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "零", "〇": 0
    case "一", "首": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    case "十": 10
    case "百": 100
    default: nil
    }
  }

  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || (scalar != "首" && numeral(scalar) != nil)
  }
  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || scalar.value == 0x3007 || (0x20000...0x323AF).contains(scalar.value)
  }

  /// Reads the numbers of a title.
  init(_ title: ArraySlice<Unicode.Scalar>) {
    let scalars = Array(title)
    var index = 0
    while index < scalars.count {
      guard Self.isNumeral(scalars[index]) || scalars[index] == "首" else {
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, Self.isNumeral(scalars[index]) || scalars[index] == "首" { index += 1 }
      guard index < scalars.count, "届次批期场年月季轮号".unicodeScalars.contains(scalars[index]) else { continue }
      guard let value = Self.value(scalars[start..<index]) else { continue }
      if scalars[index] == "年", value < 1900 || value > 2100 { continue }
      values[scalars[index], default: []].append(value)
    }
    // 2021辽宁…洽谈会, 宣恩2018(第三届)…: a year without its word.
    if values["年"] == nil, let year = Self.bareYear(scalars) { values["年"] = [year] }
  }

  /// The year that stands in a title without 年, before a place or a bracket.
  private static func bareYear(_ scalars: [Unicode.Scalar]) -> Int? {
    guard scalars.count > 4 else { return nil }
    for start in 0..<(scalars.count - 4) where scalars[start] == "1" || scalars[start] == "2" {
      guard start == 0 || !("0"..."9").contains(scalars[start - 1]),
        scalars[start..<start + 4].allSatisfy({ ("0"..."9").contains($0) }),
        let value = value(scalars[start..<start + 4]),
        (1990...2100).contains(value),
        isHan(scalars[start + 4]) || scalars[start + 4] == "(" || scalars[start + 4] == "（",
        !"万亿户个名家台吨亩人".unicodeScalars.contains(scalars[start + 4])
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

  /// The year of the title, where it has one.
  var year: Int? { values["年"]?.first }
  /// The month of the title, where it has one.
  var month: Int? { values["月"]?.first }

  /// The value of digits or Chinese numerals below 1,000 (or of a row of digits); nil where they make no number.
  static func value(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    if scalars.count <= 6, scalars.allSatisfy({ ("0"..."9").contains($0) }) {
      return scalars.reduce(0) { $0 * 10 + Int($1.value - 48) }
    }
    let plain = scalars.allSatisfy { (numeral($0) ?? 99) < 10 }
    if plain {
      return scalars.count <= 6 ? scalars.reduce(0) { $0 * 10 + (numeral($1) ?? 0) } : nil
    }
    var total = 0
    var digit = 0
    for scalar in scalars {
      guard let value = numeral(scalar) else { return nil }
      if value >= 10 {
        total += max(digit, 1) * value
        digit = 0
      } else {
        digit = value
      }
    }
    return total + digit
  }
}
