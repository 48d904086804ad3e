import Extraction
import GraphModel

/// One-character forms of provinces and cities: 来陕, 赴浙, 融杭, 苏浙沪.
enum Abbreviations {
  private static let provinces: [Unicode.Scalar: UInt32] = [
    "京": 110000, "津": 120000, "冀": 130000, "晋": 140000, "辽": 210000, "沪": 310000, "苏": 320000, "浙": 330000, "皖": 340000,
    "闽": 350000, "赣": 360000, "鲁": 370000, "豫": 410000, "鄂": 420000, "湘": 430000, "粤": 440000, "桂": 450000, "琼": 460000,
    "渝": 500000, "川": 510000, "蜀": 510000, "黔": 520000, "滇": 530000, "藏": 540000, "陕": 610000, "甘": 620000, "宁": 640000,
    "疆": 650000, "港": 810000, "澳": 820000,
  ]
  private static let cities: [Unicode.Scalar: UInt32] = [
    "杭": 330100, "蓉": 510100, "甬": 330200, "榕": 350100, "厦": 350200, "穗": 440100, "莞": 441900, "邕": 450100,
  ]
  /// All of them: a look at a bit spares most look-ups.
  private static let forms = ScalarSet(Array(provinces.keys) + cities.keys)
  private static let verbs: ScalarSet = "来赴驻抵返离融援入在进晋"
  /// Verbs after which only these forms are places: 在宁 and 入川 are, 在京 is, 进甘 hardly.
  private static let seldom = ScalarSet("宁甘苏港澳晋辽蜀琼")
  private static let pairs = RegionWords.table.words("of-pair")
  private static let macro = ["京津冀", "粤港澳", "陕甘宁", "港澳台", "晋冀鲁豫", "晋陕豫", "晋察冀", "湘鄂赣", "闽粤赣", "陕甘", "港澳", "苏区"]

  /// The scalars at which `run(in:at:)` can find something.
  static let firstScalars = Array("来赴驻抵返离融援入在进晋江".unicodeScalars) + provinces.keys

  /// The candidates of a verb with a one-character form, or of a row of at least three such forms, at a position.
  static func run(in text: ScalarText, at position: Int, gazetteer: Gazetteer) -> [RegionCandidate]? {
    let first = text[position]
    if verbs.contains(first), let item = afterVerb(first, in: text, at: position + 1) {
      // 赴浙江省: the form is only the beginning of a name.
      return gazetteer.longestMatch(in: text, at: position + 1) == nil ? [item] : nil
    }
    guard first == "江" || forms.contains(first) && provinces[first] != nil else { return nil }
    var end = position
    while end < text.count, end - position < 8, provinces[text[end]] != nil || text[end] == "江" { end += 1 }
    // Two in a row are a pair of provinces only before words that speak of both: 黔粤合作, 湘鄂两省.
    guard end - position >= 3 || end - position == 2 && pairs.longestMatch(in: text, at: end) != nil else { return nil }
    let row = text.string(Span(position, end))
    if macro.contains(where: { row.hasPrefix($0) || row.hasSuffix($0) }) { return nil }
    if end < text.count, "高铁路线".unicodeScalars.contains(text[end]) { return nil }
    return (position..<end).compactMap { index in
      guard let code = text[index] == "江" ? 320000 : provinces[text[index]] else { return nil }
      return RegionCandidate(span: Span(index, index + 1), kind: .abbreviation(code), form: .short)
    }
  }

  private static func afterVerb(_ verb: Unicode.Scalar, in text: ScalarText, at index: Int) -> RegionCandidate? {
    guard index < text.count, forms.contains(text[index]), let code = provinces[text[index]] ?? cities[text[index]]
    else { return nil }
    if seldom.contains(text[index]), !"来赴驻抵".unicodeScalars.contains(verb) || text[index] == "宁" { return nil }
    switch (verb, text[index]) {
    case ("在", "厦"), ("入", "甘"), ("进", "川"), ("进", "港"), ("入", "港"), ("返", "港"), ("离", "港"), ("入", "藏"), ("在", "藏"),
      ("入", "苏"), ("来", "苏"), ("在", "桂"),
      ("援", "川") where index + 1 < text.count && text[index] == "藏":
      return nil
    default: break
    }
    // 来京津冀, 在川菜馆: the form goes on.
    if index + 1 < text.count,
      provinces[text[index + 1]] != nil || "菜剧系资品商籍式味片".unicodeScalars.contains(text[index + 1])
    {
      return nil
    }
    return RegionCandidate(span: Span(index, index + 1), kind: .abbreviation(code), form: .short)
  }
}
