/// A value of a row: where it stands in the file's bytes.
struct Cell {
  private static let quoted: UInt32 = 1 << 31
  private static let escaped: UInt32 = 1 << 30
  /// No value is longer than this.
  static let longest = 1 << 30

  let start: UInt32
  private let length: UInt32

  init(_ start: Int, _ end: Int, isQuoted: Bool = false, isEscaped: Bool = false) {
    self.start = UInt32(truncatingIfNeeded: start)
    length =
      UInt32(truncatingIfNeeded: end - start) | (isQuoted ? Self.quoted : 0) | (isEscaped ? Self.escaped : 0)
  }

  /// The bytes between its quotes, if it has any.
  var range: Range<Int> { Int(start)..<Int(start) + Int(length & (Self.escaped - 1)) }
  var isQuoted: Bool { length & Self.quoted != 0 }
  /// Whether doubled quotes inside stand for single ones.
  var isEscaped: Bool { length & Self.escaped != 0 }
  /// Whether it holds nothing and has no quotes: no value.
  var isMissing: Bool { length == 0 }
}

/// Parts rows of values (RFC 4180) in one pass; lines that hold nothing are left out.
struct DelimitedScanner {
  private let bytes: UnsafeRawBufferPointer
  private let delimiter: UInt8
  private var place: Int
  /// The line on which the next row starts, from 1.
  private(set) var line = 1

  init(_ bytes: UnsafeRawBufferPointer, delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    place = bytes.starts(with: mark) ? mark.count : 0
  }

  /// The next row's values; false where there is none. `start` becomes the row's line.
  ///
  /// - Throws: a cause and the place of the byte at fault.
  mutating func next(_ cells: inout [Cell], line start: inout Int) throws(ScanFault) -> Bool {
    cells.removeAll(keepingCapacity: true)
    while place < bytes.count, bytes[place] == 0x0A || bytes[place] == 0x0D {
      if bytes[place] == 0x0A { line += 1 }
      place += 1
    }
    guard place < bytes.count else { return false }
    start = line
    while true {
      if place < bytes.count, bytes[place] == 0x22 {
        try quoted(&cells)
      } else {
        let start = place
        while place < bytes.count {
          let byte = bytes[place]
          if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
          place += 1
        }
        cells.append(Cell(start, place))
      }
      guard place < bytes.count, bytes[place] == delimiter else { break }
      place += 1
    }
    if place < bytes.count, bytes[place] == 0x0D { place += 1 }
    if place < bytes.count, bytes[place] == 0x0A {
      place += 1
      line += 1
    }
    return true
  }

  private mutating func quoted(_ cells: inout [Cell]) throws(ScanFault) {
    let open = place
    place += 1
    var isEscaped = false
    while true {
      guard place < bytes.count else { throw ScanFault(cause: .openQuote, offset: open) }
      let byte = bytes[place]
      if byte == 0x22 {
        guard place + 1 < bytes.count, bytes[place + 1] == 0x22 else { break }
        isEscaped = true
        place += 1
      } else if byte == 0x0A {
        line += 1
      }
      place += 1
    }
    cells.append(Cell(open + 1, place, isQuoted: true, isEscaped: isEscaped))
    place += 1
    if place < bytes.count, bytes[place] != delimiter, bytes[place] != 0x0A, bytes[place] != 0x0D {
      throw ScanFault(cause: .afterQuote, offset: place)
    }
  }
}

/// What is wrong with rows, and at which byte.
struct ScanFault: Error {
  var cause: ImportFailure.Cause
  var offset: Int
}
