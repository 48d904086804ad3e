import GraphModel

extension CypherFunction {
  /// Functions of dates, times and durations.
  static let temporalFunctions: [CypherFunction] =
    constructors.flatMap { constructor in
      [
        CypherFunction(
          constructor.name, "input :: String | Map | Temporal", [.any], required: 0, StaticType(.temporal),
          constructor.summary, example: constructor.example, deterministic: false
        ) { arguments, frame in
          guard let input = arguments.first else { return try constructor.make(.now(frame.clock)) }
          switch input {
          case .null: return .null
          case .string(let text): return try constructor.parse(text)
          case .map(let map):
            if map.count == 1, let zone = try TemporalBuilder(map).zone() {
              return try constructor.make(.now(frame.clock, zone))
            }
            return try constructor.build(TemporalBuilder(map))
          default:
            guard let parts = try TemporalParts(input) else {
              throw CypherError.wrongType(input, wanted: "a text, map or temporal value")
            }
            return try constructor.make(parts)
          }
        },
        CypherFunction(
          constructor.name + ".truncate", "unit :: String, value :: Temporal, fields :: Map",
          [.string, .any, .map], required: 1, StaticType(.temporal),
          "The value cut down to a unit, with fields set.",
          example: "\(constructor.name).truncate('hour', \(constructor.name)())", deterministic: false
        ) { arguments, frame in
          guard case .string(let unit) = arguments[0] else {
            if arguments[0].isNull { return .null }
            throw CypherError.wrongType(arguments[0], wanted: "the name of a unit")
          }
          let value = arguments.count > 1 ? arguments[1] : .dateTime(frame.clock)
          if value.isNull { return .null }
          var fields: [String: Value] = [:]
          if arguments.count > 2, case .map(let map) = arguments[2] { fields = map }
          return try constructor.make(try TemporalTruncation.truncate(unit, value, fields))
        },
      ]
        + ["transaction", "statement", "realtime"].map { clock in
          CypherFunction(
            "\(constructor.name).\(clock)", "timezone :: String", [.string], required: 0, StaticType(.temporal),
            "The time at which the \(clock == "realtime" ? "call" : clock) began.",
            example: "\(constructor.name).\(clock)()", deterministic: false
          ) { arguments, frame in
            let now = clock == "realtime" ? Frame.now() : frame.clock
            guard let zone = arguments.first else { return try constructor.make(.now(now)) }
            guard case .string(let name) = zone else { return .null }
            return try constructor.make(.now(now, try Zone(name)))
          }
        }
    } + durationFunctions + [
      CypherFunction(
        "datetime.fromEpoch", "seconds :: Integer, nanoseconds :: Integer", [.integer, .integer],
        StaticType(.temporal), "The moment some seconds after 1970-01-01T00:00Z.",
        example: "datetime.fromEpoch(0, 0) → 1970-01-01T00:00Z"
      ) { arguments, _ in
        guard case .integer(let seconds) = arguments[0], case .integer(let nanoseconds) = arguments[1] else {
          return .null
        }
        return try moment(seconds, nanoseconds)
      },
      CypherFunction(
        "datetime.fromEpochMillis", "milliseconds :: Integer", [.integer], StaticType(.temporal),
        "The moment some milliseconds after 1970-01-01T00:00Z.",
        example: "datetime.fromEpochMillis(0) → 1970-01-01T00:00Z"
      ) { arguments, _ in
        guard case .integer(let milliseconds) = arguments[0] else { return .null }
        let rest = (milliseconds % 1000 + 1000) % 1000
        return try moment((milliseconds - rest) / 1000, rest * 1_000_000)
      },
      CypherFunction(
        "timestamp", "", [], .integer, "Milliseconds from 1970-01-01T00:00Z to the statement.",
        example: "timestamp() → 1700000000000", deterministic: false
      ) { _, frame in TemporalFields.property("epochMillis", of: .dateTime(frame.clock)) ?? .null },
    ]

  private static func moment(_ seconds: Int64, _ nanoseconds: Int64) throws -> Value {
    guard abs(seconds) < 31_000_000_000_000_000, (0..<1_000_000_000).contains(nanoseconds) else {
      throw CypherError(.argument, .numberOutOfRange, "The moment lies outside the calendar.")
    }
    return .dateTime(Zone.utc.moment(epochSecond: seconds, nanosecond: Int(nanoseconds)))
  }

  /// One of the five types of dates and times.
  private struct Constructor: Sendable {
    var name: String
    var summary: String
    var example: String
    var read: @Sendable (String) throws -> Value?
    var build: @Sendable (TemporalBuilder) throws -> Value
    var make: @Sendable (TemporalParts) throws -> Value

    func parse(_ text: String) throws -> Value {
      if let value = try read(text) { return value }
      throw CypherError(.argument, .invalidArgumentValue, "“\(text)” is no \(name).")
    }
  }

  private static let constructors: [Constructor] = [
    Constructor(
      name: "date", summary: "A day.", example: "date('2021-03-04').year → 2021",
      read: { TemporalParser.date($0[...]).map { .date($0) } }, build: { .date(try $0.date()) },
      make: { .date(try need($0.date)) }),
    Constructor(
      name: "localtime", summary: "A time of day without a zone.", example: "localtime('21:40').hour → 21",
      read: { TemporalParser.localTime($0[...]).map { .localTime($0) } }, build: { .localTime(try $0.time()) },
      make: { .localTime($0.time ?? TemporalParts.midnight) }),
    Constructor(
      name: "time", summary: "A time of day at an offset from UTC.", example: "time('21:40+08:00').offset → '+08:00'",
      read: { TemporalParser.time($0[...]).map { .time($0) } }, build: { .time(try $0.zonedTime()) },
      make: { parts in
        let time = parts.time ?? TemporalParts.midnight
        let local = LocalDateTimeValue(date: parts.date ?? DateValue(epochDay: 0), time: time)
        return .time(TimeValue(local: time, offset: (parts.zone ?? .utc).offset(local: local)))
      }),
    Constructor(
      name: "localdatetime", summary: "A date and time of day without a zone.",
      example: "localdatetime('2021-03-04T21:40').month → 3",
      read: { TemporalParser.localDateTime($0[...]).map { .localDateTime($0) } },
      build: { .localDateTime(try $0.localDateTime()) },
      make: { .localDateTime(LocalDateTimeValue(date: try need($0.date), time: $0.time ?? TemporalParts.midnight)) }),
    Constructor(
      name: "datetime", summary: "A moment, perhaps in a named zone.",
      example: "datetime('2021-03-04T21:40+08:00').epochSeconds → 1614865200",
      read: { try TemporalParser.dateTime($0[...]).map { .dateTime($0) } }, build: { .dateTime(try $0.dateTime()) },
      make: { parts in
        let local = LocalDateTimeValue(date: try need(parts.date), time: parts.time ?? TemporalParts.midnight)
        return .dateTime((parts.zone ?? .utc).moment(local: local))
      }),
  ]

  private static func need(_ date: DateValue?) throws -> DateValue {
    guard let date else { throw CypherError(.argument, .invalidArgumentValue, "The value has no date.") }
    return date
  }

  private static let durationFunctions: [CypherFunction] =
    [
      .unary(
        "duration", "input :: String | Map", .any, StaticType(.duration), "A length of time.",
        example: "duration('P1Y2M').months → 14"
      ) { value, _ in
        switch value {
        case .duration: return value
        case .map(let map): return .duration(try TemporalBuilder(map).duration())
        case .string(let text):
          guard let duration = try DurationValue(parsing: text) else {
            throw CypherError(.argument, .invalidArgumentValue, "“\(text)” is no duration.")
          }
          return .duration(duration)
        default: throw CypherError.wrongType(value, wanted: "a text or map")
        }
      }
    ]
    + distances.map { name, unit, summary in
      CypherFunction(
        name, "from :: Temporal, to :: Temporal", [.any, .any], StaticType(.duration), summary,
        example: "\(name)(date('2021-03-04'), date('2021-04-05'))"
      ) { arguments, _ in try TemporalDistance.between(arguments[0], arguments[1], in: unit) }
    }

  private static let distances: [(String, TemporalDistance.Unit, String)] = [
    ("duration.between", .all, "The months, days and seconds between two values."),
    ("duration.inMonths", .months, "The whole months between two values."),
    ("duration.inDays", .days, "The whole days between two values."),
    ("duration.inSeconds", .seconds, "The seconds between two values."),
  ]
}

extension TemporalParts {
  private init(date: DateValue?, time: LocalTimeValue?, zone: Zone?) {
    self.date = date
    self.time = time
    self.zone = zone
  }

  /// A moment as a zone (UTC where there is none) shows it.
  static func now(_ moment: DateTimeValue, _ zone: Zone = .utc) -> TemporalParts {
    let moved = zone.moment(epochSecond: moment.epochSecond, nanosecond: moment.local.time.nanosecond)
    return TemporalParts(date: moved.local.date, time: moved.local.time, zone: zone)
  }
}
