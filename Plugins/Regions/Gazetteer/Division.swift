import Extraction

/// One administrative division at county level or above, during the years in which its name and parent did not change.
public struct Division: Hashable, Sendable {
  /// Its line in the table: the identity of this episode.
  public var row: Int
  /// Province, prefecture or county.
  public var level: RegionLevel
  /// The six-digit code of GB/T 2260 at the end of the episode.
  public var code: UInt32
  /// The code of the division above; 0 for a province.
  public var parentCode: UInt32
  /// The first year at whose end the name held; 0: before 1981.
  public var firstYear: Int
  /// The last year at whose end it held; 9999: still so.
  public var lastYear: Int

  /// Whether the division had this name and parent at the end of a year.
  public func holds(in year: Int) -> Bool { firstYear <= year && year <= lastYear }
  /// How many years lie between a year and the episode; 0 inside it.
  public func distance(to year: Int) -> Int { max(0, firstYear - year, year - lastYear) }
}

/// How a form of the table names a division.
public enum FormKind: UInt8, Sendable, Hashable {
  /// The official full name: 临安区.
  case full
  /// Shortened, with a suffix: 恩施州.
  case middle
  /// Without a suffix: 临安.
  case short
}
