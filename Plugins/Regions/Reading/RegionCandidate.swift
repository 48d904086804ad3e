import GraphModel

/// A stretch of text that may name a region.
struct RegionCandidate {
  /// What the stretch is a form of.
  enum Kind: Hashable {
    /// A form of the gazetteer, by its line.
    case form(Int)
    /// A town of one of these codes; none where the table does not know the town.
    case town([UInt32])
    /// A village or a community, known by its form alone.
    case village
    /// A one-character form of the division with this code.
    case abbreviation(UInt32)
  }

  /// Where it stands.
  var span: Span
  /// What it is a form of.
  var kind: Kind
  /// The most telling way in which the form names a division.
  var form = FormKind.full
  /// Whether news use the form in another sense too.
  var isCommon = false
  /// Whether it is part of another kind of name: a company's, a street's, a person's.
  var isInsideName = false
  /// For a town's stem in a list that closes with 等…个乡镇: the full names by their codes.
  var townNames: [UInt32: String] = [:]
  /// Whether it begins the name of a development zone or park.
  var isInZone = false
  /// Whether it stands alone in brackets, as in 远桥电子(重庆)有限公司: no region there, yet a hint of where the text comes from.
  var isBracketed = false
}
