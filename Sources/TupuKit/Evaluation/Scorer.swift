import GraphModel

/// Scores predicted graphs of documents against gold ones, by the rules of the annotation guide.
///
/// An entity is right when type and folded name agree with a gold entity's name or one of its surfaces; of meetings one name
/// may contain the other and be at least half as long. Each gold entity is matched once; the assignment is the one that
/// gets most required entities right. A relation is right when its type and both ends are, of a post also the title. What is
/// optional is neither rewarded nor punished.
public struct Scorer {
  /// What has been found so far.
  public private(set) var report = ScoreReport()

  /// Nothing scored yet.
  public init() {}

  /// Adds a document; no prediction counts as an empty one.
  public mutating func add(_ name: String, gold: GraphFile, predicted: GraphFile?) {
    var scoring = DocumentScoring(name: name, gold: gold, predicted: predicted)
    scoring.run(into: &report)
  }
}

private struct DocumentScoring {
  let name: String
  let gold: GraphFile
  let predictedEntities: [GraphFile.Entity]
  let predictedRelations: [GraphFile.Relation]
  /// The prediction of each gold entity.
  private var pairs: [Int: Int] = [:]
  private var goldOf: [Int: Int] = [:]
  /// The gold entities that each prediction fits.
  private var fits: [Int: [Int]] = [:]

  init(name: String, gold: GraphFile, predicted: GraphFile?) {
    self.name = name
    self.gold = gold
    predictedEntities = predicted?.entities ?? []
    predictedRelations = predicted?.relations ?? []
  }

  mutating func run(into report: inout ScoreReport) {
    matchEntities()
    let void = scoreEntities(into: &report)
    scoreRelations(void: void, into: &report)
    scoreDates(into: &report)
  }

  // MARK: Matching

  private mutating func matchEntities() {
    let goldNames = gold.entities.map { (ScoredName($0.name), Set($0.surfaces.map(ScoredName.init))) }
    let names = predictedEntities.map { ScoredName($0.name) }
    var scores: [Int: [Int: Int]] = [:]
    for (p, entity) in predictedEntities.enumerated() where !names[p].isEmpty {
      for (g, wanted) in gold.entities.enumerated() where wanted.type == entity.type {
        let fit =
          names[p] == goldNames[g].0
          ? 3
          : goldNames[g].1.contains(names[p])
            ? 2 : wanted.type == "Meeting" && names[p].overlaps(goldNames[g].0) ? 1 : 0
        guard fit > 0 else { continue }
        scores[g, default: [:]][p] = fit
        fits[p, default: []].append(g)
      }
    }
    for (golds, predictions) in components(scores) { assign(golds, predictions, scores) }
    for (g, p) in pairs { goldOf[p] = g }
  }

  /// Gold entities and predictions that fit each other directly or through others.
  private func components(_ scores: [Int: [Int: Int]]) -> [(golds: [Int], predictions: [Int])] {
    var seen: Set<Int> = []
    var result: [(golds: [Int], predictions: [Int])] = []
    for start in scores.keys.sorted() where !seen.contains(start) {
      var golds: Set<Int> = [start]
      var predictions: Set<Int> = []
      var waiting = [start]
      while let g = waiting.popLast() {
        for p in scores[g].map({ Array($0.keys) }) ?? [] where predictions.insert(p).inserted {
          for other in fits[p] ?? [] where golds.insert(other).inserted { waiting.append(other) }
        }
      }
      seen.formUnion(golds)
      result.append((golds.sorted(), predictions.sorted()))
    }
    return result
  }

  private mutating func assign(_ golds: [Int], _ predictions: [Int], _ scores: [Int: [Int: Int]]) {
    // One required entity outweighs everything below it, then one optional one, then the kind of fit, then file order.
    let kind = predictions.count * golds.count + 1
    let pairCount = min(golds.count, predictions.count) + 1
    let fitUnit = kind * pairCount
    let some = fitUnit * 3 * pairCount
    let must = some * 2 * pairCount
    let weights = golds.enumerated().map { row, g in
      predictions.enumerated().map { column, p -> Int in
        guard let fit = scores[g]?[p] else { return 0 }
        let order = golds.count * predictions.count - (row * predictions.count + column)
        return (gold.entities[g].isOptional ? some : must) + fitUnit * fit + order
      }
    }
    for (row, column) in Assignment.best(weights).enumerated() {
      if let column { pairs[golds[row]] = predictions[column] }
    }
  }

  // MARK: Scoring

  /// Scores the entities; returns the predictions that are neither right nor wrong.
  private func scoreEntities(into report: inout ScoreReport) -> Set<Int> {
    var void: Set<Int> = []
    for (g, entity) in gold.entities.enumerated() where !entity.isOptional {
      if let p = pairs[g] {
        report.entities[entity.type, default: ScoreCount()].right += 1
        count(predictedEntities[p].type, predictedEntities[p].rule, isRight: true, in: &report)
      } else {
        report.entities[entity.type, default: ScoreCount()].missed += 1
        note(.missed, entity.type, entity.name, in: &report)
      }
    }
    for (p, entity) in predictedEntities.enumerated() {
      if let g = goldOf[p] {
        if gold.entities[g].isOptional { void.insert(p) }
        continue
      }
      let candidates = fits[p] ?? []
      if !candidates.isEmpty, candidates.allSatisfy({ gold.entities[$0].isOptional }) {
        void.insert(p)
        continue
      }
      report.entities[entity.type, default: ScoreCount()].wrong += 1
      count(entity.type, entity.rule, isRight: false, in: &report)
      note(.wrong, entity.type, entity.name, in: &report)
    }
    return void
  }

  private struct Key: Hashable {
    var type: String
    var from: Int?
    var to: Int?
    var title: ScoredName
  }

  private func scoreRelations(void: Set<Int>, into report: inout ScoreReport) {
    func key(_ relation: GraphFile.Relation, _ from: Int?, _ to: Int?) -> Key {
      Key(
        type: relation.type, from: from, to: to, title: ScoredName(relation.type == "HOLDS_POST" ? relation.title : ""))
    }
    var wanted: [Key: (relation: GraphFile.Relation, isOptional: Bool, isHit: Bool)] = [:]
    var order: [Key] = []
    for relation in gold.relations {
      let isOptional =
        relation.isOptional
        || [relation.from, relation.to].contains { $0.map { gold.entities[$0].isOptional } ?? false }
      let key = key(relation, relation.from, relation.to)
      if let known = wanted[key] {
        wanted[key]?.isOptional = known.isOptional && isOptional
      } else {
        wanted[key] = (relation, isOptional, false)
        order.append(key)
      }
    }
    for relation in predictedRelations {
      let ends = [relation.from, relation.to]
      if ends.contains(where: { $0.map(void.contains) ?? false }) { continue }
      let golds = ends.map { $0.flatMap { goldOf[$0] } }
      if let from = golds[0], let to = golds[1], let entry = wanted[key(relation, from, to)] {
        if entry.isOptional { continue }
        if !entry.isHit {
          wanted[key(relation, from, to)]?.isHit = true
          report.relations[relation.type, default: ScoreCount()].right += 1
          count(relation.type, relation.rule, isRight: true, in: &report)
          if isCore(entry.relation, gold.entities) { report.coreRelations.right += 1 }
          continue
        }
      }
      report.relations[relation.type, default: ScoreCount()].wrong += 1
      count(relation.type, relation.rule, isRight: false, in: &report)
      if isCore(relation, predictedEntities) { report.coreRelations.wrong += 1 }
      note(.wrong, relation.type, label(relation, predictedEntities), in: &report)
    }
    for entry in order.compactMap({ wanted[$0] }) where !entry.isOptional && !entry.isHit {
      report.relations[entry.relation.type, default: ScoreCount()].missed += 1
      if isCore(entry.relation, gold.entities) { report.coreRelations.missed += 1 }
      note(.missed, entry.relation.type, label(entry.relation, gold.entities), in: &report)
    }
  }

  private func scoreDates(into report: inout ScoreReport) {
    for (g, meeting) in gold.entities.enumerated() where meeting.type == "Meeting" && !meeting.isOptional {
      if meeting.date != nil { report.datesGold += 1 }
      guard let p = pairs[g] else { continue }
      let found = predictedEntities[p].date
      guard meeting.date != nil || found != nil else { continue }
      report.datesCompared += 1
      if Self.agree(meeting.date, found) {
        report.datesRight += 1
      } else {
        note(.date, "Meeting", "\(meeting.name): \(meeting.date ?? "–") ≠ \(found ?? "–")", in: &report)
      }
    }
  }

  /// Equal, or the gold has no year and month and day agree.
  private static func agree(_ gold: String?, _ found: String?) -> Bool {
    if gold == found { return true }
    guard let gold, let found, gold.hasPrefix("--") else { return false }
    return found.suffix(5) == gold.suffix(5)
  }

  private func isCore(_ relation: GraphFile.Relation, _ entities: [GraphFile.Entity]) -> Bool {
    [relation.from, relation.to].allSatisfy { $0.map { ScoreReport.coreTypes.contains(entities[$0].type) } ?? false }
  }

  private func label(_ relation: GraphFile.Relation, _ entities: [GraphFile.Entity]) -> String {
    let ends = [relation.from, relation.to].map { $0.map { entities[$0].name } ?? "?" }
    return "\(ends[0]) → \(ends[1])" + (relation.title.isEmpty ? "" : " [\(relation.title)]")
  }

  private func count(_ type: String, _ rule: String, isRight: Bool, in report: inout ScoreReport) {
    guard !rule.isEmpty else { return }
    report.rules[ScoreReport.Rule(type: type, name: rule), default: ScoreCount()] += ScoreCount(
      right: isRight ? 1 : 0, wrong: isRight ? 0 : 1)
  }

  private func note(_ kind: ScoreReport.Mistake.Kind, _ type: String, _ text: String, in report: inout ScoreReport) {
    report.mistakes.append(ScoreReport.Mistake(kind: kind, document: name, type: type, text: text))
  }
}
