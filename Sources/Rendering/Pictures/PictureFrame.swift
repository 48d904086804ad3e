import GraphModel

/// What stands around a figure: headline, counts, legend and footer.
struct PictureFrame: Hashable {
  /// A type in the legend.
  struct Entry: Hashable {
    let caption: String
    /// The node shape; nil for an edge type.
    let shape: String?
    let color: String
  }

  var title = ""
  var subtitle = ""
  var legend: [Entry] = []
  /// Paragraphs; broken to the picture's width when that is known.
  var footer: [String] = []

  private static let mostDocuments = 8
  private static let longestDocumentName = 40

  init(title: String = "", subtitle: String = "", legend: [Entry] = [], footer: [String] = []) {
    self.title = title
    self.subtitle = subtitle
    self.legend = legend
    self.footer = footer
  }

  /// The frame of a figure made from a subgraph.
  init(figure: Figure, subgraph: Subgraph, options: PictureOptions) {
    let words = PictureWords(options.language)
    title = options.title ?? ""
    subtitle = words.counts(nodes: subgraph.nodes.count, edges: subgraph.edges.count)
    if figure.omittedNodes > 0 {
      subtitle += (options.language == .chinese ? "；" : "; ") + words.omitted(figure.omittedNodes)
    }
    if options.legend {
      legend = figure.nodeTypes.map {
        Entry(caption: $0.caption.text(in: options.language), shape: $0.look.shape, color: $0.look.color)
      }
      legend += figure.edgeTypes.map {
        Entry(caption: $0.caption.text(in: options.language), shape: nil, color: $0.look.color)
      }
    }
    guard options.footer else { return }
    if let earliest = subgraph.earliest ?? subgraph.latest {
      footer.append(words.dates(from: earliest, to: subgraph.latest ?? earliest))
    }
    if !subgraph.documents.isEmpty {
      let names = subgraph.documents.prefix(Self.mostDocuments).map(Self.shortened)
      footer.append(words.sources(names, of: subgraph.documents.count))
    }
  }

  /// A document's name with its middle left out where it is long: beginning and ending tell files apart.
  private static func shortened(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    guard scalars.count > longestDocumentName else { return name }
    var view = String.UnicodeScalarView(scalars.prefix(longestDocumentName * 2 / 3))
    view.append("…")
    view.append(contentsOf: scalars.suffix(longestDocumentName / 3))
    return String(view)
  }
}
