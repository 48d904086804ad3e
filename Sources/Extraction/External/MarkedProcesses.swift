import Glibc

/// Finds what a plug-in left running, also where that left the plug-in's process group: every child inherits the
/// environment and with it the mark.
enum MarkedProcesses {
  /// The variable that holds the mark.
  static let variable = "TUPU_PLUGIN_PROCESS"

  /// Kills every process with a mark, until there is none.
  static func kill(_ mark: String) {
    let wanted = Array("\(variable)=\(mark)".utf8)
    // A process may start another one between look and kill.
    for _ in 0..<16 {
      let found = processes(with: wanted)
      guard !found.isEmpty else { return }
      for process in found { _ = Glibc.kill(process, SIGKILL) }
    }
  }

  private static func processes(with mark: [UInt8]) -> [pid_t] {
    guard let directory = opendir("/proc") else { return [] }
    defer { closedir(directory) }
    var found: [pid_t] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      guard let number = pid_t(name), number != getpid() else { continue }
      if environment(of: number).split(separator: 0).contains(where: { $0.elementsEqual(mark) }) {
        found.append(number)
      }
    }
    return found
  }

  /// The environment that a process was started with; empty where it is another user's or has ended.
  private static func environment(of process: pid_t) -> [UInt8] {
    let file = open("/proc/\(process)/environ", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while bytes.count < 1 << 20 {
      let count = read(file, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes
  }
}
