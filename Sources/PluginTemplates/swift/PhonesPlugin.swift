import Extraction
import GraphModel
import PhonesTables

/// Finds phone numbers, and the people who are named in the same sentence.
public struct PhonesPlugin: Plugin {
  /// The declaration in `plugin.yaml`.
  public let manifest: PluginManifest

  /// Reads the declaration.
  ///
  /// - Throws: `ManifestError`.
  public init() throws {
    manifest = try PluginManifest(
      yaml: EmbeddedFile(tupu_phones_manifest(), count: tupu_phones_manifest_count()).text)
  }

  /// Adds the numbers that the document names.
  public func extract(in context: ExtractionContext) throws {
    var start = 0
    while start < context.folded.count {
      let end = Self.end(ofNumberAt: start, in: context.folded)
      let span = Span(start, max(end, start + 1))
      start = span.end
      let number = context.folded.string(span)
      let digits = number.utf8.count { $0 != UInt8(ascii: "-") }
      guard (10...12).contains(digits), number.hasPrefix("0") || number.hasPrefix("1") && digits == 11 else { continue }
      let phone = context.addEntity("Phone", name: number, rule: "phone.number")
      context.addMention(of: phone, at: span, rule: "phone.number")
      guard let sentence = context.structure.sentence(at: span.start) else { continue }
      for person in context.mentions(of: "Person", in: sentence) {
        context.addRelation(
          "REACHED_BY", from: person.entity, to: phone, evidence: sentence, rule: "phone.same-sentence")
      }
    }
  }

  /// Where the digits end that start at a position, single hyphens between them included.
  private static func end(ofNumberAt start: Int, in text: ScalarText) -> Int {
    func isDigit(_ index: Int) -> Bool { index < text.count && ("0"..."9").contains(text[index]) }
    var end = start
    while isDigit(end) || end > start && end < text.count && text[end] == "-" && isDigit(end + 1) { end += 1 }
    return end
  }
}
