import CEditline
import Glibc

/// Reads lines from a person, with editing, history and completion where standard input is a terminal.
final class LineReader {
  /// Whether a person types: standard input and output are terminals.
  private static var isTerminal: Bool {
    isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && environmentVariable("TERM") != "dumb"
  }

  /// Whether a person types and the line editor is installed.
  let isInteractive: Bool
  private let historyPath: String?

  /// What the library's callback asks; set for as long as a reader lives.
  nonisolated(unsafe) private static var completer: ShellCompleter?
  nonisolated(unsafe) private static let breaks = strdup(" \t\n()[]{}:.,;|=<>+-*/%^!'\"`$&")

  /// A reader that completes words.
  init(_ completer: ShellCompleter) {
    historyPath = environmentVariable("HOME").flatMap { $0.isEmpty ? nil : $0 + "/.tupu_history" }
    isInteractive =
      Self.isTerminal
      && tupu_editline_open({ word, start, _ in LineReader.complete(word, start) }, Self.breaks) == 1
    guard isInteractive else { return }
    Self.completer = completer
    if let historyPath { tupu_history_read(historyPath) }
    tupu_history_limit(1000)
  }

  /// The next line without its end; nil at the end of input, or where Ctrl-C was pressed.
  func line(prompt: String) -> String? {
    guard isInteractive else { return readLine(strippingNewline: true) }
    guard let line = tupu_editline_read(prompt) else { return nil }
    defer { free(line) }
    return String(cString: line)
  }

  /// Keeps a statement in the history, on one line, and the history for the next time, for its owner alone.
  func remember(_ statement: String) {
    let line = statement.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard isInteractive, line.contains(where: { !$0.isWhitespace }) else { return }
    tupu_history_add(line)
    guard let historyPath else { return }
    let mask = umask(0o077)
    tupu_history_write(historyPath)
    umask(mask)
  }

  private static func complete(
    _ word: UnsafePointer<CChar>?, _ start: Int32
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    tupu_editline_only()
    guard let word, let completer else { return nil }
    let text = String(cString: word)
    let line = Array(String(cString: tupu_editline_line()).utf8)
    let before = String(decoding: line.prefix(max(0, Int(start))), as: UTF8.self)
    let found = completer.candidates(for: text, after: before)
    guard let first = found.first else { return nil }
    let common = found.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    // The library takes the common beginning first, then the candidates, and frees all of it.
    let list = [common.isEmpty ? text : common] + found
    let result = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: list.count + 1)
    for (index, item) in list.enumerated() { result[index] = strdup(item) }
    result[list.count] = nil
    return result
  }
}

extension String {
  /// The scalars that both texts begin with.
  fileprivate func commonPrefix(with other: String) -> String {
    var result = String.UnicodeScalarView()
    for (a, b) in zip(unicodeScalars, other.unicodeScalars) {
      guard a == b else { break }
      result.append(a)
    }
    return String(result)
  }
}
