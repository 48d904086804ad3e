import Glibc
import GraphModel
import TupuKit

/// How far an ingest is, on one line of standard error: part done, rate, time left. Nothing where that is no terminal.
struct ProgressBar {
  nonisolated(unsafe) private static var isDrawn = false
  private let started = now()
  private var stageStarted = now()
  private var stage = IngestProgress.Stage.finding
  private var lastDrawn = 0.0

  /// Seconds of a clock that never goes back.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Takes the bar off the screen, so that a message has the line to itself.
  static func clear() {
    guard isDrawn else { return }
    isDrawn = false
    Console.draw("")
  }

  /// Seconds since the bar was made.
  var elapsed: Double { Self.now() - started }

  /// Shows the progress, at most ten times a second.
  mutating func show(_ progress: IngestProgress) {
    guard Console.showsProgress else { return }
    let now = Self.now()
    if progress.stage != stage {
      stage = progress.stage
      stageStarted = now
    } else if now - lastDrawn < 0.1 {
      return
    }
    lastDrawn = now
    Self.isDrawn = true
    Console.draw(line(progress, seconds: now - stageStarted))
  }

  /// The line for a state: `reading [#####-----] 512/1024  1,003/s  8 MB/s  0:01 left`.
  func line(_ progress: IngestProgress, seconds: Double) -> String {
    let word: Word =
      switch progress.stage {
      case .finding: .stageFinding
      case .reading: .stageReading
      case .deriving: .stageDeriving
      }
    guard progress.total > 0 else { return "\(word.text) \(progress.done)" }
    let share = min(1, Double(progress.done) / Double(progress.total))
    let filled = Int(share * 20)
    var line = word.text + " [" + String(repeating: "#", count: filled)
    line += String(repeating: "-", count: 20 - filled) + "] \(progress.done)/\(progress.total)"
    if seconds > 0.5, progress.done > 0 {
      let rate = Double(progress.done) / seconds
      line += "  " + Word.perSecond(Int(rate.rounded()))
      if progress.stage == .reading { line += "  \(decimal(Double(progress.bytes) / 1e6 / seconds, digits: 1)) MB/s" }
      line += "  " + Word.timeLeft(clock(Double(progress.total - progress.done) / rate))
    }
    if progress.failed > 0 { line += "  " + Word.failedSoFar(progress.failed) }
    return line
  }
}

/// Seconds as `m:ss` or `h:mm:ss`.
func clock(_ seconds: Double) -> String {
  let whole = Int(max(0, min(seconds, 359_999)).rounded(.up))
  let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
  let tail = (rest < 10 ? "0" : "") + String(rest)
  return hours > 0 ? "\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(tail)" : "\(minutes):\(tail)"
}

/// A number with some digits after the point.
func decimal(_ value: Double, digits: Int) -> String {
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let scaled = Int64((value * scale).rounded())
  guard digits > 0 else { return String(scaled) }
  let whole = scaled.magnitude / UInt64(scale)
  let part = String(scaled.magnitude % UInt64(scale))
  return (scaled < 0 ? "-" : "") + "\(whole)." + String(repeating: "0", count: digits - part.count) + part
}
