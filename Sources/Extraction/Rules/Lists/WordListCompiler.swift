import GraphModel

/// Sorts the forms of a word list into a `WordListBlock`.
enum WordListCompiler {
  private struct Key {
    /// The first three scalars, for quick comparison.
    var prefix: UInt64
    var start: Int
    var count: Int
    var row: UInt32
  }

  /// The block of a list.
  static func compile(_ rows: WordListRows) -> WordListBlock {
    var pool: [UInt32] = []
    pool.reserveCapacity(rows.forms.count * 6)
    var keys: [Key] = []
    keys.reserveCapacity(rows.forms.count)
    var problems = rows.refused.map { (line: $0.line, fault: RuleFault.badEntry($0.fault)) }
    for form in rows.forms {
      let start = pool.count
      rows.decode(form.bytes) { scalar in
        let folded = Folding.fold(scalar).value
        pool.append(folded &- 65 < 26 ? folded + 32 : folded)
      }
      let count = pool.count - start
      if count > CompiledWordList.formLimit {
        pool.removeSubrange(start...)
        note(&problems, rows, form.row) { .badEntry(.tooLong(limit: CompiledWordList.formLimit)) }
        continue
      }
      func scalar(_ index: Int) -> UInt64 { index < count ? UInt64(pool[start + index]) : 0 }
      let prefix = scalar(0) << 42 | scalar(1) << 21 | scalar(2)
      keys.append(Key(prefix: prefix, start: start, count: count, row: form.row))
    }
    pool.withUnsafeBufferPointer { pool in
      keys.sort { a, b in
        if a.prefix != b.prefix { return a.prefix < b.prefix }
        var index = 3
        while index < a.count, index < b.count {
          let (x, y) = (pool[a.start + index], pool[b.start + index])
          if x != y { return x < y }
          index += 1
        }
        return (a.count, a.row) < (b.count, b.row)
      }
    }
    return assemble(keys, pool, rows, &problems)
  }

  private static func assemble(
    _ keys: [Key], _ pool: [UInt32], _ rows: WordListRows, _ problems: inout [(line: Int, fault: RuleFault)]
  ) -> WordListBlock {
    var keyStarts: [UInt32] = [0]
    var scalars: [UInt32] = []
    var keyRows: [UInt32] = []
    var firsts: [UInt32] = []
    var firstStarts: [UInt32] = []
    scalars.reserveCapacity(pool.count)
    var words = 1
    while words * 64 < keys.count * 16 { words *= 2 }
    var filter = [UInt64](repeating: 0, count: words)
    let bits = UInt64((words * 64).trailingZeroBitCount)
    var lengths: [UInt32] = [0, 0]
    for (index, key) in keys.enumerated() {
      let own = pool[key.start..<key.start + key.count]
      if index > 0, keys[index - 1].prefix == key.prefix, keys[index - 1].count == key.count,
        pool[keys[index - 1].start..<keys[index - 1].start + key.count].elementsEqual(own)
      {
        // Of equal forms the first line's counts; an entry may repeat its own name among its aliases.
        if keys[index - 1].row != key.row {
          note(&problems, rows, key.row) {
            let form = String(String.UnicodeScalarView(own.compactMap(Unicode.Scalar.init)))
            return .duplicateEntry(form, line: keyRows.last.map { Int(rows.lines[Int($0)]) } ?? 0)
          }
        }
        continue
      }
      guard let first = own.first else { continue }
      if firsts.last != first {
        firsts.append(first)
        firstStarts.append(UInt32(keyRows.count))
      }
      scalars.append(contentsOf: own)
      keyStarts.append(UInt32(scalars.count))
      keyRows.append(key.row)
      if key.count <= 2 { lengths[key.count - 1] = 1 }
      let at = own.startIndex
      let hash = CompiledWordList.hash(first, key.count > 1 ? own[at + 1] : 0, key.count > 2 ? own[at + 2] : 0)
      let bit = Int(truncatingIfNeeded: hash >> (64 - bits))
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    firstStarts.append(UInt32(keyRows.count))
    problems.sort { $0.line < $1.line }
    return WordListBlock([
      .keyStarts: bytes(keyStarts), .scalars: bytes(scalars), .keyRows: bytes(keyRows), .filter: bytes(filter),
      .firsts: bytes(firsts), .firstStarts: bytes(firstStarts), .rowStarts: bytes(rows.rowStarts),
      .rowBytes: rows.rowBytes, .rowLines: bytes(rows.lines), .shortLengths: bytes(lengths),
      .notes: WordListNotes.encode(columns: rows.columns, problems: problems),
    ])
  }

  private static func note(
    _ problems: inout [(line: Int, fault: RuleFault)], _ rows: WordListRows, _ row: UInt32, _ fault: () -> RuleFault
  ) {
    guard problems.count < WordListRows.problemLimit else { return }
    problems.append((Int(rows.lines[Int(row)]), fault()))
  }

  private static func bytes<Element>(_ array: [Element]) -> [UInt8] {
    array.withUnsafeBytes { Array($0) }
  }
}
