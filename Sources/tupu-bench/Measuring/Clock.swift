import Glibc

/// Time and memory.
enum Measure {
  /// Seconds of a clock that never goes back.
  static func now() -> Double { read(CLOCK_MONOTONIC) }

  /// Seconds that this thread has worked: what other programs take from the processor does not count.
  static func cpuNow() -> Double { read(CLOCK_THREAD_CPUTIME_ID) }

  /// Seconds that all threads of this process have worked.
  static func processNow() -> Double { read(CLOCK_PROCESS_CPUTIME_ID) }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// What `body` returns and the seconds that this thread worked for it.
  static func cpu<T>(_ body: () throws -> T) rethrows -> (value: T, seconds: Double) {
    let start = cpuNow()
    let value = try body()
    return (value, cpuNow() - start)
  }

  /// What `body` returns and the seconds that it took.
  static func time<T>(_ body: () throws -> T) rethrows -> (value: T, seconds: Double) {
    let start = now()
    let value = try body()
    return (value, now() - start)
  }

  /// The middle value of some; 0 where there is none.
  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The largest memory that this process has held, in MB.
  static var peakMemory: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }

  /// A number with some digits after the point.
  static func decimal(_ value: Double, _ digits: Int = 1) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int64((value * scale).rounded())
    guard digits > 0 else { return String(scaled) }
    let part = String(scaled.magnitude % UInt64(scale))
    return (scaled < 0 ? "-" : "") + "\(scaled.magnitude / UInt64(scale))."
      + String(repeating: "0", count: digits - part.count) + part
  }
}
