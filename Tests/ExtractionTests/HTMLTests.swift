import Extraction
import Foundation
import GraphModel
import Testing

@Suite struct HTMLTests {
  static let page = """
    <!DOCTYPE html>
    <html><head><meta charset="utf-8">
    <title>全县工业倍增行动动员会召开_要闻_某某县人民政府</title>
    <meta name="PubDate" content="2022-04-13 09:15">
    <meta name="ContentSource" content="县融媒体中心"/>
    <style>p { color: red }</style><script>var a = "<p>假会议召开。</p>";</script>
    </head><body>
    <form id="form1"><div class="top"><a href="/">首页</a> <a href="/xw">新闻</a> <a href="/zw">政务</a></div>
    <nav><a href="#">导航一</a></nav>
    <div class="pos">当前位置：<a>首页</a> &gt; <a>新闻中心</a> &gt; 正文</div>
    <h1>全县工业倍增行动动员会召开</h1>
    <p class="info">发布时间：2022-04-13&nbsp;&nbsp;来源：县融媒体中心&nbsp;&nbsp;浏览：<span id="c">12</span>次</p>
    <div style="DISPLAY: none">藏起来的摘要，不给人看。</div>
    <!-- 评论里的会议 <p>不算</p> -->
    <p>　　4月12日上午，全县工业倍增行动动员会<b>召开</b>。县委书记<a href="/h">何树清</a>讲话，强调要&ldquo;以项目论英雄&rdquo;，
    县长庞玉兰主持会议。</p><P>会上，&#21439;&#x5DE5;信局、A&amp;B公司、青石镇<br>先后作了发言，其他单位提交了书面材料，会议开到乡镇。
    <ul><li><a href="1">春季植树活动启动仪式举行</a></li><li><a href="2">我县召开防汛会议</a></li><li><a href="3">关于放假的通知</a></li></ul>
    </div><footer>主办：某某县政府</footer><p>ICP备00000000号</p></form></body></html>
    """

  @Test func readsAPage() throws {
    let document = try document(Self.page, type: .html)
    #expect(
      paragraphs(document).map { $0.trimmingCharacters(in: .whitespaces) } == [
        "全县工业倍增行动动员会召开",
        "4月12日上午，全县工业倍增行动动员会召开。县委书记何树清讲话，强调要“以项目论英雄”，县长庞玉兰主持会议。",
        "会上，县工信局、A&B公司、青石镇", "先后作了发言，其他单位提交了书面材料，会议开到乡镇。",
      ])
    #expect(document.metadata.title == "全县工业倍增行动动员会召开")
    #expect(document.metadata.published == PartialDate("2022-04-13"))
    #expect(document.metadata.source == "县融媒体中心")
    #expect(
      Set(document.removals.map(\.reason)).isSuperset(of: ["script", "navigation", "hidden", "site", "page-line"]))
  }

  @Test func quotesThePageAsItStands() throws {
    let document = try document(Self.page, type: .html)
    func quote(_ words: String) throws -> String {
      let text = document.text.description
      let place = try #require(text.range(of: words))
      let start = text.unicodeScalars.distance(from: text.startIndex, to: place.lowerBound)
      return document.quote(Span(start, start + words.unicodeScalars.count))
    }
    #expect(try quote("何树清") == "何树清")
    #expect(try quote("动员会召开。") == "动员会<b>召开</b>。")
    #expect(try quote("“以项目论英雄”") == "&ldquo;以项目论英雄&rdquo;")
    #expect(try quote("县工信局") == "&#21439;&#x5DE5;信局")
    #expect(try quote("，县长") == "，\n县长")
  }

  @Test(arguments: [
    ("会议<召开>", "会议<召开>"), ("甲<乙", "甲<乙"), ("3 < 5 且 a<b", "3 < 5 且 a<b"), ("<p>甲<p>乙", "甲\n乙"),
    ("甲&unknown;乙&", "甲&unknown;乙&"),
    ("会议&nbsp大厅", "会议\u{A0}大厅"), ("&#0;&#55296;&#147;甲", "\u{FFFD}\u{FFFD}“甲"), ("<td>会议</td><td>大厅</td>", "会议 大厅"),
    ("会<ruby>議<rt>huì</rt></ruby>", "会議"), ("<pre>甲\n乙</pre>", "甲\n乙"), ("<div hidden>甲<div>乙</div></div>丙", "丙"),
    ("<nav>甲", "甲"), ("甲<!-->乙", "甲乙"), ("甲<!-- 乙", "甲"), ("<a title='>'>甲</a>", "甲"),
    ("<a title=\">甲", "<a title=\">甲"),
    ("甲<script>乙", "甲"), ("<textarea>甲</textarea>乙", "乙"), ("A\n  B", "A B"), ("甲\n  乙", "甲乙"),
  ])
  func readsBrokenMarkup(_ markup: String, _ text: String) throws {
    let document = try document(markup, type: .html)
    #expect(
      document.text.description.trimmingCharacters(in: .newlines) == text
        || markup == "会议<召开>" && document.text == "会议<召开>")
  }

  @Test(arguments: [
    "<", "<a ", "<!-- a>", "<a '", "<a \"x>", "<div hidden>", "<nav>", "&#", "&nbsp", "</p", "<p>", "<script>",
    "<x hidden>会", "<a>会",
  ])
  func staysLinearOnBrokenMarkup(_ unit: String) throws {
    let document = try document("会" + String(repeating: unit, count: 20_000), type: .html)
    #expect(document.folded.count == document.text.count)
  }

  @Test func takesTheTitleWithoutTheSitesName() throws {
    func title(_ head: String, _ body: String) throws -> String? {
      try document("<title>\(head)</title><body>\(body)<p>\(CleaningTests.body)</p>", type: .html).metadata.title
    }
    #expect(try title("全县防汛会议召开 - 某某新闻网", "") == "全县防汛会议召开")
    #expect(try title("某县政府_全县防汛工作会议召开", "<div>全县防汛工作会议召开</div>") == "全县防汛工作会议召开")
    #expect(try title("某某新闻网", "<h1>全县防汛会议召开</h1>") == "全县防汛会议召开")
    #expect(try title("", "<h1>全县防汛会议召开</h1>") == "全县防汛会议召开")
  }
}
