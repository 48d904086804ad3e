import Extraction
import GraphModel

/// Finds the names of projects: “X”项目, a phrase before 项目 that tells one thing from all others, lists of projects, examples
/// before 等…个项目.
struct ProjectReader {
  let words: ProjectWords
  let context: ExtractionContext
  let evidence: ProjectEvidence
  private static let marks: ScalarSet = ",，。;；:：!！?？\n《》 \t"
  /// What 项目, 工程, 建设现场 and 施工现场 begin with.
  private static let heads: ScalarSet = "项工建施"

  init(words: ProjectWords, context: ExtractionContext) {
    self.words = words
    self.context = context
    evidence = ProjectEvidence(words: words, context: context)
  }

  /// The candidates in order of their place.
  func read() -> [ProjectCandidate] {
    let text = context.folded
    var quotes: [Int: Quotation] = [:]
    for quotation in context.structure.quotations { quotes[quotation.outer.end] = quotation }
    let lists = ProjectListReader(words: words, context: context).read()
    var nextList = 0
    var candidates: [ProjectCandidate] = []
    var position = 0
    var floor = 0
    var standalone = words.standalone.firstMatch(in: text, from: 0)?.span
    while true {
      if let at = standalone, at.start < position {
        standalone = words.standalone.firstMatch(in: text, from: position)?.span
      }
      let mark = Self.heads.first(in: text, from: position, limit: standalone?.start) ?? standalone?.start
      guard let mark, mark + 1 < text.count else { break }
      position = mark
      while nextList < lists.count, lists[nextList].stretch.start <= position {
        candidates += lists[nextList].items
        position = max(position, lists[nextList].stretch.end)
        floor = position
        nextList += 1
      }
      guard position == mark else { continue }
      guard text[position] == "项", text[position + 1] == "目" else {
        // 甲桥、乙小区等一批民生工程: named examples of works.
        if text[position] == "工", text[position + 1] == "程", let named = examples(before: position, floor: floor) {
          Self.replace(named, in: &candidates)
          position += 2
          continue
        }
        if let candidate = site(at: position, floor: floor) {
          candidates.append(candidate)
          position += 4
          continue
        }
        if let head = standalone, head.start == position {
          if let candidate = work(head: head, floor: floor) {
            candidates.append(candidate)
          }
          position = head.end
        } else {
          position += 1
        }
        continue
      }
      let end = position + 2
      if words.notAfter.longestMatch(in: text, at: end) == nil || isBuilt(end) {
        if let quotation = quotes[position], let candidate = quoted(quotation, end: end) {
          candidates.append(candidate)
        } else if let examples = examples(before: position, floor: floor) ?? counted(before: position, floor: floor) {
          Self.replace(examples, in: &candidates)
        } else {
          candidates += phrases(before: position, end: end, floor: floor)
        }
      }
      floor = end
      position = end
    }
    for list in lists[nextList...] { candidates += list.items }
    var taken = SpanSet(count: text.count)
    for candidate in candidates { taken.insert(candidate.span) }
    return (candidates + summed().filter { !taken.overlaps($0.span) }).sorted { $0.span < $1.span }
  }

  /// 下党水库总投资3亿元: a named work at the head of its clause, whose sum stands right behind it.
  private func summed() -> [ProjectCandidate] {
    let text = context.folded
    return context.places(of: "总").compactMap { mark in
      guard isSummed(behind: mark), mark > 3 else { return nil }
      var end = mark
      while end > 2, let word = words.sumsBefore.longestMatch(in: text, endingAt: end) { end = word.start }
      var start = end
      while start > 0, end - start <= Self.longestWork, !Self.marks.contains(text[start - 1]) { start -= 1 }
      let span = Span(start, end)
      guard (5...Self.longestWork).contains(span.count), text[span].allSatisfy({ $0.isHan || $0.isLatinOrDigit }),
        isNamedWork(span) || evidence.isTelling(span) && evidence.points(span) > ProjectEvidence.enough,
        words.concrete.longestMatch(in: text, endingAt: end, limit: start) != nil,
        !evidence.isOtherName(span, butZone: true)
      else { return nil }
      return ProjectCandidate(span: span, core: span, rule: "project.summed", confidence: 0.65)
    }
  }

  /// 白石洞|水库: a work of which words that tell no kind stand before it.
  private func isNamedWork(_ span: Span) -> Bool {
    guard let work = words.standaloneEnds.longestMatch(in: context.folded, endingAt: span.end, limit: span.start + 2)
    else { return false }
    let own = Span(span.start, work.start)
    return !words.covers(words.standaloneKind, context.folded, own) && !evidence.isGeneric(own)
      && !evidence.isSentence(span)
  }

  /// The longest name of a work without 项目, in scalars.
  private static let longestWork = 24

  /// Adds candidates in the place of those that they overlap.
  private static func replace(_ found: [ProjectCandidate], in candidates: inout [ProjectCandidate]) {
    while let last = candidates.last, let first = found.first, last.span.end > first.span.start {
      candidates.removeLast()
    }
    candidates += found
  }

  func row(before end: Int, floor: Int) -> ProjectRow { ProjectRow(before: end, floor: floor, words, context) }

  /// 项目建设, 项目签约: still the project's name, but not 项目建设年.
  private func isBuilt(_ end: Int) -> Bool {
    let text = context.folded
    guard end + 1 < text.count else { return false }
    // 项目投资12亿元 goes on with a figure, not with 投资 as a part of the word.
    if end + 2 < text.count, text[end] == "投", text[end + 1] == "资" {
      return ("0"..."9").contains(text[end + 2]) || "约达为额总共近超".unicodeScalars.contains(text[end + 2])
    }
    return text[end] == "签" || text[end] == "集"
  }

  private func quoted(_ quotation: Quotation, end: Int) -> ProjectCandidate? {
    let text = context.folded
    var inner = quotation.inner
    // “甲项目”项目
    if inner.count > 5, text[inner].suffix(2).elementsEqual("项目".unicodeScalars) { inner.end -= 2 }
    guard (3...24).contains(inner.count), !words.isGeneric(text, inner),
      !text[inner].contains(where: { "，,。;；、".unicodeScalars.contains($0) }),
      !text[inner].contains(where: { Self.numerals.contains($0) }),
      !"年月周季日节".unicodeScalars.contains(text[inner.end - 1]),
      context.entity("Program", named: text.string(inner)) == nil
    else { return nil }
    return ProjectCandidate(
      span: Span(quotation.outer.start, end), core: inner, rule: "project.quoted", confidence: 0.85)
  }

  private static let numerals: ScalarSet = "一二三四五六七八九十百千万双两0123456789+"

  /// 福寿高速公路, 下党溪水电站: a named work that is being built, without 项目.
  private func work(head: Span, floor: Int) -> ProjectCandidate? {
    let text = context.folded
    if head.end + 1 < text.count, text[head.end] == "项", text[head.end + 1] == "目" { return nil }
    // 甲港和乙港等|港口: the kind of those before it.
    if head.start > 0, text[head.start - 1] == "等" { return nil }
    if head.end < text.count, "等公集管局办处建站出入收服沿".unicodeScalars.contains(text[head.end]),
      !(text[head.end] == "建" && text[head.end - 1] == "程")
    {
      return nil
    }
    // 甲综合体屠宰项目: a part of the project's name.
    for position in head.end..<min(head.end + 9, max(head.end, text.count - 1)) {
      guard text[position].isHan else { break }
      if text[position] == "项", text[position + 1] == "目" { return nil }
    }
    // 甲水库灌区配套工程: the longer name holds the shorter one.
    if let next = words.standalone.firstMatch(in: text, from: head.end, limit: min(text.count, head.end + 20))?.span,
      next.start - head.end <= 8,
      text[Span(head.end, next.start)].allSatisfy(\.isHan), context.words.boundaryExcess(at: next.start) <= 8
    {
      return nil
    }
    let items = row(before: head.start, floor: floor).items
    guard let first = items.first else { return nil }
    // 甲路及停车场建设工程
    let isJoined =
      items.count > 1 && text[items[1].end] != "、" && !evidence.isTelling(first) && evidence.isTelling(items[1])
    let start = isJoined ? items[1].start : first.start
    guard start < head.start else { return nil }
    let own = Span(start, head.start)
    guard own.count >= 2, !words.covers(words.standaloneKind, text, own), !words.isGeneric(text, own),
      !isLeadingUp(own)
    else { return nil }
    var clause = start
    while clause > 0, start - clause < 30, !",，。;；:：\n".unicodeScalars.contains(text[clause - 1]) { clause -= 1 }
    var end = head.end
    while end < text.count, end - head.end < 20, !",，。;；:：\n".unicodeScalars.contains(text[end]) { end += 1 }
    guard words.works.occurs(in: text, Span(clause, start)) || words.works.occurs(in: text, Span(head.end, end)) else {
      return nil
    }
    // 与甲乙高速公路相交: it stands.
    if words.lastingWorks[text[head]] != nil,
      start > 0 && words.buildingBefore.longestMatch(in: text, endingAt: start) == nil,
      words.buildingBehind.longestMatch(in: text, at: head.end) == nil
    {
      return nil
    }
    // 配套模具生产线: what a plant consists of.
    if words.plainWorks[text[head]] != nil, !evidence.isTelling(own), !isInvested(before: start),
      !text[own].contains(where: \.isLatinOrDigit)
    {
      return nil
    }
    let span = Span(start, head.end)
    return ProjectCandidate(span: span, core: span, rule: "project.named-work", confidence: 0.6)
  }

  /// Whether verbs and conjunctions alone stand before a work: 强化|水库, 以及|高速公路.
  private func isLeadingUp(_ own: Span) -> Bool {
    var position = own.start
    while position < own.end {
      let token = context.words.token(at: position)
      guard token.wordClass == .verb || token.wordClass == .function, token.span.end <= own.end else { return false }
      position = token.span.end
    }
    return true
  }

  /// 甲公司饲料加工厂建设现场: a company's work that is visited while it is being built.
  private func site(at position: Int, floor: Int) -> ProjectCandidate? {
    let text = context.folded
    guard position + 4 <= text.count, text[position + 2] == "现", text[position + 3] == "场",
      text[position] == "建" && text[position + 1] == "设" || text[position] == "施" && text[position + 1] == "工",
      let start = ProjectRow.start(before: position, floor: floor, words, context),
      let company = context.mentions(of: "Enterprise", in: Span(start, position)).first,
      company.span.start == start, company.span.end < position
    else { return nil }
    let core = Span(company.span.end, position)
    guard core.count >= 3, evidence.points(core) >= 2 else { return nil }
    let span = Span(start, position)
    return ProjectCandidate(span: span, core: core, rule: "project.site", confidence: 0.7)
  }

  /// The names of the phrase before 项目, which may be a row: 甲食品、乙包装项目 are two projects, 甲公司管道及钢材生产项目 is one.
  private func phrases(before position: Int, end: Int, floor: Int) -> [ProjectCandidate] {
    let text = context.folded
    let row = row(before: position, floor: floor)
    let isFunded = row.isFunded
    guard var current = row.items.first else { return [] }
    if let whole = products(in: row, before: end) { return phrase(whole, end: end, isFunded: false).map { [$0] } ?? [] }
    // 主要包括甲综合体、乙研发中心、丙项目: what such a word opens are projects as the last of them is.
    let isListed = row.items.last.map { words.rowOpeners.longestMatch(in: text, endingAt: $0.start) != nil } ?? false
    // 甲产业园、乙食品项目开工: what is begun are projects, parks too.
    let isBegun = words.begun.occurs(in: text, Span(end, min(end + 12, text.count)))
    var found: [ProjectCandidate] = []
    for item in row.items.dropFirst() {
      if evidence.isTelling(current) {
        // Companies, zones and towns in the same row are what they are, and so is a project that has its own 项目.
        let isBegunZone =
          (isBegun || isBehindProject(item)) && evidence.zone(item) != nil && !evidence.isLastingZone(item)
        guard isBegunZone || evidence.isTelling(item) || isListed,
          isBegunZone || evidence.isCoined(item)
            || evidence.points(item) >= ProjectEvidence.enough + (isListed ? 0 : 1),
          !isFunded, !evidence.isOtherName(item, butZone: isBegunZone)
        else { break }
        if let candidate = phrase(current, end: current.end == position ? end : current.end, isFunded: false) {
          found.append(candidate)
        }
        current = item
      } else if isFunded || evidence.isTelling(item) && text[item.end] != "、" && !words.isGeneric(text, current) {
        current = Span(item.start, current.end)
      } else {
        break
      }
    }
    if let candidate = phrase(current, end: current.end == position ? end : current.end, isFunded: isFunded) {
      found.append(candidate)
    }
    return found.reversed()
  }

  /// 甲公司开关、低压电器、塑胶管材生产|项目: what one company makes, up to the verb of making, is one project.
  private func products(in row: ProjectRow, before end: Int) -> Span? {
    let text = context.folded
    guard row.items.count > 1, let last = row.items.first, last.end == end - 2,
      words.making.longestMatch(in: text, endingAt: last.end, limit: last.start) != nil,
      !evidence.isTelling(last)
    else { return nil }
    for item in row.items.dropFirst() {
      if let company = context.mentions(of: "Enterprise", in: item).last {
        return company.span.end < item.end && item.end - company.span.end <= Self.product
          ? Span(company.span.start, last.end) : nil
      }
      guard item.count <= Self.product, !evidence.isTelling(item), text[item.end] == "、" else { return nil }
    }
    return nil
  }

  /// The longest name of a kind of goods, in scalars.
  private static let product = 8

  private func phrase(_ item: Span, end: Int, isFunded: Bool) -> ProjectCandidate? {
    let text = context.folded
    let full = item.start
    var start = full
    var isGlued = false
    if let company = context.mentions(of: "Enterprise", in: item).first,
      company.span.start == start, company.span.end < item.end
    {
      start = company.span.end
      isGlued = text[start] != "的"
      if !isGlued { start += 1 }
    }
    let isOwned = full < start
    // 公司|二期项目: whose it is, told by a word for all.
    if start == full, let own = Self.owners.longestMatch(in: text, at: full, limit: item.end - 3) { start = own.end }
    // 在甲开发区|乙项目现场: where it is, not what it is called.
    if start == full, let zone = context.mentions(of: "Zone", in: item).first, zone.span.start == start,
      Self.locatives.longestMatch(in: text, endingAt: start) != nil, evidence.isLastingZone(zone.span),
      evidence.points(Span(zone.span.end, item.end)) >= ProjectEvidence.enough - 1
    {
      start = zone.span.end
    }
    let core = evidence.uncounted(Span(start, item.end))
    if core.end < item.end, evidence.isOtherName(core, butZone: false) { return nil }
    let end = core.end < item.end ? core.end : end
    // 甲工业园项目集中开工: all those of a zone.
    if end + 1 < text.count, end > item.end, text[end] == "集", text[end + 1] == "中", evidence.zone(core) != nil {
      return nil
    }
    // 乙扩建6个高速公路项目: several.
    if holdsCount(core) { return nil }
    guard !core.isEmpty, !evidence.isLastingZone(core),
      context.mentions(of: "Program", in: item).allSatisfy({ $0.span.count * 2 < item.count })
    else {
      return nil
    }
    // 都市农业重大项目: all of the kind.
    if !isGlued, !isOwned, words.collectives.longestMatch(in: text, endingAt: core.end, limit: core.start) != nil {
      return nil
    }
    // 总投资5亿元|甲电池项目, 签订甲电容项目合同
    let isSigned =
      words.agreements.longestMatch(in: text, at: end) != nil || full > 1 && text[full - 1] == "元" && !isOwned
    let hasOwner = isOwned || isInvested(before: full) || isSigned
    var points = evidence.points(core)
    // 甲工业园标准厂房建设项目开工: what is begun in a zone.
    if points == 0, isBegunWork(core, before: end) { points = ProjectEvidence.enough }
    // 总投资5亿元的甲产业园环保产业项目: the sum makes a place with everyday words one project.
    if points == 0, isFunded, core.count >= 6, !evidence.isSentence(core), evidence.holdsName(core) { points = 2 }
    if isGlued, core.count >= 2,
      points > 0
        || !evidence.isSentence(core) && (text[start - 1] == "司" || text[start - 1] == "团" && !evidence.isGeneric(core))
    {
      points += ProjectEvidence.enough
    }
    let isSummed = isSummed(behind: end) && core.count >= 3 && !evidence.isGeneric(core) && !evidence.isSentence(core)
    if isSummed { points += 3 }
    if points > 0 {
      if hasOwner || isFunded { points += 3 }
      if isInRow(full, end) { points += 3 }
      if words.naming.longestMatch(in: text, endingAt: full) != nil { points += 3 }
      if isVisited(full) || words.siteAfter.longestMatch(in: text, at: end) != nil { points += 1 }
    }
    guard points >= ProjectEvidence.enough else { return nil }
    // 甲公司北滨路项目: too short a name to stand without its owner.
    return ProjectCandidate(
      span: Span(core.count < 4 || isGlued ? full : start, end), core: core,
      rule: end == item.end && evidence.zone(item) != nil
        ? "project.begun" : hasOwner ? "project.invested" : "project.phrase",
      confidence: hasOwner ? 0.8 : 0.7)
  }

  /// Whether a small number of things stands in a stretch: 6个高速公路, but not 500个床位.
  private func holdsCount(_ core: Span) -> Bool {
    let text = context.folded
    return core.range.dropFirst().contains { mark in
      guard text[mark] == "个" else { return false }
      var start = mark
      while start > core.start, ("0"..."9").contains(text[start - 1]) { start -= 1 }
      return (1...2).contains(mark - start)
    }
  }

  /// Whether everyday words for a work behind a zone's name, or a town's, are begun or have a sum.
  private func isBegunWork(_ core: Span, before end: Int) -> Bool {
    let text = context.folded
    var work = core
    if work.count > 4, text[work].suffix(2).elementsEqual("建设".unicodeScalars) { work.end -= 2 }
    guard core.count >= 6, words.begunRight.longestMatch(in: text, at: end) != nil || isSummed(behind: end),
      let noun = words.concrete.longestMatch(in: text, endingAt: work.end, limit: work.start),
      words.generic[text[Span(noun.start, work.end)]] == nil, evidence.holdsName(core)
    else { return false }
    return !evidence.isSentence(core)
  }

  /// Whether its sum stands behind a name: 甲项目(计划)总投资约5亿元.
  private func isSummed(behind end: Int) -> Bool {
    let text = context.folded
    var position = end
    var isTold = false
    while position < text.count, let word = words.sums.longestMatch(in: text, at: position) {
      isTold = isTold || text[word.end - 1] == "资" || text[word.end - 1] == "额"
      position = word.end
    }
    return isTold && position < text.count && ("0"..."9").contains(text[position])
  }

  /// Whether somebody goes to what stands at a position: 调研甲项目, 在甲项目现场.
  private func isVisited(_ start: Int) -> Bool {
    words.visiting.longestMatch(in: context.folded, endingAt: start) != nil
  }

  /// Whether a phrase with 项目 is one of a row of such: A项目、B项目、C项目.
  private func isInRow(_ start: Int, _ end: Int) -> Bool {
    let text = context.folded
    // 常态化谋划项目、常态化争取项目: what is done to projects.
    guard end >= 3, context.words.token(at: end - 3).wordClass != .verb,
      context.words.token(at: start).wordClass != .function
    else { return false }
    let follows =
      start > 2 && text[start - 1] == "、" && text[start - 2] == "目" && text[start - 3] == "项"
    guard end < text.count, text[end] == "、" else { return follows }
    var next = end + 1
    while next + 1 < text.count, next - end < 30, !Self.marks.contains(text[next]), text[next] != "、" {
      if text[next] == "项", text[next + 1] == "目" {
        return next + 2 == text.count || !text[next + 2].isHan || text[next + 2] == "等"
      }
      next += 1
    }
    return follows
  }

  private static let owners = WordTrie(words: ["公司", "我公司", "我司", "集团", "企业", "全市", "全县", "全区", "我市", "我县", "我区"])
  private static let locatives = WordTrie(words: ["在", "位于", "到", "来到", "走进", "深入", "赴"], reversed: true)

  private static let investments = WordTrie(
    words: ["投资的", "承建的", "建设的", "投资建设", "亿元建设", "万元建设", "开发的"], reversed: true)

  private func isInvested(before start: Int) -> Bool {
    Self.investments.longestMatch(in: context.folded, endingAt: start) != nil
  }
}
