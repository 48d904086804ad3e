import Extraction
import GraphModel

/// How names of towns and villages look where no table knows them.
enum TownShapes {
  /// Whether the suffix before a position goes on as another word: 城镇|化, 乡|村.
  static func isOtherWord(after end: Int, _ text: ScalarText) -> Bool {
    guard end < text.count else { return false }
    switch (text[end - 1], text[end]) {
    case ("镇", "化"), ("镇", "域"), ("镇", "级"), ("镇", "居"), ("镇", "街"), ("乡", "村"), ("乡", "镇"), ("乡", "亲"), ("乡", "愁"),
      ("乡", "贤"), ("乡", "情"), ("乡", "土"), ("乡", "音"), ("乡", "企"), ("乡", "友"), ("乡", "创"), ("乡", "就"), ("乡", "入"),
      ("道", "口"), ("道", "化"):
      return true
    default: return false
    }
  }

  /// Whether a stretch that is a town's name somewhere is everyday words here: 部|分乡镇, 加快小城镇|建设.
  static func isEveryday(_ span: Span, _ text: ScalarText) -> Bool {
    switch (text[span.start], text[span.start + 1]) {
    case ("分", "乡"): return span.start > 0 && text[span.start - 1] == "部"
    case ("小", "城"):
      guard span.count == 3 else { return false }
      return span.start > 0 && text[span.start - 1].isHan || smallTowns.longestMatch(in: text, at: span.end) != nil
    default: return false
    }
  }

  /// What is said of small towns in general.
  private static let smallTowns = RegionWords.table.words("of-small-towns")

  private static let generic = RegionWords.table.endings("generic-town")

  /// The start of a town's name that no table knows: two to four characters after a mark or a region, in a list of towns.
  static func start(endingAt end: Int, from lowest: Int, _ text: ScalarText) -> Int? {
    guard generic.longestMatch(in: text, endingAt: end) == nil else { return nil }
    let suffix = text[end - 1] == "道" || text[end - 1] == "木" ? 2 : 1
    let count = end - suffix - lowest
    guard (1...4).contains(count), !hasCommonWord(Span(lowest, end - suffix), text),
      lowest == 0 || isBoundary(text[lowest - 1]) || text[lowest - 1] == "县" || text[lowest - 1] == "区"
        || text[lowest - 1] == "市"
    else { return nil }
    // Outside a list the shape alone says too little.
    let isListed =
      (end < text.count && text[end] == "、") || (lowest > 0 && text[lowest - 1] == "、")
      || bodies.longestMatch(in: text, at: end) != nil
    return isListed && Span(lowest, end).range.allSatisfy({ !functionScalars.contains(text[$0]) }) ? lowest : nil
  }

  /// Whether nothing in a stretch speaks against its being a town's name.
  static func isName(_ span: Span, _ text: ScalarText) -> Bool {
    generic.longestMatch(in: text, endingAt: span.end) == nil
      && span.range.allSatisfy { text[$0].isHan && !functionScalars.contains(text[$0]) }
  }

  private static let bodies = RegionWords.table.words("body-of-town")

  private static let functionScalars = ScalarSet("的在和与及各全我对把为向到从是了被让等这那其有个级些由")

  private static let genericVillages = RegionWords.table.endings("generic-village")
  /// Words that are no names by themselves, but end names: 洪山村.
  private static let wholeWords = Set(
    ["山村", "渔村", "大村", "小村", "老村", "新村", "古村", "名村", "富村", "中村", "一村", "县村", "新农村", "老社区", "大社区", "小社区"])

  private static let genericCommunities = RegionWords.table.endings("generic-community")
  private static let lead = RegionWords.table.words("before-village")

  /// The start of a village's name: two to four characters after a mark, a region's name or a verb of going.
  static func villageStart(endingAt end: Int, suffix: Int, limit: Int, _ text: ScalarText) -> Int? {
    let other = suffix == 1 ? genericVillages : genericCommunities
    guard other.longestMatch(in: text, endingAt: end) == nil else { return nil }
    if end < text.count, "民镇级庄干居务两支落委集企社小容口官".unicodeScalars.contains(text[end]), suffix == 1,
      !(text[end] == "委" || text[end] == "支")
    {
      return nil
    }
    var start = end - suffix
    while start > limit, text[start - 1].isHan { start -= 1 }
    let isOpen = start > 0 && start == limit && text[start - 1].isHan
    if let verb = lead.longestMatch(in: text, at: start, limit: end) { start = verb.end }
    while let verb = verbEnd(at: start, limit: end - suffix, text) { start = verb }
    let count = end - suffix - start
    guard (2...4).contains(count), start == 0 || !isOpen || start == limit else { return nil }
    if isOpen, limit == end - suffix - 8 { return nil }
    if count == 4, suffix == 1, hasCommonWord(Span(start, end - suffix), text) { return nil }
    guard Span(start, end).range.allSatisfy({ !functionScalars.contains(text[$0]) }),
      !wholeWords.contains(text.string(Span(start, end)))
    else { return nil }
    return start
  }

  /// Whether a stretch that no table knows holds a word of everyday language: 会议由|镇, 最后|镇.
  private static func hasCommonWord(_ span: Span, _ text: ScalarText) -> Bool {
    for start in span.range {
      var isCommon = false
      Lexicon.words.forEachMatch(in: text, at: start) { end, entry in
        if end - start >= 2, end <= span.end, entry.cost <= commonCost, entry.wordClass != .place { isCommon = true }
      }
      if isCommon { return true }
    }
    return "长记任员".unicodeScalars.contains(text[span.end - 1])
      || span.count >= 3 && span.range.contains { "长记任".unicodeScalars.contains(text[$0]) }
  }

  /// Words at least as common as this (quarters of nats) are seldom names of towns.
  private static let commonCost: UInt8 = 42

  /// The end of a verb of two or more characters at a position: 介绍|孟庄村.
  private static func verbEnd(at start: Int, limit: Int, _ text: ScalarText) -> Int? {
    var verb: Int?
    Lexicon.words.forEachMatch(in: text, at: start) { end, entry in
      if end - start >= 2, end <= limit, entry.cost <= commonCost,
        entry.wordClass == .verb || entry.wordClass == .function
      {
        verb = end
      }
    }
    return verb
  }

  /// Whether a scalar ends what stands before it.
  static func isBoundary(_ scalar: Unicode.Scalar) -> Bool { !scalar.isHan }
}
