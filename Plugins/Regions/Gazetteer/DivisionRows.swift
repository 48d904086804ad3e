import Extraction

/// The lines of the divisions' table: level, code, name, short name, code of the parent, first and last year.
struct DivisionRows: Sendable {
  /// The divisions, by line.
  private(set) var divisions: [Division] = []
  /// Where the name of each line starts, in the table's bytes.
  private(set) var nameStarts: [UInt32] = []
  /// The lines of each code, rising.
  private(set) var byCode: [UInt32: [Int32]] = [:]

  init(_ table: EmbeddedFile) {
    let bytes = table.bytes
    divisions.reserveCapacity(bytes.count / 40)
    nameStarts.reserveCapacity(bytes.count / 40)
    var position = 0
    func number() -> UInt32 {
      var value: UInt32 = 0
      while position < bytes.count, bytes[position] != 9, bytes[position] != 10 {
        value = value &* 10 &+ UInt32(bytes[position] &- 48)
        position += 1
      }
      position += 1
      return value
    }
    func skip() {
      while position < bytes.count, bytes[position] != 9 { position += 1 }
      position += 1
    }
    while position < bytes.count {
      let level = RegionLevel(rawValue: Int(number())) ?? .county
      let code = number()
      nameStarts.append(UInt32(position))
      skip()
      skip()
      let parent = number()
      let first = Int(number())
      let last = Int(number())
      byCode[code, default: []].append(Int32(divisions.count))
      divisions.append(
        Division(
          row: divisions.count, level: level, code: code, parentCode: parent, firstYear: first, lastYear: last))
    }
  }
}
