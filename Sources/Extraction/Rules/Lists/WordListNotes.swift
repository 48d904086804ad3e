import GraphModel

/// The columns and the problems of a compiled word list, as lines of text in its block.
enum WordListNotes {
  /// One line for the columns, then one a problem: line number, kind, arguments, parted by tabs.
  static func encode(columns: [String], problems: [(line: Int, fault: RuleFault)]) -> [UInt8] {
    var lines = [columns.joined(separator: "\t")]
    for problem in problems {
      let words: [String] =
        switch problem.fault {
        case .duplicateEntry(let form, let line): ["duplicate", form, String(line)]
        case .badEntry(.notUTF8): ["notUTF8"]
        case .badEntry(.tooLong(let limit)): ["tooLong", String(limit)]
        case .badEntry(.noName): ["noName"]
        case .badEntry(.controlCharacter): ["controlCharacter"]
        case .badEntry(.tooManyColumns(let count)): ["tooManyColumns", String(count)]
        default: ["openQuote"]
        }
      lines.append(([String(problem.line)] + words).joined(separator: "\t"))
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// Reads them back.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (columns: [String], problems: [(line: Int, fault: RuleFault)]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    let problems = lines.dropFirst().compactMap { words -> (line: Int, fault: RuleFault)? in
      guard words.count > 1, let line = Int(words[0]) else { return nil }
      let number = Int(words.last ?? "") ?? 0
      let fault: RuleFault =
        switch words[1] {
        case "duplicate": .duplicateEntry(words.count > 2 ? words[2] : "", line: number)
        case "notUTF8": .badEntry(.notUTF8)
        case "tooLong": .badEntry(.tooLong(limit: number))
        case "noName": .badEntry(.noName)
        case "controlCharacter": .badEntry(.controlCharacter)
        case "tooManyColumns": .badEntry(.tooManyColumns(number))
        default: .badEntry(.openQuote)
        }
      return (line, fault)
    }
    return (lines.first ?? [], problems)
  }
}
