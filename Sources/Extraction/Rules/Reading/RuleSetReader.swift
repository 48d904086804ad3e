import GraphModel

/// Reads the rules of a plug-in from `rules.yaml` and the files that it includes.
///
/// | key | what stands there |
/// |---|---|
/// | `include` | more rules files of the folder |
/// | `lists` | word lists by name |
/// | `parts` | patterns by name, used in others as `<name>` |
/// | `find` | rules that find things |
/// | `links` | rules that link them |
final class RuleSetReader {
  let folder: PluginFolder
  let manifest: PluginManifest
  let problems = RuleProblems()
  private let cache: WordListCache
  private(set) var set = RuleSet()
  /// Patterns by name, as they are written.
  private var parts: [String: (text: PlacedText, mapping: RuleMapping)] = [:]
  private var openParts: [String] = []
  private var usedNames: Set<String> = []
  private var ruleNames: [String: FilePlace] = [:]
  private var listNumbers: [String: Int] = [:]
  private var partCount = 0
  /// Words of conditions, so that a document looks once for those that several rules share.
  private var sharedWords: [[String]: ConditionWords] = [:]
  private var sectionFiles: [String: WordLists] = [:]

  private static let mostFiles = 50
  private static let mostPartUses = 2000
  /// The most forms that a list may have whose words are a condition.
  private static let mostConditionWords = 20_000

  init(folder: PluginFolder, manifest: PluginManifest, cache: WordListCache) {
    self.folder = folder
    self.manifest = manifest
    self.cache = cache
    set.labels = Array(Set(manifest.requires + manifest.produces)).sorted()
  }

  /// Reads everything; what is wrong stands in `problems`.
  func read() -> RuleSet {
    let files = readFiles()
    for file in files { readLists(file) }
    for file in files { gatherParts(file) }
    for file in files {
      let finds = file.mappings("find", known: FindRuleReader.keys)
      for rule in finds { if let rule = FindRuleReader(rule, self).read() { set.finds.append(rule) } }
    }
    for file in files {
      let links = file.mappings("links", known: LinkRuleReader.keys)
      for rule in links { if let rule = LinkRuleReader(rule, self).read() { set.links.append(rule) } }
    }
    noteUnused()
    if set.finds.isEmpty, set.links.isEmpty, !problems.hasErrors, let file = files.first {
      problems.note(.missingKey(["find", "links"]), at: file.place)
    }
    return set
  }

  // MARK: Files

  private func readFiles() -> [RuleMapping] {
    var files: [RuleMapping] = []
    var open: [String] = []
    func read(_ name: String, from place: FilePlace?) {
      let place = place ?? FilePlace(file: name)
      if let start = open.firstIndex(of: name) {
        problems.note(.includeCircle(Array(open[start...]) + [name]), at: place)
        return
      }
      guard !files.contains(where: { $0.file.name == name }) else { return }
      guard files.count + open.count < Self.mostFiles else {
        problems.note(.tooLarge(bytes: files.count + 1, limit: Self.mostFiles), at: place)
        return
      }
      open.append(name)
      defer { open.removeLast() }
      do {
        let file = try RuleFile(name, text: try text(of: name, place))
        guard let root = file.root else {
          problems.note(.missingKey(["find", "links"]), at: FilePlace(file: name))
          return
        }
        guard
          let mapping = RuleMapping(
            root, key: name, known: ["include", "lists", "parts", "find", "links"], in: file, problems)
        else { return }
        for include in mapping.texts("include") { read(include.text, from: include.place) }
        files.append(mapping)
      } catch let error as RulePackError {
        problems.note(error.problems)
      } catch {
        problems.note(.unreadable("\(error)"), at: place)
      }
    }
    read(PluginLoader.rulesName, from: nil)
    return files
  }

  private func text(of name: String, _ place: FilePlace) throws -> String {
    let bytes = try bytes(of: name, limit: 1 << 20, place)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw RulePackError([RuleProblem(.unreadable("UTF-8"), at: FilePlace(file: name))])
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }

  private func bytes(of name: String, limit: Int, _ place: FilePlace) throws -> [UInt8] {
    do {
      return try folder.bytes(of: name, limit: limit)
    } catch .outside {
      throw RulePackError([RuleProblem(.outsideFolder(name), at: place)])
    } catch .unreadable(_, let reason) {
      throw RulePackError([RuleProblem(.unreadable(reason), at: place)])
    }
  }

  // MARK: Lists

  private func readLists(_ file: RuleMapping) {
    for (name, keyNode, value) in file.mapping("lists")?.items ?? [] {
      let place = file.file.place(of: keyNode)
      guard isFree(name, place) else { continue }
      guard let list = list(name, value, place, file) else { continue }
      listNumbers[name] = set.lists.count
      set.lists.append(list)
      if list.words.count == 0 { problems.note(.emptyList(name), at: place) }
    }
  }

  private func list(_ name: String, _ node: YAMLNode, _ place: FilePlace, _ file: RuleMapping) -> NamedList? {
    if let path = node.text {
      return fileList(name, path, nil, .all, file.file.place(of: node), place)
    }
    if let words = node.items { return inlineList(name, words, .all, place, file) }
    guard
      let mapping = RuleMapping(
        node, key: name, known: ["file", "section", "words", "columns", "fold"], in: file.file, problems)
    else { return nil }
    let folds = folds(mapping)
    let columns = mapping.texts("columns").map(\.text)
    if let path = mapping.text("file") {
      if let section = mapping.text("section") {
        return sectionList(name, path, PlacedText(text: section, place: mapping.place(of: "section")), folds, place)
      }
      return fileList(name, path, columns.isEmpty ? nil : columns, folds, mapping.place(of: "file"), place)
    }
    guard let words = mapping["words"]?.items else {
      problems.note(.missingKey(["file", "words"]), at: mapping.place)
      return nil
    }
    return inlineList(name, words, folds, place, file)
  }

  private func folds(_ mapping: RuleMapping) -> NamedList.Folds {
    guard mapping["fold"] != nil else { return .all }
    var folds: NamedList.Folds = []
    for word in mapping.texts("fold") {
      switch word.text {
      case "case": folds.insert(.letterCase)
      case "width": folds.insert(.width)
      case "script": folds.insert(.script)
      default: problems.note(.wrongForm(key: "fold", expected: .folds), at: word.place)
      }
    }
    return folds
  }

  private func fileList(
    _ name: String, _ path: String, _ columns: [String]?, _ folds: NamedList.Folds, _ pathPlace: FilePlace,
    _ place: FilePlace
  ) -> NamedList? {
    do {
      let bytes = try bytes(of: path, limit: 256 << 20, pathPlace)
      let layout = WordListLayout(columns: columns, isCSV: path.hasSuffix(".csv"))
      let words = cache.list(bytes, named: folder.shown(path), layout: layout)
      let places = Self.places(path, lines: words.problems.map(\.line), of: bytes)
      for (problem, place) in zip(words.problems, places) { problems.note(problem.fault, at: place) }
      return NamedList(name: name, words: words, folds: folds, place: place)
    } catch let error as RulePackError {
      problems.note(error.problems)
    } catch {
      problems.note(.unreadable("\(error)"), at: pathPlace)
    }
    return nil
  }

  /// The sections of a file, read once.
  private func sections(of path: String, _ place: FilePlace) throws -> WordLists {
    if let known = sectionFiles[path] { return known }
    let lists = WordLists(try text(of: path, place).utf8)
    sectionFiles[path] = lists
    return lists
  }

  /// The words of a section of a file, as plug-ins keep them beside their code.
  private func sectionList(
    _ name: String, _ path: String, _ section: PlacedText, _ folds: NamedList.Folds, _ place: FilePlace
  ) -> NamedList? {
    do {
      let lists = try sections(of: path, section.place)
      guard !lists[section.text].isEmpty else {
        problems.note(.unknownName(section.text, known: lists.names), at: section.place)
        return nil
      }
      // Words that stand there twice say nothing wrong, and all of them are known by the section.
      let entries = lists[section.text].map { (forms: [$0], line: section.place.line) }
      return NamedList(
        name: name, words: CompiledWordList(WordListCompiler.compile(WordListRows(entries))), folds: folds, place: place
      )
    } catch let error as RulePackError {
      problems.note(error.problems)
    } catch {
      problems.note(.unreadable("\(error)"), at: section.place)
    }
    return nil
  }

  private func inlineList(
    _ name: String, _ nodes: [YAMLNode], _ folds: NamedList.Folds, _ place: FilePlace, _ file: RuleMapping
  ) -> NamedList? {
    var entries: [(forms: [String], line: Int)] = []
    for node in nodes {
      let forms = (node.items ?? [node]).map { $0.text ?? "" }
      guard !forms.contains("") else {
        problems.note(.wrongForm(key: name, expected: .wordList), at: file.file.place(of: node))
        continue
      }
      entries.append((forms, node.line))
    }
    let words = CompiledWordList(WordListCompiler.compile(WordListRows(entries)))
    for problem in words.problems {
      problems.note(problem.fault, at: file.file.place(line: problem.line, column: 1))
    }
    return NamedList(name: name, words: words, folds: folds, place: place)
  }

  /// Lines of a list file with their excerpts, all found in one pass.
  ///
  /// - Parameter lines: their numbers, rising.
  private static func places(_ name: String, lines: [Int], of bytes: [UInt8]) -> [FilePlace] {
    var number = 1
    var start = 0
    return lines.map { line in
      while number < line, let end = WordListRows.lineEnd(in: bytes, from: start) {
        start = end + 1
        number += 1
      }
      let end = min(WordListRows.lineEnd(in: bytes, from: start) ?? bytes.count, start + 400)
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      return FilePlace(file: name, line: line, column: 1, excerpt: RuleFile.excerpt(text, column: 1))
    }
  }

  /// Notes a name that something else has; whether it is free.
  private func isFree(_ name: String, _ place: FilePlace) -> Bool {
    let isTaken =
      listNumbers[name] != nil || parts[name] != nil || Self.builtIn[name] != nil || set.labels.contains(name)
    if isTaken { problems.note(.duplicateName(name), at: place) }
    return !isTaken
  }

  // MARK: Patterns

  /// The names that every pack can use in patterns.
  static let builtIn: [String: PatternNode] = [
    "number": .token(.number), "integer": .token(.integer), "amount": .token(.amount), "percent": .token(.percent),
    "ordinal": .token(.ordinal), "date": .token(.date), "quoted": .token(.quoted), "title": .token(.title),
    "word": .token(.word), "start": .start, "mention": .token(.anyMention), "any": .set([0x0A...0x0A], negated: true),
    "han": .set(
      [0x3400...0x4DBF, 0x4E00...0x9FFF, 0x3007...0x3007, 0xF900...0xFAFF, 0x20000...0x323AF], negated: false),
    "latin": .set([0x41...0x5A, 0x61...0x7A], negated: false), "digit": .set([0x30...0x39], negated: false),
    "blank": .set([0x20...0x20, 0x09...0x09, 0x3000...0x3000], negated: false),
  ]

  private func gatherParts(_ file: RuleMapping) {
    guard let mapping = file.mapping("parts") else { return }
    for (name, keyNode, _) in mapping.items {
      guard isFree(name, file.file.place(of: keyNode)), let text = mapping.text(name) else { continue }
      parts[name] = (PlacedText(text: text, place: mapping.place(of: name)), mapping)
    }
  }

  /// Compiles the pattern under a key of a rule.
  func pattern(_ key: String, in mapping: RuleMapping) -> PatternProgram? {
    guard let text = mapping.text(key) else { return nil }
    partCount = 0
    return parse(text, at: mapping.place(of: key)).map { PatternProgram($0, &set.book) }
  }

  private func parse(_ text: String, at place: FilePlace) -> PatternNode? {
    do {
      return try PatternParser.parse(text) { [self] name throws(RuleFault) in try node(named: name) }
    } catch {
      var place = place
      let isQuoted =
        place.column > 0 && ["\"", "'"].contains(Array(place.excerpt).dropFirst(min(place.column, 41) - 1).first)
      place.column += error.offset + (isQuoted ? 1 : 0)
      problems.note(error.fault, at: place)
      return nil
    }
  }

  private func node(named name: String) throws(RuleFault) -> PatternNode {
    if let list = listNumbers[name] {
      usedNames.insert(name)
      return .token(.list(list))
    }
    if let node = Self.builtIn[name] { return node }
    if set.labels.contains(name) { return .token(.mention(name)) }
    guard let part = parts[name] else {
      throw .unknownName(
        name, known: listNumbers.keys.sorted() + parts.keys.sorted() + set.labels + Self.builtIn.keys.sorted())
    }
    usedNames.insert(name)
    if let start = openParts.firstIndex(of: name) { throw .partCircle(Array(openParts[start...]) + [name]) }
    partCount += 1
    guard partCount <= Self.mostPartUses else { throw .patternTooLarge(limit: Self.mostPartUses) }
    openParts.append(name)
    defer { openParts.removeLast() }
    do {
      return try PatternParser.parse(part.text.text, isPart: true) { [self] name throws(RuleFault) in
        try node(named: name)
      }
    } catch {
      throw error.fault
    }
  }

  /// The number of a list and its token.
  func list(named name: String) -> (number: Int, token: Int32)? {
    guard let number = listNumbers[name] else { return nil }
    usedNames.insert(name)
    return (number, set.book.number(of: .list(number)))
  }

  /// The words of a condition: words, and for `<name>` the forms of a list.
  func words(_ texts: [PlacedText]) -> ConditionWords? {
    var words: [String] = []
    for text in texts {
      guard text.text.hasPrefix("<"), text.text.hasSuffix(">"), text.text.unicodeScalars.count > 2 else {
        words.append(text.text)
        continue
      }
      let name = String(text.text.dropFirst().dropLast())
      guard let list = list(named: name) else {
        problems.note(.unknownName(name, known: listNames), at: text.place)
        continue
      }
      guard let forms = set.lists[list.number].words.forms(upTo: Self.mostConditionWords) else {
        problems.note(.tooManyWords(name, limit: Self.mostConditionWords), at: text.place)
        continue
      }
      words += forms.map { String(String.UnicodeScalarView($0)) }
    }
    guard !words.isEmpty else { return nil }
    if let known = sharedWords[words] { return known }
    let made = ConditionWords(words)
    sharedWords[words] = made
    return made
  }

  /// The names of the lists, for messages.
  var listNames: [String] { listNumbers.keys.sorted() }

  /// Takes a rule's name, or makes one up; notes a name that is taken.
  func takeName(_ mapping: RuleMapping, _ label: String) -> String {
    if let name = mapping.text("rule") {
      if ruleNames[name] != nil { problems.note(.duplicateName(name), at: mapping.place(of: "rule")) }
      ruleNames[name] = mapping.place
      return name
    }
    var number = 1
    while ruleNames["\(label.lowercased()).\(number)"] != nil { number += 1 }
    let name = "\(label.lowercased()).\(number)"
    ruleNames[name] = mapping.place
    return name
  }

  private func noteUnused() {
    for list in set.lists where !usedNames.contains(list.name) { problems.note(.unused(list.name), at: list.place) }
    for (name, part) in parts.sorted(by: { $0.key < $1.key }) where !usedNames.contains(name) {
      problems.note(.unused(name), at: part.text.place)
    }
  }
}
