import GraphModel
import TupuKit

extension Judgement {
  /// The decision under its number, on one line.
  func line(number: Int) -> String {
    let what: String =
      switch decision {
      case .same(let a, let b): Word.judgedSame(a, b)
      case .notSame(let a, let b): Word.judgedNotSame(a, b)
      case .reject(let key): Word.judgedRejected(key)
      case .correct(let key, let property, let value?): Word.judgedCorrected(key, property, value.shown)
      case .correct(let key, let property, nil): Word.judgedCleared(key, property)
      }
    let note = reason.isEmpty ? "" : "  “\(reason)”"
    return "#\(number)  \(what)\(note)  \(author)  \(time)"
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
    }
    members += [
      .init("author", .string(judgement.author)), .init("time", .string(judgement.time)),
      .init("reason", .string(judgement.reason)),
    ]
    return .object(members)
  }
}
