import TupuKit

extension RuleProblem {
  /// `file:line:column: words`, and below it the excerpt.
  func words(in folder: String) -> String {
    var text = folder + "/" + place.file
    if place.line > 0 { text += ":\(place.line)" }
    if place.line > 0, place.column > 0 { text += ":\(place.column)" }
    text += ": " + fault.words
    return place.excerpt.isEmpty ? text : text + "\n    " + place.excerpt
  }
}

extension RulePackError {
  /// Everything that keeps the pack from working, a line each.
  func words(in folder: String) -> String {
    problems.filter { !$0.fault.isWarning }.map { $0.words(in: folder) }.joined(separator: "\n")
  }
}

extension RuleFault {
  /// The fault in the language of this run, with a way out.
  var words: String {
    switch self {
    case .unreadable(let reason): Word.ruleUnreadable(reason)
    case .tooLarge(let bytes, let limit): Word.ruleTooLarge(bytes, limit)
    case .outsideFolder(let path): Word.ruleOutside(path)
    case .notYAML(let reason): Word.ruleNotYAML(reason)
    case .anchor: Word.ruleAnchor.text
    case .includeCircle(let files): Word.ruleIncludeCircle(files.joined(separator: " → "))
    case .missingKey(let keys): Word.ruleMissingKey(list(keys))
    case .unknownKey(let key, let known): Word.ruleUnknownKey(key, list(known))
    case .exclusiveKeys(let keys): Word.ruleExclusiveKeys(list(keys))
    case .wrongForm(let key, let form): Word.ruleWrongForm(key, form.words)
    case .duplicateName(let name): Word.ruleDuplicateName(name)
    case .unknownName(let name, let known): Word.ruleUnknownName(name, list(known))
    case .undeclaredType(let type, let known): Word.ruleUndeclaredType(type, list(known))
    case .undeclaredProperty(let property, let type, let known):
      Word.ruleUndeclaredProperty(property, type, list(known))
    case .partCircle(let parts): Word.rulePartCircle(parts.joined(separator: " → "))
    case .patternSyntax(let expected): Word.rulePatternSyntax(expected)
    case .emptyPattern: Word.ruleEmptyPattern.text
    case .patternTooLarge(let limit): Word.rulePatternTooLarge(limit)
    case .tooManyWords(let list, let limit): Word.ruleTooManyWords(list, limit)
    case .emptyList(let name): Word.ruleEmptyList(name)
    case .badEntry(let fault): fault.words
    case .duplicateEntry(let form, let line): Word.ruleDuplicateEntry(form, line)
    case .neverFired(let rule): Word.ruleNeverFired(rule)
    case .unused(let name): Word.ruleUnused(name)
    case .shadowed(let rule, let other): Word.ruleShadowed(rule, other)
    }
  }
}

extension RuleEntryFault {
  fileprivate var words: String {
    switch self {
    case .notUTF8: Word.ruleNotUTF8.text
    case .tooLong(let limit): Word.ruleLineTooLong(limit)
    case .noName: Word.ruleNoName.text
    case .controlCharacter: Word.ruleControlCharacter.text
    case .tooManyColumns(let count): Word.ruleTooManyColumns(count)
    case .openQuote: Word.ruleOpenQuote.text
    }
  }
}

extension RuleValueForm {
  fileprivate var words: String {
    let word: Word =
      switch self {
      case .text: .formText
      case .texts: .formTexts
      case .mapping: .formMapping
      case .mappings: .formMappings
      case .truth: .formTruth
      case .number: .formNumber
      case .share: .formShare
      case .wordList: .formWordList
      case .scope: .formScope
      case .reach: .formReach
      case .order: .formOrder
      case .choice: .formChoice
      case .side: .formSide
      case .folds: .formFolds
      case .filling: .formFilling
      }
    return word.text
  }
}

extension RuleCondition {
  /// Why the condition does not hold.
  var words: String {
    switch self {
    case .after(let words): Word.conditionAfter(list(words))
    case .notAfter(let words): Word.conditionNotAfter(list(words))
    case .before(let words): Word.conditionBefore(list(words))
    case .notBefore(let words): Word.conditionNotBefore(list(words))
    case .with(let words): Word.conditionWith(list(words))
    case .without(let words): Word.conditionWithout(list(words))
    case .section(let words): Word.conditionSection(list(words))
    case .inside(let labels): Word.conditionInside(list(labels))
    case .notInside(let label): Word.conditionNotInside(label)
    case .except(let text): Word.conditionExcept(text)
    case .foundBy(let rules): Word.conditionFoundBy(list(rules))
    case .notFoundBy(let rule): Word.conditionNotFoundBy(rule)
    case .property(let name, let values): Word.conditionProperty(name, list(values))
    case .home: Word.conditionHome.text
    case .outsideHome: Word.conditionOutsideHome.text
    }
  }
}

extension RuleTrial.Outcome {
  /// What became of the rule.
  var words: String {
    switch self {
    case .fired(let text): Word.trialFired(text)
    case .noEntry(let list): Word.trialNoEntry(list)
    case .noQuotation(let words): Word.trialNoQuotation(list(words))
    case .stopped(let text, let wanted): Word.trialStopped(text, list(wanted))
    case .condition(let text, let condition): Word.trialCondition(text, condition.words)
    case .taken(let text): Word.trialTaken(text)
    case .marksOther(let text): Word.trialMarksOther(text)
    case .noMention(let labels): Word.trialNoMention(list(labels))
    case .noPartner(let text): Word.trialNoPartner(text)
    }
  }
}

extension ExampleFault {
  /// What is wrong with the example.
  var words: String {
    switch self {
    case .badExpectation: Word.exampleBadExpectation.text
    case .badDate: Word.exampleBadDate.text
    case .noText: Word.exampleNoText.text
    }
  }
}

extension ExampleFailure {
  /// What differs, and what the rules say of it, a line each.
  var words: String {
    switch kind {
    case .missing(let label, let text, let trials):
      ([Word.exampleMissing(label, text)] + lines(trials)).joined(separator: "\n")
    case .unexpected(let label, let text, let rule): Word.exampleUnexpected(label, text, rule)
    case .otherName(let text, let expected, let found): Word.exampleOtherName(text, expected, found)
    case .missingLink(let link, let trials): ([Word.exampleMissingLink(link)] + lines(trials)).joined(separator: "\n")
    case .unexpectedLink(let link, let rule): Word.exampleUnexpectedLink(link, rule)
    case .otherValue(let name, let property, let expected, let found):
      Word.exampleOtherValue(name, property, expected, found ?? Word.noneValue.text)
    case .unknownNode(let name): Word.exampleUnknownNode(name)
    }
  }

  private func lines(_ trials: [RuleTrial]) -> [String] { trials.map { "    \($0.rule): \($0.outcome.words)" } }
}

/// At most twenty items, parted as the language of this run parts them.
private func list(_ items: [String]) -> String {
  items.prefix(20).joined(separator: Word.listComma.text) + (items.count > 20 ? " …" : "")
}
