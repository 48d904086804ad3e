import Extraction
import GraphModel

/// Tells from the nearest context whether a region's name is only part of another name.
enum NameGuards {
  private static let longestName = 24

  /// Organizations in whose names a region is no region of the document.
  private static let endings = WordTrie(
    words: """
      公司 有限 集团 股份 银行 支行 分行 大学 学院 医院 商会 协会 学会 研究院 研究所 合作社 信用社 控股 基金 招商局 招商分局 招商处 驻点 办事处 联络处
      军区 军分区 警备区 日报 晚报 晨报 商报 文汇报 经济报 都市报 报社 电视台 电台 总台 卫视 融媒体中心 融媒 新闻网 信息网 政府网 中学 小学 交易所 海关 铁路局 同乡会 律师事务所
      """.split(whereSeparator: \.isWhitespace))
  private static let stops = WordTrie(
    words: """
      市委 县委 区委 省委 州委 旗委 党委 政府 人大 政协 书记 市长 县长 区长 省长 州长 旗长 镇长 主任 局长 厅长 常委 召开 举行 出席 会见 考察 签约 引进
      调研 全市 全县 全省 全区 我市 我县 我区 的 与 和 及 在 了 将 到 从 对 把 向 由 是 有 来 赴 等 各 这 该 市直 县直 管委会 领导 高质量 设立 成立 开设 筹建
      """.split(whereSeparator: \.isWhitespace))
  private static let streets = WordTrie(
    words: """
      路 街 大街 大道 大桥 大厦 岛 鱼 茶 酒厂 机场 站 东站 西站 南站 北站 港 湖 河 江 寺 塔 牌 菜 酒 报 话 桥 高铁 铁路 高速 酒店 宾馆 饭店 广场 公园 国际机场
      巴巴 数 云计算 籍 人民广场 体育 市场 讲话 精神 会议 宣言 协定 时间 条例 现象
      """.split(whereSeparator: \.isWhitespace))
  private static let surnames = ScalarSet(
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊陆郝孔崔康毛邱秦史顾侯邵孟龙段雷钱汤尹黎贺赖龚樊兰殷施陶洪翟颜倪严牛芦季俞章鲁葛伍申尤毕聂焦向柳邢岳齐梅庄辛管祝左涂谷祁耿牟卜詹关苗凌费纪盛童欧甄项曲成游裴席卫屈鲍温阮柴单解仇褚尚佟"
  )
  private static let levelScalars = ScalarSet("委政人市县区省州旗盟长常")

  /// Whether a form at a span is part of a company's, a school's, a street's or a person's name.
  ///
  /// - Parameter isShort: whether the form has no suffix of its own.
  static func isInsideName(_ span: Span, isShort: Bool, _ text: ScalarText, _ gazetteer: Gazetteer) -> Bool {
    if isShort {
      if gazetteer.longestMatch(in: text, at: span.end) == nil, isStreet(after: span.end, text) { return true }
      if isPerson(span, text) { return true }
      if isBracketed(span, text), isOrganization(after: span.end + 1, text) { return true }
    }
    if !isShort, span.end < text.count, text[span.end] == "委" || text[span.end] == "长" { return false }
    // 中原区|域: another word.
    if !isShort, span.end < text.count, text[span.end - 1] == "区", text[span.end] == "域" { return true }
    return isOrganization(after: span.end, text)
      || isShort && !isZone(after: span.end, text) && isProject(after: span.end, text)
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

  private static let zones = WordTrie(
    words: """
      开发区 高新区 经开区 工业区 工业小区 集中区 集聚区 示范区 示范园 保税区 园区 工业园 产业园 科技园 物流园 创业园 产业城 科学城 科技城 大学城 工业新城 总部基地 小镇 小区 家园 田园综合体 幼儿园 基地
      """.split(whereSeparator: \.isWhitespace))

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
    guard span.count == 2, span.start > 0, surnames.contains(text[span.start - 1]) else { return false }
    if span.start > 1, text[span.start - 2].isHan, !"长记任席员理人士导授监师家".unicodeScalars.contains(text[span.start - 2]) {
      return false
    }
    return span.end >= text.count || !levelScalars.contains(text[span.end])
  }

  private static let projects = WordTrie(words: "项目 生产线 生产基地".split(separator: " "))
  private static let deeds = WordTrie(
    words: """
      推进 加快 建设 实施 谋划 争取 投资 落地 新建 在建 续建 重点 重大 招商 产业 对接 洽谈 协作 合作 援建 帮扶 总 工业 农业 旅游 铁路 至 首 第 个 全
      """.split(whereSeparator: \.isWhitespace))

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
      if stops.longestMatch(in: text, at: position) != nil { return false }
      position += 1
    }
    return false
  }
}
