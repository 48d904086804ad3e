import GraphModel

/// Character references of HTML: the named ones that Chinese pages use (from the HTML standard's list), and numeric ones.
enum HTMLEntities {
  /// The scalar of the reference that starts with `&` at a position, and the position after it; nil where none does.
  static func reference(_ scalars: UnsafeBufferPointer<Unicode.Scalar>, at start: Int) -> (
    scalar: Unicode.Scalar, end: Int
  )? {
    var index = start + 1
    guard index < scalars.count else { return nil }
    if scalars[index] == "#" { return number(scalars, at: index + 1) }
    var name = ""
    while index < scalars.count, index < start + 10, scalars[index].isLetter || scalars[index].isDigit {
      name.unicodeScalars.append(scalars[index])
      index += 1
    }
    let isClosed = index < scalars.count && scalars[index] == ";"
    guard isClosed || withoutSemicolon.contains(name), let scalar = named[name] else { return nil }
    return (scalar, isClosed ? index + 1 : index)
  }

  private static func number(_ scalars: UnsafeBufferPointer<Unicode.Scalar>, at start: Int) -> (
    scalar: Unicode.Scalar, end: Int
  )? {
    var index = start
    let isHexadecimal = index < scalars.count && scalars[index].value | 0x20 == 0x78
    if isHexadecimal { index += 1 }
    let digits = index
    var value: UInt32 = 0
    while index < scalars.count, let digit = Self.digit(scalars[index]), isHexadecimal || digit < 10 {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
      index += 1
    }
    guard index > digits else { return nil }
    if index < scalars.count, scalars[index] == ";" { index += 1 }
    // The standard reads 128 to 159 as windows-1252.
    if let scalar = windows[value] { return (scalar, index) }
    guard value != 0, let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", index) }
    return (scalar, index)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    case 0x30...0x39: scalar.value - 0x30
    case 0x41...0x46: scalar.value - 0x41 + 10
    case 0x61...0x66: scalar.value - 0x61 + 10
    default: nil
    }
  }

  private static let withoutSemicolon: Set = [
    "nbsp", "lt", "gt", "amp", "quot", "copy", "reg", "middot", "laquo", "raquo",
  ]

  private static let windows: [UInt32: Unicode.Scalar] = [
    0x80: "€", 0x82: "‚", 0x84: "„", 0x85: "…", 0x86: "†", 0x89: "‰", 0x8B: "‹", 0x91: "‘", 0x92: "’", 0x93: "“",
    0x94: "”",
    0x95: "•", 0x96: "–", 0x97: "—", 0x98: "˜", 0x99: "™", 0x9B: "›",
  ]

  private static let named: [String: Unicode.Scalar] = [
    "nbsp": "\u{A0}", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}",
    "zwj": "\u{200D}",
    "lrm": "\u{200E}", "rlm": "\u{200F}", "shy": "\u{AD}", "lt": "<", "gt": ">", "amp": "&", "LT": "<", "GT": ">",
    "AMP": "&",
    "quot": "\"", "QUOT": "\"", "apos": "'", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "sbquo": "‚",
    "bdquo": "„",
    "laquo": "«", "raquo": "»", "lsaquo": "‹", "rsaquo": "›", "mdash": "—", "ndash": "–", "horbar": "―", "hellip": "…",
    "middot": "·", "centerdot": "·", "bull": "•", "sdot": "⋅", "copy": "©", "reg": "®", "trade": "™", "sect": "§",
    "para": "¶",
    "deg": "°", "permil": "‰", "prime": "′", "Prime": "″", "plusmn": "±", "times": "×", "divide": "÷", "minus": "−",
    "frac12": "½", "frac14": "¼", "frac34": "¾", "sup1": "¹", "sup2": "²", "sup3": "³", "micro": "µ", "yen": "¥",
    "euro": "€",
    "pound": "£", "cent": "¢", "curren": "¤", "brvbar": "¦", "uml": "¨", "ordf": "ª", "ordm": "º", "not": "¬",
    "macr": "¯",
    "acute": "´", "cedil": "¸", "iexcl": "¡", "iquest": "¿", "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓",
    "harr": "↔",
    "rArr": "⇒", "infin": "∞", "ne": "≠", "le": "≤", "ge": "≥", "asymp": "≈", "equiv": "≡", "sum": "∑", "radic": "√",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "theta": "θ", "lambda": "λ", "mu": "μ",
    "pi": "π",
    "rho": "ρ", "sigma": "σ", "phi": "φ", "omega": "ω", "Alpha": "Α", "Beta": "Β", "Gamma": "Γ", "Delta": "Δ",
    "Omega": "Ω",
    "agrave": "à", "aacute": "á", "egrave": "è", "eacute": "é", "ecirc": "ê", "igrave": "ì", "iacute": "í",
    "ograve": "ò",
    "oacute": "ó", "ugrave": "ù", "uacute": "ú", "uuml": "ü", "ouml": "ö", "auml": "ä", "Uuml": "Ü", "Ouml": "Ö",
    "Auml": "Ä",
    "szlig": "ß", "ccedil": "ç", "ntilde": "ñ", "oslash": "ø", "spades": "♠", "clubs": "♣", "hearts": "♥", "diams": "♦",
    "tab": "\t", "Tab": "\t", "NewLine": "\n", "comma": ",", "period": ".", "colon": ":", "semi": ";", "excl": "!",
    "quest": "?",
    "lpar": "(", "rpar": ")", "lsqb": "[", "rsqb": "]", "sol": "/", "bsol": "\\", "num": "#", "percnt": "%", "ast": "*",
    "plus": "+", "equals": "=", "lowbar": "_", "vert": "|", "verbar": "|", "commat": "@", "dollar": "$", "hyphen": "‐",
    "star": "☆", "starf": "★", "squ": "□", "squf": "▪", "cir": "○", "check": "✓", "cross": "✗", "copysr": "℗",
  ]
}
