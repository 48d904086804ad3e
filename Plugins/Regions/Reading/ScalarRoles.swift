/// What single characters may begin or end in a region's name or a place-word, as bits by scalar value, so that the scanner
/// passes over all others at once.
enum ScalarRoles {
  /// Ends the name of a town or village: 镇, 乡, 街道, 村, 社区.
  static let suffix: UInt8 = 1
  /// Begins a place-word: 市委, 全县.
  static let level: UInt8 = 2
  /// Begins a one-character form or is a verb before one: 来陕, 苏浙沪.
  static let abbreviation: UInt8 = 4

  /// The bits of the scalars of the basic plane.
  static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x10000)
    for scalar in "镇乡道木村区".unicodeScalars { table[Int(scalar.value)] |= suffix }
    for scalar in "省市县区州盟旗镇乡街".unicodeScalars { table[Int(scalar.value)] |= level }
    for scalar in Abbreviations.firstScalars { table[Int(scalar.value)] |= abbreviation }
    return table
  }()
}
