import GraphModel

/// A name reduced to what identifies: folded, small letters, without quotation marks, brackets and blanks.
struct IdentityText: Hashable {
  /// Its scalars; a part of another text shares them with it.
  let scalars: ArraySlice<Unicode.Scalar>

  init(_ name: String) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(name.utf8.count / 3 + 1)
    for scalar in name.unicodeScalars {
      let folded = Folding.fold(scalar)
      if Self.isDropped(folded) { continue }
      scalars.append(("A"..."Z").contains(folded) ? Unicode.Scalar(UInt8(folded.value) + 32) : folded)
    }
    self.scalars = scalars[...]
  }

  init(scalars: some Sequence<Unicode.Scalar>) { self.scalars = Array(scalars)[...] }
  private init(part: ArraySlice<Unicode.Scalar>) { scalars = part }

  /// The scalar at a distance from the start.
  subscript(index: Int) -> Unicode.Scalar { scalars[scalars.startIndex + index] }

  /// The text as part of a key: what has a meaning in keys is percent-encoded.
  var key: String {
    if isPlain { return ScalarText.string(scalars) }
    var view = String.UnicodeScalarView()
    for scalar in scalars {
      switch scalar {
      case "%": view.append(contentsOf: "%25".unicodeScalars)
      case "@": view.append(contentsOf: "%40".unicodeScalars)
      case "#": view.append(contentsOf: "%23".unicodeScalars)
      case "/": view.append(contentsOf: "%2F".unicodeScalars)
      default: view.append(scalar.value < 32 ? "\u{FFFD}" : scalar)
      }
    }
    return String(view)
  }

  /// Whether nothing of it needs another spelling in a key.
  var isPlain: Bool { scalars.allSatisfy { $0.value >= 0x80 || Self.plain.contains($0) } }

  var count: Int { scalars.count }
  var isEmpty: Bool { scalars.isEmpty }

  func hasPrefix(_ prefix: IdentityText) -> Bool { scalars.starts(with: prefix.scalars) }
  func hasSuffix(_ suffix: IdentityText) -> Bool {
    suffix.count <= count && scalars.suffix(suffix.count).elementsEqual(suffix.scalars)
  }
  func hasPrefix(_ prefix: String) -> Bool { scalars.starts(with: prefix.unicodeScalars) }
  func hasSuffix(_ suffix: String) -> Bool {
    var index = count
    for scalar in suffix.unicodeScalars.reversed() {
      index -= 1
      guard index >= 0, self[index] == scalar else { return false }
    }
    return true
  }
  func dropFirst(_ count: Int) -> IdentityText { IdentityText(part: scalars.dropFirst(count)) }
  func dropLast(_ count: Int) -> IdentityText { IdentityText(part: scalars.dropLast(count)) }
  func prefix(_ count: Int) -> IdentityText { IdentityText(part: scalars.prefix(count)) }

  private static let plain: ScalarSet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-+.,:;·"

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    if (0x3400...0x9FFF).contains(scalar.value) { return false }
    switch scalar {
    case "\"", "'", "`", "“", "”", "„", "‟", "‘", "’", "‚", "‛", "«", "»", "‹", "›", "〝", "〞", "〟", "「", "」", "『", "』",
      "﹁", "﹂", "﹃",
      "﹄", "(", ")", "[", "]", "{", "}", "<", ">", "《", "》", "〈", "〉", "【", "】", "〖", "〗", "〔", "〕", "（", "）",
      "\u{200B}", "\u{200C}",
      "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}":
      return true
    default: return scalar.properties.isWhitespace
    }
  }
}

extension IdentityText {
  /// What numbers a thing: runs of digits, ordinals (第三, 三期, 五届), long runs of Chinese numerals (十四五). Two things whose
  /// names number them differently are never the same by likeness.
  var numbering: String {
    guard scalars.contains(where: { Self.numerals.contains($0) || ("0"..."9").contains($0) }) else { return "" }
    let scalars = Array(scalars)
    var parts: [String] = []
    var index = 0
    while index < scalars.count {
      let start = index
      if ("0"..."9").contains(scalars[index]) {
        while index < scalars.count, ("0"..."9").contains(scalars[index]) { index += 1 }
        parts.append(String(String.UnicodeScalarView(scalars[start..<index])))
      } else if Self.numerals.contains(scalars[index]) {
        while index < scalars.count, Self.numerals.contains(scalars[index]) { index += 1 }
        let isOrdinal = start > 0 && scalars[start - 1] == "第"
        let isCounted = index < scalars.count && Self.counters.contains(scalars[index])
        guard isOrdinal || isCounted || index - start >= 3 else { continue }
        parts.append(String(String.UnicodeScalarView(scalars[start..<index])))
      } else {
        index += 1
      }
    }
    return parts.joined(separator: ".")
  }

  private static let numerals: ScalarSet = "〇零一二三四五六七八九十百千两"
  private static let counters: ScalarSet = "期批届次号轮标季厂院"
}
