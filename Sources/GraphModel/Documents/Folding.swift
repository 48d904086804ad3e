import FoldingTables

/// Folds text for matching: traditional characters and variants to simplified ones, full-width ASCII to half-width, corner
/// quotation marks to curly ones, kinds of blanks, middle dots and zeros to one each.
///
/// Folding maps scalar to scalar: a folded text is as long as the text, and folding it again changes nothing. Case is kept.
/// The table is `Sources/FoldingTables/folding.txt`, derived from OpenCC (Apache-2.0) and Unicode data by
/// `Scripts/derive-folding`. A few characters of simplified text change too (於 → 于, 後 → 后): fold word lists before they
/// are matched against folded text.
public enum Folding {
  /// What a scalar folds to; itself where the table does not name it.
  public static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar { table[scalar] }

  /// The folded text, as long as the text.
  ///
  /// - Parameter lowercasing: also turns A–Z to a–z, for search.
  public static func fold(_ text: ScalarText, lowercasing: Bool = false) -> ScalarText {
    let source = text.scalars
    return ScalarText(
      [Unicode.Scalar](unsafeUninitializedCapacity: source.count) { buffer, count in
        source.withUnsafeBufferPointer { scalars in
          table.fold(scalars, into: buffer)
          if lowercasing { for index in scalars.indices { buffer[index] = lowercase(buffer[index]) } }
        }
        count = source.count
      })
  }

  /// The folded string, with as many scalars.
  ///
  /// - Parameter lowercasing: also turns A–Z to a–z, for search.
  public static func fold(_ string: some StringProtocol, lowercasing: Bool = false) -> String {
    let table = table
    let isFolded = string.unicodeScalars.allSatisfy {
      table[$0] == $0 && !(lowercasing && ("A"..."Z").contains($0))
    }
    // Most words fold to themselves.
    if isFolded { return String(string) }
    var result = String.UnicodeScalarView()
    for scalar in string.unicodeScalars {
      result.append(lowercasing ? lowercase(table[scalar]) : table[scalar])
    }
    return String(result)
  }

  private static let table = FoldingTable()

  private static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value) + 32) : scalar
  }
}

/// The table as pages of 256 scalars; scalars of pages that hold no entry are found on one shared page of zeros.
private struct FoldingTable: Sendable {
  /// For each of the 4,352 pages of Unicode, the start of its entries in `targets`.
  private var pages: [UInt32]
  /// The scalar's target, or 0 where it folds to itself.
  private var targets: [UInt32]

  init() {
    pages = Array(repeating: 0, count: 0x1100)
    targets = Array(repeating: 0, count: 256)
    let bytes = UnsafeBufferPointer(start: tupu_folding_table(), count: tupu_folding_table_count())
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      var pair = String(decoding: line, as: UTF8.self).unicodeScalars.makeIterator()
      guard let from = pair.next(), let to = pair.next() else { continue }
      let page = Int(from.value >> 8)
      if pages[page] == 0 {
        pages[page] = UInt32(targets.count)
        targets += repeatElement(0, count: 256)
      }
      targets[Int(pages[page]) + Int(from.value & 0xFF)] = to.value
    }
  }

  /// Writes what some scalars fold to into a buffer that is at least as long.
  func fold(_ scalars: UnsafeBufferPointer<Unicode.Scalar>, into buffer: UnsafeMutableBufferPointer<Unicode.Scalar>) {
    pages.withUnsafeBufferPointer { pages in
      targets.withUnsafeBufferPointer { targets in
        for index in scalars.indices {
          let scalar = scalars[index]
          let target = targets[Int(pages[Int(scalar.value >> 8)]) + Int(scalar.value & 0xFF)]
          buffer.initializeElement(at: index, to: target == 0 ? scalar : Unicode.Scalar(target) ?? scalar)
        }
      }
    }
  }

  subscript(scalar: Unicode.Scalar) -> Unicode.Scalar {
    let target = targets[Int(pages[Int(scalar.value >> 8)]) + Int(scalar.value & 0xFF)]
    return target == 0 ? scalar : Unicode.Scalar(target) ?? scalar
  }
}
