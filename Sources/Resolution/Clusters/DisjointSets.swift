/// Disjoint sets of 0 ..< count (union–find with path halving); the smallest member stands for its set.
struct DisjointSets {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  mutating func add() -> Int {
    parent.append(parent.count)
    return parent.count - 1
  }

  mutating func root(_ item: Int) -> Int {
    var item = item
    while parent[item] != item {
      parent[item] = parent[parent[item]]
      item = parent[item]
    }
    return item
  }

  mutating func unite(_ a: Int, _ b: Int) {
    let (first, second) = (root(a), root(b))
    guard first != second else { return }
    parent[max(first, second)] = min(first, second)
  }
}
