/// Numbers of 64 bits one after the other, the lowest byte first.
enum PresenceCodec {
  static func encode(_ numbers: [Int64]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count * 8)
    for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
    return bytes
  }

  static func decode(_ bytes: UnsafeRawBufferPointer) throws(StoreError) -> [Int64] {
    guard bytes.count % 8 == 0 else { throw .damaged("a list of numbers ends early") }
    return (0..<bytes.count / 8).map {
      Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: Int64.self))
    }
  }
}
