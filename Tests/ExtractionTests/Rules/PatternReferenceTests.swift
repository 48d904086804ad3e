import Extraction
import GraphModel
import TestSupport
import Testing

/// Patterns made at random match what a slow and simple matcher says they match.
@Suite struct PatternReferenceTests {
  private indirect enum Pattern {
    case scalar(Character)
    case sequence([Pattern])
    case alternatives([Pattern])
    case repetition(Pattern, least: Int, most: Int?)

    var text: String {
      switch self {
      case .scalar(let scalar): String(scalar)
      case .sequence(let patterns): "(" + patterns.map(\.text).joined() + ")"
      case .alternatives(let patterns): "(" + patterns.map(\.text).joined(separator: "|") + ")"
      case .repetition(let pattern, let least, let most):
        "(" + pattern.text + "){\(least),\(most.map(String.init) ?? "")}"
      }
    }

    /// Where a match may end that starts at a position.
    func ends(in text: [Character], from start: Int) -> Set<Int> {
      switch self {
      case .scalar(let scalar): return start < text.count && text[start] == scalar ? [start + 1] : []
      case .sequence(let patterns):
        return patterns.reduce([start]) { ends, pattern in
          ends.reduce(into: []) { $0.formUnion(pattern.ends(in: text, from: $1)) }
        }
      case .alternatives(let patterns):
        return patterns.reduce(into: []) { $0.formUnion($1.ends(in: text, from: start)) }
      case .repetition(let pattern, let least, let most):
        var reached: Set<Int> = [start]
        var all: Set<Int> = least == 0 ? [start] : []
        for count in 1...max(1, most ?? text.count + least) where most != 0 {
          reached = reached.reduce(into: []) { $0.formUnion(pattern.ends(in: text, from: $1)) }
          if count >= least { all.formUnion(reached) }
        }
        return all
      }
    }
  }

  private struct Generator {
    var state: UInt64
    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }

    mutating func pattern(depth: Int) -> Pattern {
      switch depth == 0 ? 0 : below(5) {
      case 0, 1: return .scalar(["甲", "乙", "丙"][below(3)])
      case 2: return .sequence((0..<2 + below(2)).map { _ in pattern(depth: depth - 1) })
      case 3: return .alternatives((0..<2 + below(2)).map { _ in pattern(depth: depth - 1) })
      default:
        let least = below(3)
        return .repetition(
          pattern(depth: depth - 1), least: least, most: below(2) == 0 ? nil : max(1, least + below(3)))
      }
    }
  }

  @Test func matchesWhatTheReferenceMatches() throws {
    var generator = Generator(state: 7)
    var tried = 0
    while tried < 150 {
      let pattern = generator.pattern(depth: 3)
      guard !pattern.ends(in: [], from: 0).contains(0) else { continue }
      tried += 1
      let text = (0..<14).map { _ in ["甲", "乙", "丙"][generator.below(3)] as Character }
      var expected: [Span] = []
      var position = 0
      while position < text.count {
        guard let end = pattern.ends(in: text, from: position).max() else {
          position += 1
          continue
        }
        expected.append(Span(position, end))
        position = end
      }
      let context = try PackFixture.context(String(text))
      try context.run(try PackFixture("find: [{pattern: '\(pattern.text)'}]").pack())
      #expect(context.mentions(of: "Crop").map(\.span) == expected, "\(pattern.text) in \(String(text))")
    }
  }
}
