import Extraction
import GraphModel
import Testing

@Suite struct DateScannerTests {
  func dates(_ text: ScalarText, _ published: String? = nil) -> [String] {
    DateScanner(text, published: published.flatMap { PartialDate($0) }).mentions.map {
      text.string($0.span) + "=" + $0.date.description + ($0.end.map { "/" + $0.description } ?? "")
    }
  }

  @Test func printedForms() {
    #expect(dates("2021年3月4日下午,我市") == ["2021年3月4日下午=2021-03-04"])
    #expect(dates("2021 年 3 月 4 日") == ["2021 年 3 月 4 日=2021-03-04"])
    #expect(dates("二〇二一年三月十四日") == ["二〇二一年三月十四日=2021-03-14"])
    #expect(dates("二○一二年十二月三十一日") == ["二○一二年十二月三十一日=2012-12-31"])
    #expect(dates("日期:2019-09-06 08:26") == ["2019-09-06=2019-09-06"])
    #expect(dates("2021.3.4 来源") == ["2021.3.4=2021-03-04"])
    #expect(dates("2021/3/4") == ["2021/3/4=2021-03-04"])
    #expect(dates("总结2020年度工作") == ["2020年度=2020"])
    #expect(dates("2021年3月") == ["2021年3月=2021-03"])
    #expect(dates("2020年03月19日08:27") == ["2020年03月19日=2020-03-19"])
  }

  @Test func looselyPrintedForms() {
    #expect(dates("大会3月4下午3:00在县剧院开幕") == ["3月4下午=--03-04"])
    #expect(dates("我市昨举行开工仪式", "2007-05-18") == ["昨=2007-05-17"])
    #expect(dates("第两月", "2007-05-18").isEmpty)
  }

  @Test func numerals() {
    func number(_ text: ScalarText) -> Double? { ChineseNumeral.number(in: text, text.span) }
    #expect(number("二十九") == 29)
    #expect(number("二〇二三") == 2023)
    #expect(number("三千五百万") == 35_000_000)
    #expect(number("2021") == 2021)
    #expect(number("一百零五") == 105)
    #expect(number("二三十") == nil)
    #expect(number("3十") == nil)
    #expect(number("") == nil)
  }

  @Test func ranges() {
    #expect(dates("2019年4月23日至24日,全县") == ["2019年4月23日至24日=2019-04-23/2019-04-24"])
    #expect(dates("2019年4月3-4日") == ["2019年4月3-4日=2019-04-03/2019-04-04"])
    #expect(dates("2019年12月30日至1月2日") == ["2019年12月30日至1月2日=2019-12-30/2020-01-02"])
    #expect(dates("5月8日—10日") == ["5月8日—10日=--05-08/--05-10"])
    #expect(dates("2018—2020年") == ["2018—2020年=2018/2020"])
  }

  @Test func yearFromPublishingDate() {
    #expect(dates("3月17日下午,", "2020-03-19") == ["3月17日下午=2020-03-17"])
    #expect(dates("12月28日,", "2021-01-03") == ["12月28日=2020-12-28"])
    #expect(dates("问题在11月底前全部解决", "2021-08-25") == ["11月=2021-11"])
    #expect(dates("去年12月,", "2021-01-03") == ["去年12月=2020-12"])
  }

  @Test func daysAreCountedFromTheDateline() {
    // The page came out a day after the report was written.
    #expect(
      dates("本报临江3月19日讯 今天下午,省发展改革委召开推进会。昨日,", "2020-03-20")
        == ["3月19日=2020-03-19", "今天下午=2020-03-19", "昨日=2020-03-18"])
    #expect(dates("临江日报4月18日讯 昨日上午,") == ["4月18日=--04-18", "昨日上午=--04-17"])
    #expect(dates("临江日报1月1日讯 昨日上午,") == ["1月1日=--01-01", "昨日上午=--12-31"])
    // Whether 29 February lies between is not known.
    #expect(dates("临江日报3月1日讯 昨日上午,") == ["3月1日=--03-01", "昨日上午="])
    #expect(
      dates("2月15日综合报道,市长今天下午将率团出发,明天上午参加", "2011-02-16")
        == ["2月15日=2011-02-15", "今天下午=2011-02-15", "明天上午=2011-02-16"])
    // Each report has a dateline of its own.
    #expect(
      dates("本报5月6日讯 今天,甲县开会。\n本报5月7日讯 今天,乙县开会。", "2015-05-08")
        == ["5月6日=2015-05-06", "今天=2015-05-06", "5月7日=2015-05-07", "今天=2015-05-07"])
    // A dateline far from the page's date is another paper's.
    #expect(dates("据某社北京2月27日电,昨日,我市", "2015-05-08") == ["2月27日=2015-02-27", "昨日=2015-05-07"])
  }

  @Test func theBracketSaysWhatDayTodayIs() {
    #expect(dates("今天(8月1日)上午,各族干部", "2010-08-02").first == "今天=2010-08-01")
    #expect(dates("昨日(3日),我市召开", "2010-08-05").first == "昨日=2010-08-03")
    #expect(dates("今天(8月1日)上午,各族干部,昨天").last == "昨天=--07-31")
  }

  @Test func aPageThatCameOutMonthsLaterTellsNoYear() {
    #expect(dates("10月11日,我县举行", "2025-07-23") == ["10月11日=--10-11"])
    #expect(dates("11月28日,", "2021-03-03") == ["11月28日=2020-11-28"])
  }

  @Test func yearFromTheText() {
    #expect(
      dates("3月4日下午,我市召开大会,总结2020年度工作,部署2021年工作任务").first == "3月4日下午=2021-03-04")
    #expect(dates("2月6日,召开会议,总结2016年工作,动员部署2017年各项任务").first == "2月6日=2017-02-06")
    #expect(dates("2月20日,会议回顾了2013年工作").first == "2月20日=2014-02-20")
    #expect(dates("8月14日,召开大会") == ["8月14日=--08-14"])
    #expect(dates("11月9日,增长到2035年") == ["11月9日=--11-09", "2035年=2035"])
  }

  @Test func relativeToPublishingDate() {
    #expect(dates("昨日下午,全区", "2019-09-06") == ["昨日下午=2019-09-05"])
    #expect(dates("昨天,", "2020-03-01") == ["昨天=2020-02-29"])
    #expect(dates("今天召开", "2020-03-01") == ["今天=2020-03-01"])
    #expect(dates("前天上午", "2020-01-01") == ["前天上午=2019-12-30"])
    #expect(dates("昨日下午") == ["昨日下午="])
    #expect(dates("日前,近日,目前") == [])
    #expect(dates("今年前三季度,去年全年", "2020-10-01") == ["今年=2020", "去年=2019"])
  }

  @Test func dayWithoutMonth() {
    #expect(dates("本报讯 17日,我区", "2016-10-18") == ["17日=2016-10-17"])
    #expect(dates("30日,我区", "2016-10-02") == ["30日=2016-09-30"])
    #expect(dates("17号下午,我市", "2020-03-19") == ["17号下午=2020-03-17"])
    #expect(dates("4月23日,开幕。24日,闭幕").map(\.description) == ["4月23日=--04-23", "24日=--04-24"])
    #expect(dates("聚力“一号工程”,1号楼,15日内,每日,百日攻坚,第30次,7日游", "2020-03-19") == [])
  }

  @Test func lineWithDateIsTheAnchor() {
    let text: ScalarText = "在全市会议上的讲话\n(2013年5月21日)\n今天召开推进会。4月份市委"
    let scanner = DateScanner(text)
    #expect(scanner.anchor == PartialDate(year: 2013, month: 5, day: 21))
    #expect(scanner.year == 2013)
    #expect(scanner.mentions.map(\.date.description) == ["2013-05-21", "2013-05-21", "2013-04"])
  }

  @Test func noDates() {
    #expect(dates("电话0571-88888888,第3条,3.4亿元,增长12.5%,20XX年,一日千里") == [])
    #expect(dates("2021年13月") == ["2021年=2021"])
    #expect(dates("2021年2月30日") == ["2021年2月=2021-02"])
    #expect(dates("") == [])
  }

  @Test func lookups() throws {
    let text: ScalarText = "3月4日上午召开,3月6日下午召开,11月底前完成。"
    let scanner = DateScanner(text, published: PartialDate("2020-03-19"))
    #expect(scanner.mentions(in: Span(0, 9)).count == 1)
    let day = try #require(scanner.day(before: text.count))
    #expect(day.date.description == "2020-03-06")
    #expect(scanner.day(before: 2) == nil)
  }
}
