import GraphModel

/// Splits what stands after 记者, 作者 or 编辑 into names.
enum PersonNames {
  private static let roles: WordTrie<Void> = WordTrie(words: [
    "记者", "本报记者", "本台记者", "本网记者", "通讯员", "特约通讯员", "作者", "编辑", "责任编辑", "摄影", "摄影报道", "报道", "文", "图", "文图", "图文", "摄",
    "撰稿",
    "实习生", "见习记者", "实习记者", "全媒体记者", "融媒体记者", "首席记者", "特约记者", "供稿", "综合",
  ])

  /// Where the names in a span stand: words of two to four characters, longer ones where a middle dot joins their parts; 刘 婧 is one.
  static func names(in text: ScalarText, _ span: Span) -> [Span] {
    var names: [Span] = []
    var single: Span?
    for token in tokens(in: text, span) {
      if token.count == 1, !isRole(text, token) {
        if let first = single {
          names.append(Span(first.start, token.end))
          single = nil
        } else {
          single = token
        }
        continue
      }
      single = nil
      var token = token
      if let role = leadingRole(text, token) { token = Span(role, token.end) }
      let hasDot = text[token].contains("·")
      if !token.isEmpty, !isRole(text, token), !isBody(text, token), (2...(hasDot ? 16 : 4)).contains(token.count) {
        names.append(token)
      }
    }
    return names
  }

  /// Whether a word ends as offices and papers do, and people's names do not.
  private static func isBody(_ text: ScalarText, _ token: Span) -> Bool {
    token.count >= 3 && "室局部办委社网站处厅报".unicodeScalars.contains(text[token.end - 1])
  }

  /// Whether a span is nothing but names and the words for those who write: no word in it is longer than a name.
  static func isNames(_ text: ScalarText, _ span: Span) -> Bool {
    let tokens = tokens(in: text, span)
    return !tokens.isEmpty && span.count <= 60
      && tokens.allSatisfy { $0.count <= 4 || text[$0].contains("·") || isRole(text, $0) }
      && text[span].allSatisfy { $0.isHanzi || isSeparator($0) || $0 == "·" }
  }

  private static func isRole(_ text: ScalarText, _ token: Span) -> Bool {
    roles[text.scalars[token.range]] != nil
  }

  /// The end of a word for a writer that is written together with the name behind it.
  private static func leadingRole(_ text: ScalarText, _ token: Span) -> Int? {
    guard let match = roles.longestMatch(in: text, at: token.start, limit: token.end), match.end - token.start >= 2,
      token.end - match.end >= 2
    else { return nil }
    return match.end
  }

  private static func tokens(in text: ScalarText, _ span: Span) -> [Span] {
    var tokens: [Span] = []
    var start = span.start
    for index in span.start...span.end where index == span.end || isSeparator(text[index]) {
      if start < index { tokens.append(Span(start, index)) }
      start = index + 1
    }
    return tokens
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || scalar.joinsClauses || scalar.opens || scalar.closes || scalar == "/" || scalar == ";"
      || scalar == "|"
      || scalar == "■" || scalar == "□" || scalar == "●" || scalar == "◎" || scalar == "▲" || scalar == "&"
  }
}
