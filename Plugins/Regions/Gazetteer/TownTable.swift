import Extraction
import GraphModel

/// Names of towns, townships and subdistricts with their codes, looked up in the embedded bytes.
public struct TownTable: Sendable {
  private let table: EmbeddedFile
  /// First scalars of names in rising order, with the offset of the first name of each; a last offset ends the table.
  private var firstScalars: [UInt32] = []
  private var offsets: [UInt32] = []

  /// The number of scalars of the longest name.
  public static let longestName = 15

  init(_ table: EmbeddedFile) {
    self.table = table
    let bytes = table.bytes
    var position = 0
    while position < bytes.count {
      let first = Self.scalar(bytes, position)
      if first != firstScalars.last {
        firstScalars.append(first)
        offsets.append(UInt32(position))
      }
      while position < bytes.count, bytes[position] != 10 { position += 1 }
      position += 1
    }
    offsets.append(UInt32(bytes.count))
  }

  /// The scalar at an offset of a text that is known to be UTF-8.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt32 {
    let lead = UInt32(bytes[start])
    let more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
    var value = more == 0 ? lead : lead & (0x3F >> UInt32(more))
    for step in 0..<more where start + 1 + step < bytes.count {
      value = value << 6 | UInt32(bytes[start + 1 + step] & 0x3F)
    }
    return value
  }

  /// The bytes of the names that begin with a scalar.
  private func range(of first: Unicode.Scalar) -> Range<Int>? {
    var low = 0
    var high = firstScalars.count
    while low < high {
      let middle = (low + high) / 2
      if firstScalars[middle] < first.value { low = middle + 1 } else { high = middle }
    }
    guard low < firstScalars.count, firstScalars[low] == first.value else { return nil }
    return Int(offsets[low])..<Int(offsets[low + 1])
  }

  /// The codes of the towns of this name: nine digits, or the six of the county where the town's own is not known.
  ///
  /// - Parameter name: the name in simplified characters, as 江口镇.
  public func codes(_ name: ArraySlice<Unicode.Scalar>) -> [UInt32] {
    guard let first = name.first, name.count <= Self.longestName, let range = range(of: first) else { return [] }
    let bytes = table.bytes
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longestName * 4) { word in
      var count = 0
      for scalar in name {
        guard let encoded = UTF8.encode(scalar) else { return [] }
        for byte in encoded {
          word[count] = byte
          count += 1
        }
      }
      var low = range.lowerBound
      var high = range.upperBound
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
