import Extraction
import Foundation
import GraphModel
import Testing

/// A document read from a text.
func document(_ text: String, type: MediaType = .text, hints: DocumentMetadata = DocumentMetadata()) throws -> Document
{
  try DocumentReader().document(
    from: Source(name: "a.txt", origin: "a.txt", mediaType: type, bytes: Array(text.utf8), hints: hints))
}

/// Paragraphs of a clean text, without blanks around them and without empty lines.
func paragraphs(_ document: Document) -> [String] {
  document.text.description.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
    !$0.isEmpty
  }
}

/// Fails unless every scalar of the clean text leads back to the same scalar of the source, and what was removed and what was
/// kept are together the whole source.
func expectExactOffsets(_ document: Document, _ location: SourceLocation = #_sourceLocation) {
  #expect(document.folded.count == document.text.count, sourceLocation: location)
  #expect(document.offsets.cleanCount == document.text.count, sourceLocation: location)
  var covered = [Bool](repeating: false, count: document.source.count)
  for run in document.offsets.runs {
    for index in run.source.range { covered[index] = true }
    guard run.clean.count == run.source.count else { continue }
    for offset in 0..<run.clean.count {
      let clean = document.text[run.clean.start + offset]
      let source = document.source[run.source.start + offset]
      let isSame = clean == source || (clean == "\n" || clean == " ") && source.properties.isWhitespace
      #expect(isSame, "\(clean) comes from \(source)", sourceLocation: location)
      if !isSame { return }
    }
  }
  for removal in document.removals { for index in removal.span.range { covered[index] = true } }
  #expect(covered.allSatisfy { $0 }, "something was dropped without a word", sourceLocation: location)
}

@Suite struct CleaningTests {
  static let body = """
    4月12日上午,全县工业倍增行动动员会在县政府礼堂召开。县委书记何树清出席会议并讲话,县委副书记、县长庞玉兰主持会议。
    何树清强调,各级各部门要把思想统一到县委的部署上来,以项目论英雄,以实绩论高低,推动全县工业经济迈上新台阶。
    会上,县工信局、县商务局、青石镇、宏达铸造有限公司先后作了发言。
    """

  @Test(arguments: [
    ("您当前的位置 : 青溪网   ->   新闻中心   ->  正文", "青溪网"), ("首页 > 青溪新闻 > 时政要闻 > 正文", "青溪新闻"),
    ("当前位置:首页 > 新闻中心 > 本县要闻 > 正文", nil),
  ])
  func theSiteOfATrailIsTheSource(_ trail: String, _ source: String?) throws {
    #expect(try document(trail + "\n全县工业倍增行动动员会召开\n" + Self.body).metadata.source == source)
    let named = try document(trail + "\n全县工业倍增行动动员会召开\n2022-04-13 来源:县融媒体中心\n" + Self.body)
    #expect(named.metadata.source == "县融媒体中心")
  }

  @Test func takesHeadAndTailOfAPageAway() throws {
    let page = """
      网站首页 | 新闻中心 | 政务公开 | 互动交流
      当前位置:首页 > 新闻中心 > 本县要闻 > 正文
      全县工业倍增行动动员会召开
      发布时间:2022-04-13 09:15:02　来源:县融媒体中心　作者:丁一鸣 欧阳春　浏览次数:312次　字体:[大 中 小]
      \(Self.body)
      (责任编辑:石小雨)
      一审:丁一鸣 二审:马立 三审:钟大同
      【打印】 【关闭】 分享到:微信 新浪微博 QQ空间
      上一篇:春季植树活动启动
      下一篇:没有了
      主办:某某县人民政府 承办:某某县政府办公室
      版权所有 ©2022 网站标识码:0000000000 某ICP备00000000号 某公网安备00000000000000号
      """
    let document = try document(page)
    #expect(paragraphs(document) == ["全县工业倍增行动动员会召开"] + Self.body.split(separator: "\n").map(String.init))
    #expect(document.metadata.title == "全县工业倍增行动动员会召开")
    #expect(document.metadata.published == PartialDate("2022-04-13"))
    #expect(document.metadata.source == "县融媒体中心")
    #expect(document.metadata.authors == ["丁一鸣", "欧阳春", "石小雨", "马立", "钟大同"])
    expectExactOffsets(document)
  }

  @Test(arguments: [
    ("发布日期：2019年9月6日 来源：市商务局 点击数：20", "2019-09-06", "市商务局", []),
    ("2020年03月19日08:27   来源:某市广播电视台", "2020-03-19", "某市广播电视台", []),
    ("[2021-3-4 16:20] 信息来源: 区发改局 【字体:大 中 小】", "2021-03-04", "区发改局", []),
    ("2012年08月24日 09:38 青山新闻网 浏览次数:0", "2012-08-24", "青山新闻网", []),
    ("县政府办公室 2021-03-05 10:20 发布", "2021-03-05", "县政府办公室", []),
    ("发布时间：2024-02-27  来源：县台  点击：231 【字体：大 中 小】 打印", "2024-02-27", "县台", []),
    ("时间:2018/11/02 08:00:01 编辑:贺兰 阅读量:1.2万", "2018-11-02", nil, ["贺兰"]),
    ("更新时间:2023.05.06 星期六 作者:木合塔尔·艾山 审核:王成", "2023-05-06", nil, ["木合塔尔·艾山", "王成"]),
    ("发布时间：2016-01-05T10:00:00 稿件来源：新城日报 记者 高山 通讯员 叶小禾", "2016-01-05", "新城日报", ["高山", "叶小禾"]),
  ])
  func readsDateAndSourceLines(_ line: String, _ date: String, _ source: String?, _ authors: [String]) throws {
    let document = try document("全县工业倍增行动动员会召开\n\(line)\n\(Self.body)")
    #expect(document.metadata.published?.description == date)
    #expect(document.metadata.source == source)
    #expect(document.metadata.authors == authors)
    #expect(!document.text.description.contains("20"))
  }

  @Test func readsLabelsWithTheirValuesOnTheNextLine() throws {
    let document = try document(
      "全县工业倍增行动动员会召开\n日期:\n2019-09-06 08:26\n来源:\n记者 汪大江\n浏览量:\n\n\(Self.body)分享:\n字体: [\n\n]\n打印\n")
    #expect(document.metadata.published == PartialDate("2019-09-06"))
    #expect(document.metadata.authors == ["汪大江"])
    #expect(paragraphs(document).count == 4)
    expectExactOffsets(document)
  }

  @Test func keepsWhatOnlyLooksLikeFurniture() throws {
    let text = """
      全县工业倍增行动动员会召开
      记者丁一鸣:“开门就是奋斗。12号上午,动员会在县政府礼堂召开,会议对全年工作作出部署,为决胜全年添足后劲。”
      一、总体要求
      (一)主要目标
      1.打印设备产业要关闭落后产能,来源于本地的原料占比达到60%。
      要抓企业。
      时间紧、任务重、压力大,各级各部门要分享经验、返回一线。
      何树清部署下步工作。
      上一篇章已经写就,下一步要接续奋斗,评论员文章要深入人心,推荐优秀企业参评,让更多企业安心发展。
      见报告第7页。
      某某县人民政府
      2021年3月4日
      """
    let document = try document(text)
    #expect(document.text.description == text)
    #expect(document.removals.isEmpty)
  }

  @Test func keepsTimeAndPlaceOfMinutes() throws {
    let text = "县政府常务会议纪要\n时间:2021年3月4日上午9:00\n地点:县政府三楼会议室\n主持人:庞玉兰\n\(Self.body)"
    #expect(try document(text).text.description == text)
  }

  @Test func keepsTheDateOfASpeech() throws {
    let text = "在全县工业大会上的讲话\n(2013年5月21日)\n同志们:\n\(Self.body)"
    let document = try document(text)
    #expect(document.text.description == text)
    #expect(document.metadata.published == PartialDate("2013-05-21"))
    #expect(document.metadata.title == "在全县工业大会上的讲话")
  }

  @Test func readsBylinesInsideTheTextAndLeavesThemThere() throws {
    for (text, authors) in [
      ("本报讯(记者 高山 通讯员 叶小禾)\(Self.body)", ["高山", "叶小禾"]),
      ("某某网讯（记者 高山）\(Self.body)", ["高山"]),
      ("\(Self.body.dropLast(0))县直各部门负责人参加会议,会议以视频形式开到各乡镇、街道。(刘 婧)", ["刘婧"]),
      ("\(Self.body)县直各部门负责人参加会议,会议以视频形式开到各乡镇、街道。(融媒体记者 高山 叶小禾 文/图)", ["高山", "叶小禾"]),
    ] {
      let document = try document(text)
      #expect(document.metadata.authors == authors)
      #expect(document.text.description.contains("(") || document.text.description.contains("（"))
    }
    let alone = try document("\(Self.body)\n(记者 高山)")
    #expect(alone.metadata.authors == ["高山"])
    #expect(!alone.text.description.contains("高山"))
  }

  @Test func readsAnArticleOnOneLine() throws {
    let body = Self.body.split(separator: "\n").joined()
    let line =
      "首页 > 新闻 > 正文 全县工业倍增行动动员会召开 发布时间:2022-04-13 来源:县融媒体中心 浏览:20次 \(body) 责任编辑:石小雨 上一篇:春季植树 版权所有:某县政府"
    let document = try document(line)
    #expect(paragraphs(document).count == 1)
    #expect(document.text.description.contains("全县工业倍增行动动员会召开"))
    #expect(document.text.description.hasSuffix("先后作了发言。"))
    #expect(!document.text.description.contains("首页"))
    #expect(!document.text.description.contains("浏览"))
    #expect(document.metadata.published == PartialDate("2022-04-13"))
    #expect(document.metadata.source == "县融媒体中心")
    #expect(document.metadata.title == "全县工业倍增行动动员会召开")
    #expect(document.metadata.authors == ["石小雨"])
    expectExactOffsets(document)
  }

  @Test func keepsOneOfTwoPrintings() throws {
    let article = "全县工业倍增行动动员会召开\n\(Self.body)"
    let document = try document("\(article)\n分享:\n\(article)")
    #expect(paragraphs(document) == article.split(separator: "\n").map(String.init))
    #expect(document.removals.contains { $0.reason == "repeated-body" })
    expectExactOffsets(document)
    let body = Self.body.split(separator: "\n").joined()
    #expect(try self.paragraphTexts("\(body)\(body)") == [body])
  }

  private func paragraphTexts(_ text: String) throws -> [String] { paragraphs(try document(text)) }

  @Test func keepsASloganSaidTwice() throws {
    let slogan = "以项目论英雄,以实绩论高低,推动全县工业经济迈上新台阶。"
    let text = "\(Self.body)\n最后,何树清再次要求,\(slogan)会后大家分组讨论。\n\(slogan)\n"
    #expect(try document(text).text.description == text)
  }

  @Test func takesPageMarksOutOfWords() throws {
    let document = try document(
      "要加快园区建设,全力破解要素瓶颈,对政府能够解决的事项,相关部门要做好服务,推动企业开足马第8页,共11页 力满负荷生产。\n"
        + "- 9 -\n会议指出,要抓好重点骨干企业,让更多的企业满产超产,确保实现全年目标,为全县作出\n第 9 页 共 11 页\n贡献。")
    #expect(
      document.text.description
        == "要加快园区建设,全力破解要素瓶颈,对政府能够解决的事项,相关部门要做好服务,推动企业开足马力满负荷生产。\n"
        + "会议指出,要抓好重点骨干企业,让更多的企业满产超产,确保实现全年目标,为全县作出贡献。")
    expectExactOffsets(document)
  }

  @Test func joinsThePiecesOfSharingSites() throws {
    let sentence = "要坚持以项目建设为总抓手,持续优化营商环境,推动全县工业经济高质量发展,让企业安心经营、放心投资、专心创业,"
    let piece = String(repeating: sentence, count: 4)
    let text = "1、同志们:\(piece)不断提升抗风险能\n2、力。\(piece)全力稳住规上工业企业,确保10\n3、0户企业满产。\(piece)推动产业\n4、升级。"
    let document = try document(text)
    #expect(document.text.description.contains("抗风险能力。"))
    #expect(document.text.description.contains("确保100户企业"))
    #expect(document.text.description.hasPrefix("同志们:"))
    #expect(!document.text.description.contains("\n"))
    expectExactOffsets(document)
  }

  @Test func keepsTheAuthorsOwnNumbering() throws {
    let items = ["项目", "招商", "创新", "环境", "作风"].map { word in
      String(repeating: "要坚持以\(word)建设为总抓手,持续抓好各项\(word)工作,推动全县工业经济高质量发展,让企业安心经营、放心投资。", count: 4)
    }
    let text = items.enumerated().map { "\($0.offset + 1)、\($0.element)" }.joined(separator: "\n")
    let document = try document(text)
    #expect(document.text.description.split(separator: "\n").map { $0.prefix(2) } == ["1、", "2、", "3、", "4、", "5、"])
  }

  @Test func takesBoilerplateOfSharingSitesAway() throws {
    let document = try document(
      """
      在全县工业会议上的讲话.docx
      《在全县工业会议上的讲话.docx》由会员分享,可在线阅读,更多相关《在全县工业会议上的讲话.docx(5页珍藏版)》请在某文库上搜索。
      \(Self.body)
      - 配套讲稿:
      如PPT文件的首页显示word图标,表示该PPT已包含配套word讲稿。
      关 键 词:
      工业 会议 讲话
      限制150内
      """)
    #expect(paragraphs(document) == ["在全县工业会议上的讲话"] + Self.body.split(separator: "\n").map(String.init))
    #expect(document.metadata.title == "在全县工业会议上的讲话")
    expectExactOffsets(document)
  }

  @Test func takesGlossesJoinersAndDoubledMarksOut() throws {
    let document = try document(
      "縣長(zhǎng)主持會(huì)議,,強(qiáng)調(diào)“實(shí)干(gàn)興縣”。產業(yè)(園)\u{200B}區(de)\u{FEFF}建設、、推進(jìn)a,,b……")
    #expect(document.text.description == "縣長主持會議,強調“實干興縣”。產業(園)區建設、推進a,,b……")
    expectExactOffsets(document)
  }

  @Test func keepsWordsInBracketsThatAreNoGlosses() throws {
    let text = "本电科技(重庆)有限公司、国内生产总值(gdp)、一带一路(a)。"
    #expect(try document(text).text.description == text)
  }

  @Test func joinsLinesOfAPrintWidth() throws {
    let text = """
      　　4月12日上午,全县工业倍增行动动员会在县政府礼堂召
      开。县委书记何树清出席会议并讲话,县委副书记、县长庞
      玉兰主持会议。各乡镇、县直各部门主要负责人参加会议。
      　　何树清强调,各级各部门要把思想统一到县委的部署上
      来,以项目论英雄,以实绩论高低,推动全县工业经济迈上新
      台阶。
      　　会上,县工信局、县商务局、青石镇、宏达铸造有限公
      司先后作了发言。
      """
    let document = try document(text)
    #expect(
      paragraphs(document) == [
        "4月12日上午,全县工业倍增行动动员会在县政府礼堂召开。县委书记何树清出席会议并讲话,县委副书记、县长庞玉兰主持会议。各乡镇、县直各部门主要负责人参加会议。",
        "何树清强调,各级各部门要把思想统一到县委的部署上来,以项目论英雄,以实绩论高低,推动全县工业经济迈上新台阶。",
        "会上,县工信局、县商务局、青石镇、宏达铸造有限公司先后作了发言。",
      ])
    expectExactOffsets(document)
  }

  @Test func takesBlanksOutOfSentencesOnly() throws {
    let document = try document(
      "何树清强调, 全县上下要在本月 28 日前完成第 3 批重点招商 项目申报任务,区领导 王成 马立 赵 勇、孙 毅参加会议,GDP 增长 5.3%,“精兵” “强将”。\n全县大会召开 转型为纲 项目为王")
    #expect(
      document.text.description
        == "何树清强调,全县上下要在本月28日前完成第3批重点招商项目申报任务,区领导 王成 马立 赵勇、孙毅参加会议,GDP 增长 5.3%,“精兵” “强将”。\n全县大会召开 转型为纲 项目为王")
    expectExactOffsets(document)
  }

  @Test func mapsEveryKindOfLineEnd() throws {
    let document = try document("\u{FEFF}第一行会议\r\n第二行会议\r第三行会议\u{2028}第四行会议")
    #expect(document.text == "第一行会议\n第二行会议\n第三行会议\n第四行会议")
    #expect(document.quote(Span(6, 11)) == "第二行会议")
    expectExactOffsets(document)
  }

  @Test func takesNamesOfPicturesOut() throws {
    #expect(try document("1616058236790.jpg\n会议现场IMG_2034.JPG照片b.png见表1.2。").text == "\n会议现场照片b.png见表1.2。")
  }

  @Test func showsATextThatIsFurnitureThroughout() throws {
    #expect(try document("首页\n打印 关闭").text == "首页\n打印 关闭")
  }

  @Test func letsHintsOutrankThePage() throws {
    let hints = DocumentMetadata(title: "甲", published: PartialDate("2020-01-01"), source: "乙", authors: ["丙"])
    let document = try document("全县大会召开\n发布时间:2022-04-13 来源:县台 记者:高山\n\(Self.body)", hints: hints)
    #expect(document.metadata.title == "甲")
    #expect(document.metadata.published == PartialDate("2020-01-01"))
    #expect(document.metadata.source == "乙")
    #expect(document.metadata.authors == ["丙", "高山"])
  }

  @Test func reportsWhereAndWhy() throws {
    let report = CleaningReport(try document("全县大会召开\n发布时间:2022-04-13\n县长,,主持会议。\n"))
    #expect(report.entries.map(\.reason) == ["page-line", "doubled-mark"])
    #expect(report.entries.map(\.line) == [2, 3])
    #expect(report.entries.map(\.column) == [1, 4])
    #expect(report.entries[0].text == "发布时间:2022-04-13\n")
    #expect(report.totals.map(\.reason) == ["page-line", "doubled-mark"])
    #expect(report.sourceCount - report.cleanCount == 17)
  }

  @Test(arguments: ["“", "(", "第", "1、", "\n", " ", "　", "发布时间:", "记者 ", "。", "a.jpg", "?", "首页>", "一\n", "会 "])
  func staysLinearOnRowsOfOneThing(_ unit: String) throws {
    let document = try document(String(repeating: unit, count: 50_000) + "会")
    #expect(document.folded.count == document.text.count)
  }

  @Test func strayCommasAndASignatureGo() throws {
    let text = """
      • 当前位置:
      全县安全生产工作会议召开
      1月7日,全县城市建设,、自然资源,、市场监管等领域安全生产工作会议召开,副县长白玉洁出席并讲话,。会议要求,要压实责任。
      会上,县住建局,、县城管局作了汇报,县供电公司作书面汇报,各乡镇(街道)分管负责同志参加了会议,会期半天。
      新岳西-岳西日报记者 王翔
      您对这篇文章的满意度
      """
    let clean = try document(text).text.description
    #expect(!clean.contains("当前位置") && !clean.contains("满意度") && !clean.contains("王翔"))
    #expect(clean.contains("城市建设、自然资源、市场监管"))
    #expect(clean.contains("出席并讲话。"))
  }
}
