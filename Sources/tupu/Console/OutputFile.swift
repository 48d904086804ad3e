import Glibc
import GraphModel

/// Files that verbs write.
enum OutputFile {
  /// Writes a file whole or not at all: beside its place first, then renamed.
  ///
  /// - Throws: `Failure`.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let draft = PathText.bytes("\(path).\(getpid()).tmp")
    guard let file = fopen(draft, "wx") else { throw failure(path) }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count, rename(draft, PathText.bytes(path)) == 0 else {
      let error = failure(path)
      unlink(draft)
      throw error
    }
  }

  private static func failure(_ path: String) -> Failure {
    Failure(Word.cannotWrite(path, String(cString: strerror(errno))))
  }
}
