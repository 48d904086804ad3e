/// How temporal values are written.
enum TemporalText {
  /// A number with zeros before it up to a width.
  static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Nanoseconds as a decimal fraction without trailing zeros; empty where there are none.
  static func fraction(_ nanoseconds: Int) -> String {
    guard nanoseconds != 0 else { return "" }
    var digits = Array(pad(nanoseconds, 9).utf8)
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return "." + String(decoding: digits, as: UTF8.self)
  }

  /// An offset from UTC, as `Z`, `+01:00` or `+00:53:28`.
  static func offset(_ seconds: Int32) -> String {
    if seconds == 0 { return "Z" }
    let size = Int(abs(seconds))
    let tail = size % 60 == 0 ? "" : ":" + pad(size % 60, 2)
    return "\(seconds < 0 ? "-" : "+")\(pad(size / 3600, 2)):\(pad(size / 60 % 60, 2))\(tail)"
  }
}
