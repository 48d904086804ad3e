import ArgumentParser
import GraphModel
import TupuKit

/// `tupu eval`: how well extraction agrees with gold annotations.
struct EvalCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("eval", .evalAbstract, .evalDiscussion) }

  @Option(help: ArgumentHelp(Word.helpGold.text, valueName: "folder"), completion: .directory) var gold: String
  @Option(help: ArgumentHelp(Word.helpEvalDocuments.text, valueName: "folder"), completion: .directory)
  var documents: String?
  @Option(help: ArgumentHelp(Word.helpPredictions.text, valueName: "folder"), completion: .directory)
  var predictions: String?
  @Flag(help: ArgumentHelp(Word.helpErrors.text)) var errors = false
  @Option(help: ArgumentHelp(Word.helpEncoding.text)) var encoding: String?
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard documents == nil || predictions == nil else { throw ValidationError(Word.evalOneSource.text) }
  }

  func run() throws {
    try checkEncoding(encoding)
    let names: [String]
    do {
      names = try SourceFile.names(in: gold, ending: ".json").map { String($0.dropLast(5)) }
    } catch {
      throw Failure(Word.sourceFailed(gold, error.words))
    }
    guard !names.isEmpty else { throw Failure.nothing(Word.noGold(gold)) }
    let extractor = try predictions == nil ? DocumentExtractor(pipeline: selection.assembly().pipeline) : nil
    defer { extractor?.pipeline.finish() }
    var scorer = Scorer()
    var failed = 0
    for name in names {
      let wanted = try graph("\(gold)/\(name).json")
      var found: GraphFile?
      if let extractor {
        let file = "\(documents ?? gold)/\(wanted.document ?? name + ".txt")"
        do {
          let (document, findings) = try extractor.extract(try SourceFile.source(at: file, encoding: encoding))
          found = try GraphFile(findings.json(of: document))
        } catch {
          failed += 1
          Console.say(Word.sourceFailed(file, SourceFailure(error).words))
        }
      } else if let predictions {
        do {
          found = try graph("\(predictions)/\(name).json")
        } catch let failure as Failure {
          failed += 1
          Console.say(failure.description)
        }
      }
      scorer.add(name, gold: wanted, predicted: found)
    }
    try output.print(answer(scorer.report))
    if failed > 0 { throw Failure(Word.sourcesFailed(failed, names.count)) }
  }

  private func graph(_ path: String) throws -> GraphFile {
    do {
      return try GraphFile(parsing: try SourceFile.source(at: path).bytes)
    } catch let problem as GraphFile.Problem {
      throw Failure(Word.badGraphFile(path, "\(problem)"))
    } catch {
      throw Failure(Word.sourceFailed(path, SourceFailure(error).words))
    }
  }

  private func answer(_ report: ScoreReport) -> Answer {
    func row(_ kind: String, _ type: String, _ count: ScoreCount) -> [ResultValue] {
      func percent(_ value: Double?) -> ResultValue { .number(value.map { ($0 * 1000).rounded() / 1000 }) }
      return [
        .text(kind), .text(type), .count(count.right), .count(count.wrong), .count(count.missed),
        percent(count.precision), percent(count.recall), percent(count.f1),
      ]
    }
    var rows = report.entities.sorted { $0.key < $1.key }.map { row("entity", $0.key, $0.value) }
    rows += report.relations.sorted { $0.key < $1.key }.map { row("relation", $0.key, $0.value) }
    rows += [
      row("total", "core entities", report.coreEntities), row("total", "all entities", report.allEntities),
      row("total", "core relations", report.coreRelations), row("total", "all relations", report.allRelations),
    ]
    let columns: [Answer.Column] = [
      ("kind", .columnKind), ("type", .columnType), ("right", .columnRight), ("wrong", .columnWrong),
      ("missed", .columnMissed), ("precision", .columnPrecision), ("recall", .columnRecall), ("f1", .columnF1),
    ]
    func figures(_ count: ScoreCount) -> JSONValue {
      func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
      return [
        "right": .count(count.right), "wrong": .count(count.wrong), "missed": .count(count.missed),
        "precision": number(count.precision), "recall": number(count.recall), "f1": number(count.f1),
      ]
    }
    func all(_ counts: [String: ScoreCount]) -> JSONValue {
      .object(counts.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, figures($0.value)) })
    }
    var json: [JSONValue.Member] = [
      .init("entities", all(report.entities)), .init("relations", all(report.relations)),
      .init(
        "totals",
        [
          "coreEntities": figures(report.coreEntities), "allEntities": figures(report.allEntities),
          "coreRelations": figures(report.coreRelations), "allRelations": figures(report.allRelations),
        ]),
      .init(
        "dates",
        [
          "right": .count(report.datesRight), "compared": .count(report.datesCompared),
          "gold": .count(report.datesGold),
        ]),
    ]
    let mistakes = errors ? report.mistakes : []
    if errors {
      json.append(
        .init(
          "mistakes",
          .array(
            mistakes.map {
              [
                "document": .string($0.document), "kind": .string($0.kind.rawValue), "type": .string($0.type),
                "text": .string($0.text),
              ]
            })))
    }
    var text = ResultTable(columns: columns.map(\.caption.text), rows: rows).lines
    text += "\n\n" + Word.datesRight(report.datesRight, report.datesCompared, report.datesGold)
    for mistake in mistakes {
      let kind: Word =
        switch mistake.kind {
        case .missed: .columnMissed
        case .wrong: .columnWrong
        case .date: .columnTime
        }
      text += "\n\(mistake.document)  \(kind.text)  \(mistake.type)  \(Console.visible(mistake.text))"
    }
    return Answer(columns: columns, rows: rows, json: .object(json), text: text)
  }
}
