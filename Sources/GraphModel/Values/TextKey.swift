/// A text as a dictionary's key: equal where the bytes are.
///
/// A `String` as a key is brought to a normal form first, which costs many times what its hash does.
public struct TextKey: Hashable, Sendable {
  /// The text.
  public let text: String

  /// Wraps a text.
  public init(_ text: String) { self.text = text }

  /// Whether two texts are the same byte for byte.
  public static func == (a: TextKey, b: TextKey) -> Bool { ByteHash.isSame(a.text, b.text) }

  /// Adds the text's bytes.
  public func hash(into hasher: inout Hasher) { hasher.combine(ByteHash.of(text)) }
}
