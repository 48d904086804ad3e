import EnterprisesTables
import Extraction
import GraphModel

private let table = WordLists(EmbeddedFile(tupu_enterprises_words(), count: tupu_enterprises_words_count()))

/// The word lists of the plug-in.
final class EnterpriseWords: Sendable {
  static let embedded = EnterpriseWords()

  /// Endings of full names, matched backwards; true for legal forms and groups, false for plants, banks and funds.
  let endings: WordTrie<Bool> = WordTrie(
    table["plant"].map { (word: $0, value: false) } + table["legal"].map { (word: $0, value: true) },
    reversed: true)
  /// What alone before an ending makes no name.
  let generic = table.words("generic")
  /// What after 等 says that the list before it was of companies.
  let listClose = table.words("listClose")
  /// What kind of companies a list is of, between their number and 企业.
  let listKinds = table.words("listKind")
  /// Banks and the like that are called after their place alone, matched backwards.
  let placeBanks = table.endings("placeBank")
  /// Verbs that lead up to a company and could be taken for a part of its name, matched backwards.
  let leadIns = table.endings("leadIn")
  /// Verbs of having and gaining, which no brand is called after.
  let owning = table.words("owning")
  /// What joins a company's name and 子公司.
  let partOf = table.words("partOf")
  /// Parts of a company between its name and the post of one who heads them, matched backwards.
  let divisions = table.endings("division")
  /// What kind of company stands before a name, matched backwards.
  let appositions = table.endings("apposition")
  /// What companies do with projects and treaties.
  let deeds = table.words("deed")
  /// What behind a list of companies says that they are at a meeting.
  let attending = table.words("attending")
  /// Buildings, shops and streets that are called after a company.
  let houses = table.words("house")
  /// What short names end with, matched backwards.
  let trades = table.endings("trade")
  /// Those of them that after a coined word leave no doubt.
  let coinedTrades = table.words("coinedTrade")
  /// The same words, matched forwards.
  let tradesForward = table.words("trade")
  /// Those that make a coined word before them a company wherever it stands, matched backwards.
  let aloneTrades = table.endings("aloneTrade")
  /// Legal forms that stand inside the names of a company's parts, matched backwards.
  let legalInside = table.endings("legalInside")
  /// Companies known by their short names.
  let wellKnown = table.words("wellKnown")
  /// Those of them that are everyday words, too.
  let everydayNames = table.words("everydayName")
  /// What behind such a word says that the company is meant.
  let besideEveryday = table.words("besideEveryday")
  /// Posts that only companies have.
  let heads = table.words("head")
  /// The same, matched backwards.
  let headsBefore = table.endings("head")
  /// Words around the maker of a web page.
  let vendor = table.words("vendor")

  /// Single characters that are words of their own before a name.
  let loneHeads = table.words("loneHead")
  /// State builders whose bureaus are numbered.
  let builders = table.words("builder")
  /// What ends the name of such a bureau.
  let builderEndings = table.words("builderEnding")

  /// Works and services that a place has one of, matched backwards.
  let localWorks = table.endings("localWorks")
  /// What ends items of a list of companies that are none themselves, matched backwards.
  let noCompany = table.endings("noCompany")
  /// Short names of banks with their full ones.
  private let banks = table.pairs("bankAlias")

  private static let legalForms = WordTrie(words: ["股份有限公司", "有限责任公司", "有限公司"])
  private static let group = Array("集团".unicodeScalars)
  private static let groupCompany = Array("集团公司".unicodeScalars)
  private static let state = Array("中国".unicodeScalars)

  /// The name of a group without 中国 and with 集团, for groups of the whole state and those known by their short names.
  private func group(_ name: ArraySlice<Unicode.Scalar>) -> String? {
    var brand = name
    let isGroup = brand.count >= 4 && brand.suffix(2).elementsEqual(Self.group)
    if isGroup { brand = brand.dropLast(2) }
    let isState = brand.count >= 4 && brand.prefix(2).elementsEqual(Self.state)
    guard isGroup && isState || wellKnown[brand] != nil else { return nil }
    if isState { brand = brand.dropFirst(2) }
    return ScalarText.string(brand + Self.group)
  }

  /// A name of a bank's branch with the bank's full name at its head: 农发行某市分行 is 中国农业发展银行某市分行.
  ///
  /// Of a group known everywhere the short name stands for it: 中国诚通集团 and 诚通集团 are one.
  func canonical(_ name: String) -> String {
    var scalars = Array(name.unicodeScalars)
    // 甲集团公司 is 甲集团.
    let isGroupCompany = scalars.count > 4 && scalars.suffix(4).elementsEqual(Self.groupCompany)
    if isGroupCompany { scalars.removeLast(2) }
    if let group = group(scalars[...]) { return group }
    guard let last = scalars.last, last == "行" || last == "部" else {
      return isGroupCompany ? ScalarText.string(scalars[...]) : name
    }
    // 某银行股份有限公司甲分行 is 某银行甲分行.
    if let form = Self.legalForms.firstMatch(in: ScalarText(scalars), from: 0)?.span {
      scalars.removeSubrange(form.start..<form.end)
    }
    let branch = ScalarText.string(scalars[...])
    for bank in banks where branch.hasPrefix(bank.word) { return bank.value + branch.dropFirst(bank.word.count) }
    return branch
  }

  /// Endings of zones that companies stand in, matched backwards.
  let zoneKinds = table.endings("zoneKind")
  /// The same endings, matched forwards.
  let zonesAhead = table.words("zoneKind")
  /// A place's own investment companies by their short names, matched backwards.
  let localHoldings = table.endings("localHolding")
  /// What behind such a name makes another word of its end.
  let goesOn = table.words("goesOn")
  /// What behind a company's name and its trade is built: the trade belongs to that.
  let works = table.words("works")
  /// What says, before 包括, that companies are listed, matched backwards.
  let listOpeners = table.endings("listOpener")
  /// A company of a company, behind which its own name stands, matched backwards.
  let subsidiaries = table.endings("subsidiary")
  /// What right before 公司 or 厂 tells a kind of company, matched backwards.
  let kindsBefore = table.endings("kindBefore")
  /// Endings before which everyday words tell a kind of company, matched backwards.
  let kindEndings = table.endings("kindEnding")
  /// Everyday words that are names before such an ending: services of which a place has one.
  let services = table.words("service")
  /// Posts in a company: everyday words before one are its name.
  let posts = table.words("head", "post")
  /// What behind a bank or an insurance tells a trade.
  let tradeAfter = table.words("tradeAfter")
  /// Trades that behind a name known everywhere are what the company does.
  let notWith = table.words("notWith")
}
