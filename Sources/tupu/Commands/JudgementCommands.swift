import ArgumentParser
import Glibc
import GraphModel
import TupuKit

/// Who decides, and why.
struct JudgementOptions: ParsableArguments {
  @Option(help: ArgumentHelp(Word.helpReason.text)) var reason = ""
  @Option(help: ArgumentHelp(Word.helpAuthor.text)) var author: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  /// Keeps a decision and says under which number.
  ///
  /// - Throws: `KnowledgeBaseError`.
  func keep(_ decision: Judgement.Decision, in base: KnowledgeBase) throws {
    let judgement = Judgement(
      decision: decision, author: Judgement.author(author), time: Judgement.timestamp(), reason: reason)
    let number = try base.add(judgement)
    try Console.print(Console.visible(judgement.line(number: number)))
  }
}

/// `tupu merge`: two nodes are the same thing.
struct MergeCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("merge", .mergeAbstract, .mergeDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpName.text)) var first: String
  @Argument(help: ArgumentHelp(Word.helpName.text)) var second: String
  @OptionGroup var options: JudgementOptions

  func run() throws {
    let base = try options.store.open(.write)
    let finder = try NodeFinder(base)
    let (a, b) = (try finder.node(first), try finder.node(second))
    guard a.key != b.key else { throw Failure(Word.sameNode(a.key)) }
    guard a.type == b.type else { throw Failure(Word.differentTypes(a.key, b.key)) }
    try options.keep(.same(a.key, b.key), in: base)
  }
}

/// `tupu split`: two things that became one node are not the same.
struct SplitCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("split", .splitAbstract, .splitDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpKey.text)) var first: String
  @Argument(help: ArgumentHelp(Word.helpKey.text)) var second: String
  @OptionGroup var options: JudgementOptions

  func run() throws {
    let base = try options.store.open(.write)
    guard first != second else { throw Failure(Word.sameNode(first)) }
    try options.keep(.notSame(first, second), in: base)
  }
}

/// `tupu reject`: a node or an edge is wrong.
struct RejectCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("reject", .rejectAbstract, .rejectDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpKey.text)) var key: String
  @OptionGroup var options: JudgementOptions

  func run() throws {
    let base = try options.store.open(.write)
    let key = try base.edge(self.key)?.key ?? NodeFinder(base).node(self.key).key
    try options.keep(.reject(key), in: base)
  }
}

/// `tupu correct`: a property of a node or an edge gets another value.
struct CorrectCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("correct", .correctAbstract, .correctDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpKey.text)) var key: String
  @Argument(help: ArgumentHelp(Word.helpProperty.text)) var property: String
  @Argument(help: ArgumentHelp(Word.helpValue.text)) var value: String?
  @OptionGroup var options: JudgementOptions

  func run() throws {
    let base = try options.store.open(.write)
    let edge = try base.edge(self.key)
    let node = edge == nil ? try NodeFinder(base).node(self.key) : nil
    let type = edge?.type ?? node?.type ?? ""
    let schema = try base.schema()
    let declared = (schema.node(type)?.properties ?? schema.edge(type)?.properties ?? []).first { $0.name == property }
    guard property == "name" && edge == nil || declared != nil else {
      let known = (schema.node(type)?.properties ?? schema.edge(type)?.properties ?? []).map(\.name)
      throw Failure(Word.unknownProperty(property, ((edge == nil ? ["name"] : []) + known).joined(separator: ", ")))
    }
    let value = try self.value.map { text -> PropertyValue in
      guard let value = PropertyValue(text, kind: declared?.kind ?? .string) else {
        throw Failure(Word.badValue(text, declared?.kind.rawValue ?? "string"))
      }
      return value
    }
    try options.keep(.correct(edge?.key ?? node?.key ?? key, property: property, value: value), in: base)
  }
}

/// `tupu judgements`: what persons decided.
struct JudgementsCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("judgements", .judgementsAbstract, .judgementsDiscussion) }

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let entries = try store.open().judgements()
    try output.print(
      Answer(
        columns: [
          ("number", .columnNumber), ("decision", .columnDetail), ("author", .columnAuthors), ("time", .columnTime),
          ("reason", .columnReason),
        ],
        rows: entries.map { entry in
          [
            .count(entry.number), .text(entry.json["decision"]?.text), .text(entry.judgement.author),
            .text(entry.judgement.time), .text(entry.judgement.reason),
          ]
        }, json: .array(entries.map(\.json)), text: entries.map { Console.visible($0.line) }.joined(separator: "\n")))
  }
}

/// `tupu undo`: takes a judgement back.
struct UndoCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("undo", .undoAbstract, .undoDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpNumber.text)) var number: Int
  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    try store.open(.write).undoJudgement(number)
    Console.say(Word.undone(number))
  }
}

extension PropertyValue {
  /// A value from what a person typed; nil where it is not of the kind.
  init?(_ text: String, kind: PropertyDeclaration.Kind) {
    switch kind {
    case .string: self = .string(text)
    case .date:
      guard let date = PartialDate(text) else { return nil }
      self = .string(date.description)
    case .integer:
      guard let number = Int64(text) else { return nil }
      self = .integer(number)
    case .float:
      guard let number = Double(text) else { return nil }
      self = .float(number)
    case .boolean:
      guard let truth = Bool(text) else { return nil }
      self = .boolean(truth)
    case .strings: self = .list(text.split(separator: ",").map { .string(String($0)) })
    }
  }
}
