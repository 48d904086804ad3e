import GraphModel

/// Takes out the lines around an article and inside it that are none of it: navigation, date and source lines, counters, share
/// buttons, editors, owners' and platforms' lines. What they say of date, source and authors goes to the metadata.
struct PageFurniture: CleaningStep {
  func apply(to text: inout CleaningText) {
    var reader = FurnitureReader(text.folded, lines: text.lines)
    reader.read()
    reader.facts.write(to: &text)
    text.remove(reader.removed)
  }
}
