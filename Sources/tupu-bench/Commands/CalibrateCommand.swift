import ArgumentParser
import GraphModel
import TupuKit

/// `tupu-bench calibrate`: the table of rules' confidences, measured on annotated documents.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate", abstract: "Print how often each rule is right on annotated documents.",
    discussion: "Example: tupu-bench calibrate --gold Tests/Golden/dev > Sources/CalibrationTables/confidence.tsv")

  @Option(help: "The folder of documents with their gold files.") var gold: String

  /// How many observations of its type a rule starts from.
  private static let prior = 4.0

  func run() throws {
    let extractor = try DocumentExtractor()
    var scorer = Scorer()
    for file in try SourceFile.names(in: gold, ending: ".json") {
      let wanted = try GraphFile(parsing: try SourceFile.source(at: "\(gold)/\(file)").bytes)
      let source = try SourceFile.source(at: "\(gold)/\(wanted.document ?? "\(file.dropLast(5)).txt")")
      let (document, findings) = try extractor.extract(source)
      scorer.add(file, gold: wanted, predicted: try GraphFile(findings.json(of: document)))
    }
    var types: [String: ScoreCount] = [:]
    for (rule, count) in scorer.report.rules { types[rule.type, default: ScoreCount()] += count }
    print("# type\trule\tconfidence\tright\twrong")
    for (rule, count) in scorer.report.rules.sorted(by: { $0.key < $1.key }) {
      let all = types[rule.type] ?? ScoreCount()
      let share = Double(all.right + 1) / Double(all.right + all.wrong + 2)
      let confidence =
        (Double(count.right) + Self.prior * share) / (Double(count.right + count.wrong) + Self.prior)
      print("\(rule.type)\t\(rule.name)\t\(Measure.decimal(confidence, 3))\t\(count.right)\t\(count.wrong)")
    }
  }
}
