/// A character encoding in which Chinese documents are written.
public enum CharacterEncoding: String, Sendable, Hashable, CaseIterable {
  /// UTF-8.
  case utf8 = "utf-8"
  /// UTF-16, the low byte first.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, the high byte first.
  case utf16BigEndian = "utf-16be"
  /// GB 18030, which holds GB 2312 and GBK.
  case gb18030 = "gb18030"
  /// Big5 with the Hong Kong supplement.
  case big5 = "big5"

  /// The encoding that a label names, in any case and with any of `-`, `_` or blanks in it; nil for unknown labels.
  ///
  /// As browsers do, `gb2312` and `gbk` are read as GB 18030, of which they are parts, and `ascii` and `latin1` as UTF-8.
  public init?(label: some StringProtocol) {
    let name = String(label.unicodeScalars.filter { !" -_\t\"'".unicodeScalars.contains($0) }.map(Character.init))
    switch name.lowercased() {
    case "utf8", "utf8bom", "utf8sig", "ascii", "usascii", "latin1", "iso88591": self = .utf8
    case "utf16", "utf16le", "ucs2", "ucs2le", "unicode": self = .utf16LittleEndian
    case "utf16be", "ucs2be": self = .utf16BigEndian
    case "gb18030", "gbk", "gb2312", "gb231280", "cp936", "windows936", "ms936", "euccn", "hzgb2312", "xgbk", "chinese":
      self = .gb18030
    case "big5", "big5hkscs", "cp950", "windows950", "ms950", "big5eten", "xxbig5": self = .big5
    default: return nil
    }
  }

  /// The name by which `iconv` knows it; nil where the reader decodes it by itself.
  var iconvName: String? {
    switch self {
    case .gb18030: "GB18030"
    case .big5: "BIG5-HKSCS"
    default: nil
    }
  }
}
