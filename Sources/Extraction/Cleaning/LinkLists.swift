import GraphModel

/// Takes out lines of a web page that are nothing but links: rows of menus, lists of other articles, and single ones before and
/// after the article.
struct LinkLists: CleaningStep {
  /// The stretches of the text that are links, in order, not overlapping.
  var links: [Span]

  func apply(to text: inout CleaningText) {
    let lines = text.lines
    guard let first = lines.firstIndex(where: \.isProse), let last = lines.lastIndex(where: \.isProse) else { return }
    var removed: [Removal] = []
    var row: [TextLine] = []
    var next = 0
    func close(isInside: Bool) {
      if !isInside || row.count >= 3 {
        removed += row.map { Removal(span: $0.whole, reason: "navigation") }
      }
      row = []
    }
    for (index, line) in lines.enumerated() where !line.isEmpty {
      while next < links.count, links[next].end <= line.span.start { next += 1 }
      var linked = 0
      var number = 0
      var link = next
      while link < links.count, links[link].start < line.span.end {
        let part = Span(
          max(links[link].start, line.span.start), max(links[link].start, min(links[link].end, line.span.end)))
        let count = text.folded[part].lazy.filter { !FurnitureLine.isSeparator($0) }.count
        linked += count
        number += count > 0 ? 1 : 0
        link += 1
      }
      let words = text.folded[line.content].lazy.filter { !FurnitureLine.isSeparator($0) }.count
      let isLinks = number > 0 && linked * 5 >= words * 4 && !line.isProse
      if isLinks {
        row.append(line)
        if number >= 3 { removed += row.map { Removal(span: $0.whole, reason: "navigation") }; row = [] }
      } else {
        close(isInside: index > first && index <= last)
      }
    }
    close(isInside: false)
    text.remove(removed)
  }
}
