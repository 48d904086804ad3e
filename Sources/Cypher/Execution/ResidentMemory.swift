import Glibc

/// By how much the memory that the process holds has grown since it was first asked.
struct ResidentMemory {
  private var start: Int?

  /// The growth in bytes; 0 where the system does not tell.
  mutating func growth() -> Int {
    guard let now = Self.bytes() else { return 0 }
    guard let start else {
      start = now
      return 0
    }
    return now - start
  }

  /// The second number of `/proc/self/statm` less the third, in pages (proc(5)): pages of files can be taken back.
  private static func bytes() -> Int? {
    let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var text = [UInt8](repeating: 0, count: 128)
    let count = read(file, &text, text.count)
    guard count > 0 else { return nil }
    let words = text[..<count].split(separator: 32)
    guard words.count > 2, let pages = Int(String(decoding: words[1], as: UTF8.self)),
      let shared = Int(String(decoding: words[2], as: UTF8.self))
    else { return nil }
    return (pages - shared) * 4096
  }
}
