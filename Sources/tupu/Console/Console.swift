import Glibc
import GraphModel
import TupuKit

/// The two streams: results go to standard output, everything said to people to standard error.
enum Console {
  /// Whether standard error is a terminal, where a progress bar may be drawn.
  static let showsProgress = isatty(STDERR_FILENO) == 1 && environmentVariable("TERM") != "dumb"

  /// Whether results go to a terminal.
  static let isTerminal = isatty(STDOUT_FILENO) == 1

  /// Whether results may be coloured (https://no-color.org).
  static let hasColor =
    isTerminal && (environmentVariable("NO_COLOR") ?? "").isEmpty && environmentVariable("TERM") != "dumb"

  /// The width of the terminal in columns, or nil where results go elsewhere.
  static var width: Int? {
    guard isTerminal else { return nil }
    return terminalWidth(STDOUT_FILENO) ?? environmentVariable("COLUMNS").flatMap { Int($0) } ?? 80
  }

  /// The width of a terminal in columns, or nil where the file is none.
  static func terminalWidth(_ file: Int32) -> Int? {
    var size = winsize()
    guard ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes a result and a line end.
  ///
  /// - Throws: `Failure` where standard output cannot take it (a full disk).
  static func print(_ text: String) throws { try write(Array((text + "\n").utf8)) }

  /// Writes bytes of a result.
  ///
  /// - Throws: `Failure` where standard output cannot take them (a full disk).
  static func write(_ bytes: [UInt8]) throws { try write(bytes[...], to: STDOUT_FILENO) }

  /// Says something to people; control characters of names and quotes are made visible.
  static func say(_ text: String) {
    ProgressBar.clear()
    try? write(Array((visible(text) + "\n").utf8)[...], to: STDERR_FILENO)
  }

  /// Draws over the current line of standard error.
  static func draw(_ line: String) { try? write(Array(("\r\u{1B}[K" + line).utf8)[...], to: STDERR_FILENO) }

  /// Replaces control characters (but not line ends), so that no file name can steer a terminal, and shows the bytes
  /// of names that are no UTF-8 as `\xB9`.
  static func visible(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let byte = PathText.byte(scalar) {
        view.append(contentsOf: ("\\x" + String(byte, radix: 16, uppercase: true)).unicodeScalars)
        continue
      }
      let isControl = scalar.value < 32 || (127..<160).contains(scalar.value)
      view.append(isControl && scalar != "\n" ? "\u{FFFD}" : scalar)
    }
    return String(view)
  }

  /// A text in bold where results may be coloured.
  static func bold(_ text: String) -> String { hasColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// A text that steps back where results may be coloured.
  static func dim(_ text: String) -> String { hasColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  private static func write(_ bytes: ArraySlice<UInt8>, to file: Int32) throws {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(Word.cannotWrite(Word.standardOutput.text, String(cString: strerror(errno))))
      }
      rest = rest.dropFirst(count)
    }
  }
}
