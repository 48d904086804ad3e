import CZlib

/// Unpacks deflate data within bounds.
enum Inflater {
  /// How the data is wrapped.
  enum Wrapping: Int32 {
    /// Not at all (RFC 1951), as in a zip file.
    case raw = -15
    /// As gzip (RFC 1952), one member after the other.
    case gzip = 31
  }

  /// The unpacked bytes.
  ///
  /// - Parameter limit: the most bytes that come of it.
  /// - Throws: `PackageError.damaged`, `.tooLarge`.
  static func inflate(_ packed: ArraySlice<UInt8>, _ wrapping: Wrapping, limit: Int) throws(PackageError) -> [UInt8] {
    var result: [UInt8] = []
    var rest = packed
    repeat {
      let used = try member(rest, wrapping, limit: limit, into: &result)
      rest = rest.dropFirst(used)
    } while wrapping == .gzip && rest.first == 0x1F
    return result
  }

  /// Unpacks one member; returns the number of bytes that it took.
  private static func member(
    _ packed: ArraySlice<UInt8>, _ wrapping: Wrapping, limit: Int, into result: inout [UInt8]
  ) throws(PackageError) -> Int {
    var stream = z_stream()
    guard tupu_inflate_begin(&stream, wrapping.rawValue) == Z_OK else { throw .damaged }
    defer { inflateEnd(&stream) }
    var input = Array(packed)
    var output = [UInt8](repeating: 0, count: 1 << 16)
    var code = Z_OK
    var consumed = 0
    while code == Z_OK {
      var produced = 0
      let count = input.count
      code = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
          stream.next_in = input.baseAddress.map { $0 + consumed }
          stream.avail_in = UInt32(clamping: count - consumed)
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(output.count)
          let code = CZlib.inflate(&stream, Z_NO_FLUSH)
          consumed = count - Int(stream.avail_in)
          produced = output.count - Int(stream.avail_out)
          return code
        }
      }
      result.append(contentsOf: output[..<produced])
      guard result.count <= limit else { throw .tooLarge }
      if produced == 0, consumed == count, code != Z_STREAM_END { throw .damaged }
    }
    guard code == Z_STREAM_END else { throw .damaged }
    return consumed
  }
}
