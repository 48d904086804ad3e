import Glibc
import GraphModel
import TupuKit

extension Judgement {
  /// Who decides: the name given, else the user's.
  static func author(_ given: String?) -> String { given ?? environmentVariable("USER") ?? "?" }

  /// The present moment in UTC as ISO 8601, to the microsecond: of two decisions the later one holds.
  static func timestamp() -> String {
    var moment = timespec()
    clock_gettime(CLOCK_REALTIME, &moment)
    var parts = tm()
    gmtime_r(&moment.tv_sec, &parts)
    func pad(_ number: some BinaryInteger, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(pad(parts.tm_year + 1900, 4))-\(pad(parts.tm_mon + 1, 2))-\(pad(parts.tm_mday, 2))"
      + "T\(pad(parts.tm_hour, 2)):\(pad(parts.tm_min, 2)):\(pad(parts.tm_sec, 2)).\(pad(moment.tv_nsec / 1000, 6))Z"
  }

  /// The time as people read it: to the second.
  var shownTime: String {
    guard let point = time.lastIndex(of: "."), time.hasSuffix("Z") else { return time }
    return time[..<point] + "Z"
  }

  /// The decision under its number, on one line.
  func line(number: Int) -> String {
    let what: String =
      switch decision {
      case .same(let a, let b): Word.judgedSame(a, b)
      case .notSame(let a, let b): Word.judgedNotSame(a, b)
      case .reject(let key): Word.judgedRejected(key)
      case .correct(let key, let property, let value?): Word.judgedCorrected(key, property, value.shown)
      case .correct(let key, let property, nil): Word.judgedCleared(key, property)
      case .statement(let query, let changes):
        Word.judgedStatement(query.split { $0.isWhitespace }.joined(separator: " "), changes.count)
      }
    let note = reason.isEmpty ? "" : "  “\(reason)”"
    return "#\(number)  \(what)\(note)  \(author)  \(shownTime)"
  }
}

extension JudgementEntry {
  /// The decision under its number, on one line.
  var line: String { judgement.line(number: number) }

  /// As JSON.
  var json: JSONValue {
    var members: [JSONValue.Member] = [.init("number", .count(number))]
    switch judgement.decision {
    case .same(let a, let b): members += [.init("decision", "same"), .init("keys", [.string(a), .string(b)])]
    case .notSame(let a, let b): members += [.init("decision", "notSame"), .init("keys", [.string(a), .string(b)])]
    case .reject(let key): members += [.init("decision", "reject"), .init("keys", [.string(key)])]
    case .correct(let key, let property, let value):
      members += [
        .init("decision", "correct"), .init("keys", [.string(key)]), .init("property", .string(property)),
        .init("value", value.map { JSONValue($0) } ?? .null),
      ]
    case .statement(let query, let changes):
      members += [
        .init("decision", "statement"), .init("query", .string(query)), .init("changes", .array(changes.map(\.json))),
      ]
    }
    members += [
      .init("author", .string(judgement.author)), .init("time", .string(judgement.time)),
      .init("reason", .string(judgement.reason)),
    ]
    return .object(members)
  }
}
