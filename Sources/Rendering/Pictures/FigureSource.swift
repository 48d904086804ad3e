import GraphModel

/// Writes a figure as Graphviz source: the picture without title, legend and footer.
struct FigureSource {
  let figure: Figure
  let language: Language
  let engine: LayoutEngine
  /// Whether a legend stands below that says what a line's colour means.
  var hasLegend = true

  /// The font, and what stands in for it where an SVG is shown without it.
  static let font = "Noto Sans CJK SC,Source Han Sans SC,Microsoft YaHei,PingFang SC,sans-serif"

  private static let columnsOfName = 24
  private static let longestName = 120
  private static let longestList = 60
  private static let mostCurves = 60
  private static let mostLabels = 80
  private static let fewLines = 8

  /// The source; a fixed text for a figure and an engine.
  var text: String {
    let ranks = Dictionary(uniqueKeysWithValues: (figure.chain ?? []).enumerated().map { ($1, $0) })
    var lines = [
      "digraph tupu {",
      "  graph [bgcolor=white, pad=0.3, outputorder=edgesfirst, \(layoutAttributes)]",
      "  node [fontname=\"\(Self.font)\", fontsize=12, fontcolor=\"\(InkColor.ink.hex)\", style=filled, penwidth=1.2,"
        + " margin=\"0.14,0.07\", height=0.36, width=0.5]",
      "  edge [fontname=\"\(Self.font)\", fontsize=10, penwidth=1.2, arrowsize=0.65]",
    ]
    for box in figure.boxes { lines.append("  " + source(of: box)) }
    for line in figure.lines {
      lines.append("  " + source(of: line, isBackward: ranks[line.source, default: 0] > ranks[line.target, default: 0]))
    }
    lines.append("}\n")
    return lines.joined(separator: "\n")
  }

  private var layoutAttributes: String {
    guard engine == .dot else {
      let curves = figure.lines.count <= Self.mostCurves ? "true" : "line"
      return "splines=\(curves), overlap=prism, overlap_scaling=-3, sep=\"+6\", K=0.9"
    }
    let direction = figure.isLongChain ? "TB" : figure.isHierarchy ? "BT" : "LR"
    let rows = Double(figure.boxes.reduce(0) { $0 + min($1.weight, 15) })
    let gap = (min(1.4, 0.45 + rows / 70) * (isLabelled ? 100 : 220)).rounded() / 100
    return "rankdir=\(direction), nodesep=0.16, ranksep=\(gap), splines=true"
  }

  /// The text before a name's end and the border of each shape that needs more room than a box.
  private static func margin(of shape: String) -> String {
    switch shape {
    case "box3d": "0.18,0.12"
    case "component": "0.22,0.09"
    case "folder", "tab": "0.14,0.11"
    case "note", "cds": "0.2,0.1"
    case "ellipse": "0.06,0.04"
    default: "0.14,0.07"
    }
  }

  // MARK: Boxes

  private func source(of box: Figure.Box) -> String {
    let fill = InkColor(hex: box.type.look.color)
    let border = fill.darkened(0.42)
    let kind = "class=\(DOTText.quoted(box.type.name))"
    guard box.members.isEmpty else {
      return "\(box.id) [shape=plain, style=\"\", \(kind), label=<\(list(box, fill: fill, border: border))>]"
    }
    let styles = ["filled"] + (box.type.look.shape == "box" ? ["rounded"] : []) + (box.isInferred ? ["dashed"] : [])
    var attributes = [
      "shape=\(DOTText.quoted(box.type.look.shape))", "style=\"\(styles.joined(separator: ","))\"",
      "margin=\"\(Self.margin(of: box.type.look.shape))\"", kind, "fillcolor=\"\(fill.hex)\"",
      "color=\"\(border.hex)\"",
      "label=<\(label(box))>",
    ]
    if box.isFocus {
      attributes += ["penwidth=2.8", "color=\"\(fill.darkened(0.62).hex)\"", "fontsize=14"]
    }
    return "\(box.id) [\(attributes.joined(separator: ", "))]"
  }

  private func label(_ box: Figure.Box) -> String {
    let name = Self.broken(box.name.isEmpty ? " " : box.name, columns: Self.columnsOfName)
    let head = box.isFocus ? "<B>\(name)</B>" : name
    guard !box.detail.isEmpty else { return head }
    return head + "<BR/><FONT POINT-SIZE=\"10\" COLOR=\"#52606d\">\(DOTText.html(box.detail))</FONT>"
  }

  private func list(_ box: Figure.Box, fill: InkColor, border: InkColor) -> String {
    let shown = box.members.prefix(Self.longestList)
    let hasNotes = shown.contains { !$0.note.isEmpty }
    let columns = shown.count > 36 ? 3 : shown.count > 14 ? 2 : 1
    let width = columns * (hasNotes ? 2 : 1)
    let rows = (shown.count + columns - 1) / columns
    let open =
      "<TABLE BORDER=\"1\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"3\" COLOR=\"\(border.hex)\" "
      + "BGCOLOR=\"\(fill.lightened(0.55).hex)\">"
    var text =
      open + "<TR><TD COLSPAN=\"\(width)\" BGCOLOR=\"\(fill.hex)\" CELLPADDING=\"4\"><B>\(DOTText.html(box.name))</B>"
      + "  <FONT POINT-SIZE=\"10\">\(box.members.count)</FONT></TD></TR>"
    for row in 0..<rows {
      text += "<TR>"
      for column in 0..<columns {
        let index = column * rows + row
        let member = index < shown.count ? shown[index] : nil
        text += "<TD ALIGN=\"LEFT\" BALIGN=\"LEFT\">\(member.map { Self.broken($0.name, columns: 32) } ?? "")</TD>"
        guard hasNotes else { continue }
        let note = member.map { Self.broken($0.note, columns: 32) } ?? ""
        text += "<TD ALIGN=\"LEFT\" BALIGN=\"LEFT\">"
        text += note.isEmpty ? "</TD>" : "<FONT POINT-SIZE=\"10\" COLOR=\"#52606d\">\(note)</FONT></TD>"
      }
      text += "</TR>"
    }
    let rest = box.members.count - shown.count
    if rest > 0 {
      text += "<TR><TD COLSPAN=\"\(width)\" ALIGN=\"LEFT\"><I>\(PictureWords(language).more(rest))</I></TD></TR>"
    }
    return text + "</TABLE>"
  }

  // MARK: Lines

  /// Whether words stand on the lines: not where springs draw many, nor where all would say the same as the legend.
  private var isLabelled: Bool {
    guard engine == .dot || figure.lines.count <= Self.mostLabels else { return false }
    guard hasLegend, figure.lines.count > Self.fewLines, let first = figure.lines.first else { return true }
    return first.types.count > 1 || figure.lines.contains { $0.labels != first.labels }
  }

  private func source(of line: Figure.Line, isBackward: Bool) -> String {
    let color = InkColor(hex: line.types.first?.look.color ?? "").readable.hex
    let words = line.labels.joined(separator: language == .chinese ? "、" : ", ")
    let label = isLabelled ? Self.broken(words, columns: 20) : ""
    let ends = isBackward ? "\(line.target) -> \(line.source) [dir=back, " : "\(line.source) -> \(line.target) ["
    return ends + "color=\"\(color)\", fontcolor=\"\(color)\", "
      + "class=\(DOTText.quoted(line.types.map(\.name).joined(separator: " ")))"
      + (label.isEmpty ? "]" : ", label=<\(label)>]")
  }

  /// The text over lines of about the same length, cut where it is longer than a label can be.
  private static func broken(_ text: String, columns: Int) -> String {
    var shown = text
    if text.unicodeScalars.count > longestName { shown = String(text.prefix(longestName)) + "…" }
    let lines = LineBreaker(width: columns).balancedLines(of: shown)
    guard lines != [""] else { return text.isEmpty ? "" : " " }
    return lines.map(DOTText.html).joined(separator: "<BR/>")
  }
}

extension Figure {
  /// The boxes in order, where they hang together as one string of at least three; it is drawn as one, whichever way its
  /// lines lead.
  var chain: [String]? {
    guard boxes.count >= 3, lines.count == boxes.count - 1 else { return nil }
    var neighbors: [String: [String]] = [:]
    var outgoing: Set<[String]> = []
    for line in lines {
      neighbors[line.source, default: []].append(line.target)
      neighbors[line.target, default: []].append(line.source)
      outgoing.insert([line.source, line.target])
    }
    let ends = boxes.map(\.id).filter { neighbors[$0]?.count == 1 }
    guard ends.count == 2, neighbors.values.allSatisfy({ $0.count <= 2 }) else { return nil }
    var chain = [ends[0]]
    while let last = chain.last, let next = neighbors[last]?.first(where: { !chain.suffix(2).contains($0) }) {
      chain.append(next)
    }
    guard chain.count == boxes.count else { return nil }
    let forward = zip(chain, chain.dropFirst()).filter { outgoing.contains([$0, $1]) }.count
    return forward * 2 >= lines.count ? chain : chain.reversed()
  }

  /// Whether the figure is a string too long for the width of a page.
  fileprivate var isLongChain: Bool { (chain?.count ?? 0) > 6 }

  /// Whether the figure is a small tree (every box leads to one other at most, over two steps or more), which reads best
  /// from the root above.
  fileprivate var isHierarchy: Bool {
    guard chain == nil else { return false }
    var parent: [String: String] = [:]
    for line in lines {
      if parent[line.source] != nil { return false }
      parent[line.source] = line.target
    }
    let leaves = boxes.count - Set(parent.values).count
    guard (2...9).contains(leaves), boxes.count > leaves + 1 else { return false }
    return parent.values.contains { parent[$0] != nil } && lines.allSatisfy { $0.source != $0.target }
  }
}
