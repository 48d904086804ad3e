import CSQLite
import GraphModel

/// The words that a name is to hold.
struct NameSearch {
  /// The words, folded, in small letters.
  private let words: [[UInt8]]
  /// A name that is nothing else.
  private let whole: [UInt8]
  /// The longest word.
  let longest: [UInt8]

  /// - Parameter words: folded, lower-case.
  init(_ words: [ScalarText]) {
    self.words = words.map { Array($0.description.utf8) }
    whole = Array(words.map(\.description).joined(separator: " ").utf8)
    longest = self.words.max { $0.count < $1.count } ?? []
  }

  /// The number of scalars of a name that holds all words, and whether it is nothing else; nil where it lacks one.
  func match(_ name: String) -> (length: Int, isWhole: Bool)? {
    var folded = Folding.fold(name, lowercasing: true)
    return folded.withUTF8 { match(folded: UnsafeRawBufferPointer($0)) }
  }

  /// The same of the name's bytes.
  func match(_ name: UnsafeRawBufferPointer) -> (length: Int, isWhole: Bool)? {
    // Folding leaves ASCII as it is but for capitals.
    guard name.allSatisfy({ $0 < 0x80 }) else { return match(String(decoding: name, as: UTF8.self)) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.count) { small in
      for (index, byte) in name.enumerated() {
        small.initializeElement(at: index, to: byte &- 65 < 26 ? byte | 0x20 : byte)
      }
      return match(folded: UnsafeRawBufferPointer(small))
    }
  }

  private func match(folded: UnsafeRawBufferPointer) -> (length: Int, isWhole: Bool)? {
    guard let base = folded.baseAddress else { return nil }
    for word in words where tupu_find(base, folded.count, word, word.count) == nil { return nil }
    return (folded.count { $0 & 0xC0 != 0x80 }, folded.elementsEqual(whole))
  }
}
