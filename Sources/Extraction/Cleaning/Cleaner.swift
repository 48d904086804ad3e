import GraphModel

/// The cleaning steps in their order.
struct Cleaner {
  private static let steps: [any CleaningStep & Sendable] = [
    InvisibleCharacters(), LineEnds(), PinyinGlosses(), DoubledMarks(), ImageNames(), PageMarks(), PageFurniture(),
    InlineFurniture(), ShareNumbering(), RepeatedBody(), WrappedLines(), BlanksInChinese(), Headline(), Bylines(),
  ]

  /// Cleans a text.
  ///
  /// - Parameter metadata: what is known beside the text and outranks what it says.
  func clean(_ text: CleaningText, metadata: DocumentMetadata) -> CleaningText {
    var result = text
    result.metadata = metadata
    for step in Self.steps { step.apply(to: &result) }
    result.metadata.published = result.metadata.published ?? PageDates.stamp(in: text.text)
    // A text that is furniture throughout is better shown than emptied.
    guard !result.text.scalars.contains(where: { !$0.isBlank && !$0.isLineEnd }) else { return result }
    var whole = text
    whole.metadata = result.metadata
    return whole
  }
}
