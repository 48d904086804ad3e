import Extraction
import GraphModel

/// The level words of a document that stand for its own regions: 我市, 全县, 区委, 省政府, 镇党委.
struct PlaceWords {
  /// Occurrences of one level word.
  struct Count {
    /// 我市, 本县, 全区: the spans of the two characters.
    var deictic: [Span] = []
    /// 我市 and 本市 among those.
    var own = 0
    /// Bodies and heads named without a place: 市委, 县政府, 区长; the spans of the level word.
    var bodies: [Span] = []

    /// How much speaks for a document of this level.
    var weight: Double { Double(own) * 4 + Double(deictic.count - own) * 2 + Double(bodies.count) }
  }

  /// The words `省 市 县 区 州 盟 旗 镇 乡 街道 自治区` that occur, with their counts.
  private(set) var counts: [String: Count] = [:]

  private static let bodies = RegionWords.table.words("body-of-level")
  /// Characters before 区 that make it another word: 园区, 社区, 城区.
  private static let beforeDistrict = ScalarSet("园社校小城地景库片辖灾牧矿林战军新郊山禁特发高示聚集术产济港税作功范街镇县市各")
  private static let beforeCity = ScalarSet("城都超上股楼夜门县各区地")
  private static let beforeCounty = ScalarSet("各市区郡强百乡")

  /// Reads the level word at a position.
  ///
  /// - Parameter afterName: whether a region's name ends right before it.
  mutating func read(_ text: ScalarText, at position: Int, afterName: Bool) {
    guard !afterName else { return }
    var word = String(text[position])
    var end = position + 1
    var start = position
    if text[position] == "街" {
      guard end < text.count, text[end] == "道" else { return }
      word = "街道"
      end += 1
    }
    if text[position] == "区", position >= 2, text[position - 1] == "治", text[position - 2] == "自" {
      word = "自治区"
      start -= 2
    } else if text[position] == "县" || text[position] == "州" || text[position] == "旗", position >= 2,
      text[position - 1] == "治", text[position - 2] == "自"
    {
      start -= 2
    }
    let before: Unicode.Scalar? = start > 0 ? text[start - 1] : nil
    if let before, before == "我" || before == "全" || before == "本" {
      if before == "本", end < text.count, text[end] == "级" { return }
      counts[word, default: Count()].deictic.append(Span(start - 1, end))
      if before != "全" { counts[word]?.own += 1 }
      return
    }
    if let before {
      switch word {
      case "区" where Self.beforeDistrict.contains(before): return
      case "市" where Self.beforeCity.contains(before): return
      case "县" where Self.beforeCounty.contains(before): return
      case "镇", "乡", "街道":
        if before.isHan { return }
      default: break
      }
      if before == "副" || before == "各" || before == "/" || before == ")" { return }
    }
    guard let body = Self.bodies.longestMatch(in: text, at: end) else { return }
    // 区党工委 leads a zone, no district.
    if word == "区", body.end == end + 3, text[end + 1] == "工" { return }
    counts[word, default: Count()].bodies.append(Span(start, end))
  }

  /// Whether 全区 and 我区 mean the autonomous region: its bodies are named, and those of districts no more than they.
  var isAutonomousRegion: Bool {
    guard let region = counts["自治区"] else { return false }
    return (counts["区"]?.bodies.count ?? 0) <= region.bodies.count
  }

  /// The words in the order in which a document's own level is looked for, the most likely first.
  ///
  /// A district's news speaks of the city above it too, and a city's seldom of a district without naming it: so the lower
  /// level wins unless it is rare beside the higher one.
  var likely: [String] {
    let tiers = [["镇", "乡", "街道"], ["县", "区", "旗"], ["市", "州", "盟"], ["省", "自治区"]]
    let isAutonomous = isAutonomousRegion
    let known = tiers.joined().filter { counts[$0] != nil && !(isAutonomous && $0 == "区") }
    func weight(_ word: String) -> Double {
      if isAutonomous, word == "区" { return 0 }
      let district = isAutonomous && word == "自治区" ? counts["区"]?.weight ?? 0 : 0
      return (counts[word]?.weight ?? 0) + district
    }
    let heaviest = known.map(weight).max() ?? 0
    var result: [String] = []
    for (tier, words) in tiers.enumerated() {
      for word in words.sorted(by: { (weight($0), $1) > (weight($1), $0) }) {
        let own = counts[word].map { !$0.deictic.isEmpty } ?? false
        let share = tier == 0 ? (own ? 0.4 : 0.8) : own ? 0.3 : 0.45
        if weight(word) > 0, weight(word) >= heaviest * share { result.append(word) }
      }
    }
    let rest = known.filter { !result.contains($0) }.sorted { (weight($0), $1) > (weight($1), $0) }
    return result + rest
  }
}
