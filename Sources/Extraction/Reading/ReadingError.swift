/// Why a source could not be read.
public enum ReadingError: Error, Hashable, Sendable {
  /// The source holds no text.
  case empty
  /// The bytes are no text: a known binary format, a NUL or too many control bytes, at this byte offset.
  case binary(offset: Int)
  /// The named encoding is unknown.
  case unknownEncoding(String)
  /// The bytes are not valid in the encoding, from this byte offset on; a character cut off at the end counts.
  case malformed(encoding: String, offset: Int)
  /// The source is larger than the limit, both in bytes.
  case tooLarge(bytes: Int, limit: Int)
}
