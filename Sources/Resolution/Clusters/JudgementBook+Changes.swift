extension JudgementBook {
  /// The keys of nodes and edges that this book and another one say something else of.
  public func keys(saidOtherwiseBy other: JudgementBook) -> Set<String> {
    func pairs(_ list: [(a: String, b: String)]) -> Set<[String]> { Set(list.map { [$0.a, $0.b] }) }
    var keys = rejected.symmetricDifference(other.rejected)
    keys.formUnion(pairs(same).symmetricDifference(pairs(other.same)).joined())
    keys.formUnion(pairs(different).symmetricDifference(pairs(other.different)).joined())
    keys.formUnion(Set(corrections).symmetricDifference(other.corrections).map(\.key))
    return keys
  }
}
