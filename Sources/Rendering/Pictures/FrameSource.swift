/// Places a frame around a figure that is laid out, as Graphviz statements with fixed positions.
struct FrameSource {
  let frame: PictureFrame

  /// A rectangle in points, y upwards.
  struct Area {
    var left: Double
    var bottom: Double
    var right: Double
    var top: Double
  }

  fileprivate enum Piece {
    case text(name: String, html: String)
    case swatch(name: String, html: String, entry: PictureFrame.Entry)
  }

  private static let grey = "#52606d"
  private static let leastWidth = 400.0
  private static let gap = 14.0
  private static let lineSample = 26.0

  /// Statements that measure the frame's texts when laid out: a graph of isolated nodes.
  func measuringSource(width: Double) -> String {
    let font = FigureSource.font
    let nodes = pieces(width: max(width, Self.leastWidth)).map { piece in
      switch piece {
      case .text(let name, let html): "\(name) [shape=plain, label=<\(html)>]"
      case .swatch(let name, let html, let entry):
        "\(name) [\(Self.swatchAttributes(entry, html: html))]"
      }
    }
    return "graph frame { node [fontname=\"\(font)\"]\n" + nodes.joined(separator: "\n") + "\n}\n"
  }

  /// Statements that put the frame around an area, sizes of the pieces being given by name.
  func placedSource(around area: Area, size: (String) -> (width: Double, height: Double)?) -> String {
    let width = max(area.right - area.left, Self.leastWidth)
    let left = (area.left + area.right - width) / 2
    var statements: [String] = []
    var top = area.top + Self.gap
    var bottom = area.bottom - Self.gap * 1.4
    let pieces = pieces(width: width)
    for name in ["subtitle", "title"] {
      guard let text = pieces.first(where: { piece in piece.name == "frame_\(name)" }), let size = size(text.name)
      else { continue }
      statements.append(Self.statement(text, x: left + size.width / 2, y: top + size.height / 2))
      top += size.height + 5
    }
    let legend = pieces.filter { $0.name.hasPrefix("frame_legend") }
    var x = left
    if !legend.isEmpty { statements += Self.rule(from: left, to: left + width, y: bottom + Self.gap * 0.7) }
    var rowHeight = 0.0
    var row: [(Piece, Double, Double)] = []
    func endRow() {
      for (piece, x, width) in row {
        statements += Self.legendStatements(piece, x: x, width: width, y: bottom - rowHeight / 2)
      }
      bottom -= row.isEmpty ? 0 : rowHeight + 7
      row = []
      rowHeight = 0
      x = left
    }
    for piece in legend {
      guard let size = size(piece.name) else { continue }
      let width = size.width + (piece.isLine ? Self.lineSample + 5 : 0)
      if x + width > left + max(area.right - area.left, Self.leastWidth), x > left { endRow() }
      row.append((piece, x, size.width))
      rowHeight = max(rowHeight, size.height)
      x += width + Self.gap
    }
    endRow()
    for piece in pieces where piece.name.hasPrefix("frame_footer") {
      guard let size = size(piece.name) else { continue }
      statements.append(Self.statement(piece, x: left + size.width / 2, y: bottom - size.height / 2))
      bottom -= size.height + 3
    }
    return statements.map { "  \($0);\n" }.joined()
  }

  /// The frame as one label of the whole graph, for a source that Graphviz's own tools shall lay out.
  var graphLabel: String {
    var rows: [String] = []
    if !frame.title.isEmpty { rows.append("<FONT POINT-SIZE=\"20\"><B>\(DOTText.html(frame.title))</B></FONT>") }
    if !frame.subtitle.isEmpty { rows.append(DOTText.html(frame.subtitle)) }
    let cells = frame.legend.map { entry in
      entry.shape != nil
        ? "<TD BGCOLOR=\"\(InkColor(hex: entry.color).hex)\">\(DOTText.html(entry.caption))</TD>"
        : "<TD><FONT COLOR=\"\(InkColor(hex: entry.color).readable.hex)\">→ \(DOTText.html(entry.caption))</FONT></TD>"
    }
    if !cells.isEmpty { rows.append("<TABLE BORDER=\"0\" CELLBORDER=\"0\"><TR>\(cells.joined())</TR></TABLE>") }
    rows += frame.footer.map { "<FONT POINT-SIZE=\"9\">\(DOTText.html($0))</FONT>" }
    guard !rows.isEmpty else { return "" }
    let table = rows.map { "<TR><TD ALIGN=\"LEFT\">\($0)</TD></TR>" }.joined()
    return "  graph [labelloc=t, labeljust=l, fontname=\"\(FigureSource.font)\", "
      + "label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\">\(table)</TABLE>>]\n"
  }

  private func pieces(width: Double) -> [Piece] {
    var pieces: [Piece] = []
    if !frame.title.isEmpty {
      let lines = LineBreaker(width: Int(width / 10)).balancedLines(of: frame.title)
      pieces.append(
        .text(name: "frame_title", html: Self.paragraph(lines, size: 20, color: InkColor.ink.hex, bold: true)))
    }
    if !frame.subtitle.isEmpty {
      let lines = LineBreaker(width: Int(width / 5.5)).lines(of: frame.subtitle)
      pieces.append(.text(name: "frame_subtitle", html: Self.paragraph(lines, size: 11, color: Self.grey)))
    }
    for (index, entry) in frame.legend.enumerated() {
      let color = entry.shape == nil ? InkColor(hex: entry.color).readable.hex : InkColor.ink.hex
      let html = Self.paragraph([entry.caption], size: 10, color: color)
      pieces.append(.swatch(name: "frame_legend\(index)", html: html, entry: entry))
    }
    for (index, text) in frame.footer.enumerated() {
      let lines = LineBreaker(width: Int(width / 4.6)).lines(of: text)
      pieces.append(.text(name: "frame_footer\(index)", html: Self.paragraph(lines, size: 9, color: Self.grey)))
    }
    return pieces
  }

  private static func paragraph(_ lines: [String], size: Int, color: String, bold: Bool = false) -> String {
    let text = lines.map { DOTText.html($0.isEmpty ? " " : $0) + "<BR ALIGN=\"LEFT\"/>" }.joined()
    return "<FONT POINT-SIZE=\"\(size)\" COLOR=\"\(color)\">\(bold ? "<B>\(text)</B>" : text)</FONT>"
  }

  private static func swatchAttributes(_ entry: PictureFrame.Entry, html: String) -> String {
    guard let shape = entry.shape else { return "shape=plain, style=\"\", label=<\(html)>" }
    let fill = InkColor(hex: entry.color)
    let style = shape == "box" ? "filled,rounded" : "filled"
    return
      "shape=\(DOTText.quoted(shape)), style=\"\(style)\", fillcolor=\"\(fill.hex)\", color=\"\(fill.darkened(0.42).hex)\", "
      + "penwidth=1, margin=\"0.1,0.04\", height=0.26, width=0.4, label=<\(html)>"
  }

  private static func statement(_ piece: Piece, x: Double, y: Double) -> String {
    let position = "pos=\"\(rounded(x)),\(rounded(y))\""
    switch piece {
    case .text(let name, let html): return "\(name) [shape=plain, style=\"\", \(position), label=<\(html)>]"
    case .swatch(let name, let html, let entry): return "\(name) [\(position), \(swatchAttributes(entry, html: html))]"
    }
  }

  private static func legendStatements(_ piece: Piece, x: Double, width: Double, y: Double) -> [String] {
    guard case .swatch(let name, _, let entry) = piece, entry.shape == nil else {
      return [statement(piece, x: x + width / 2, y: y)]
    }
    let color = InkColor(hex: entry.color).readable.hex
    let (a, b) = ("\(name)_a", "\(name)_b")
    let right = x + lineSample
    let path = [x, x + 6, x + 12, right - 7].map { "\(rounded($0)),\(rounded(y))" }.joined(separator: " ")
    return [
      point(a, x: x, y: y), point(b, x: right, y: y),
      "\(a) -> \(b) [color=\"\(color)\", pos=\"e,\(rounded(right)),\(rounded(y)) \(path)\"]",
      statement(piece, x: right + 5 + width / 2, y: y),
    ]
  }

  private static func rule(from left: Double, to right: Double, y: Double) -> [String] {
    let path = (0...3).map { "\(rounded(left + (right - left) * Double($0) / 3)),\(rounded(y))" }.joined(separator: " ")
    return [
      point("frame_rule_a", x: left, y: y), point("frame_rule_b", x: right, y: y),
      "frame_rule_a -> frame_rule_b [dir=none, color=\"#cbd2d9\", penwidth=0.8, pos=\"\(path)\"]",
    ]
  }

  private static func point(_ name: String, x: Double, y: Double) -> String {
    "\(name) [shape=point, style=invis, width=0.01, height=0.01, label=\"\", pos=\"\(rounded(x)),\(rounded(y))\"]"
  }

  private static func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}

extension FrameSource.Piece {
  fileprivate var name: String {
    switch self {
    case .text(let name, _), .swatch(let name, _, _): name
    }
  }

  fileprivate var isLine: Bool {
    if case .swatch(_, _, let entry) = self { entry.shape == nil } else { false }
  }
}
