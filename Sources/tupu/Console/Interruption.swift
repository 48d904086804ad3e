import Glibc

/// Ctrl-C while a query runs: the first one asks it to end, a second one ends the program at once.
enum Interruption {
  /// Written by the signal handler, which may touch nothing else.
  nonisolated(unsafe) private static let flag = {
    let flag = UnsafeMutablePointer<sig_atomic_t>.allocate(capacity: 1)
    flag.initialize(to: 0)
    return flag
  }()

  /// Whether Ctrl-C was pressed since `watch`.
  static var isRequested: Bool { flag.pointee != 0 }

  /// Takes Ctrl-C as a request to end what runs.
  static func watch() {
    flag.pointee = 0
    // A program that starts this one may have kept the signal from its own threads, and so from this process.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigprocmask(SIG_UNBLOCK, &signals, nil)
    signal(SIGINT) { _ in
      Interruption.flag.pointee = 1
      signal(SIGINT, SIG_DFL)
    }
  }
}
