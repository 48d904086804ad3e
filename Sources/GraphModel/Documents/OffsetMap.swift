/// Leads spans of a document's clean text back to the decoded text of its source.
///
/// The map is a list of runs in rising order of both texts. In a run of equal lengths scalar *i* of the clean side is
/// scalar *i* of the source side; in a run of unequal lengths (`&nbsp;` became one blank) the two sides belong together
/// as wholes. Source scalars between runs were removed by cleaning.
public struct OffsetMap: Hashable, Sendable {
  /// A stretch of clean text and the stretch of source it came from.
  public struct Run: Hashable, Sendable {
    /// Where the run stands in the clean text.
    public var clean: Span
    /// Where it stands in the source's decoded text.
    public var source: Span
    /// Joins a clean span to a source span.
    public init(clean: Span, source: Span) {
      self.clean = clean
      self.source = source
    }
  }

  /// The runs; their clean spans are adjacent and start at 0.
  public private(set) var runs: [Run]

  /// A map over runs whose clean spans are adjacent and whose source spans rise.
  public init(runs: [Run] = []) { self.runs = runs }

  /// The map of a text that was not changed.
  public static func identity(count: Int) -> OffsetMap {
    OffsetMap(runs: count == 0 ? [] : [Run(clean: Span(0, count), source: Span(0, count))])
  }

  /// Number of scalars of the clean text.
  public var cleanCount: Int { runs.last?.clean.end ?? 0 }

  /// Adds a run at the end; joins it to the last one where both continue scalar by scalar.
  public mutating func append(cleanCount: Int, source: Span) {
    guard cleanCount > 0 else { return }
    let start = self.cleanCount
    if let last = runs.last, last.clean.count == last.source.count, source.count == cleanCount,
      last.source.end == source.start
    {
      runs[runs.count - 1].clean.end += cleanCount
      runs[runs.count - 1].source.end += cleanCount
    } else {
      runs.append(Run(clean: Span(start, start + cleanCount), source: source))
    }
  }

  /// The source span from the first to the last scalar that a clean span came from.
  public func source(of clean: Span) -> Span {
    guard !runs.isEmpty else { return Span(0, 0) }
    if clean.isEmpty {
      let position = offset(of: clean.start, edge: .start)
      return Span(position, position)
    }
    return Span(offset(of: clean.start, edge: .start), offset(of: clean.end - 1, edge: .end))
  }

  /// The stretches of source that a clean span came from, in rising order, without what was removed between them.
  public func sources(of clean: Span) -> [Span] {
    var pieces: [Span] = []
    var index = runIndex(at: clean.start)
    while index < runs.count, runs[index].clean.start < clean.end {
      let run = runs[index]
      let part = Span(max(run.clean.start, clean.start), min(run.clean.end, clean.end))
      let source = source(of: part)
      if let last = pieces.last, last.end >= source.start {
        pieces[pieces.count - 1].end = max(last.end, source.end)
      } else {
        pieces.append(source)
      }
      index += 1
    }
    return pieces
  }

  /// This map followed by an earlier one: `self` leads from clean to middle, `earlier` from middle to source.
  public func composed(with earlier: OffsetMap) -> OffsetMap {
    var result = OffsetMap()
    for run in runs {
      if run.clean.count != run.source.count {
        result.append(cleanCount: run.clean.count, source: earlier.source(of: run.source))
        continue
      }
      var position = run.source.start
      var index = earlier.runIndex(at: position)
      while position < run.source.end {
        guard index < earlier.runs.count else { break }
        let below = earlier.runs[index]
        let end = min(run.source.end, below.clean.end)
        let piece = Span(position, end)
        if below.clean.count == below.source.count {
          let shift = below.source.start - below.clean.start
          result.append(cleanCount: piece.count, source: Span(piece.start + shift, piece.end + shift))
        } else {
          result.append(cleanCount: piece.count, source: below.source)
        }
        position = end
        index += 1
      }
    }
    return result
  }

  private enum Edge { case start, end }

  private func runIndex(at clean: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].clean.end <= clean { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func offset(of clean: Int, edge: Edge) -> Int {
    let index = min(runIndex(at: clean), runs.count - 1)
    let run = runs[index]
    if run.clean.count == run.source.count {
      let position = run.source.start + min(clean - run.clean.start, run.clean.count)
      return edge == .start ? position : min(position + 1, run.source.end)
    }
    return edge == .start ? run.source.start : run.source.end
  }
}
