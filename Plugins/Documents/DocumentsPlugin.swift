import DocumentsTables
import Extraction
import GraphModel

/// Finds official documents by title and number, and who issued, cited, amended and repealed them.
public struct DocumentsPlugin: Plugin {
  /// The declaration in `plugin.yaml`.
  public let manifest: PluginManifest

  /// Reads the embedded declaration.
  ///
  /// - Throws: `ManifestError`.
  public init() throws {
    manifest = try PluginManifest(
      yaml: EmbeddedFile(tupu_documents_manifest(), count: tupu_documents_manifest_count()).text)
  }

  /// Adds the documents that the text names, and their links.
  public func extract(in context: ExtractionContext) throws {
    let numbers = DocumentNumberReader(context).numbers()
    let reader = DocumentTitleReader(context.folded)
    let marked = reader.titles()
    let headings = HeadingReader(context, titles: reader, marked: marked).headings(numbers)
    let titles = (marked + headings).sorted { $0.span < $1.span }
    guard !titles.isEmpty || !numbers.isEmpty else { return }
    var register = DocumentRegister(context)
    register.add(titles, numbers)
    DocumentLinkReader(context, register).link()
  }
}
