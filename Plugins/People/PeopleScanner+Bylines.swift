import Extraction
import GraphModel

/// Those who made the report: names beside a byline's word, and names in brackets at its end.
extension PeopleScanner {
  mutating func readBylines() {
    var index = 0
    while let mark = words.byline.firstMatch(in: text, from: index)?.span {
      var start = mark.end
      while start < text.count, " :/|".unicodeScalars.contains(text[start]) { start += 1 }
      let isSpelled = mark.count >= 2
      if start > mark.end || isSpelled, context.words.boundaryExcess(at: mark.start) <= 10 {
        readByline(from: start, isLoose: start == mark.end)
      }
      index = mark.end
    }
    for index in context.places(of: "(") where index + 1 < text.count {
      guard let name = weigher.best(at: index + 1, threshold: 0), name.span.end < text.count else { continue }
      var end = name.span.end
      while end < text.count, text[end] == " " { end += 1 }
      if words.bylineAfter.longestMatch(in: text, at: end) != nil { record(name, .byline) }
    }
    readSignatures()
  }

  /// (经济合作局 石伟 周慈庆 供稿): names between blanks before a byline's word.
  private mutating func readSignatures() {
    for bracket in context.places(of: "(") {
      let open = bracket + 1
      var index = open
      while index < text.count, index - open < 60, !Self.bracketEnds.contains(text[index]) {
        if index > open, words.bylineAfter.longestMatch(in: text, at: index) != nil {
          readNames(from: open, before: index)
        }
        index += 1
      }
    }
  }

  /// 出席:甲某 乙某 丙某: the names of a line of minutes that tells who was there.
  mutating func readRosters() {
    for mark in context.places(of: ":") {
      guard let label = words.rosterLabels.longestMatch(in: text, endingAt: mark), isLineStart(label.start) else {
        continue
      }
      var position = mark + 1
      while position < text.count {
        while position < text.count, " 、,".unicodeScalars.contains(text[position]) { position += 1 }
        guard let name = weigher.best(at: position, threshold: 8),
          name.span.end == text.count || " 、,。;(\n".unicodeScalars.contains(text[name.span.end])
        else { break }
        record(name, .list)
        position = name.span.end
      }
    }
  }

  private func isLineStart(_ start: Int) -> Bool {
    var start = start
    while start > 0, text[start - 1] == " " { start -= 1 }
    return start == 0 || text[start - 1] == "\n"
  }

  private static let bracketEnds: ScalarSet = "()\n"

  /// Names between blanks, the last of them right before a byline's word.
  private mutating func readNames(from open: Int, before end: Int) {
    for start in open..<end where start > 0 && " (、".unicodeScalars.contains(text[start - 1]) {
      guard let name = weigher.best(at: start, threshold: bylineThreshold), name.span.end <= end else { continue }
      if name.span.end == end || !text[name.span.end].isHan { record(name, .byline) }
    }
  }

  private mutating func readByline(from start: Int, isLoose: Bool) {
    var position = start
    var count = 0
    while count < 12, let name = weigher.best(at: position, threshold: isLoose && count == 0 ? 8 : bylineThreshold) {
      record(name, .byline)
      count += 1
      position = name.span.end
      while position < text.count, " 、,/&".unicodeScalars.contains(text[position]) { position += 1 }
      guard position > name.span.end else { return }
    }
  }
}
