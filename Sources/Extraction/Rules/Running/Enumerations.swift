import GraphModel

/// Mentions that stand in one row: A、B和C.
struct Enumerations {
  private var group: [Span: Int] = [:]
  /// The most items of a row that a link is spread over.
  private static let mostItems = 200

  /// Finds the rows among mentions.
  init(_ mentions: [Mention], _ scene: RuleScene) {
    var number = 0
    var last: Span?
    for span in Set(mentions.map(\.span)).sorted() {
      if let before = last, !Self.joins(before, span, scene) { number += 1 }
      group[span] = number
      last = span
    }
  }

  /// Whether two mentions stand in one row.
  func areTogether(_ one: Span, _ other: Span) -> Bool { group[one] != nil && group[one] == group[other] }

  /// The mentions of a row, in order.
  static func items(around span: Span, in mentions: [Mention], _ scene: RuleScene) -> [Mention] {
    guard let index = mentions.firstIndex(at: span) else { return [] }
    var first = index
    var last = index
    while first > 0, last - first < mostItems, joins(mentions[first - 1].span, mentions[first].span, scene) {
      first -= 1
    }
    while last + 1 < mentions.count, last - first < mostItems,
      joins(mentions[last].span, mentions[last + 1].span, scene)
    {
      last += 1
    }
    return Array(mentions[first...last])
  }

  /// Whether nothing but marks and words of enumerations stands between two spans.
  private static func joins(_ before: Span, _ after: Span, _ scene: RuleScene) -> Bool {
    guard after.start > before.end, after.start - before.end <= 3 else { return after.start == before.end }
    var rest = scene.text[Span(before.end, after.start)]
    if ["、", ",", "和", "与", "及", "”", "》"].contains(rest.first) { rest.removeFirst() }
    if rest.first == "以", rest.dropFirst().first == "及" { rest.removeFirst(2) }
    if ["和", "与", "“", "《"].contains(rest.first) { rest.removeFirst() }
    return rest.isEmpty
  }
}

extension [Mention] {
  /// Index of the first one that fills a span.
  fileprivate func firstIndex(at span: Span) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].span < span { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].span == span ? low : nil
  }
}
