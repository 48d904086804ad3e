import TupuKit

/// Documents on which plug-ins failed, told so that one plug-in's failures do not bury everything else.
struct IncompleteDocuments {
  private let failures: [IngestReport.Failure]

  /// So many failures of a plug-in are told one by one.
  private static let told = 5

  init(_ failures: [IngestReport.Failure]) { self.failures = failures }

  /// Tells the first failures of each plug-in, and how many more there are.
  func say() {
    var counts: [String: Int] = [:]
    for failure in failures {
      guard case .process(let error) = failure.reason else { continue }
      counts[error.plugin, default: 0] += 1
      if counts[error.plugin, default: 0] <= Self.told {
        Console.say(Word.sourceFailed(failure.origin, failure.reason.words))
      }
    }
    for (plugin, count) in counts.sorted(by: { $0.key < $1.key }) where count > Self.told {
      Console.say(Word.moreIncomplete(plugin, count - Self.told))
    }
  }
}
