import Extraction
import GraphModel

/// What a predicate says of the participants around it.
enum Act: Sendable {
  /// Was there.
  case attend
  /// Led it.
  case preside
  /// Said something: persons only.
  case say
  /// Gave a speech, a report, an exchange: anyone.
  case speech
  /// Honoured the ones behind 为, 向, 对.
  case honour
  /// Was honoured.
  case honoured
  /// Did what is done at ceremonies: signed, unveiled.
  case perform
  /// Was elected.
  case elected
  /// Held it: whoever convenes a meeting is there.
  case hold
  /// Something else.
  case other

  /// Whether nothing is said of a meeting: bodies before it do not take part.
  var isAside: Bool {
    switch self {
    case .other, .perform, .elected, .hold: true
    default: false
    }
  }
}

/// What a line of minutes tells of the people it names.
enum MinuteLabel: Sendable {
  case preside, present, absent
}

private let table = MeetingTable.words

/// The word lists of `Tables/words.txt` about participants, ready for matching.
final class ParticipantWords: Sendable {
  static let embedded = ParticipantWords()

  let acts: WordTrie<Act>
  let attendObject = table.words("attend-object")
  /// How what is attended may end.
  let attendedEnd = table.endings("attended-end")
  let presideNot = table.words("preside-not")
  let speechNot = table.words("speech-not")
  let speechNotBefore = table.endings("speech-not-before")
  let honourObject = table.words("honour-object")
  /// Words of gaining that are honours only where their object is one.
  let honourIfObject = table.words("honour-if-object")
  let award = table.words("award")
  let citedEnding = table.endings("cited-noun")
  let giver = table.endings("giver")
  let giving = table.words("giver")
  let beforeGiving = table.words("before-giving")
  let collectiveAfter = table.words("collective-after")
  let from = table.endings("from")
  let bareBody = table.words("bare-body")
  let citedPerson = table.words("cited-person")
  let listBehind = table.words("list-behind")
  let participantAdverb = table.words("participant-adverb")
  let meetingObject = table.words("meeting-object")
  /// What ends the place of a scene: 会上, 签约仪式上.
  let scene = table.endings("scene")
  /// Verbs that describe projects: 建设项目.
  let works = table.words("works")
  /// Verbs of signing that take what is signed: 签订项目协议.
  let signing = table.words("signing")
  /// What behind a verb makes it an attribute: 签约企业.
  let attributive = table.words("attributive")
  /// Verbs whose clause ends with what is cited: 学习了…会议要求.
  let citing = table.words("citing")
  /// What behind 与会 is described by it, and what behind that leads to names all the same.
  let guestNoun = table.words("guest-noun")
  let guestList = table.words("guest-list")
  /// Pronouns before verbs of saying.
  let pronoun = table.endings("pronoun")
  /// Acts of signing.
  let sign = table.words("sign")
  /// What stands between the last of those who sign and the act.
  let beforeSigning = table.words("before-signing")
  /// What stands between those who sign and the other side.
  let togetherWith = table.words("together-with")
  /// Verbs of inviting somebody to speak, and what the invited do.
  let invite = table.words("invite")
  let lecture = table.words("lecture")
  let review = table.endings("review")
  /// Words of saying behind which somebody's words begin.
  let quoting = table.words("quoting")
  /// What stands between the start of a clause and a verb whose subject the text has told before.
  let clauseOpening = table.words("clause-opening")
  /// Where somebody stands in a picture: 右二, 前排左一.
  let standing = table.words("standing")
  /// Verbs of receiving somebody, and what says that host and guest go on together.
  let receiving = table.words("receiving")
  let together = table.words("together")
  /// What behind a meeting's title makes it the place of what is said: 的致辞中.
  let stage = table.words("stage")
  /// What stands before a verb of being there that only describes somebody: 前来参加…的.
  let coming = table.endings("coming")
  /// Words of wishing, behind which others do what is told.
  let wishing = table.words("wishing")
  /// What people do on a visit, and what behind the name of the one who leads it says that he does.
  let trip = table.words("trip")
  let visiting = table.words("visiting")
  /// What stands between a verb with its 的 and those of whom it is told: 的有, 的企业负责人来自.
  let copula = table.words("copula")
  let copulaNoun = table.words("copula-noun")
  /// What names those whom it honours: 关于表彰甲某的决定.
  let decree = table.words("decree")
  /// What is said to the press.
  let interview = table.words("interview")
  /// What opens a clause about both sides of a visit.
  let bothSides = table.words("both-sides")
  /// Those who are there, as those whom somebody addresses.
  let audience = table.words("audience")
  /// What opens a clause that tells what a meeting is about.
  let topic = table.words("topic")
  /// What says of a crowd who is in it.
  let including = table.words("including")
  /// Verbs of bringing people together, before their names.
  let gathering = table.endings("gathering")
  /// What before 参与 says that no meeting is meant.
  let attendNot = table.endings("attend-not")
  /// What is done together with those who stand before it behind one of the second list.
  let exchange = table.words("exchange")
  let exchangeWith = table.endings("exchange-with")
  /// What opens a line of minutes: who led, who was there, who was not.
  let labels: WordTrie<MinuteLabel>
  /// What stands before the names of those who chair a session in turn: 执行主席是.
  let chairing = table.words("chairing")
  /// What before a verb of reviewing says that the reports were heard as well: 听取和审议.
  let hearing = table.endings("hearing")
  /// What says that somebody moved what a meeting hears: 甲某提请的任免案.
  let proposing = table.words("proposing")
  /// What carries the words of somebody who is not there.
  let letter = table.words("letter")

  init() {
    let sections: [(String, Act)] = [
      ("other", .other), ("say", .say), ("speak", .say), ("speech", .speech), ("attend", .attend),
      ("preside", .preside), ("honour", .honour), ("honour-passive", .honoured), ("perform", .perform),
      ("elected", .elected), ("hold", .hold), ("invite", .other), ("chairing", .attend),
    ]
    let labelled: [(String, MinuteLabel)] = [
      ("label-preside", .preside), ("label-present", .present), ("label-absent", .absent),
    ]
    labels = WordTrie(labelled.flatMap { section, label in table[section].map { (word: $0, value: label) } })
    acts = WordTrie(sections.flatMap { section, act in table[section].map { (word: $0, value: act) } })
  }
}
