import Foundation

/// A scenario of the openCypher Technology Compatibility Kit, with the examples of its outline filled in.
struct TCKScenario {
  struct Step {
    var text: String
    var document: String?
    var table: [[String]] = []
  }

  var feature: String
  var name: String
  var steps: [Step]
}

/// Reads the part of Gherkin that the kit uses.
struct TCKFeatureReader {
  private struct Draft {
    var name: String
    var steps: [TCKScenario.Step] = []
    var examples: [[[String]]] = []
    var isOutline: Bool
  }

  private var background: [TCKScenario.Step] = []
  private var drafts: [Draft] = []
  private var inBackground = false
  private var inExamples = false

  static func scenarios(of text: String, feature: String) -> [TCKScenario] {
    var reader = TCKFeatureReader()
    reader.read(text.components(separatedBy: "\n"))
    return reader.drafts.flatMap { reader.expand($0, feature) }
  }

  private mutating func read(_ lines: [String]) {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      index += 1
      if trimmed.isEmpty || trimmed.hasPrefix("#") || trimmed.hasPrefix("@") || trimmed.hasPrefix("Feature:") {
        continue
      }
      if trimmed.hasPrefix("Background:") {
        inBackground = true
      } else if trimmed.hasPrefix("Scenario") {
        let isOutline = trimmed.hasPrefix("Scenario Outline:")
        let name = trimmed.drop { $0 != ":" }.dropFirst().trimmingCharacters(in: .whitespaces)
        drafts.append(Draft(name: name, isOutline: isOutline))
        inBackground = false
        inExamples = false
      } else if trimmed.hasPrefix("Examples:") {
        drafts[drafts.count - 1].examples.append([])
        inExamples = true
      } else if trimmed.hasPrefix("\"\"\"") {
        let indent = line.prefix { $0 == " " }.count
        var document: [String] = []
        while index < lines.count, !lines[index].trimmingCharacters(in: .whitespaces).hasPrefix("\"\"\"") {
          let isIndented = lines[index].prefix(indent).allSatisfy { $0 == " " }
          document.append(isIndented ? String(lines[index].dropFirst(indent)) : lines[index])
          index += 1
        }
        index += 1
        change { $0.document = document.joined(separator: "\n") }
      } else if trimmed.hasPrefix("|") {
        let cells = Self.cells(trimmed)
        if inExamples {
          drafts[drafts.count - 1].examples[drafts[drafts.count - 1].examples.count - 1].append(cells)
        } else {
          change { $0.table.append(cells) }
        }
      } else if let word = ["Given ", "When ", "Then ", "And ", "But "].first(where: trimmed.hasPrefix) {
        let step = TCKScenario.Step(text: String(trimmed.dropFirst(word.count)).trimmingCharacters(in: .whitespaces))
        if inBackground { background.append(step) } else { drafts[drafts.count - 1].steps.append(step) }
      }
    }
  }

  private mutating func change(_ body: (inout TCKScenario.Step) -> Void) {
    if inBackground {
      body(&background[background.count - 1])
    } else {
      body(&drafts[drafts.count - 1].steps[drafts[drafts.count - 1].steps.count - 1])
    }
  }

  private static func cells(_ line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var escaped = false
    for mark in line.dropFirst() {
      if escaped {
        cell += mark == "n" ? "\n" : mark == "|" || mark == "\\" ? String(mark) : "\\" + String(mark)
        escaped = false
      } else if mark == "\\" {
        escaped = true
      } else if mark == "|" {
        cells.append(cell.trimmingCharacters(in: .whitespaces))
        cell = ""
      } else {
        cell.append(mark)
      }
    }
    return cells
  }

  private func expand(_ draft: Draft, _ feature: String) -> [TCKScenario] {
    let steps = background + draft.steps
    guard draft.isOutline else { return [TCKScenario(feature: feature, name: draft.name, steps: steps)] }
    var number = 0
    return draft.examples.flatMap { table in
      table.dropFirst().map { row in
        number += 1
        func fill(_ text: String) -> String {
          zip(table[0], row).reduce(text) { $0.replacingOccurrences(of: "<\($1.0)>", with: $1.1) }
        }
        let filled = steps.map { step in
          TCKScenario.Step(
            text: fill(step.text), document: step.document.map(fill), table: step.table.map { $0.map(fill) })
        }
        return TCKScenario(feature: feature, name: "\(draft.name) #\(number)", steps: filled)
      }
    }
  }
}
