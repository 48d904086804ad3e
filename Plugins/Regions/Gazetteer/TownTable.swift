import Extraction
import GraphModel

/// Names of towns, townships and subdistricts with their codes, looked up in the embedded bytes.
public struct TownTable: Sendable {
  private let table: EmbeddedFile

  /// The number of scalars of the longest name.
  public static let longestName = 15

  init(_ table: EmbeddedFile) { self.table = table }

  /// The codes of the towns of this name: nine digits, or the six of the county where the town's own is not known.
  ///
  /// - Parameter name: the name in simplified characters, as 江口镇.
  public func codes(_ name: ArraySlice<Unicode.Scalar>) -> [UInt32] {
    guard !name.isEmpty, name.count <= Self.longestName else { return [] }
    let bytes = table.bytes
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longestName * 4) { word in
      var count = 0
      for scalar in name {
        for byte in UTF8.encode(scalar)! {
          word[count] = byte
          count += 1
        }
      }
      var low = 0
      var high = bytes.count
      while low < high {
        var start = (low + high) / 2
        while start > low, bytes[start - 1] != 10 { start -= 1 }
        var index = 0
        while index < count, start + index < high, bytes[start + index] == word[index] { index += 1 }
        if index == count, bytes[start + index] == 9 { return read(from: start + index + 1) }
        let isBefore = index < count && bytes[start + index] < word[index]
        if isBefore {
          while start < high, bytes[start] != 10 { start += 1 }
          low = start + 1
        } else {
          high = start
        }
      }
      return []
    }
  }

  /// The codes of the towns of this name.
  public func codes(_ name: String) -> [UInt32] { codes(ArraySlice(name.unicodeScalars)) }

  private func read(from start: Int) -> [UInt32] {
    var codes: [UInt32] = []
    var value: UInt32 = 0
    var position = start
    while position < table.bytes.count {
      let byte = table.bytes[position]
      if byte == 10 || byte == UInt8(ascii: ",") {
        codes.append(value)
        value = 0
        if byte == 10 { break }
      } else {
        value = value &* 10 &+ UInt32(byte &- 48)
      }
      position += 1
    }
    return codes
  }
}
