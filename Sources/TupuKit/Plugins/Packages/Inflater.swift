import CZlib

/// Unpacks deflate data piece by piece, so that what it unpacks to need not fit into memory.
enum Inflater {
  /// How the data is wrapped.
  enum Wrapping: Int32 {
    /// Not at all (RFC 1951), as in a zip file.
    case raw = -15
    /// As gzip (RFC 1952), one member after the other.
    case gzip = 31
  }

  /// Hands the unpacked bytes on, a piece of at most 64 KiB at a time.
  ///
  /// - Parameter piece: says whether it wants more.
  /// - Throws: `PackageError.damaged`, and what `piece` throws.
  static func inflate(
    _ packed: ArraySlice<UInt8>, _ wrapping: Wrapping, piece: (UnsafeBufferPointer<UInt8>) throws(PackageError) -> Bool
  ) throws(PackageError) {
    var rest = packed
    repeat {
      guard let used = try member(rest, wrapping, piece) else { return }
      rest = rest.dropFirst(used)
    } while wrapping == .gzip && rest.first == 0x1F
  }

  /// The unpacked bytes.
  ///
  /// - Parameter limit: the most bytes that come of it.
  /// - Throws: `PackageError.damaged`, `.tooLarge`.
  static func inflate(_ packed: ArraySlice<UInt8>, _ wrapping: Wrapping, limit: Int) throws(PackageError) -> [UInt8] {
    var result: [UInt8] = []
    try inflate(packed, wrapping) { piece throws(PackageError) in
      guard result.count + piece.count <= limit else { throw .tooLarge }
      result.append(contentsOf: piece)
      return true
    }
    return result
  }

  /// Unpacks one member; the number of bytes that it took, or nil where no more was wanted.
  private static func member(
    _ packed: ArraySlice<UInt8>, _ wrapping: Wrapping,
    _ piece: (UnsafeBufferPointer<UInt8>) throws(PackageError) -> Bool
  ) throws(PackageError) -> Int? {
    var stream = z_stream()
    guard tupu_inflate_begin(&stream, wrapping.rawValue) == Z_OK else { throw .damaged }
    defer { inflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: 1 << 16)
    var consumed = 0
    while true {
      let start = consumed
      var produced = 0
      let code = packed.withUnsafeBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
          // zlib only reads its input; the pointer is mutable for C's sake.
          stream.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + start) }
          stream.avail_in = UInt32(clamping: input.count - start)
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(output.count)
          let code = CZlib.inflate(&stream, Z_NO_FLUSH)
          consumed = input.count - Int(stream.avail_in)
          produced = output.count - Int(stream.avail_out)
          return code
        }
      }
      var error: PackageError?
      let isWanted = output.withUnsafeBufferPointer { output in
        do throws(PackageError) {
          return try piece(UnsafeBufferPointer(rebasing: output[..<produced]))
        } catch let thrown {
          error = thrown
          return false
        }
      }
      if let error { throw error }
      guard isWanted else { return nil }
      if code == Z_STREAM_END { return consumed }
      // Data that ends too early makes no progress.
      guard code == Z_OK, produced > 0 || consumed > start else { throw .damaged }
    }
  }
}
