import GraphModel

/// How the values of a property lie in parts.
struct ColumnRecord: Hashable {
  /// What a row's number stands for.
  enum Kind: Int {
    /// An integer, counted from `base`.
    case integer = 0
    /// An integer, bit for bit.
    case wideInteger = 1
    /// A double, bit for bit.
    case float = 2
    /// A truth value.
    case boolean = 3
    /// A day, counted from `base`.
    case date = 4
    /// An entry of the part of texts.
    case word = 5
    /// Nothing: the row has a text of its own.
    case text = 6
    /// Nothing: the row has an encoded value of its own.
    case value = 7
  }

  /// The property.
  var key: Token
  var kind: Kind
  /// Whether some row has no value. Numbers that are not bit for bit are then one more than they would be: 0 is no value.
  var hasNulls: Bool
  var isUnique: Bool
  var base: Int64 = 0
  /// Numbers of the rows; none for texts and values.
  var numbers: NumbersRecord?
  /// Which rows have a value (1), where numbers are bit for bit and some have none.
  var presence: NumbersRecord?
  /// Texts of the rows, or the different texts that rows have.
  var texts: TextsRecord?
  /// The rows in the order of their values (of texts: of their bytes), where the property is a key and its values do not
  /// simply count up.
  var order: NumbersRecord?
  /// Which texts hold what, where the property is the nodes' name.
  var trigrams: TrigramRecord?

  var parts: [Int] {
    [numbers?.part, presence?.part, texts?.part, order?.part, trigrams?.part].compactMap { $0 }.filter { $0 > 0 }
  }

  func encode(to writer: inout ByteWriter) {
    writer.number(Int(key))
    writer.number(kind.rawValue)
    writer.number((hasNulls ? 1 : 0) | (isUnique ? 2 : 0) | (trigrams == nil ? 0 : 4))
    writer.signed(base)
    for record in [numbers, presence, order] {
      writer.byte(record == nil ? 0 : 1)
      record?.encode(to: &writer)
    }
    writer.byte(texts == nil ? 0 : 1)
    texts?.encode(to: &writer)
    trigrams?.encode(to: &writer)
  }

  init(key: Token, kind: Kind, hasNulls: Bool, isUnique: Bool = false) {
    self.key = key
    self.kind = kind
    self.hasNulls = hasNulls
    self.isUnique = isUnique
  }

  init(from reader: inout ByteReader) throws {
    key = Token(truncatingIfNeeded: try reader.number())
    guard let kind = Kind(rawValue: try reader.number()) else { throw StoreError.damaged("a packed column's kind") }
    self.kind = kind
    let flags = try reader.number()
    hasNulls = flags & 1 != 0
    isUnique = flags & 2 != 0
    base = try reader.signed()
    numbers = try reader.byte() == 1 ? NumbersRecord(from: &reader) : nil
    presence = try reader.byte() == 1 ? NumbersRecord(from: &reader) : nil
    order = try reader.byte() == 1 ? NumbersRecord(from: &reader) : nil
    texts = try reader.byte() == 1 ? TextsRecord(from: &reader) : nil
    trigrams = flags & 4 != 0 ? try TrigramRecord(from: &reader) : nil
  }
}
