import Glibc

/// One run of another program: how long it took and how much memory it held.
struct ChildRun {
  /// Wall-clock seconds from start to end.
  var seconds: Double
  /// The largest memory that it held, in MB.
  var memory: Double
  /// Its exit status; -1 where it died otherwise or could not be started.
  var status: Int32

  /// Runs a program found by `PATH`, its output thrown away.
  static func run(_ arguments: [String]) -> ChildRun {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for file in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, file, "/dev/null", O_WRONLY, 0)
    }
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    let start = Measure.now()
    var child: pid_t = 0
    guard posix_spawnp(&child, arguments[0], &actions, nil, &pointers, environ) == 0 else {
      return ChildRun(seconds: 0, memory: 0, status: -1)
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    let exited = status & 0x7F == 0
    return ChildRun(
      seconds: Measure.now() - start, memory: Double(usage.ru_maxrss) / 1024,
      status: exited ? status >> 8 & 0xFF : -1)
  }
}
