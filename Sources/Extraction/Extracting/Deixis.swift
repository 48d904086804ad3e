import GraphModel

/// The level of an administrative division in China.
public enum RegionLevel: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// 省, 自治区, 直辖市.
  case province = 1
  /// 地级市, 地区, 自治州, 盟.
  case prefecture = 2
  /// 县, 县级市, 区, 旗.
  case county = 3
  /// 镇, 乡, 街道.
  case township = 4
  /// 村, 社区.
  case village = 5

  /// The higher division comes first.
  public static func < (a: RegionLevel, b: RegionLevel) -> Bool { a.rawValue < b.rawValue }
}

/// What the place-words of a document (我市, 全县, 市委, 区政府, 省) stand for.
public struct Deixis: Sendable {
  /// The region whose document it is.
  public var home: EntityID?
  /// The entity that a level word stands for here, by the folded word: `市`, `县`, `区`, `省`, `州`, `旗`, `镇`, `乡`, `街道`, `村`.
  public var byWord: [String: EntityID] = [:]

  /// A document about which nothing is known yet.
  public init() {}
}
