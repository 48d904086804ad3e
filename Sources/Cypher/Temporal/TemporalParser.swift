import GraphModel

/// Reads the forms of ISO 8601 that openCypher knows.
struct TemporalParser {
  private let bytes: [UInt8]
  private var place = 0

  private init(_ text: Substring) { bytes = Array(text.utf8) }

  private var atEnd: Bool { place == bytes.count }

  private func at(_ mark: Character) -> Bool { place < bytes.count && bytes[place] == mark.asciiValue }

  private mutating func take(_ mark: Character) -> Bool {
    guard at(mark) else { return false }
    place += 1
    return true
  }

  /// Number of digits from here on.
  private var digitsAhead: Int {
    var count = 0
    while place + count < bytes.count, (48...57).contains(bytes[place + count]) { count += 1 }
    return count
  }

  private mutating func number(_ digits: Int) -> Int? {
    guard digits > 0, digits <= 18, digitsAhead >= digits else { return nil }
    var value = 0
    for _ in 0..<digits {
      value = value * 10 + Int(bytes[place] - 48)
      place += 1
    }
    return value
  }

  static func date(_ text: Substring) -> DateValue? {
    var parser = TemporalParser(text)
    guard let date = parser.date(), parser.atEnd else { return nil }
    return date
  }

  static func localTime(_ text: Substring) -> LocalTimeValue? {
    var parser = TemporalParser(text)
    guard let time = parser.time(), parser.atEnd else { return nil }
    return time
  }

  static func time(_ text: Substring) -> TimeValue? {
    var parser = TemporalParser(text)
    guard let local = parser.time() else { return nil }
    guard let offset = parser.atEnd ? 0 : parser.offset(), parser.atEnd else { return nil }
    return TimeValue(local: local, offset: offset)
  }

  static func offset(_ text: String) -> Int32? {
    var parser = TemporalParser(text[...])
    guard let offset = parser.offset(), parser.atEnd else { return nil }
    return offset
  }

  static func localDateTime(_ text: Substring) -> LocalDateTimeValue? {
    guard let mark = text.firstIndex(where: { $0 == "T" || $0 == "t" }) else {
      return date(text).flatMap { day in
        LocalTimeValue(hour: 0).map { LocalDateTimeValue(date: day, time: $0) }
      }
    }
    guard let date = date(text[..<mark]), let time = localTime(text[text.index(after: mark)...]) else { return nil }
    return LocalDateTimeValue(date: date, time: time)
  }

  /// A moment; throws where the zone is unknown, nil where the text has another form.
  static func dateTime(_ text: Substring) throws -> DateTimeValue? {
    var rest = text
    var zone: Zone?
    if rest.last == "]", let open = rest.firstIndex(of: "[") {
      zone = try Zone(String(rest[rest.index(after: open)...].dropLast()))
      rest = rest[..<open]
    }
    var parser = TemporalParser("")
    var date: DateValue?
    var local = LocalTimeValue(nanosecondOfDay: 0)
    if let mark = rest.firstIndex(where: { $0 == "T" || $0 == "t" }) {
      date = Self.date(rest[..<mark])
      parser = TemporalParser(rest[rest.index(after: mark)...])
      guard let time = parser.time() else { return nil }
      local = time
    } else {
      date = Self.date(rest)
    }
    guard let date else { return nil }
    let moment = LocalDateTimeValue(date: date, time: local)
    if parser.atEnd { return (zone ?? .utc).moment(local: moment) }
    guard let offset = parser.offset(), parser.atEnd else { return nil }
    guard let zone else { return DateTimeValue(local: moment, offset: offset) }
    // The offset tells which of two moments is meant where clocks are put back.
    return zone.moment(epochSecond: moment.epochSecond - Int64(offset), nanosecond: local.nanosecond)
  }

  private mutating func date() -> DateValue? {
    var year: Int
    if at("+") || at("-") {
      let negative = at("-")
      place += 1
      guard let digits = number(min(digitsAhead, 9)) else { return nil }
      year = negative ? -digits : digits
    } else {
      guard let digits = number(4) else { return nil }
      year = digits
    }
    if atEnd { return DateValue(year: year) }
    let dashed = take("-")
    if take("W") || take("w") {
      guard let week = number(2) else { return nil }
      if atEnd { return DateValue(weekYear: year, week: week) }
      guard take("-") == dashed, let day = number(1) else { return nil }
      return DateValue(weekYear: year, week: week, weekday: day)
    }
    if take("Q") || take("q") {
      guard let quarter = number(1) else { return nil }
      if atEnd { return DateValue(year: year, quarter: quarter, dayOfQuarter: 1) }
      guard take("-") == dashed, let day = number(2) else { return nil }
      return DateValue(year: year, quarter: quarter, dayOfQuarter: day)
    }
    switch digitsAhead {
    case 3: return number(3).flatMap { DateValue(year: year, ordinalDay: $0) }
    case 2:
      guard let month = number(2) else { return nil }
      if atEnd { return DateValue(year: year, month: month) }
      guard dashed, take("-"), let day = number(2) else { return nil }
      return DateValue(year: year, month: month, day: day)
    case 4 where !dashed:
      guard let month = number(2), let day = number(2) else { return nil }
      return DateValue(year: year, month: month, day: day)
    default: return nil
    }
  }

  private mutating func time() -> LocalTimeValue? {
    guard let hour = number(2) else { return nil }
    var minute = 0
    var second = 0
    var nanosecond = 0
    let colons = at(":")
    if colons ? take(":") : digitsAhead >= 2 {
      guard let value = number(2) else { return nil }
      minute = value
      if colons ? take(":") : digitsAhead >= 2 {
        guard let value = number(2) else { return nil }
        second = value
        if take(".") || take(",") {
          let digits = digitsAhead
          guard digits > 0, digits <= 9, let value = number(digits) else { return nil }
          nanosecond = (digits..<9).reduce(value) { number, _ in number * 10 }
        }
      }
    }
    return LocalTimeValue(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
  }

  /// `Z`, `+01`, `+0100`, `+01:00`, `+01:00:30`
  private mutating func offset() -> Int32? {
    if take("Z") || take("z") { return 0 }
    let negative = at("-")
    guard take("-") || take("+"), let hours = number(2), hours <= 18 else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] {
      let colon = take(":")
      guard colon || digitsAhead >= 2 else { break }
      guard let value = number(2), value < 60 else { return nil }
      seconds += value * unit
    }
    return Int32(negative ? -seconds : seconds)
  }
}
