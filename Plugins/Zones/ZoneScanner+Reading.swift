import Extraction
import GraphModel

/// What before an ending is no part of a zone's name, or makes the whole no zone.
extension ZoneScanner {
  /// A name behind a second event or behind the places it was put beside: 12月份暨|甲湖高新区, 深圳·甲县·|乙经开区.
  func behindJoint(_ start: Int, before end: Int) -> Int {
    var result = start
    for position in start..<max(start, end - 1) {
      if text[position] == "暨", text[position + 1] != "南" { result = position + 1 }
      if text[position] == "·", divisions.span(endingAt: position) != nil,
        divisions.span(startingAt: position + 1) != nil
      {
        result = position + 1
      }
      // 国家级|甲经济技术开发区
      if text[position] == "级", position > start, text[position - 1] == "家",
        divisions.span(startingAt: position + 1) != nil
      {
        result = position + 1
      }
    }
    return result
  }

  /// A name that begins with a side of the sky: 到|东甲湖度假区.
  func withItsSide(_ start: Int, before end: Int) -> Int {
    guard start > 0, end - start >= 2, text[start].isHan, "东西南北".unicodeScalars.contains(text[start - 1]),
      !divisions.covers(start - 1), !divisions.covers(start) || divisions.span(at: start)?.start == start,
      start == 1 || lattice.boundaryExcess(at: start - 1) <= lattice.boundaryExcess(at: start)
    else { return start }
    return start - 1
  }

  /// 甲县建设乙示范区, 全岛建设自由贸易试验区: what a place is to build.
  func isToBeBuilt(_ start: Int, before end: Int) -> Bool {
    guard end - start >= 4 else { return false }
    for position in start + 1..<end - 1 where text[position] == "建" && text[position + 1] == "设" {
      // 甲市建设路乙产业园, 甲市建设局: a name or a body, no deed.
      if position + 2 < text.count, "路局银街大集村乡镇部厅委".unicodeScalars.contains(text[position + 2]) { return false }
      return divisions.span(endingAt: position) != nil
        || position - start == 2 && "全我本".unicodeScalars.contains(text[start])
    }
    return false
  }

  /// Whether what stands before an ending counts or orders: 第三|片区, “一轴一带一|新城”, 国家级|开发区.
  func isCounting(_ own: Span, kind: Span) -> Bool {
    guard !own.isEmpty else { return false }
    if kind.count == 2, text[kind.start] == "片", Self.numerals.contains(text[own.end - 1]), text[own].contains("第") {
      return true
    }
    guard Self.numerals.contains(text[own.start]), (3...9).contains(own.count), !text[own].contains("”") else {
      return false
    }
    let count = text[own].count { Self.numerals.contains($0) }
    let isInMarks = own.start > 0 && text[own.start - 1] == "“"
    return count >= 3 || isInMarks && count == 2 && Self.numerals.contains(text[own.start + 2])
  }

  private static let numerals: ScalarSet = "一二三四五六七八九十两双多N"

  /// 添国家级|开发区, 国家级甲产业|先行区: a rank that is aimed at or given, no name.
  func isRank(_ own: Span) -> Bool {
    (own.start..<max(own.start, own.end - 2)).contains { position in
      text[position] == "国" && text[position + 1] == "家" && text[position + 2] == "级"
    }
  }

  /// 甲集团西南|生产基地, 叶片生产基地|二期: a company's works.
  func isWorks(_ own: Span, end: Int) -> Bool {
    let isPhased =
      end + 1 < text.count && text[end + 1] == "期"
      && (text[end].isLatinOrDigit || Self.numerals.contains(text[end]))
    return isPhased || words.quarters.longestMatch(in: text, endingAt: own.end, limit: own.start) != nil
      || words.owners.lastMatch(in: text, before: own.end, limit: own.start) != nil
  }
}
