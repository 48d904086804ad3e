import GraphModel

/// Takes the headline from the first line, without taking anything out but a file name's ending.
struct Headline: CleaningStep {
  private static let endings = [".docx", ".doc", ".pdf", ".pptx", ".ppt", ".wps", ".txt"].map {
    Array($0.unicodeScalars)
  }
  private static let longest = 120

  func apply(to text: inout CleaningText) {
    let folded = text.folded
    guard let line = text.lines.first(where: { !$0.isEmpty }),
      !line.isProse || line.content.count <= 80,
      !line.hasStop, line.hanzi >= 4, line.content.count <= Self.longest
    else { return }
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
