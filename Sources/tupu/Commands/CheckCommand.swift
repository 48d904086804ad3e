import ArgumentParser
import GraphModel
import TupuKit

/// `tupu check`: audits a knowledge base.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("check", .checkAbstract, .checkDiscussion) }

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let problems: [Problem]
    do {
      problems = try store.open().check()
    } catch KnowledgeBaseError.damaged(let path, let detail) {
      problems = [Problem(kind: .damagedFile, subject: path, detail: detail)]
    }
    try output.print(
      Answer(
        columns: [("kind", .columnKind), ("subject", .columnKey), ("detail", .columnDetail)],
        rows: problems.map { [.text($0.kind.rawValue), .text($0.subject), .text($0.detail)] },
        text: problems.isEmpty
          ? Word.checkPassed.text
          : problems.map { "\(Word.problem($0.kind))  \(Console.visible("\($0.subject)  \($0.detail)"))" }
            .joined(separator: "\n")))
    if !problems.isEmpty { throw Failure.nothing(Word.checkFailed(problems.count)) }
  }
}

extension Word {
  /// What an audit's problem is called.
  static func problem(_ kind: Problem.Kind) -> String {
    let word: Word =
      switch kind {
      case .damagedFile: .problemDamagedFile
      case .unreadableRecord: .problemUnreadableRecord
      case .orphan: .problemOrphan
      case .spanOutsideText: .problemSpanOutsideText
      case .danglingEdge: .problemDanglingEdge
      case .staleGraph: .problemStaleGraph
      case .staleIndex: .problemStaleIndex
      case .undeclaredType: .problemUndeclaredType
      }
    return word.text
  }
}
