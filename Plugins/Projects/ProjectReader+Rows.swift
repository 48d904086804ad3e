import Extraction
import GraphModel

/// Rows that say of themselves that they are projects: by 等…项目, and by their number.
extension ProjectReader {
  /// X、Y等117个建成项目: each named example is a project.
  func examples(before position: Int, floor: Int) -> [ProjectCandidate]? {
    let text = context.folded
    var mark = position
    while mark > floor, position - mark < 14, text[mark - 1] != "等" { mark -= 1 }
    guard mark > floor, text[mark - 1] == "等", covers(Span(mark, position)) || isCounted(Span(mark, position)) else {
      return nil
    }
    // 甲、乙等重点项目和企业: which of them are companies is not told.
    if position + 2 < text.count, words.andCompanies.longestMatch(in: text, at: position + 2) != nil { return nil }
    let isCounted = text[Span(mark, position)].contains { "个余多项".unicodeScalars.contains($0) }
    let items = row(before: mark - 1, floor: floor).items.reversed().filter { item in
      // A zone that the text names elsewhere too stays one.
      !evidence.isOtherName(item, butZone: true) && item.count >= 3
        && !(evidence.zone(item).map { context.spans(of: $0).count > 1 } ?? false)
    }
    // 主题乐园、精品酒店等项目: kinds of projects, where no number says how many they are and none of them has a name.
    guard isCounted || items.count < Self.manyKinds || items.contains(where: evidence.isTelling) else { return [] }
    let sure = items.filter { item in
      let isLasting = words.concrete.longestMatch(in: text, endingAt: item.end, limit: item.start) != nil
      return evidence.points(item) + (isLasting ? 1 : 0) >= ProjectEvidence.enough
    }
    // In a long list that is mostly names the others are names too.
    let isList = items.count >= 4 && sure.count * 2 >= items.count
    let found = isList ? items.filter { $0.count >= 4 && evidence.points($0) > 0 } : sure
    return found.map { item in
      let name = evidence.uncounted(item)
      return ProjectCandidate(span: name, core: name, rule: "project.example", confidence: 0.75)
    }
  }

  /// A row of so many everyday phrases counts up kinds.
  private static let manyKinds = 5

  /// 甲项目、乙生产基地、丙项目: what stands between two projects of a row is one.
  func isBehindProject(_ item: Span) -> Bool {
    let text = context.folded
    return item.start > 2 && text[item.start - 1] == "、" && text[item.start - 2] == "目" && text[item.start - 3] == "项"
  }

  /// 甲产业园、乙电子、丙电机三个项目: as many names as the number behind them says are all projects.
  func counted(before position: Int, floor: Int) -> [ProjectCandidate]? {
    let text = context.folded
    let measures = stride(from: position - 1, through: max(floor + 4, position - 10), by: -1)
    guard let measure = measures.first(where: { "个大项".unicodeScalars.contains(text[$0]) && isNumeral(text[$0 - 1]) }),
      covers(Span(measure, position))
    else { return nil }
    var start = measure
    while start > floor, measure - start < 3, isNumeral(text[start - 1]) { start -= 1 }
    guard let number = number(Span(start, measure)), (2...20).contains(number) else { return nil }
    let items = row(before: start, floor: floor).parts
    guard items.count == number,
      items.allSatisfy({ $0.count >= 3 && !evidence.isGeneric($0) && !evidence.isSentence($0) }),
      items.filter({ evidence.points($0) >= 3 }).count * 2 >= number
    else { return nil }
    return items.reversed().filter { !evidence.isOtherName($0, butZone: true) }.map {
      ProjectCandidate(span: $0, core: $0, rule: "project.counted", confidence: 0.75)
    }
  }

  /// 15个创客: behind a number, any kind.
  private func isCounted(_ span: Span) -> Bool {
    let text = context.folded
    guard let measure = text[span].firstIndex(where: { "个大项".unicodeScalars.contains($0) }), measure > span.start,
      span.end - measure <= 7
    else { return false }
    return text[Span(span.start, measure)].allSatisfy { isNumeral($0) || "百余多几".unicodeScalars.contains($0) }
      && text[Span(measure, span.end)].allSatisfy { $0.isHan && $0 != "的" && $0 != "等" }
  }

  private func isNumeral(_ scalar: Unicode.Scalar) -> Bool { scalar == "两" || ChineseNumeral.digit(scalar) != nil }

  /// 3, 12, 三, 十二, 两.
  private func number(_ span: Span) -> Int? {
    let text = context.folded
    let digits = text[span].compactMap { $0 == "两" ? 2 : ChineseNumeral.digit($0) }
    switch digits.count {
    case 1: return digits[0]
    case 2: return text[span.start] == "十" ? 10 + digits[1] : digits[0] * 10 + digits[1] % 10
    default: return nil
    }
  }

  private func covers(_ span: Span) -> Bool { words.covers(words.kinds, context.folded, span) }
}
