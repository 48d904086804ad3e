/// What an SVG that Tupu drew shows, apart from where: two pictures of the same thing are equal here even when another
/// release of Graphviz placed them differently.
public struct PictureStructure: Hashable, Sendable {
  /// A node or a line with the words on it.
  public struct Element: Hashable, Sendable, Comparable {
    /// Graphviz's name: of a node, or `a->b`.
    public var name: String
    /// The node type, or the edge types of a line.
    public var kind: String
    /// The words, in order, without what line breaks and blanks depend on.
    public var text: String

    /// Orders by name, kind and text.
    public static func < (a: Element, b: Element) -> Bool { (a.name, a.kind, a.text) < (b.name, b.kind, b.text) }
  }

  /// The nodes and lists, sorted.
  public var nodes: [Element] = []
  /// The lines, sorted.
  public var edges: [Element] = []
  /// The words around the figure (title, legend, footer), in order of their names.
  public var frame: [Element] = []

  /// Reads an SVG that `PictureRenderer` made; other ones give an empty structure.
  public init(svg: String) {
    var rest = svg[...]
    while let group = rest.range(of: "<g id=\"") {
      let next = rest[group.upperBound...].range(of: "<g id=\"")?.lowerBound ?? rest.endIndex
      let body = rest[group.lowerBound..<next]
      rest = rest[next...]
      guard let kinds = Self.attribute("class", of: body), let name = Self.contents(of: "title", in: body).first else {
        continue
      }
      let element = Element(
        name: name, kind: kinds.split(separator: " ").dropFirst().joined(separator: " "),
        text: Self.contents(of: "text", in: body).joined().filter { $0 != " " && $0 != "\u{A0}" })
      if name.hasPrefix("frame_") {
        if !element.text.isEmpty { frame.append(element) }
      } else if kinds.hasPrefix("node") {
        nodes.append(element)
      } else if kinds.hasPrefix("edge") {
        edges.append(element)
      }
    }
    nodes.sort()
    edges.sort()
    frame.sort()
  }

  private static func attribute(_ name: String, of text: Substring) -> String? {
    guard let tag = text.firstIndex(of: ">"), let start = text[..<tag].range(of: " \(name)=\"") else { return nil }
    return text[start.upperBound..<tag].firstIndex(of: "\"").map { decoded(text[start.upperBound..<$0]) }
  }

  private static func contents(of tag: String, in text: Substring) -> [String] {
    var found: [String] = []
    var rest = text
    while let open = rest.range(of: "<\(tag)"), let start = rest[open.upperBound...].firstIndex(of: ">"),
      let close = rest[start...].range(of: "</\(tag)>")
    {
      found.append(decoded(rest[rest.index(after: start)..<close.lowerBound]))
      rest = rest[close.upperBound...]
    }
    return found
  }

  private static func decoded(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let start = rest.firstIndex(of: "&"), let end = rest[start...].firstIndex(of: ";") {
      result += rest[..<start]
      let name = rest[rest.index(after: start)..<end]
      switch name {
      case "amp": result += "&"
      case "lt": result += "<"
      case "gt": result += ">"
      case "quot": result += "\""
      case "apos": result += "'"
      default:
        let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
        if name.hasPrefix("#"), let scalar = number.flatMap(Unicode.Scalar.init) {
          result.unicodeScalars.append(scalar)
        }
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}

extension Substring {
  /// The first place of a text, compared by bytes.
  fileprivate func range(of other: String) -> Range<Index>? {
    let wanted = Array(other.utf8)
    guard let first = wanted.first else { return nil }
    let bytes = utf8
    var i = bytes.startIndex
    while let start = bytes[i...].firstIndex(of: first) {
      if bytes[start...].starts(with: wanted) { return start..<bytes.index(start, offsetBy: wanted.count) }
      i = bytes.index(after: start)
    }
    return nil
  }
}
