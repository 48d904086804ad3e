import GraphModel

/// A tag of a page, with what the reader needs of its attributes.
struct HTMLTag {
  /// The name in lower case; empty for comments, declarations and instructions.
  var name = ""
  /// Whether it is an end tag.
  var isEnd = false
  /// Whether it ends itself: `<br/>`.
  var isEmpty = false
  /// The stretch from `<` to after `>`.
  var span: Span
  /// Whether it is a comment that never ends: everything behind it belongs to it, as in browsers.
  var isUnclosed = false
  /// Names in lower case with raw values, of start tags whose attributes matter.
  var attributes: [(name: String, value: Span)] = []

  /// Whether the author hides the element.
  func isHidden(_ scalars: UnsafeBufferPointer<Unicode.Scalar>) -> Bool {
    for attribute in attributes {
      if attribute.name == "hidden" { return true }
      guard attribute.name == "style" else { continue }
      let style = String(String.UnicodeScalarView(scalars[attribute.value.range].lazy.filter { !$0.isBlank }))
        .lowercased()
      if style.contains("display:none") { return true }
    }
    return false
  }

  /// The tag, comment, declaration or instruction that starts with `<` at a position; nil where the `<` is text.
  init?(_ scalars: UnsafeBufferPointer<Unicode.Scalar>, at start: Int) {
    span = Span(start, start)
    var index = start + 1
    guard index < scalars.count else { return nil }
    if scalars[index] == "!" || scalars[index] == "?" {
      let isComment = index + 2 < scalars.count && scalars[index + 1] == "-" && scalars[index + 2] == "-"
      guard let end = Self.endOfDeclaration(scalars, at: index, isComment: isComment) else {
        guard isComment else { return nil }
        isUnclosed = true
        span = Span(start, scalars.count)
        return
      }
      span = Span(start, end)
      return
    }
    if scalars[index] == "/" {
      isEnd = true
      index += 1
    }
    guard index < scalars.count, scalars[index].isLetter else { return nil }
    while index < scalars.count, Self.isName(scalars[index]) {
      name.unicodeScalars.append(Self.lower(scalars[index]))
      index += 1
    }
    guard let end = readAttributes(scalars, from: index) else { return nil }
    span = Span(start, end)
  }

  /// Reads attributes up to `>`; nil where the text ends before it.
  private mutating func readAttributes(_ scalars: UnsafeBufferPointer<Unicode.Scalar>, from start: Int) -> Int? {
    var index = start
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == ">" { return index + 1 }
      if scalar == "/" {
        isEmpty = index + 1 < scalars.count && scalars[index + 1] == ">"
        index += 1
        continue
      }
      guard !scalar.isBlank, !scalar.isLineEnd else {
        index += 1
        continue
      }
      var name = ""
      while index < scalars.count, !" \t\n\r\u{0C}=/>".unicodeScalars.contains(scalars[index]) {
        if name.unicodeScalars.count < 32 { name.unicodeScalars.append(Self.lower(scalars[index])) }
        index += 1
      }
      var after = index
      while after < scalars.count, scalars[after].isBlank || scalars[after].isLineEnd { after += 1 }
      guard after < scalars.count, scalars[after] == "=" else {
        if name.isEmpty { index += 1 } else { attributes.append((name, Span(index, index))) }
        continue
      }
      after += 1
      while after < scalars.count, scalars[after].isBlank || scalars[after].isLineEnd { after += 1 }
      guard after < scalars.count else { return nil }
      let quote = scalars[after]
      let value: Span
      if quote == "\"" || quote == "'" {
        guard let close = scalars[(after + 1)...].firstIndex(of: quote) else { return nil }
        value = Span(after + 1, close)
        index = close + 1
      } else {
        index = after
        while index < scalars.count, !" \t\n\r\u{0C}>".unicodeScalars.contains(scalars[index]) { index += 1 }
        value = Span(after, index)
      }
      attributes.append((name, value))
    }
    return nil
  }

  private static func endOfDeclaration(
    _ scalars: UnsafeBufferPointer<Unicode.Scalar>, at start: Int, isComment: Bool
  ) -> Int? {
    var index = start + (isComment ? 3 : 1)
    // <!--> is a whole comment.
    if isComment, index < scalars.count, scalars[index] == ">" { return index + 1 }
    while index < scalars.count {
      if scalars[index] == ">", !isComment || scalars[index - 1] == "-" && scalars[index - 2] == "-" {
        return index + 1
      }
      index += 1
    }
    return nil
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetter || scalar.isDigit || scalar == "-" || scalar == ":" || scalar == "_"
  }

  private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.value >= 0x41 && scalar.value <= 0x5A ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar
  }
}
