import GraphModel

/// The few words that a picture itself speaks.
struct PictureWords {
  private let language: Language

  init(_ language: Language) { self.language = language }

  func more(_ count: Int) -> String {
    switch language {
    case .chinese: "…… 另有 \(count) 个"
    case .english: "… and \(count) more"
    }
  }

  func omitted(_ count: Int) -> String {
    switch language {
    case .chinese: "另有 \(count) 个节点未画出"
    case .english: "… and \(count) more nodes not shown"
    }
  }

  func counts(nodes: Int, edges: Int) -> String {
    switch language {
    case .chinese: "\(nodes) 个节点，\(edges) 条关系"
    case .english: "\(nodes) node\(nodes == 1 ? "" : "s"), \(edges) relation\(edges == 1 ? "" : "s")"
    }
  }

  /// A partial ISO 8601 date as printed; one without a year in words, for `--08-14` says little to most readers.
  func date(_ text: String) -> String {
    guard let date = PartialDate(text), date.year == nil, let month = date.month, let day = date.day else {
      return text
    }
    switch language {
    case .chinese: return "\(month)月\(day)日"
    case .english: return "\(Self.months[month - 1]) \(day)"
    }
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  func dates(from earliest: String, to latest: String) -> String {
    let (earliest, latest) = (date(earliest), date(latest))
    switch (language, earliest == latest) {
    case (.chinese, true): return "时间：\(earliest)"
    case (.chinese, false): return "时间：\(earliest) 至 \(latest)"
    case (.english, true): return "Date: \(earliest)"
    case (.english, false): return "Dates: \(earliest) to \(latest)"
    }
  }

  func sources(_ names: [String], of count: Int) -> String {
    let rest = count - names.count
    switch language {
    case .chinese: return "来源：" + names.joined(separator: "、") + (rest > 0 ? " 等 \(count) 篇文档" : "")
    case .english: return "Sources: " + names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
  }
}
