import GraphModel
import TupuKit

/// Prints a query's rows while they come.
struct ResultPrinter {
  private var writer: TableWriter
  private var lastFlush = ProgressBar.now()
  /// Whether no row came yet.
  private(set) var isEmpty = true

  /// A printer for a result with these columns.
  init(columns: [String], format: TableFormat) {
    writer = TableWriter(columns: columns, format: format, options: TableOptions(width: Console.width))
  }

  /// Prints a row; what stands ready is written at least ten times a second.
  ///
  /// - Throws: `Failure` where standard output cannot take it.
  mutating func add(_ row: [ResultValue]) throws {
    isEmpty = false
    try writer.add(row) { try Console.write($0) }
    let now = ProgressBar.now()
    guard now - lastFlush > 0.1 else { return }
    lastFlush = now
    try writer.flush { try Console.write($0) }
  }

  /// Prints what is left.
  ///
  /// - Throws: `Failure` where standard output cannot take it.
  mutating func finish() throws { try writer.finish { try Console.write($0) } }
}

extension PictureRenderer {
  /// Draws the nodes, relationships and paths of a result to standard output.
  ///
  /// - Throws: `Failure` where it holds none, `PictureError`.
  static func draw(_ table: ResultTable, of base: KnowledgeBase, as format: PictureFormat) throws {
    guard format == .dot || format == .svg || !Console.isTerminal else { throw Failure(Word.pictureToTerminal.text) }
    let (subgraph, schema) = try base.reading { (try base.subgraph(result: table), try base.schema()) }
    guard !subgraph.nodes.isEmpty else { throw Failure.nothing(Word.nothingToDraw.text) }
    let options = PictureOptions(language: .current, maximumNodes: 200)
    let picture = try PictureRenderer().picture(of: subgraph, schema: schema, as: format, options: options)
    try Console.write(picture.bytes)
    if picture.lacksChineseFont { Console.say(Word.noChineseFont.text) }
    if picture.omittedNodes > 0 { Console.say(Word.omittedNodes(picture.omittedNodes)) }
  }
}
