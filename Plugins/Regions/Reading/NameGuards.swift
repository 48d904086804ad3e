import Extraction
import GraphModel

/// Tells from the nearest context whether a region's name is only part of another name.
enum NameGuards {
  private static let longestName = 24

  /// Organizations in whose names a region is no region of the document.
  private static let endings = RegionWords.table.words("institution")
  private static let offices = RegionWords.table.words("office")
  private static let stops = RegionWords.table.words("no-institution")
  private static let streets = RegionWords.table.words("thing")
  private static let surnames = ScalarSet(
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊陆郝孔崔康毛邱秦史顾侯邵孟龙段雷钱汤尹黎贺赖龚樊兰殷施陶洪翟颜倪严牛芦季俞章鲁葛伍申尤毕聂焦向柳邢岳齐梅庄辛管祝左涂谷祁耿牟卜詹关苗凌费纪盛童欧甄项曲成游裴席卫屈鲍温阮柴单解仇褚尚佟"
  )
  private static let levelScalars = ScalarSet("委政人市县区省州旗盟长常")

  /// Whether a form at a span is part of a company's, a school's, a street's or a person's name.
  ///
  /// - Parameter isShort: whether the form has no suffix of its own.
  static func isInsideName(_ span: Span, isShort: Bool, _ text: ScalarText, _ gazetteer: Gazetteer) -> Bool {
    if isShort {
      if isRoad(span, text) || isSite(span, text) || isBrandHalf(span, text, gazetteer) { return true }
      if gazetteer.longestMatch(in: text, at: span.end) == nil, isStreet(after: span.end, text) { return true }
      if isPerson(span, text) { return true }
      if isBracketed(span, text), isOrganization(after: span.end + 1, text) { return true }
    }
    if !isShort, span.end < text.count, text[span.end] == "委" || text[span.end] == "长" { return false }
    // 甲省招商局: an office of that province.
    if !isShort, offices.longestMatch(in: text, at: span.end) != nil { return false }
    // 中原区|域: another word.
    if !isShort, span.end < text.count, text[span.end - 1] == "区", text[span.end] == "域" { return true }
    if isShort, isBranch(after: span.end, text, gazetteer) { return true }
    return isOrganization(after: span.end, text)
      || isShort && !isZone(after: span.end, text) && isProject(after: span.end, text)
  }

  /// 甲至乙国家高速公路: where a road or a line begins or ends.
  private static func isRoad(_ span: Span, _ text: ScalarText) -> Bool {
    let isBeginning = span.end < text.count && text[span.end] == "至"
    let isEnd = span.start > 1 && text[span.start - 1] == "至" && text[span.start - 2].isHan
    guard isBeginning || isEnd else { return false }
    let end = min(text.count, span.end + (isBeginning ? 12 : 6))
    return (span.end..<end).prefix { text[$0].isHan || text[$0].isLatinOrDigit }
      .contains { roads.longestMatch(in: text, at: $0) != nil }
  }

  private static let roads = RegionWords.table.words("road")

  /// 甲网讯, 甲网-新闻: the name of a site.
  private static func isSite(_ span: Span, _ text: ScalarText) -> Bool {
    guard span.end < text.count, text[span.end] == "网" else { return false }
    guard span.end + 1 < text.count else { return true }
    let next = text[span.end + 1]
    return !next.isHan || "讯发供记".unicodeScalars.contains(next)
  }

  private static func isStreet(after end: Int, _ text: ScalarText) -> Bool {
    // 滨江北路: a part of the street behind its name.
    let isHalf = end + 1 < text.count && "东西南北中".unicodeScalars.contains(text[end])
    if isHalf, text[end + 1] == "路" || text[end + 1] == "街" || text[end + 1] == "大" { return true }
    guard let match = streets.longestMatch(in: text, at: end) else { return false }
    // 街道 is a division, 江北新区 a place, 山区 a landscape.
    if match.end < text.count, match.end == end + 1,
      text[match.end] == "道" || text[match.end] == "流" || text[match.end] == "业"
    {
      return false
    }
    return true
  }

  private static let chambers = RegionWords.table.words("chamber")
  private static let assemblies = RegionWords.table.words("assembly")

  /// Whether a chamber or an association behind its place's name meets: 甲市总商会成立大会, 甲区工商联乙商会恳谈会; its people
  /// alone (甲市商会会长一行) say nothing.
  static func isSeatOfAssembly(after start: Int, _ text: ScalarText) -> Bool {
    var position = start
    var body: Int?
    while position < min(text.count, start + 12), text[position].isHan {
      if let match = chambers.longestMatch(in: text, at: position) {
        body = match.end
        position = match.end
      } else if body != nil || stops.longestMatch(in: text, at: position) != nil {
        break
      } else {
        position += 1
      }
    }
    guard let body else { return false }
    for index in body..<min(text.count, body + 24) {
      if ",。;、\n".unicodeScalars.contains(text[index]) || heads.longestMatch(in: text, at: index) != nil {
        return false
      }
      if assemblies.longestMatch(in: text, at: index) != nil { return true }
    }
    return false
  }

  private static let heads = RegionWords.table.words("post", "guest")

  private static let zones = RegionWords.table.words("zone")

  /// Whether a form begins a zone's name: 南阳工业小区.
  static func isZone(after end: Int, _ text: ScalarText) -> Bool {
    for position in end..<min(end + 8, text.count) {
      guard text[position].isHan else { return false }
      if zones.longestMatch(in: text, at: position) != nil { return true }
      if stops.longestMatch(in: text, at: position) != nil { return false }
    }
    return false
  }

  /// Whether a form stands alone in brackets.
  static func isBracketed(_ span: Span, _ text: ScalarText) -> Bool {
    span.start > 1 && span.end < text.count && text[span.start - 1] == "(" && text[span.end] == ")"
  }

  /// 王永康: a surname before a form of two characters, with a mark before it and none that a region needs after it; or
  /// 书记徐闻达: one at its head, right behind a post.
  private static func isPerson(_ span: Span, _ text: ScalarText) -> Bool {
    // 统战部部|长沙大林: the rank's last character and a name.
    if span.count == 2, text[span.start] == "长", span.start > 0, span.end < text.count, text[span.end].isHan,
      "部局厅处科院校所站队司组".unicodeScalars.contains(text[span.start - 1]),
      !levelScalars.contains(text[span.end])
    {
      return true
    }
    if span.count == 2, span.start > 1, span.end < text.count, surnames.contains(text[span.start]),
      "长记席".unicodeScalars.contains(text[span.start - 1]), text[span.start - 2].isHan, text[span.end].isHan,
      !levelScalars.contains(text[span.end])
    {
      return true
    }
    // 主任李文焦作推荐发言: the end of a name of three characters and a verb.
    if span.count == 2, span.start > 2, span.end < text.count, surnames.contains(text[span.start - 2]),
      "长记席任员".unicodeScalars.contains(text[span.start - 3]), "作在向就为做".unicodeScalars.contains(text[span.end - 1]),
      text[span.end].isHan
    {
      return true
    }
    // 免去路正阳同志职务: what people are called stands behind.
    if span.count == 2, span.start > 0, text[span.start - 1].isHan,
      !"的和与在向对是由请为给".unicodeScalars.contains(text[span.start - 1]),
      addresses.longestMatch(in: text, at: span.end) != nil
    {
      return true
    }
    guard span.count == 2, span.start > 0 else { return false }
    // 市长宫镇江: a rarer surname only behind a post.
    if rareSurnames.contains(text[span.start - 1]) {
      return isBehindRank(span.start - 1, text) && (span.end >= text.count || !levelScalars.contains(text[span.end]))
    }
    guard surnames.contains(text[span.start - 1]) else { return false }
    if span.start > 1, text[span.start - 2].isHan, !"长记任席员理人士导授监师家".unicodeScalars.contains(text[span.start - 2]) {
      return false
    }
    // 州长杨大英委托: what follows is no committee.
    if span.end + 1 < text.count, text[span.end] == "委", "托派任".unicodeScalars.contains(text[span.end + 1]) {
      return true
    }
    return span.end >= text.count || !levelScalars.contains(text[span.end])
  }

  private static let rareSurnames = ScalarSet(
    "宫肖韦付闫覃莫霍艾隋翁庞郎舒蒲戚卓窦廉楼骆姬柏包景冷栾宗鄢储穆桑祖靳仝冀尉荆宿郁裘粟谌滕卞巩晏邝冉喻仲娄屠瞿阚衡郦鞠佘况税卿苟鹿慕")

  /// Whether a head's post ends at a position.
  private static func isBehindRank(_ end: Int, _ text: ScalarText) -> Bool {
    end > 1 && "长记席任员".unicodeScalars.contains(text[end - 1]) && text[end - 2].isHan
  }

  /// Whether a post and a surname stand right before a position.
  static func isBehindPost(_ start: Int, _ text: ScalarText) -> Bool {
    start > 2 && surnames.contains(text[start - 1]) && "长记席任员".unicodeScalars.contains(text[start - 2])
      && text[start - 3].isHan
  }

  private static let addresses = RegionWords.table.words("address")

  /// 虹大·龙湾: the second half of an estate's or a brand's name, behind no place.
  private static func isBrandHalf(_ span: Span, _ text: ScalarText, _ gazetteer: Gazetteer) -> Bool {
    guard span.start > 2, text[span.start - 1] == "·", text[span.start - 2].isHan, text[span.start - 2] != "国"
    else { return false }
    return ![2, 3].contains { count in
      span.start - 1 - count >= 0
        && gazetteer.longestMatch(in: text, at: span.start - 1 - count)?.end == span.start - 1
    }
  }

  /// 甲地某某(乙地)清洁能源: a firm of one place with another one in brackets.
  private static func isBranch(after start: Int, _ text: ScalarText, _ gazetteer: Gazetteer) -> Bool {
    var position = start
    while position < min(text.count, start + 5), text[position].isHan {
      guard stops.longestMatch(in: text, at: position) == nil, deeds.longestMatch(in: text, at: position) == nil,
        gazetteer.longestMatch(in: text, at: position) == nil
      else { return false }
      position += 1
    }
    guard position - start >= 2, position + 3 < text.count, text[position] == "(",
      let place = gazetteer.longestMatch(in: text, at: position + 1), place.end + 1 < text.count
    else { return false }
    return text[place.end] == ")" && text[place.end + 1].isHan
  }

  private static let projects = RegionWords.table.words("project")
  private static let deeds = RegionWords.table.words("no-project")

  /// 甲地某某微显示项目: the firm or the brand whose project it is begins with the place.
  private static func isProject(after start: Int, _ text: ScalarText) -> Bool {
    var position = start
    while position < min(text.count, start + longestName) {
      if position >= start + 3, projects.longestMatch(in: text, at: position) != nil { return true }
      guard text[position].isHan || "()".unicodeScalars.contains(text[position]),
        stops.longestMatch(in: text, at: position) == nil,
        deeds.longestMatch(in: text, at: position) == nil
      else { return false }
      position += 1
    }
    return false
  }

  /// Walks over what may continue a name until the kind of organization is told or the name cannot go on.
  private static func isOrganization(after start: Int, _ text: ScalarText) -> Bool {
    var position = start
    let end = min(text.count, start + longestName)
    while position < end {
      let scalar = text[position]
      if scalar == "(" || scalar == ")" {
        position += 1
        continue
      }
      guard scalar.isHan || (scalar.value | 0x20 >= 0x61 && scalar.value | 0x20 <= 0x7A) else { return false }
      if let match = endings.longestMatch(in: text, at: position) {
        // 浙江企业集团化 and 银行业 are no names; 支行, 分公司 continue one.
        if match.end < text.count, text[match.end] == "化" || text[match.end] == "业" || text[match.end] == "群" {
          return false
        }
        return true
      }
      // 上海均和集团: one character says too little before a conjunction.
      let isCoined =
        position == start + 1 && "和与".unicodeScalars.contains(scalar) && !levelScalars.contains(text[start])
      if !isCoined, stops.longestMatch(in: text, at: position) != nil { return false }
      position += 1
    }
    return false
  }
}
