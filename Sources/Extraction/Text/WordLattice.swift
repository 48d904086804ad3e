import GraphModel

/// The cheapest ways to read a text as a row of words from the `Lexicon`, kept so that any stretch can be weighed as a name.
///
/// Costs are quarters of nats. With `excess(of:cost:)` a plug-in asks how much dearer the text becomes when a stretch is taken
/// to be one word of a given cost: a negative answer means that the text reads better with it. An object, since many readers
/// of one document hold it.
public final class WordLattice: Sendable {
  /// A word of the cheapest reading.
  @frozen public struct Token: Sendable, Hashable {
    /// Where it stands.
    public var span: Span
    /// Its class.
    public var wordClass: WordClass

    @inlinable init(span: Span, wordClass: WordClass) {
      self.span = span
      self.wordClass = wordClass
    }
  }

  /// The cost of a Han character that no word covers.
  static let unknownCost: Int32 = 60
  private static let markCost: Int32 = 4

  @usableFromInline let forward: [Int32]
  @usableFromInline let backward: [Int32]
  /// For each position its word of the cheapest reading: how far back it starts, its length and its class, a byte each.
  @usableFromInline let cells: [UInt32]

  /// Reads a folded text; marks, digits and Latin letters are one word a scalar.
  public init(_ text: ScalarText, lexicon: LexiconTable = Lexicon.words) {
    let count = text.count
    var forward = [Int32](repeating: .max, count: count + 1)
    var backward = [Int32](repeating: 0, count: count + 1)
    // The last word of the cheapest reading up to a position: its length and its class.
    var last = [UInt16](repeating: 0, count: count + 1)
    // Every word of the list that the text holds: its length and its cost; with the first one of each position.
    var arcs = ArcList(capacity: count * 3)
    defer { arcs.deallocate() }
    var firstArc = [Int32](repeating: 0, count: count + 1)
    text.scalars.withUnsafeBufferPointer { scalars in
      forward.withUnsafeMutableBufferPointer { forward in
        last.withUnsafeMutableBufferPointer { last in
          firstArc.withUnsafeMutableBufferPointer { firstArc in
            let unknown = UInt16(WordClass.unknown.rawValue) | 1 << 8
            forward[0] = 0
            for start in 0..<count {
              lexicon.approach(scalars, from: start)
              let base = forward[start]
              let isHan = scalars[start].isHan
              let single = base + (isHan ? Self.unknownCost : Self.markCost)
              if single < forward[start + 1] {
                forward[start + 1] = single
                last[start + 1] = unknown
              }
              if isHan {
                lexicon.forEachMatch(in: scalars, at: start) { end, value in
                  let cost = LexiconTable.cost(value)
                  let length = UInt16(truncatingIfNeeded: end - start)
                  arcs.append(length << 8 | UInt16(cost))
                  if base + Int32(cost) < forward[end] {
                    forward[end] = base + Int32(cost)
                    last[end] = length << 8 | UInt16(truncatingIfNeeded: value & 7)
                  }
                }
              }
              firstArc[start + 1] = Int32(arcs.count)
            }
          }
        }
      }
      backward.withUnsafeMutableBufferPointer { backward in
        firstArc.withUnsafeBufferPointer { firstArc in
          for start in stride(from: count - 1, through: 0, by: -1) {
            var best = backward[start + 1] + (scalars[start].isHan ? Self.unknownCost : Self.markCost)
            for index in Int(firstArc[start])..<Int(firstArc[start + 1]) {
              let arc = arcs[index]
              best = min(best, backward[start + Int(arc >> 8)] + Int32(arc & 0xFF))
            }
            backward[start] = best
          }
        }
      }
    }
    self.forward = forward
    self.backward = backward
    cells = Self.cells(last, count: count)
  }

  /// A list that is added to without the look whether another one shares it, which for words of a text costs more than the
  /// addition.
  private struct ArcList {
    private var room: UnsafeMutableBufferPointer<UInt16>
    private(set) var count = 0

    init(capacity: Int) { room = .allocate(capacity: max(capacity, 64)) }

    func deallocate() { room.deallocate() }

    subscript(index: Int) -> UInt16 { room[index] }

    @inline(__always) mutating func append(_ arc: UInt16) {
      if count == room.count { grow() }
      room.initializeElement(at: count, to: arc)
      count += 1
    }

    @inline(never) private mutating func grow() {
      let larger = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: room.count * 2)
      _ = larger.moveInitialize(fromContentsOf: room)
      room.deallocate()
      room = larger
    }
  }

  /// Walks back from the end over the words of the cheapest reading.
  private static func cells(_ last: [UInt16], count: Int) -> [UInt32] {
    var cells = [UInt32](repeating: 0, count: count)
    var end = count
    while end > 0 {
      let length = Int(last[end] >> 8)
      let word = UInt32(last[end])
      for back in 0..<length { cells[end - length + back] = UInt32(truncatingIfNeeded: back) << 16 | word }
      end -= length
    }
    return cells
  }

  /// The words of the cheapest reading, in order.
  public var tokens: [Token] {
    var tokens: [Token] = []
    var position = 0
    while position < cells.count {
      tokens.append(token(at: position))
      position = tokens[tokens.count - 1].span.end
    }
    return tokens
  }

  /// How much dearer the text becomes when a stretch is read as one word of a cost; negative: it reads better so.
  @inlinable public func excess(of span: Span, cost: Int32) -> Int32 {
    forward[span.start] + cost + backward[span.end] - backward[0]
  }

  /// The cost of the best reading of a stretch between two positions, as far as its ends are word boundaries.
  @inlinable public func cost(from start: Int, to end: Int) -> Int32 { forward[end] - forward[start] }

  /// How much dearer the text becomes when a word must end (and another begin) at a position; 0: it does so anyway.
  @inlinable public func boundaryExcess(at position: Int) -> Int32 {
    forward[position] + backward[position] - backward[0]
  }

  /// The word of the cheapest reading that covers a position.
  @inlinable public func token(at position: Int) -> Token {
    let cell = cells[position]
    let start = position - Int(cell >> 16)
    return Token(
      span: Span(start, start + Int(cell >> 8 & 0xFF)),
      wordClass: WordClass(rawValue: UInt8(truncatingIfNeeded: cell & 0xFF)) ?? .unknown)
  }
}

extension Unicode.Scalar {
  /// Whether this is a Chinese character.
  @inlinable public var isHan: Bool {
    (0x4E00...0x9FFF).contains(value) || value == 0x3007 || (0x3400...0x4DBF).contains(value)
      || (0x20000...0x323AF).contains(value) || (0xF900...0xFAFF).contains(value)
  }
}
