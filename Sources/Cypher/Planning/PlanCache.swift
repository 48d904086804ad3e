/// Plans of queries that were asked before, for a graph that is asked again and again.
///
/// A plan rests on the graph's counts and indexes, so it is forgotten as soon as the graph changes. Not for use by several
/// threads at once.
public final class PlanCache {
  struct Entry {
    var plan: PlannedQuery
    var slotCount: Int
  }

  /// So many plans are kept.
  private static let capacity = 256
  /// Longer queries are planned each time.
  private static let longest = 1 << 14

  private var entries: [String: Entry] = [:]
  private var version = 0

  /// No plans yet.
  public init() {}

  func find(_ text: String, version: Int) -> Entry? {
    guard version == self.version else { return nil }
    return entries[text]
  }

  func keep(_ entry: Entry, for text: String, version: Int) {
    guard text.utf8.count <= Self.longest else { return }
    if version != self.version || entries.count >= Self.capacity { entries.removeAll(keepingCapacity: true) }
    self.version = version
    entries[text] = entry
  }
}
