extension Unicode.Scalar {
  /// Whether the scalar is a Chinese character: an ideograph, 〇, 々 or a mask as in ××.
  var isHanzi: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0xF900...0xFAFF, 0x3007, 0x3005: true
    default: false
    }
  }

  /// Whether the scalar is an ASCII digit.
  var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// Whether the scalar is an ASCII letter.
  var isLetter: Bool { (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }

  /// Whether the scalar is a blank inside a line.
  var isBlank: Bool {
    // Most scalars are ideographs.
    guard value <= 0x3000 else { return false }
    return switch value {
    case 0x20, 0x09, 0xA0, 0x3000, 0x2002...0x200A, 0x202F, 0x205F, 0x1680: true
    default: false
    }
  }

  /// Whether the scalar ends a line.
  var isLineEnd: Bool {
    guard value <= 0x2029 else { return false }
    return switch value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Whether the scalar leaves no mark on paper and separates nothing: joiners, direction marks, stray control characters.
  var isInvisible: Bool {
    switch value {
    case 0x00...0x08, 0x0E...0x1F, 0x7F, 0x80...0x84, 0x86...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFC:
      true
    default: false
    }
  }

  /// Whether the scalar ends a sentence, in folded text.
  var endsSentence: Bool { self == "。" || self == "!" || self == "?" || self == ";" || self == "…" }

  /// Whether the scalar is a mark that stands between words of one sentence, in folded text.
  var joinsClauses: Bool { self == "," || self == "、" || self == ":" }

  /// Whether the scalar opens a quotation, a title or a bracket, in folded text.
  var opens: Bool { self == "“" || self == "‘" || self == "《" || self == "(" || self == "[" }

  /// Whether the scalar closes a quotation, a title or a bracket, in folded text.
  var closes: Bool { self == "”" || self == "’" || self == "》" || self == ")" || self == "]" }
}
