import Glibc

/// The two streams: results go to standard output, everything said to people to standard error.
enum Console {
  /// Writes a result and a line end.
  ///
  /// - Throws: `Failure` where standard output cannot take it (a full disk).
  static func print(_ text: String) throws {
    try write(text + "\n", to: STDOUT_FILENO)
  }

  /// Says something to people; control characters of names and quotes are made visible.
  static func say(_ text: String) {
    try? write(visible(text) + "\n", to: STDERR_FILENO)
  }

  /// Replaces control characters (but not line ends), so that no file name can steer a terminal.
  static func visible(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 32 || (127..<160).contains(scalar.value)
      view.append(isControl && scalar != "\n" ? "\u{FFFD}" : scalar)
    }
    return String(view)
  }

  private static func write(_ text: String, to file: Int32) throws {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(Word.cannotWrite("-", String(cString: strerror(errno))))
      }
      bytes = bytes.dropFirst(count)
    }
  }
}
