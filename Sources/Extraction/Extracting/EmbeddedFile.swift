/// A data file that a plug-in's `Tables/` target embeds into the binary with `#embed`.
public struct EmbeddedFile: @unchecked Sendable {
  // Safe to share: the bytes are constants of the binary.
  /// The file's bytes; valid as long as the process lives.
  public let bytes: UnsafeBufferPointer<UInt8>

  /// Wraps an embedded array.
  public init(_ start: UnsafePointer<UInt8>, count: Int) {
    bytes = UnsafeBufferPointer(start: start, count: count)
  }

  /// The bytes decoded as UTF-8.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
