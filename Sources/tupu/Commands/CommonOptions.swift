import ArgumentParser
import GraphModel
import TupuKit

extension Language: ExpressibleByArgument {}
extension TableFormat: ExpressibleByArgument {}
extension LayoutEngine: ExpressibleByArgument {}

/// What every verb understands.
struct CommonOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: ArgumentHelp(Word.helpLanguage.text))
  var language: Language?
}

/// Where the knowledge base is.
struct StoreOptions: ParsableArguments {
  @Option(name: .customLong("db"), help: ArgumentHelp(Word.helpStore.text, valueName: "file"), completion: .file())
  var file: String?

  /// `--db`, else `TUPU_DB`, else `tupu.db`.
  var path: String { Self.path(file) }

  /// A file that was named, else `TUPU_DB`, else `tupu.db`.
  static func path(_ file: String?) -> String {
    if let file { return file }
    let named = environmentVariable("TUPU_DB") ?? ""
    return named.isEmpty ? "tupu.db" : named
  }

  /// Opens the knowledge base.
  ///
  /// - Throws: `KnowledgeBaseError`.
  func open(_ mode: KnowledgeBase.Mode = .read) throws -> KnowledgeBase {
    try KnowledgeBase(path: path, mode: mode)
  }
}

/// In which form an answer is printed.
struct AnswerOptions: ParsableArguments {
  @Option(help: ArgumentHelp(Word.helpFormat.text))
  var format: TableFormat = .table

  /// Prints an answer in the chosen form.
  func print(_ answer: Answer) throws { try answer.print(as: format) }
}

/// Refuses an encoding that no source could be read in, before any is read.
///
/// - Throws: `Failure`.
func checkEncoding(_ name: String?) throws {
  guard let name, !SourceFile.isKnown(encoding: name) else { return }
  throw Failure(SourceFailure.unknownEncoding(name).words)
}

/// A verb's help: what it does and an example.
func help(_ name: String, _ abstract: Word, _ discussion: Word, subcommands: [any ParsableCommand.Type] = [])
  -> CommandConfiguration
{
  CommandConfiguration(
    commandName: name, abstract: abstract.text, discussion: discussion.text, subcommands: subcommands)
}
