import GraphModel

/// The mentions of one label, in order of their place; those of one place in order of coming.
struct MentionShelf {
  let label: String
  /// Whether some of them were taken back and still stand here.
  var isStale = false
  private var settled: [Mention] = []
  /// Those that came behind later ones of a long list, in order of coming: the list is moved once, when it is read.
  private var late: [Mention] = []

  /// How many mentions are moved for each one that comes late.
  private static let shortList = 4096

  init(label: String) {
    self.label = label
    settled.reserveCapacity(16)
  }

  /// Puts a mention behind those of its place or before it.
  mutating func insert(_ mention: Mention) {
    guard let last = settled.last, mention.span < last.span else { return settled.append(mention) }
    guard settled.count <= Self.shortList else { return late.append(mention) }
    var low = 0
    var high = settled.count
    while low < high {
      let middle = (low + high) / 2
      if mention.span < settled[middle].span { high = middle } else { low = middle + 1 }
    }
    settled.insert(mention, at: low)
  }

  /// All of them, in order.
  mutating func mentions() -> [Mention] {
    settle()
    return settled
  }

  /// Takes out the mentions for which a condition holds.
  mutating func removeAll(where isGone: (Mention) -> Bool) {
    settled.removeAll(where: isGone)
    late.removeAll(where: isGone)
  }

  /// Gives the mentions of one entity to another.
  mutating func give(from other: EntityID, to entity: EntityID) {
    settle()
    for index in settled.indices where settled[index].entity == other { settled[index].entity = entity }
  }

  private mutating func settle() {
    guard !late.isEmpty else { return }
    let coming = late.enumerated().sorted { ($0.element.span, $0.offset) < ($1.element.span, $1.offset) }
    var merged: [Mention] = []
    merged.reserveCapacity(settled.count + coming.count)
    var next = 0
    for mention in settled {
      while next < coming.count, coming[next].element.span < mention.span {
        merged.append(coming[next].element)
        next += 1
      }
      merged.append(mention)
    }
    merged += coming[next...].map(\.element)
    settled = merged
    late = []
  }
}
