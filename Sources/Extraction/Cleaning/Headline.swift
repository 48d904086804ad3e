import GraphModel

/// Takes the headline from the first line, without taking anything out but a file name's ending.
struct Headline: CleaningStep {
  private static let endings = [".docx", ".doc", ".pdf", ".pptx", ".ppt", ".wps", ".txt"].map {
    Array($0.unicodeScalars)
  }
  private static let longest = 120

  func apply(to text: inout CleaningText) {
    let lines = text.lines.lazy.filter { !$0.isEmpty }.prefix(2)
    guard var line = lines.first, !line.isProse || line.content.count <= 80,
      !line.hasStop, line.hanzi >= 2, line.content.count <= Self.longest
    else { return }
    // A short first line over a longer one is the name of a column.
    if line.hanzi <= 6, let second = lines.dropFirst().first, second.hanzi >= 8, !second.isProse, !second.hasStop {
      line = second
    }
    guard line.hanzi >= 4 else { return }
    var content = line.content
    for ending in Self.endings
    where content.count > ending.count && text.folded[content].suffix(ending.count).elementsEqual(ending) {
      content.end -= ending.count
      text.remove([Span(content.end, content.end + ending.count)], reason: "file-name")
      break
    }
    if text.metadata.title == nil { text.metadata.title = text.text.string(content) }
  }
}
