import Extraction
import GraphModel

/// Reads the program that a plan's title names: 《…三年行动实施方案》 carries out …三年行动.
struct TitledProgramReader {
  let words: ProgramWords
  let context: ExtractionContext
  private static let longest = 40

  private static let marks: ScalarSet = "《》\n"

  /// The candidates in order of their place.
  func read() -> [ProgramCandidate] {
    let text = context.folded
    var candidates: [ProgramCandidate] = []
    var open: Int?
    var next = 0
    while let index = Self.marks.first(in: text, from: next) {
      next = index + 1
      let scalar = text[index]
      if scalar == "《" { open = index + 1 }
      if scalar == "\n" { open = nil }
      guard scalar == "》", let start = open else { continue }
      open = nil
      if index - start <= Self.longest, let candidate = candidate(Span(start, index)) { candidates.append(candidate) }
    }
    return candidates
  }

  private func candidate(_ title: Span) -> ProgramCandidate? {
    let text = context.folded
    // A quoted name inside is read for itself.
    guard !text[title].contains("“"), !text[title].contains("\""),
      let plan = words.plan.longestMatch(in: text, endingAt: title.end, limit: title.start), plan.start > title.start
    else { return nil }
    var start = title.start
    for position in title.start..<plan.start where words.about.longestMatch(in: text, endingAt: position + 1) != nil {
      start = position + 1
    }
    if let year = yearEnd(start, limit: plan.start) { start = year }
    let span = Span(start, plan.start)
    guard span.count >= 5, words.series.longestMatch(in: text, endingAt: span.end, limit: span.start) != nil,
      !words.generic.contains(text[span])
    else { return nil }
    return ProgramCandidate(
      span: span, inner: nil, hasCategory: true, rule: "program.plan-title", confidence: 0.65)
  }

  private func yearEnd(_ start: Int, limit: Int) -> Int? {
    let text = context.folded
    guard start + 5 <= limit, text[Span(start, start + 4)].allSatisfy(ScalarKind.isDigit), text[start + 4] == "年" else {
      return nil
    }
    return start + 5 < limit && text[start + 5] == "度" ? start + 6 : start + 5
  }
}
