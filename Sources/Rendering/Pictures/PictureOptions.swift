import GraphModel

/// The forms of a picture.
public enum PictureFormat: String, Sendable, Hashable, CaseIterable {
  /// Scalable Vector Graphics.
  case svg
  /// Portable Network Graphics, 144 dots an inch where the picture is not too large for that.
  case png
  /// Portable Document Format, one page of the picture's size.
  case pdf
  /// The Graphviz source of the picture, with title, legend and footer.
  case dot
}

/// Graphviz's ways to place nodes.
public enum LayoutEngine: String, Sendable, Hashable, CaseIterable {
  /// In layers along the edges: for trees, paths and hubs.
  case dot
  /// By springs, coarse to fine: for large and dense graphs; the quickest.
  case sfdp
  /// By springs that keep path lengths: for small dense graphs.
  case neato
}

/// What a picture shows beside its nodes and edges, and how it is laid out.
public struct PictureOptions: Sendable, Hashable {
  /// The language of captions, labels, legend and footer.
  public var language: Language
  /// The headline; nil: none.
  public var title: String?
  /// Whether the legend of the types that occur is shown.
  public var legend: Bool
  /// Whether the footer with documents and dates is shown.
  public var footer: Bool
  /// How many nodes of one type with the same links are needed to show them as one list; nil: every node stands alone.
  public var groupsFrom: Int?
  /// How many nodes and lists are shown at most; the rest is counted in the picture.
  public var maximumNodes: Int
  /// The layout engine; nil: chosen by the graph's shape.
  public var engine: LayoutEngine?
  /// Seconds a layout may take before the next engine is tried.
  public var deadline: Double

  /// Gathers options.
  public init(
    language: Language = .chinese, title: String? = nil, legend: Bool = true, footer: Bool = true,
    groupsFrom: Int? = 3, maximumNodes: Int = 150, engine: LayoutEngine? = nil, deadline: Double = 10
  ) {
    self.language = language
    self.title = title
    self.legend = legend
    self.footer = footer
    self.groupsFrom = groupsFrom
    self.maximumNodes = maximumNodes
    self.engine = engine
    self.deadline = deadline
  }
}

/// A finished picture.
public struct Picture: Sendable, Hashable {
  /// The bytes of the file.
  public var bytes: [UInt8]
  /// The layout engine that drew it; nil for `dot`, which is not laid out.
  public var engine: LayoutEngine?
  /// Engines given up because they took longer than the deadline.
  public var abandoned: [LayoutEngine]
  /// How many nodes of the subgraph are not shown; the picture says so too.
  public var omittedNodes: Int
  /// Whether no font with Chinese characters is installed, so that an SVG was measured with the wrong one.
  public var lacksChineseFont: Bool
}

/// Why there is no picture.
public enum PictureError: Error, Hashable, Sendable {
  /// The subgraph has no node.
  case nothingToDraw
  /// No font with Chinese characters is installed: every one would be a box.
  case noChineseFont
  /// No engine finished in time.
  case tookTooLong(engines: [LayoutEngine], seconds: Double)
  /// Graphviz refused the drawing, with its own words.
  case drawingFailed(message: String)
  /// The process that draws could not be started or died.
  case workerFailed(message: String)
}
