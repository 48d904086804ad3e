/// A colour as red, green and blue from 0 to 1, with what is needed to keep pictures readable on paper and for weak eyes.
struct InkColor: Hashable, Sendable {
  private let red: Double
  private let green: Double
  private let blue: Double

  static let ink = InkColor(hex: "#1f2933")

  private init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour in the form `#rrggbb`; grey where it has another form.
  init(hex: String) {
    let digits = hex.hasPrefix("#") && hex.utf8.count == 7 ? UInt32(hex.dropFirst(), radix: 16) : nil
    let value = digits ?? 0x8a8a8a
    self.init(
      red: Double(value >> 16 & 255) / 255, green: Double(value >> 8 & 255) / 255, blue: Double(value & 255) / 255)
  }

  /// The form `#rrggbb`.
  var hex: String {
    "#"
      + [red, green, blue].map { part in
        let text = String(Int((min(1, max(0, part)) * 255).rounded()), radix: 16)
        return text.utf8.count == 1 ? "0" + text : text
      }.joined()
  }

  /// The colour mixed with black (0: itself, 1: black).
  func darkened(_ share: Double) -> InkColor {
    InkColor(red: red * (1 - share), green: green * (1 - share), blue: blue * (1 - share))
  }

  /// The colour mixed with white (0: itself, 1: white).
  func lightened(_ share: Double) -> InkColor {
    InkColor(red: red + (1 - red) * share, green: green + (1 - green) * share, blue: blue + (1 - blue) * share)
  }

  /// The colour, darkened until text in it stands out on white by WCAG 2's 4.5 : 1.
  var readable: InkColor {
    var color = self
    for _ in 0..<20 where 1.05 / (color.luminance + 0.05) < 4.5 { color = color.darkened(0.1) }
    return color
  }

  /// Relative luminance as WCAG 2 defines it.
  private var luminance: Double {
    func linear(_ part: Double) -> Double {
      guard part > 0.04045 else { return part / 12.92 }
      let base = (part + 0.055) / 1.055
      return base * base * (0.6 + 0.4 * base)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
