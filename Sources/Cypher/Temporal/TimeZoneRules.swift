import Glibc
import GraphModel

/// The offsets of a named time zone, read from the system's IANA database (TZif, RFC 8536).
final class TimeZoneRules: Sendable {
  private struct Change {
    var moment: Int64
    var offset: Int32
  }

  private let first: Int32
  private let changes: [Change]
  /// What holds after the last change.
  private let tail: PosixZone?

  private init(first: Int32, changes: [Change], tail: PosixZone?) {
    self.first = first
    self.changes = changes
    self.tail = tail
  }

  /// The offset in seconds at a moment in seconds from 1970-01-01T00:00Z.
  func offset(at moment: Int64) -> Int32 {
    guard let last = changes.last, moment < last.moment else {
      return tail?.offset(at: moment) ?? changes.last?.offset ?? first
    }
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].moment <= moment { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : changes[low - 1].offset
  }

  /// The offset where clocks show a time; the earlier moment where they show it twice.
  func offset(local: Int64) -> Int32 {
    let before = offset(at: local - Int64(offset(at: local - 86_400)))
    let candidates = [offset(at: local - 86_400), before, offset(at: local + 86_400)]
    for candidate in candidates where offset(at: local - Int64(candidate)) == candidate { return candidate }
    return candidates[0]
  }

  /// The rules of a zone; nil where the database has none of that name.
  static func named(_ name: String) -> TimeZoneRules? {
    guard !name.isEmpty, name.utf8.count < 64, !name.contains(".."), !name.hasPrefix("/"),
      name.utf8.allSatisfy({ isNameByte($0) })
    else { return nil }
    let path = "/usr/share/zoneinfo/" + (links[name] ?? name)
    return contents(of: path).flatMap(read)
  }

  /// A file's bytes; nil where it cannot be read or is longer than any zone's rules are.
  private static func contents(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while bytes.count < 1 << 20 {
      let count = Glibc.read(file, &block, block.count)
      guard count > 0 else { return count == 0 ? bytes : nil }
      bytes += block[..<count]
    }
    return nil
  }

  /// Zones that the IANA database (from release 2022b on) holds to be others, because their clocks agree since 1970. Some
  /// systems keep their older history; with this table a moment is the same on all.
  private static let links = [
    "Africa/Accra": "Africa/Abidjan", "America/Montreal": "America/Toronto", "Arctic/Longyearbyen": "Europe/Berlin",
    "Asia/Brunei": "Asia/Kuching", "Asia/Chongqing": "Asia/Shanghai", "Asia/Chungking": "Asia/Shanghai",
    "Asia/Harbin": "Asia/Shanghai", "Asia/Kashgar": "Asia/Urumqi", "Asia/Kuala_Lumpur": "Asia/Singapore",
    "Atlantic/Reykjavik": "Africa/Abidjan", "Europe/Amsterdam": "Europe/Brussels",
    "Europe/Copenhagen": "Europe/Berlin", "Europe/Luxembourg": "Europe/Brussels", "Europe/Monaco": "Europe/Paris",
    "Europe/Oslo": "Europe/Berlin", "Europe/Stockholm": "Europe/Berlin", "Pacific/Chuuk": "Pacific/Port_Moresby",
    "Pacific/Majuro": "Pacific/Tarawa",
  ]

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    default: "/_+-".utf8.contains(byte)
    }
  }

  private static func read(_ bytes: [UInt8]) -> TimeZoneRules? {
    func number(_ place: Int, _ width: Int) -> Int64? {
      guard place >= 0, place + width <= bytes.count else { return nil }
      var value = Int64(Int8(bitPattern: bytes[place]))
      for byte in bytes[(place + 1)..<(place + width)] { value = value << 8 | Int64(byte) }
      return value
    }
    func counts(_ start: Int) -> [Int]? {
      guard bytes.count >= start + 44, Array(bytes[start..<(start + 4)]) == Array("TZif".utf8) else { return nil }
      let values = (0..<6).compactMap { number(start + 20 + 4 * $0, 4).map { Int($0) } }
      return values.count == 6 && values.allSatisfy { $0 >= 0 && $0 < 1 << 20 } ? values : nil
    }
    // The first block holds 32-bit moments; the second, from version 2 on, 64-bit ones and a rule for the future.
    guard let old = counts(0), bytes[4] >= UInt8(ascii: "2") else { return nil }
    let start = 44 + old[3] * 5 + old[4] * 6 + old[5] + old[2] * 8 + old[1] + old[0]
    guard let new = counts(start) else { return nil }
    let (times, types) = (new[3], new[4])
    let timesStart = start + 44
    let typesStart = timesStart + times * 9
    var offsets: [Int32] = []
    for index in 0..<types {
      guard let offset = number(typesStart + index * 6, 4) else { return nil }
      offsets.append(Int32(truncatingIfNeeded: offset))
    }
    guard let first = offsets.first else { return nil }
    var changes: [Change] = []
    for index in 0..<times {
      guard let moment = number(timesStart + index * 8, 8), let type = number(timesStart + times * 8 + index, 1),
        offsets.indices.contains(Int(type))
      else { return nil }
      changes.append(Change(moment: moment, offset: offsets[Int(type)]))
    }
    let footer = typesStart + types * 6 + new[5] + new[2] * 12 + new[1] + new[0]
    let rule = footer < bytes.count ? bytes[footer...].split(separator: 10).first : nil
    return TimeZoneRules(
      first: first, changes: changes, tail: rule.flatMap { PosixZone(String(decoding: $0, as: UTF8.self)) })
  }
}

/// A rule for all years, as `CET-1CEST,M3.5.0,M10.5.0/3` (POSIX `TZ`, as TZif's footer has it).
struct PosixZone: Sendable {
  private struct Switch {
    var month: Int
    var week: Int
    var weekday: Int
    var second: Int64
  }

  private var standard: Int32
  private var summer: Int32?
  private var begin: Switch?
  private var end: Switch?

  init?(_ text: String) {
    var scan = Scan(bytes: Array(text.utf8))
    guard scan.name(), let offset = scan.clock() else { return nil }
    standard = -Int32(truncatingIfNeeded: offset)
    guard scan.name() else { return }
    summer = standard + 3600
    if !scan.at(","), let offset = scan.clock() { summer = -Int32(truncatingIfNeeded: offset) }
    guard let begin = scan.change(), let end = scan.change() else {
      summer = nil
      return
    }
    self.begin = begin
    self.end = end
  }

  func offset(at moment: Int64) -> Int32 {
    guard let summer, let begin, let end else { return standard }
    let year = LocalDateTimeValue(epochSecond: moment + Int64(standard), nanosecond: 0).date.civil.year
    let start = Self.moment(begin, year) - Int64(standard)
    let stop = Self.moment(end, year) - Int64(summer)
    let isSummer = start < stop ? moment >= start && moment < stop : moment >= start || moment < stop
    return isSummer ? summer : standard
  }

  private static func moment(_ change: Switch, _ year: Int) -> Int64 {
    let first = DateValue(epochDay: Int64(PartialDate.epochDay(year: year, month: change.month, day: 1)))
    var day = 1 + (change.weekday - first.weekday % 7 + 7) % 7 + (change.week - 1) * 7
    while day > PartialDate.days(month: change.month, year: year) { day -= 7 }
    return (first.epochDay + Int64(day - 1)) * 86_400 + change.second
  }

  private struct Scan {
    let bytes: [UInt8]
    var place = 0

    func at(_ mark: Character) -> Bool { place < bytes.count && bytes[place] == mark.asciiValue }

    mutating func take(_ mark: Character) -> Bool {
      guard at(mark) else { return false }
      place += 1
      return true
    }

    mutating func name() -> Bool {
      let start = place
      if take("<") {
        while place < bytes.count && !at(">") { place += 1 }
        return take(">")
      }
      while place < bytes.count, (65...90).contains(bytes[place]) || (97...122).contains(bytes[place]) { place += 1 }
      return place > start
    }

    mutating func number() -> Int64? {
      var value: Int64?
      while place < bytes.count, (48...57).contains(bytes[place]), (value ?? 0) < 1000 {
        value = (value ?? 0) * 10 + Int64(bytes[place] - 48)
        place += 1
      }
      return value
    }

    /// `[+-]h[:m[:s]]` in seconds.
    mutating func clock() -> Int64? {
      let negative = take("-")
      if !negative { _ = take("+") }
      guard var seconds = number().map({ $0 * 3600 }) else { return nil }
      if take(":") { seconds += (number() ?? 0) * 60 }
      if take(":") { seconds += number() ?? 0 }
      return negative ? -seconds : seconds
    }

    /// `,Mm.w.d[/time]`
    mutating func change() -> Switch? {
      guard take(","), take("M"), let month = number(), (1...12).contains(month), take("."), let week = number(),
        (1...5).contains(week), take("."), let weekday = number(), (0...6).contains(weekday)
      else { return nil }
      let second = take("/") ? clock() ?? 7200 : 7200
      return Switch(month: Int(month), week: Int(week), weekday: Int(weekday), second: second)
    }
  }
}

/// A time zone: a fixed offset or a name.
enum Zone {
  case offset(Int32)
  case named(String, TimeZoneRules)

  static let utc = Zone.offset(0)

  /// An offset or the name of a zone.
  init(_ text: String) throws {
    if let offset = TemporalParser.offset(text) {
      self = .offset(offset)
    } else if let rules = TimeZoneRules.named(text) {
      self = .named(text, rules)
    } else {
      throw CypherError(.argument, .invalidArgumentValue, "“\(text)” is no time zone.")
    }
  }

  init(of moment: DateTimeValue) throws {
    if let name = moment.zone { try self.init(name) } else { self = .offset(moment.offset) }
  }

  var name: String? { if case .named(let name, _) = self { name } else { nil } }

  /// The offset where clocks of the zone show a time.
  func offset(local: LocalDateTimeValue) -> Int32 {
    switch self {
    case .offset(let offset): offset
    case .named(_, let rules): rules.offset(local: local.epochSecond)
    }
  }

  func offset(at moment: Int64) -> Int32 {
    switch self {
    case .offset(let offset): offset
    case .named(_, let rules): rules.offset(at: moment)
    }
  }

  /// What the zone's calendars and clocks show, as a moment.
  func moment(local: LocalDateTimeValue) -> DateTimeValue {
    DateTimeValue(local: local, offset: offset(local: local), zone: name)
  }

  /// A moment as the zone's calendars and clocks show it.
  func moment(epochSecond: Int64, nanosecond: Int) -> DateTimeValue {
    let offset = offset(at: epochSecond)
    let local = LocalDateTimeValue(epochSecond: epochSecond + Int64(offset), nanosecond: nanosecond)
    return DateTimeValue(local: local, offset: offset, zone: name)
  }
}
