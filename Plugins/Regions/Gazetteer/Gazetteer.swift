import Extraction
import GraphModel
import RegionsTables

/// The administrative divisions of China and the forms under which they are named.
///
/// The tables are embedded in the binary, sorted; opening the gazetteer indexes them without decoding names.
public final class Gazetteer: @unchecked Sendable {
  // Safe to share: nothing changes after `init`; an object, since it is passed from hand to hand for every candidate.

  /// The tables of this binary, opened at first use.
  public static let embedded = Gazetteer(
    divisions: EmbeddedFile(tupu_regions_divisions(), count: tupu_regions_divisions_count()),
    forms: EmbeddedFile(tupu_regions_forms(), count: tupu_regions_forms_count()),
    towns: EmbeddedFile(tupu_regions_towns(), count: tupu_regions_towns_count()))

  /// A form of the table that was found in a text.
  public struct Match: Hashable, Sendable {
    /// The position after the form.
    public var end: Int
    /// The form's line.
    public var form: Int
    /// Whether news use the form in another sense too.
    public var isCommon: Bool
  }

  private let divisionTable: EmbeddedFile
  private let formTable: EmbeddedFile
  /// Townships and their codes.
  public let towns: TownTable
  private var nameStarts: [UInt32] = []
  private var divisions: [Division] = []
  private var rowsByCode: [UInt32: [Int32]] = [:]
  private var scalars: [Unicode.Scalar] = []
  private var formStarts: [UInt32] = [0]
  private var referenceStarts: [UInt32] = []
  private var common: [Bool] = []
  private var bucketKeys: [UInt64] = []
  private var bucketValues: [(first: UInt32, count: UInt32)] = []
  private let mask: Int

  init(divisions table: EmbeddedFile, forms: EmbeddedFile, towns: EmbeddedFile) {
    divisionTable = table
    formTable = forms
    self.towns = TownTable(towns)
    mask = 0x3FFF
    bucketKeys = Array(repeating: 0, count: mask + 1)
    bucketValues = Array(repeating: (0, 0), count: mask + 1)
    readDivisions()
    readForms()
  }

  // MARK: Divisions

  /// The division on a line of the table.
  public func division(_ row: Int) -> Division { divisions[row] }

  /// The official full name of a division.
  public func name(_ row: Int) -> String { field(row, 0) }
  /// Its short name, empty where it has none.
  public func shortName(_ row: Int) -> String { field(row, 1) }

  /// The division with a code in a year; where no episode holds in that year, the nearest one.
  public func division(code: UInt32, in year: Int) -> Division? {
    guard let rows = rowsByCode[code] else { return nil }
    return rows.map { divisions[Int($0)] }.min { ($0.distance(to: year), -$0.row) < ($1.distance(to: year), -$1.row) }
  }

  /// The division above another one in a year.
  public func parent(of division: Division, in year: Int) -> Division? {
    division.parentCode == 0 ? nil : self.division(code: division.parentCode, in: year)
  }

  /// The rows of divisions directly below a code that hold in a year, in the order of the table.
  public func children(of code: UInt32, in year: Int) -> [Division] {
    divisions.filter { $0.parentCode == code && $0.holds(in: year) }
  }

  private func field(_ row: Int, _ number: Int) -> String {
    var start = Int(nameStarts[row])
    for _ in 0..<number {
      while divisionTable.bytes[start] != 9 { start += 1 }
      start += 1
    }
    var end = start
    while divisionTable.bytes[end] != 9 { end += 1 }
    return String(decoding: divisionTable.bytes[start..<end], as: UTF8.self)
  }

  private func readDivisions() {
    let bytes = divisionTable.bytes
    divisions.reserveCapacity(bytes.count / 40)
    nameStarts.reserveCapacity(bytes.count / 40)
    var position = 0
    func number() -> UInt32 {
      var value: UInt32 = 0
      while position < bytes.count, bytes[position] != 9, bytes[position] != 10 {
        value = value &* 10 &+ UInt32(bytes[position] &- 48)
        position += 1
      }
      position += 1
      return value
    }
    func skip() {
      while position < bytes.count, bytes[position] != 9 { position += 1 }
      position += 1
    }
    while position < bytes.count {
      let level = RegionLevel(rawValue: Int(number())) ?? .county
      let code = number()
      nameStarts.append(UInt32(position))
      skip()
      skip()
      let parent = number()
      let first = Int(number())
      let last = Int(number())
      rowsByCode[code, default: []].append(Int32(divisions.count))
      divisions.append(
        Division(
          row: divisions.count, level: level, code: code, parentCode: parent, firstYear: first, lastYear: last))
    }
  }

  // MARK: Forms

  /// The longest form that starts at a position of a folded text.
  @inline(__always)
  public func longestMatch(in text: UnsafeBufferPointer<Unicode.Scalar>, at start: Int) -> Match? {
    guard start + 1 < text.count else { return nil }
    let key = Self.key(text[start], text[start + 1])
    var slot = Self.slot(key) & mask
    while bucketKeys[slot] != key {
      if bucketKeys[slot] == 0 { return nil }
      slot = (slot + 1) & mask
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
        if index == count { return Match(end: start + count, form: form, isCommon: common[form]) }
      }
      form -= 1
    }
    return nil
  }

  /// The longest form that starts at a position of a folded text.
  public func longestMatch(in text: ScalarText, at start: Int) -> Match? {
    text.scalars.withUnsafeBufferPointer { longestMatch(in: $0, at: start) }
  }

  /// The line of exactly this form.
  public func form(_ word: ArraySlice<Unicode.Scalar>) -> Match? {
    word.withUnsafeBufferPointer { word in
      guard let match = longestMatch(in: word, at: 0), match.end == word.count else { return nil }
      return match
    }
  }

  /// The line of exactly this form.
  public func form(_ word: String) -> Match? { form(ArraySlice(word.unicodeScalars)) }

  /// The divisions that a form names, with the way in which it does, in the order of the table.
  public func references(_ form: Int) -> [(kind: FormKind, division: Division)] {
    let bytes = formTable.bytes
    var position = Int(referenceStarts[form])
    var result: [(FormKind, Division)] = []
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
      if row < divisions.count { result.append((kind, divisions[row])) }
    }
    return result
  }

  @inline(__always) private static func key(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> UInt64 {
    UInt64(a.value) << 21 | UInt64(b.value)
  }

  @inline(__always) private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }

  private func readForms() {
    let bytes = formTable.bytes
    var position = 0
    while position < bytes.count {
      while position < bytes.count, bytes[position] != 9 {
        scalars.append(Self.decode(bytes, &position))
      }
      formStarts.append(UInt32(scalars.count))
      position += 1
      common.append(position < bytes.count && bytes[position] == UInt8(ascii: "1"))
      position += 2
      referenceStarts.append(UInt32(position))
      while position < bytes.count, bytes[position] != 10 { position += 1 }
      position += 1
      index(form: formStarts.count - 2)
    }
  }

  private func index(form: Int) {
    let from = Int(formStarts[form])
    guard scalars.count >= from + 2 else { return }
    let key = Self.key(scalars[from], scalars[from + 1])
    var slot = Self.slot(key) & mask
    while bucketKeys[slot] != 0, bucketKeys[slot] != key { slot = (slot + 1) & mask }
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
