import Extraction

/// The lines of the forms' table, found by their first two scalars: a form, whether it is common, what it names
/// (`f12,s40`: the full form of line 12, the short one of line 40).
struct FormIndex: Sendable {
  private static let mask = 0x3FFF

  /// A bit for the first two scalars of each form by their hash: few positions of a text start like one.
  private var heads = [UInt64](repeating: 0, count: 1 << 11)
  private var scalars: [Unicode.Scalar] = []
  private var formStarts: [UInt32] = [0]
  /// Whether news use a form in another sense too.
  private(set) var isCommon: [Bool] = []
  private var referenceStarts: [UInt32] = [0]
  private var allReferences: [(kind: FormKind, row: Int)] = []
  private var bucketKeys = [UInt64](repeating: 0, count: mask + 1)
  private var bucketValues = [(first: UInt32, count: UInt32)](repeating: (0, 0), count: mask + 1)

  /// - Parameter rows: how many lines the divisions' table has.
  init(_ table: EmbeddedFile, rows: Int) {
    let bytes = table.bytes
    var position = 0
    while position < bytes.count {
      while position < bytes.count, bytes[position] != 9 {
        scalars.append(Self.decode(bytes, &position))
      }
      formStarts.append(UInt32(scalars.count))
      position += 1
      isCommon.append(position < bytes.count && bytes[position] == UInt8(ascii: "1"))
      position += 2
      readReferences(bytes, &position, rows)
      index(form: formStarts.count - 2)
    }
  }

  /// What a form names, by lines of the divisions' table.
  func references(_ form: Int) -> ArraySlice<(kind: FormKind, row: Int)> {
    allReferences[Int(referenceStarts[form])..<Int(referenceStarts[form + 1])]
  }

  /// The longest form that starts at a position: the position after it and its line.
  @inline(__always)
  func longestMatch(in text: UnsafeBufferPointer<Unicode.Scalar>, at start: Int) -> (end: Int, form: Int)? {
    guard start + 1 < text.count else { return nil }
    let key = Self.key(text[start], text[start + 1])
    let hash = Self.slot(key)
    guard heads[hash >> 6 & 0x7FF] & (1 << UInt64(hash & 63)) != 0 else { return nil }
    var slot = hash & Self.mask
    while bucketKeys[slot] != key {
      if bucketKeys[slot] == 0 { return nil }
      slot = (slot + 1) & Self.mask
    }
    let bucket = bucketValues[slot]
    // Forms are sorted, so a longer form stands after each of its prefixes.
    var form = Int(bucket.first + bucket.count) - 1
    while form >= Int(bucket.first) {
      let from = Int(formStarts[form])
      let count = Int(formStarts[form + 1]) - from
      if start + count <= text.count {
        var index = 2
        while index < count, scalars[from + index] == text[start + index] { index += 1 }
        if index == count { return (start + count, form) }
      }
      form -= 1
    }
    return nil
  }

  @inline(__always) private static func key(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> UInt64 {
    UInt64(a.value) << 21 | UInt64(b.value)
  }

  @inline(__always) private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }

  /// Reads `f12,s40` and passes the end of the line.
  private mutating func readReferences(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ rows: Int) {
    while position < bytes.count, bytes[position] != 10 {
      let kind: FormKind =
        bytes[position] == UInt8(ascii: "f") ? .full : bytes[position] == UInt8(ascii: "m") ? .middle : .short
      position += 1
      var row = 0
      while position < bytes.count, bytes[position] >= 48 {
        row = row * 10 + Int(bytes[position] - 48)
        position += 1
      }
      if position < bytes.count, bytes[position] == UInt8(ascii: ",") { position += 1 }
      if row < rows { allReferences.append((kind, row)) }
    }
    position += 1
    referenceStarts.append(UInt32(allReferences.count))
  }

  private mutating func index(form: Int) {
    let from = Int(formStarts[form])
    guard scalars.count >= from + 2 else { return }
    let key = Self.key(scalars[from], scalars[from + 1])
    var slot = Self.slot(key)
    heads[slot >> 6 & 0x7FF] |= 1 << UInt64(slot & 63)
    slot &= Self.mask
    while bucketKeys[slot] != 0, bucketKeys[slot] != key { slot = (slot + 1) & Self.mask }
    if bucketKeys[slot] == 0 {
      bucketKeys[slot] = key
      bucketValues[slot] = (UInt32(form), 0)
    }
    bucketValues[slot].count += 1
  }

  /// Decodes one scalar of text that is known to be UTF-8.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Unicode.Scalar {
    let lead = UInt32(bytes[position])
    let more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
    var value = more == 0 ? lead : lead & (0x3F >> UInt32(more))
    for step in 0..<more where position + 1 + step < bytes.count {
      value = value << 6 | UInt32(bytes[position + 1 + step] & 0x3F)
    }
    position += 1 + more
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
