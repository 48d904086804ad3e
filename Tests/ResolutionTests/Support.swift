import GraphModel
import Resolution

/// Which entities of which documents became one node, as `type/name` groups with document numbers, sorted.
func groups(_ drafts: [Draft], of type: String, _ judgements: [Judgement] = []) -> [[String]] {
  let claims = drafts.flatMap { Resolver.claims(of: $0.findings) }
  return Resolver.resolve(claims, judgements: JudgementBook(judgements)).clusters
    .filter { $0.members.first?.type == type }
    .map { cluster in cluster.members.map { "\(Int($0.id.document.description, radix: 16) ?? 0) \($0.name)" } }
    .sorted { $0.lexicographicallyPrecedes($1) }
}

/// The keys of the nodes of a type, sorted.
func keys(_ drafts: [Draft], of type: String, _ judgements: [Judgement] = []) -> [String] {
  let claims = drafts.flatMap { Resolver.claims(of: $0.findings) }
  return Resolver.resolve(claims, judgements: JudgementBook(judgements)).clusters
    .filter { $0.members.first?.type == type }.map(\.key)
}

/// A person's decision at a minute of one day.
func decision(_ minute: Int, _ decision: Judgement.Decision) -> Judgement {
  Judgement(decision: decision, author: "tester", time: "2024-01-01T00:\(minute < 10 ? "0" : "")\(minute):00Z")
}
