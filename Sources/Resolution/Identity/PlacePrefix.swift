import GraphModel

/// Takes the place off the front of a body's or a company's name: 安丘市经信局, 安丘经信局, 市经信局 → 经信局.
struct PlacePrefix {
  /// Names and short names of the document's regions, the longest first.
  private let names: [IdentityText]

  init(regionNames: [String]) {
    names = Set(regionNames.map(IdentityText.init)).filter { $0.count >= 2 }.map { (name: $0, key: $0.key) }
      .sorted { ($1.name.count, $0.key) < ($0.name.count, $1.key) }.map(\.name)
  }

  /// Whether the name begins with the name of one of the document's regions and goes on after it.
  func standsBefore(_ name: IdentityText) -> Bool {
    names.contains { name.hasPrefix($0) && name.count >= $0.count + 2 }
  }

  /// The name without 中共, a region's name and a level word; what would leave less than two characters stays.
  func removed(from name: IdentityText) -> IdentityText {
    var rest = name
    if rest.hasPrefix("中共"), rest.count > 4 { rest = rest.dropFirst(2) }
    for region in names where rest.hasPrefix(region) {
      // 安丘市 + 经信局, but 安丘 + 市场监管局: no full name where its level word opens another word.
      let isWhole = !Self.levelOpensWord(rest, at: region.count - 1)
      let length = isWhole ? region.count : region.count - 1
      guard rest.count >= length + 2 else { continue }
      rest = rest.dropFirst(length)
      break
    }
    return withoutLevel(rest)
  }

  /// The name without a level word before it: 市经信局 → 经信局, but 市场监管局, 市委 and 区块链协会 stay;
  /// the party committee's 市委 is one word.
  func withoutLevel(_ name: IdentityText) -> IdentityText {
    guard let first = name.scalars.first, Self.levels.contains(first), !Self.levelOpensWord(name, at: 0),
      name.count >= 3
    else { return name }
    return name.dropFirst(1)
  }

  /// Whether the name begins with a level word that stands for a region: 市经信局, 县政府.
  static func beginsWithLevel(_ name: IdentityText) -> Bool {
    guard let first = name.scalars.first, name.count >= 2 else { return false }
    return levels.contains(first) && (name[1] == "委" || !levelOpensWord(name, at: 0))
  }

  private static let levels: ScalarSet = "省市县区州盟旗镇乡"

  private static func levelOpensWord(_ name: IdentityText, at index: Int) -> Bool {
    guard index >= 0, index + 1 < name.count else { return false }
    let next = name[index + 1]
    if next == "委" { return levels.contains(name[index]) }
    switch name[index] {
    case "市":
      // 市政府 and 市政协 are the city's, 市政工程 is not.
      if next == "政" { return index + 2 < name.count && !["府", "协", "法"].contains(name[index + 2]) }
      return ["场", "容", "民", "值"].contains(next)
    case "区": return ["域", "块"].contains(next)
    case "县", "镇": return next == "域"
    case "乡": return ["村", "镇"].contains(next)
    default: return false
    }
  }
}
