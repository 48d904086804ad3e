import Extraction
import GraphModel

/// Finds the numbers of documents, in whatever brackets: each starts at a 号 and is read to the left.
struct DocumentNumberReader {
  private let context: ExtractionContext
  private let text: ScalarText
  private let words = DocumentWords.embedded

  /// The longest name of a body or its abbreviation, in scalars.
  private static let longestAgency = 16

  init(_ context: ExtractionContext) {
    self.context = context
    text = context.folded
  }

  /// The numbers in order of their place.
  func numbers() -> [DocumentNumber] {
    var found: [DocumentNumber] = []
    var floor = 0
    for index in 0..<text.count where text[index] == "号" {
      guard let number = number(endingAt: index, floor: floor) else { continue }
      found.append(number)
      floor = number.span.end
    }
    return found
  }

  private func number(endingAt mark: Int, floor: Int) -> DocumentNumber? {
    let figureEnd = skipped(mark, floor)
    var start = figureEnd
    while start > floor, Self.isNumeral(text[start - 1]), figureEnd - start < 8 { start -= 1 }
    guard start < figureEnd else { return nil }
    let figure = context.text.string(Span(start, figureEnd))
    start = skipped(start, floor)
    let hasOrdinal = start > floor && text[start - 1] == "第"
    if hasOrdinal { start = skipped(start - 1, floor) }
    guard start > floor else { return nil }
    if text[start - 1] == "]" || text[start - 1] == ")" {
      guard let year = year(endingAt: start - 1, floor: floor), year.start > floor, "[(".has(text[year.start - 1])
      else { return nil }
      return yearly(year, figure, upTo: mark + 1, floor: floor)
    }
    if text[start - 1] == "年", let year = year(endingAt: start, floor: floor) {
      let before = skipped(year.start, floor)
      let printed = "\(context.text.string(Span(year.start, year.start + 4)))年第\(figure)号"
      return order(endingAt: before, printed, upTo: mark + 1, floor: floor)
        ?? orderBehind(from: before, printed, upTo: mark + 1, floor: floor)
    }
    if text[start - 1] == "(", hasOrdinal {
      // 国务院令(第710号)
      let close = mark + 1 < text.count && text[mark + 1] == ")" ? mark + 2 : mark + 1
      return order(endingAt: start - 1, "第\(figure)号", upTo: close, floor: floor)
    }
    return order(endingAt: start, "第\(figure)号", upTo: mark + 1, floor: floor)
      ?? (hasOrdinal ? orderBehind(from: start, "第\(figure)号", upTo: mark + 1, floor: floor) : nil)
  }

  /// 国发〔2024〕3号: an abbreviated body before a year in brackets.
  private func yearly(_ year: Span, _ figure: String, upTo end: Int, floor: Int) -> DocumentNumber? {
    let agencyEnd = skipped(year.start - 1, floor)
    let start = agencyStart(endingAt: agencyEnd, floor: floor)
    guard agencyEnd - start >= 2 else { return nil }
    let agency = context.text.string(Span(start, agencyEnd))
    let year = context.text.string(Span(year.start, year.start + 4))
    return DocumentNumber(span: Span(start, end), name: "\(agency)〔\(year)〕\(figure)号")
  }

  /// 国务院令第710号: a body and 令 or 公告 before the figure.
  private func order(endingAt end: Int, _ printed: String, upTo close: Int, floor: Int) -> DocumentNumber? {
    guard let kind = words.order.longestMatch(in: text, endingAt: end, limit: floor),
      let body = body(endingAt: kind.start, floor: floor)
    else { return nil }
    let name = context.text.string(Span(body.start, end)) + printed
    return DocumentNumber(span: Span(body.start, close), name: name)
  }

  /// 财政部2023年第12号公告: the kind behind the figure.
  private func orderBehind(from start: Int, _ printed: String, upTo mark: Int, floor: Int) -> DocumentNumber? {
    guard let kind = words.orderForward.longestMatch(in: text, at: mark), let body = body(endingAt: start, floor: floor)
    else { return nil }
    let name = context.text.string(body) + context.text.string(Span(mark, kind.end)) + printed
    return DocumentNumber(span: Span(body.start, kind.end), name: name)
  }

  private func body(endingAt end: Int, floor: Int) -> Span? {
    guard words.orderBody.longestMatch(in: text, endingAt: end, limit: floor) != nil else { return nil }
    let start = agencyStart(endingAt: end, floor: floor)
    return end - start >= 2 ? Span(start, end) : nil
  }

  /// Where the name of a body begins that ends at a position: before it stands a mark or a word that leads up to it.
  private func agencyStart(endingAt end: Int, floor: Int) -> Int {
    var start = end
    while start > floor, end - start < Self.longestAgency, text[start - 1].isHan {
      if words.agencyStop.longestMatch(in: text, endingAt: start, limit: floor) != nil { break }
      let token = context.words.token(at: start - 1)
      let leadsUp = token.wordClass == .verb || token.wordClass == .function
      if leadsUp, start < end, token.span.end == start, token.span.count > 1 { break }
      start -= 1
    }
    // 3月1日国发…, …号和国发…: the first scalar belongs to what is before.
    if end - start > 2, start > 0, text[start] == "和" || text[start] == "日", !text[start - 1].isHan || start == floor {
      start += 1
    }
    return start
  }

  /// Four figures of a year that end at a position, 年 behind them included.
  private func year(endingAt end: Int, floor: Int) -> Span? {
    var figures = skipped(end, floor)
    if figures > floor, text[figures - 1] == "年" { figures -= 1 }
    let start = figures - 4
    guard start >= floor, text[Span(start, figures)].allSatisfy({ ("0"..."9").contains($0) }),
      text[start] == "1" || text[start] == "2"
    else { return nil }
    return Span(start, figures)
  }

  /// The position behind the last scalar before one that is no blank.
  private func skipped(_ position: Int, _ floor: Int) -> Int {
    var position = position
    while position > floor, text[position - 1] == " " { position -= 1 }
    return position
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || "一二三四五六七八九十百〇零".has(scalar)
  }
}

extension String {
  /// Whether a scalar is one of this text's.
  func has(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
