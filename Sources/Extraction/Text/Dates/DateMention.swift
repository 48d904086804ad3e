import GraphModel

/// A stretch of text that names a day, a month or a year, and what it means in its document.
public struct DateMention: Hashable, Sendable {
  /// How the date is written.
  public enum Form: Sendable, Hashable {
    /// With day: 2021年3月4日, 3月4日, 2021-03-04, 2021.3.4.
    case day
    /// A day without month: 14日, 17号.
    case dayOfMonth
    /// A month: 2021年3月, 3月份.
    case month
    /// A year: 2021年, 2020年度.
    case year
    /// Against the publishing date or a date before: 昨日, 今天, 前天, 当天, 去年, 今年, 上月.
    case relative
  }

  /// Where it stands in the clean text, with 上午, 下午, 晚 after a day.
  public var span: Span
  /// How it is written.
  public var form: Form
  /// The parts that are printed; nothing for relative forms.
  public var printed: PartialDate
  /// What it means, with the parts that printing date and context supply; of a range the first day. Empty where nothing is
  /// known (昨日 without a publishing date).
  public var date: PartialDate
  /// The last day of a range (3月4日至6日).
  public var end: PartialDate?

  /// Whether the text says that it lies ahead (将于…, …底前, 到…): a term, not a report.
  public var isTerm: Bool
  /// Whether it is that of a report's dateline (本报3月19日讯): when the report was written.
  public var isDateline: Bool
  /// Whether a day is known.
  public var hasDay: Bool { date.day != nil && date.month != nil }
}
