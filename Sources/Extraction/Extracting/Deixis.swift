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
  /// The level of `home`.
  public var homeLevel: RegionLevel?
  /// The entity that a level word stands for here, by the folded word: `省`, `市`, `州`, `盟`, `县`, `区`, `旗`, `镇`, `乡`,
  /// `街道`, `村`, `自治区`.
  ///
  /// In a county-level city's document `市` is that city; in a district's it is the city above, where the text speaks of it.
  public var byWord: [String: EntityID] = [:]

  /// A document about which nothing is known yet.
  public init() {}

  /// The region whose body a name or title speaks of that begins with a level word and no place: 市 for 市委书记, 县 for
  /// 县政府; nil where the first word is no level word or stands for nothing here.
  ///
  /// - Parameter phrase: folded text that begins at the level word; 全, 我, 本, 该 before it are passed over.
  public func region(of phrase: ArraySlice<Unicode.Scalar>) -> EntityID? {
    var rest = phrase
    if let first = rest.first, first == "全" || first == "我" || first == "本" || first == "该" { rest = rest.dropFirst() }
    for length in [3, 2, 1] where rest.count >= length {
      var word = String.UnicodeScalarView()
      word.append(contentsOf: rest.prefix(length))
      if let entity = byWord[String(word)] { return entity }
    }
    return nil
  }
}
