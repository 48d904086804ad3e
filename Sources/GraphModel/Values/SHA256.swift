import CDigest

/// SHA-256 (FIPS 180-4), with the processor's own instructions where it has them. Its own few lines because the court imports nothing and every document's identity hangs on it.
public struct SHA256: Sendable {
  private var state = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// Whether the processor's own instructions stay unused.
  private var isPortable = false

  /// A digest of nothing yet.
  public init() {}

  /// A digest that is computed as on a processor without the instructions.
  init(isPortable: Bool) { self.isPortable = isPortable }

  /// Adds bytes.
  public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { update($0) } }

  /// The first 64 bits of the digest of some bytes, the first byte the highest.
  public static func number(of bytes: some Sequence<UInt8>) -> UInt64 {
    func number(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
      var digest = SHA256()
      let position = bytes.count & ~63
      digest.compress(UnsafeBufferPointer(rebasing: bytes[..<position]))
      digest.finish(UnsafeBufferPointer(rebasing: bytes[position...]), length: UInt64(bytes.count))
      return UInt64(digest.state[0]) << 32 | UInt64(digest.state[1])
    }
    return bytes.withContiguousStorageIfAvailable(number) ?? Array(bytes).withUnsafeBufferPointer(number)
  }

  /// The 32 bytes of the digest of all bytes so far.
  public func finalized() -> [UInt8] {
    var copy = self
    pending.withUnsafeBufferPointer { copy.finish($0, length: length) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for index in 0..<8 {
      for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: copy.state[index] >> shift)) }
    }
    return bytes
  }

  /// The first digits of the digest in lower-case hexadecimal (at most 64).
  public func hexadecimal(digits: Int = 64) -> String {
    let alphabet = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in finalized() { text += [alphabet[Int(byte >> 4)], alphabet[Int(byte & 15)]] }
    return String(decoding: text.prefix(digits), as: UTF8.self)
  }

  private mutating func update(_ input: UnsafeBufferPointer<UInt8>) {
    length += UInt64(input.count)
    var position = 0
    if !pending.isEmpty {
      position = min(64 - pending.count, input.count)
      pending.append(contentsOf: input[..<position])
      guard pending.count == 64 else { return }
      let block = pending
      block.withUnsafeBufferPointer { compress($0) }
      pending.removeAll(keepingCapacity: true)
    }
    let end = position + (input.count - position) & ~63
    compress(UnsafeBufferPointer(rebasing: input[position..<end]))
    position = end
    if position < input.count { pending.append(contentsOf: input[position...]) }
  }

  /// Adds the last bytes, less than a block, and the padding: a one, zeros, and the length in bits, to whole blocks.
  private mutating func finish(_ rest: UnsafeBufferPointer<UInt8>, length: UInt64) {
    let bits = length &* 8
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { block in
      block.initialize(repeating: 0)
      for (index, byte) in rest.enumerated() { block[index] = byte }
      block[rest.count] = 0x80
      let count = rest.count < 56 ? 64 : 128
      for index in 0..<8 { block[count - 1 - index] = UInt8(truncatingIfNeeded: bits >> UInt64(8 * index)) }
      compress(UnsafeBufferPointer(rebasing: block[..<count]))
    }
  }

  /// Takes in whole blocks.
  private mutating func compress(_ blocks: UnsafeBufferPointer<UInt8>) {
    guard let first = blocks.baseAddress, !blocks.isEmpty else { return }
    let isDone =
      !isPortable
      && withUnsafeMutableBytes(of: &state) { words in
        words.assumingMemoryBound(to: UInt32.self).baseAddress
          .map { tupu_sha256_blocks($0, first, blocks.count / 64) != 0 } ?? false
      }
    guard !isDone else { return }
    for start in stride(from: 0, to: blocks.count, by: 64) { compress(blocks, at: start) }
  }

  private mutating func compress(_ block: UnsafeBufferPointer<UInt8>, at start: Int) {
    let bytes = UnsafeRawBufferPointer(block)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
      for i in 0..<16 {
        w[i] = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: start + i * 4, as: UInt32.self))
      }
      for i in 16..<64 {
        let a = w[i - 15]
        let b = w[i - 2]
        let s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >> 3)
        let s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >> 10)
        w[i] = w[i - 16] &+ s0 &+ w[i - 7] &+ s1
      }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      if let k = tupu_sha256_constants() {
        // Eight rounds at a time: the eight words change their roles, not their places.
        for i in stride(from: 0, to: 64, by: 8) {
          round(a, b, c, &d, e, f, g, &h, k[i] &+ w[i])
          round(h, a, b, &c, d, e, f, &g, k[i + 1] &+ w[i + 1])
          round(g, h, a, &b, c, d, e, &f, k[i + 2] &+ w[i + 2])
          round(f, g, h, &a, b, c, d, &e, k[i + 3] &+ w[i + 3])
          round(e, f, g, &h, a, b, c, &d, k[i + 4] &+ w[i + 4])
          round(d, e, f, &g, h, a, b, &c, k[i + 5] &+ w[i + 5])
          round(c, d, e, &f, g, h, a, &b, k[i + 6] &+ w[i + 6])
          round(b, c, d, &e, f, g, h, &a, k[i + 7] &+ w[i + 7])
        }
      }
      state = state &+ SIMD8(a, b, c, d, e, f, g, h)
    }
  }
}

@inline(__always) private func rotate(_ value: UInt32, _ bits: UInt32) -> UInt32 {
  value >> bits | value << (32 - bits)
}

/// One round; `word` is the schedule's word plus the round's constant.
@inline(__always) private func round(
  _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32,
  _ word: UInt32
) {
  h = h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ ((e & f) ^ (~e & g)) &+ word
  d = d &+ h
  h = h &+ (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ ((a & b) ^ (a & c) ^ (b & c))
}
