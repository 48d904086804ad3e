/// Makes queries of others: by the pieces of the language, by bytes, and by nesting.
struct QueryMutator {
  private var random: SeededGenerator

  /// The mutator of a number: it makes one query, the same every time.
  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A query that may mean something, or not.
  mutating func query() -> String {
    var pieces = Self.pieces(of: random.pick(QuerySamples.queries))
    for _ in 0...random.below(3) { if random.below(2) == 0 { exchange(&pieces) } else { change(&pieces) } }
    var text = pieces.joined()
    switch random.below(16) {
    case 0: text = changeBytes(text)
    case 1: text = nest(text)
    default: break
    }
    return text
  }

  /// Words, numbers, signs and blanks.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var kind = -1
    for scalar in text.unicodeScalars {
      let isWord =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" || scalar == "$"
      let next = isWord ? 0 : scalar.properties.isWhitespace ? 1 : 2
      if next != 2, next == kind {
        pieces[pieces.count - 1].unicodeScalars.append(scalar)
      } else {
        pieces.append(String(scalar))
      }
      kind = next
    }
    return pieces
  }

  /// Puts another of its kind in the place of a piece, so that the query often still means something.
  private mutating func exchange(_ pieces: inout [String]) {
    for _ in 0..<8 where !pieces.isEmpty {
      let place = random.below(pieces.count)
      guard let kind = QuerySamples.kinds.first(where: { $0.contains(pieces[place]) }) else { continue }
      pieces[place] = random.pick(kind)
      return
    }
  }

  private mutating func change(_ pieces: inout [String]) {
    guard !pieces.isEmpty else { return }
    let place = random.below(pieces.count)
    let end = min(pieces.count, place + 1 + random.below(6))
    switch random.below(8) {
    case 0: pieces.remove(at: place)
    case 1: pieces.insert(" " + random.pick(QuerySamples.words) + " ", at: place)
    case 2: pieces[place] = random.pick(QuerySamples.words)
    case 3: pieces.swapAt(place, random.below(pieces.count))
    case 4:
      pieces.insert(contentsOf: Array(repeating: pieces[place..<end], count: 1 + random.below(8)).joined(), at: end)
    case 5: pieces.removeSubrange(place..<end)
    case 6:
      let other = Self.pieces(of: random.pick(QuerySamples.queries))
      pieces = Array(pieces[..<place]) + [" "] + Array(other[random.below(other.count)...])
    default:
      let other = Self.pieces(of: random.pick(QuerySamples.queries))
      let start = random.below(other.count)
      pieces.replaceSubrange(place..<end, with: other[start..<min(other.count, start + 1 + random.below(8))])
    }
  }

  private mutating func changeBytes(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for _ in 0...random.below(6) where !bytes.isEmpty {
      let place = random.below(bytes.count)
      switch random.below(4) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes[place] ^= 1 << UInt8(random.below(8))
      case 2: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
      default: bytes.remove(at: place)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Puts a piece of the query into many brackets or behind many signs.
  private mutating func nest(_ text: String) -> String {
    let pairs = [
      ("(", ")"), ("[", "]"), ("{a: ", "}"), ("NOT ", ""), ("- ", ""), ("CASE WHEN true THEN ", " END"),
      ("[x IN ", "]"),
      ("size(", ")"), ("1 + ", ""), ("EXISTS { RETURN ", " }"), ("reduce(s = 0, x IN ", " | s)"), ("CALL { ", " }"),
      ("", " AND 1"),
      ("", "[0]"), ("", ".a"), ("/*", "*/"), ("COUNT { MATCH (a) WHERE ", " }"),
    ]
    let (open, close) = random.pick(pairs)
    let depth = random.pick([3, 30, 120, 300, 1000, 5000, 20_000])
    let body = random.below(3) == 0 ? text : "1"
    let nested = String(repeating: open, count: depth) + body + String(repeating: close, count: depth)
    return random.below(2) == 0 ? "RETURN " + nested : nested
  }
}
