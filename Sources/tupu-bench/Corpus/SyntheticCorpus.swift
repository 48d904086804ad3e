import GraphModel

/// Documents that look like local news of meetings, of the size of the real ones (some 2,000 to 3,000 characters), each a
/// pure function of its number: counties have fixed leaders, bureaus and companies, so that documents share nodes.
struct SyntheticCorpus {
  /// The people and bodies of a county.
  private struct County {
    var province: String
    var name: String
    var short: String
    /// 市, 县 or 区.
    var level: String
    var leaders: [(post: String, name: String)]
    var bureaus: [(name: String, head: String)]
    var companies: [(name: String, head: String)]
    var zones: [String]
  }

  private let counties: [County]

  /// Gathers the counties.
  ///
  /// - Parameter companies: how many companies each county has; more of them make a larger graph.
  init(companies: Int = 40) {
    counties = CorpusWords.counties.enumerated().map { index, place in
      var generator = SeededGenerator(seed: UInt64(1_000_000 + index))
      return Self.county(province: place.0, name: place.1, companies: companies, &generator)
    }
  }

  /// The source of a document.
  func source(_ number: Int) -> Source {
    let name = "synthetic-\(number).txt"
    return Source(name: name, origin: "/synthetic/\(name)", mediaType: .text, bytes: Array(text(number).utf8))
  }

  /// The name of a leader of a county, of whom many documents speak.
  func leader(_ county: Int) -> String { counties[county % counties.count].leaders[1].name }

  /// The text of a document.
  func text(_ number: Int) -> String {
    var generator = SeededGenerator(seed: UInt64(number))
    let county = generator.pick(counties)
    let (year, month, day) = (2015 + generator.below(10), 1 + generator.below(12), 1 + generator.below(28))
    let meeting = "全\(county.level)\(generator.pick(CorpusWords.meetings))"
    let secretary = county.leaders[0].name
    let mayor = county.leaders[1].name
    var paragraphs = [
      "\(county.name)召开\(meeting)", "\(year)-\(pad(month))-\(pad(day)) 来源：\(county.short)日报 责任编辑：\(person(&generator))",
    ]
    var others: [String] = []
    for leader in county.leaders.dropFirst(2) where generator.below(2) == 0 {
      others.append("\(leader.post)\(leader.name)")
    }
    var opening = "\(month)月\(day)日，我\(county.level)召开\(meeting)，\(generator.pick(CorpusWords.reports))。"
    opening += "\(county.leaders[0].post)\(secretary)出席会议并讲话，\(county.leaders[1].post)\(mayor)主持会议"
    opening += others.isEmpty ? "。" : "，\(others.joined(separator: "，"))参加会议。"
    paragraphs.append(opening)
    paragraphs.append(exchanges(county, &generator))
    var size = paragraphs.reduce(0) { $0 + $1.unicodeScalars.count }
    let wanted = 1_900 + generator.below(1_000)
    while size < wanted {
      let speaker = generator.below(3) == 0 ? mayor : secretary
      let paragraph = speech(by: speaker, county, &generator)
      paragraphs.append(paragraph)
      size += paragraph.unicodeScalars.count
    }
    paragraphs.append("（记者 \(person(&generator))）")
    return paragraphs.joined(separator: "\n") + "\n"
  }

  private func exchanges(_ county: County, _ generator: inout SeededGenerator) -> String {
    let bureaus = (0..<3).map { _ in generator.pick(county.bureaus) }
    let companies = (0..<3).map { _ in generator.pick(county.companies) }
    var text = "会上，" + Set(bureaus.map { "\(county.level)\($0.name)" }).sorted().joined(separator: "、")
    text += "、\(generator.pick(county.zones))主要负责人先后作了交流发言。\(companies[0].name)董事长\(companies[0].head)、"
    text += "\(companies[1].name)总经理\(companies[1].head)作了表态发言，\(companies[2].name)等企业受到表彰。"
    text += "\(county.level)\(bureaus[0].name)局长\(bureaus[0].head)汇报了有关工作。"
    return text
  }

  private func speech(by speaker: String, _ county: County, _ generator: inout SeededGenerator) -> String {
    var text = "\(speaker)\(generator.pick(CorpusWords.verbs))，"
    var result = generator.pick(CorpusWords.results)
    for place in 0..<3 { result = result.replacing("{\(place)}", with: String(8 + generator.below(400))) }
    text += result + "。"
    for _ in 0..<(2 + generator.below(2)) { text += generator.pick(CorpusWords.demands) + "。" }
    text += "要深入实施\(generator.pick(CorpusWords.programs))，扎实推进\(generator.pick(CorpusWords.programs))，"
    text += "支持\(generator.pick(county.companies).name)等企业在\(county.short)\(generator.pick(county.zones))做大做强。"
    return text
  }

  private func person(_ generator: inout SeededGenerator) -> String { Self.person(&generator) }

  private func pad(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

  private static func person(_ generator: inout SeededGenerator) -> String {
    var name = String(generator.pick(CorpusWords.surnames)) + String(generator.pick(CorpusWords.given))
    if generator.below(4) > 0 { name += String(generator.pick(CorpusWords.given)) }
    return name
  }

  private static func county(
    province: String, name: String, companies: Int, _ generator: inout SeededGenerator
  ) -> County {
    let level = String(name.suffix(1))
    let short = name.count > 2 ? String(name.dropLast()) : name
    let region = province.hasSuffix("省") ? String(province.dropLast()) : String(province.prefix(2))
    let leaders = CorpusWords.leaders.map { post in
      (post: post.replacing("#", with: level), name: person(&generator))
    }
    let bureaus = CorpusWords.bureaus.map { ($0, person(&generator)) }
    let firms = (0..<companies).map { _ -> (name: String, head: String) in
      let brand = String(generator.pick(CorpusWords.brandFirst)) + String(generator.pick(CorpusWords.brandFirst))
      return (
        "\(region)\(brand)\(generator.pick(CorpusWords.trades))\(generator.pick(CorpusWords.forms))", person(&generator)
      )
    }
    return County(
      province: province, name: name, short: short, level: level, leaders: leaders, bureaus: bureaus, companies: firms,
      zones: CorpusWords.zones)
  }
}
