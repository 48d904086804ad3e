import GraphModel
import TupuKit

/// Leads what people type to nodes and documents.
struct NodeFinder {
  let base: KnowledgeBase
  let schema: GraphSchema

  init(_ base: KnowledgeBase) throws {
    self.base = base
    schema = try base.schema()
  }

  /// The one node that a name or key means.
  ///
  /// - Throws: `Failure` with the candidates where there are several, with similar names where there is none.
  func node(_ name: String, type: String? = nil) throws -> Node {
    guard !name.allSatisfy(\.isWhitespace) else { throw Failure(Word.nothingAsked.text) }
    if let type, schema.node(type) == nil {
      throw Failure(Word.unknownType(type, schema.nodes.map(\.name).joined(separator: ", ")))
    }
    let found = try base.find(name, type: type)
    if found.count == 1 { return found[0] }
    guard found.isEmpty else { throw Failure(ambiguous(name, found)) }
    var message = Word.noSuchNode(name)
    let similar = try base.suggestions(for: name)
    if !similar.isEmpty { message += Word.didYouMean(similar.map(\.name).joined(separator: Word.listComma.text)) }
    throw Failure.nothing(message)
  }

  /// The one document that an identity, an origin or a name means.
  ///
  /// - Throws: `Failure` with the candidates where there are several.
  func document(_ text: String) throws -> DocumentEntry {
    let found = try base.documents(matching: text)
    if found.count == 1 { return found[0] }
    guard !found.isEmpty else { throw Failure.nothing(Word.noSuchDocument(text)) }
    var lines = [Word.ambiguousDocument(text, found.count)]
    lines += found.prefix(20).map { "  \($0.id)  \($0.name)  \($0.origins.first ?? "")" }
    throw Failure(lines.joined(separator: "\n"))
  }

  private func ambiguous(_ name: String, _ found: [Node]) -> String {
    var lines = [Word.ambiguousName(name, found.count)]
    lines += found.prefix(20).map { node in
      let details = (try? summary(of: node)) ?? ""
      return "  \(node.key)  \(node.name)" + (details.isEmpty ? "" : "  (\(details))")
    }
    if found.count > 20 { lines.append(Word.andMore(found.count - 20)) }
    return lines.joined(separator: "\n")
  }

  /// What tells a node from its namesakes: type and a few links.
  private func summary(of node: Node) throws -> String {
    let links = try base.links(of: node.id, limit: 2).filter { $0.direction == .outgoing }.prefix(2)
    return ([schema.caption(node: node.type)] + links.map { schema.sentence($0) }).joined(
      separator: Word.listComma.text)
  }
}

extension GraphSchema {
  /// What people call a node type.
  func caption(node type: String) -> String { node(type)?.caption.text(in: .current) ?? type }
  /// What people call an edge type.
  func caption(edge type: String) -> String { edge(type)?.caption.text(in: .current) ?? type }

  /// What people call a property of a type.
  func caption(property: String, of type: String) -> String {
    let declared = node(type)?.properties ?? edge(type)?.properties ?? []
    return declared.first { $0.name == property }?.caption.text(in: .current) ?? property
  }

  /// A link in a few words, seen from the node that was asked for: `任职 市长 → 建德市`.
  func sentence(_ link: Link) -> String {
    let mark = self.mark(of: link.edge).map { " \($0)" } ?? ""
    return link.direction == .outgoing
      ? "\(caption(edge: link.edge.type))\(mark) → \(link.node.name)"
      : "\(caption(edge: link.edge.type))\(mark) ← \(link.node.name)"
  }

  /// What tells an edge from parallel ones (a post's title), or nil.
  func mark(of edge: Edge) -> String? {
    self.edge(edge.type)?.distinguishedBy.flatMap { edge.properties[$0]?.text }
  }
}
