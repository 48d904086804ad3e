import Extraction
import GraphModel
import RegionsTables

/// The administrative divisions of China and the forms under which they are named.
///
/// The tables are embedded in the binary, sorted; opening the gazetteer indexes them without decoding names of divisions. An
/// object, since it is passed from hand to hand for every candidate.
public final class Gazetteer: Sendable {

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
  /// Townships and their codes.
  public let towns: TownTable
  private let rows: DivisionRows
  private let forms: FormIndex

  init(divisions table: EmbeddedFile, forms: EmbeddedFile, towns: EmbeddedFile) {
    divisionTable = table
    self.towns = TownTable(towns)
    rows = DivisionRows(table)
    self.forms = FormIndex(forms, rows: rows.divisions.count)
  }

  // MARK: Divisions

  /// The division on a line of the table.
  public func division(_ row: Int) -> Division { rows.divisions[row] }

  /// The official full name of a division.
  public func name(_ row: Int) -> String { field(row, 0) }
  /// Its short name, empty where it has none.
  public func shortName(_ row: Int) -> String { field(row, 1) }

  /// The division with a code in a year; where no episode holds in that year, the nearest one.
  public func division(code: UInt32, in year: Int) -> Division? {
    var best: (distance: Int, row: Int)?
    for row in rows.byCode[code] ?? [] {
      let distance = rows.divisions[Int(row)].distance(to: year)
      if best.map({ distance <= $0.distance }) ?? true { best = (distance, Int(row)) }
    }
    return best.map { rows.divisions[$0.row] }
  }

  /// The division above another one in a year.
  public func parent(of division: Division, in year: Int) -> Division? {
    division.parentCode == 0 ? nil : self.division(code: division.parentCode, in: year)
  }

  /// The rows of divisions directly below a code that hold in a year, in the order of the table.
  public func children(of code: UInt32, in year: Int) -> [Division] {
    rows.divisions.filter { $0.parentCode == code && $0.holds(in: year) }
  }

  /// The counties that ended when another one of their city began, where the two are alone in that (户县 and 鄠邑区), by the
  /// line of the later one.
  func predecessors() -> [Int: Int] {
    var cities: [UInt32: [Division]] = [:]
    for division in rows.divisions where division.level == .county {
      cities[division.parentCode, default: []].append(division)
    }
    var found: [Int: Int] = [:]
    for counties in cities.values {
      for division in counties {
        let others = counties.filter { $0.code != division.code }
        guard !others.contains(where: { $0.firstYear == division.firstYear }) else { continue }
        let ended = others.filter { $0.lastYear + 1 == division.firstYear }
        if ended.count == 1 { found[division.row] = ended[0].row }
      }
    }
    return found
  }

  /// The level word of a division's official name: 市, 县, 自治区 …
  func levelWord(_ row: Int) -> String { Self.levelWord(of: bytes(row, 0)) }

  /// The level word at the end of a region's name.
  static func levelWord(of name: UnsafeBufferPointer<UInt8>) -> String {
    for word in longLevelWords where name.suffix(word.count).elementsEqual(word) {
      return String(decoding: word, as: UTF8.self)
    }
    let last = name.lastIndex { $0 & 0xC0 != 0x80 } ?? name.endIndex
    return String(decoding: name[last...], as: UTF8.self)
  }

  private static let longLevelWords = ["自治区", "街道"].map { Array($0.utf8) }

  private func field(_ row: Int, _ number: Int) -> String { String(decoding: bytes(row, number), as: UTF8.self) }

  /// The bytes of a field of a line.
  private func bytes(_ row: Int, _ number: Int) -> UnsafeBufferPointer<UInt8> {
    var start = Int(rows.nameStarts[row])
    for _ in 0..<number {
      while divisionTable.bytes[start] != 9 { start += 1 }
      start += 1
    }
    var end = start
    while divisionTable.bytes[end] != 9 { end += 1 }
    return UnsafeBufferPointer(rebasing: divisionTable.bytes[start..<end])
  }

  // MARK: Forms

  /// The longest form that starts at a position of a folded text.
  @inline(__always)
  public func longestMatch(in text: UnsafeBufferPointer<Unicode.Scalar>, at start: Int) -> Match? {
    guard let (end, form) = forms.longestMatch(in: text, at: start) else { return nil }
    return Match(end: end, form: form, isCommon: forms.isCommon[form])
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
    forms.references(form).map { ($0.kind, rows.divisions[$0.row]) }
  }

  /// The most telling way in which a form names a division.
  public func kind(_ form: Int) -> FormKind {
    var kind = FormKind.short
    for reference in forms.references(form) where reference.kind.rawValue < kind.rawValue { kind = reference.kind }
    return kind
  }
}
