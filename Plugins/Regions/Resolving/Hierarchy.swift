import Extraction
import GraphModel

/// The divisions as they were when a document was written.
struct Hierarchy {
  let gazetteer: Gazetteer
  /// The document's year, where it is known.
  let year: Int?

  /// Which county a later one followed, by their lines; told at first use.
  private static let predecessors = Gazetteer.embedded.predecessors()
  /// Divisions that ended before this year are no reading of a document without a date.
  private static let undatedFrom = 2008

  /// The divisions that a form can denote in the document, with the way in which it does: those of its year, or the
  /// nearest in time where none was there.
  func options(_ form: Int) -> [(kind: FormKind, division: Division)] {
    let all = gazetteer.references(form)
    func isFitting(_ reference: (kind: FormKind, division: Division)) -> Bool {
      guard let year else { return reference.division.lastYear >= Self.undatedFrom }
      // A county becomes a district in mid-year: in that year both names are right.
      let distance = reference.division.distance(to: year)
      return distance == 0 || reference.kind == .full && distance == 1
    }
    // Mostly there is nothing to choose from.
    if all.allSatisfy(isFitting) { return all }
    let fitting = all.filter(isFitting)
    if !fitting.isEmpty { return fitting }
    guard let year else { return all }
    let past = all.filter { $0.division.lastYear < year }
    let latest = past.map(\.division.lastYear).max() ?? 0
    return latest < year - 12 ? [] : past.filter { $0.division.lastYear == latest }
  }

  /// The year nearest to the document's in which a division was there.
  private func time(of division: Division) -> Int {
    let wanted = year ?? 2022
    return min(max(wanted, division.firstYear), division.lastYear)
  }

  /// The division right above another one.
  func parent(of division: Division) -> Division? { gazetteer.parent(of: division, in: time(of: division)) }

  /// The divisions above, the nearest first.
  func ancestors(of division: Division) -> [Division] {
    var result: [Division] = []
    var next = parent(of: division)
    while let above = next, result.count < 3 {
      result.append(above)
      next = parent(of: above)
    }
    return result
  }

  /// The county (or the city without counties) to which a town's code belongs.
  func county(ofTown code: UInt32) -> Division? {
    let county = code > 999_999 ? code / 1000 : code
    guard let division = gazetteer.division(code: county, in: year ?? 2022) else { return nil }
    // A town of a later district, in a year in which that was a county of another name and code.
    if let year, year < division.firstYear, let row = Self.predecessors[division.row] {
      let before = gazetteer.division(row)
      if before.holds(in: year) { return before }
    }
    return division
  }

  /// The official name of a division.
  func name(_ division: Division) -> String { gazetteer.name(division.row) }

  /// The level word of a division's name: 市, 县, 自治区 …
  func levelWord(_ division: Division) -> String { gazetteer.levelWord(division.row) }

  /// The level word at the end of a region's name.
  static func levelWord(_ name: String) -> String {
    var name = name
    return name.withUTF8(Gazetteer.levelWord(of:))
  }
}
