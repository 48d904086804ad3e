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

/// The word lists of `Tables/words.txt` about participants, ready for matching.
final class ParticipantWords: Sendable {
  let acts: WordTrie<Act>
  let attendObject: WordTrie<Void>
  /// How what is attended may end.
  let attendedEnd: WordTrie<Void>
  let presideNot: WordTrie<Void>
  let speechNot: WordTrie<Void>
  let speechNotBefore: WordTrie<Void>
  let honourObject: WordTrie<Void>
  let award: WordTrie<Void>
  let citedEnding: WordTrie<Void>
  let giver: WordTrie<Void>
  let giving: WordTrie<Void>
  let beforeGiving: WordTrie<Void>
  let collectiveAfter: WordTrie<Void>
  let from: WordTrie<Void>
  let bareBody: WordTrie<Void>
  let citedPerson: WordTrie<Void>
  let listBehind: WordTrie<Void>
  let participantAdverb: WordTrie<Void>
  let meetingObject: WordTrie<Void>
  /// What ends the place of a scene: 会上, 签约仪式上.
  let scene: WordTrie<Void>
  /// Verbs that describe projects: 建设项目.
  let works: WordTrie<Void>
  /// What behind a verb makes it an attribute: 签约企业.
  let attributive: WordTrie<Void>
  let review: WordTrie<Void>
  /// Words of saying behind which somebody's words begin.
  let quoting: WordTrie<Void>
  /// Verbs whose clause ends with what is cited: 学习了…会议要求.
  let citing: WordTrie<Void>
  /// What stands between the start of a clause and a verb whose subject the text has told before.
  let clauseOpening: WordTrie<Void>
  /// Where somebody stands in a picture: 右二, 前排左一.
  let standing: WordTrie<Void>
  /// Verbs of receiving somebody, and what says that host and guest go on together.
  let receiving: WordTrie<Void>
  let together: WordTrie<Void>
  /// What behind a meeting's title makes it the place of what is said: 的致辞中.
  let stage: WordTrie<Void>
  /// What stands before a verb of being there that only describes somebody: 前来参加…的.
  let coming: WordTrie<Void>
  /// What behind 与会 is described by it, and what behind that leads to names all the same.
  let guestNoun: WordTrie<Void>
  let guestList: WordTrie<Void>
  /// Pronouns before verbs of saying.
  let pronoun: WordTrie<Void>
  /// What stands between those who sign and the other side.
  let togetherWith: WordTrie<Void>
  /// Verbs of inviting somebody to speak, and what the invited do.
  let invite: WordTrie<Void>
  let lecture: WordTrie<Void>
  /// Acts of signing.
  let sign: WordTrie<Void>
  /// What carries the words of somebody who is not there.
  let letter: WordTrie<Void>

  init(_ lists: WordLists) {
    let sections: [(String, Act)] = [
      ("other", .other), ("say", .say), ("speak", .say), ("speech", .speech), ("attend", .attend),
      ("preside", .preside), ("honour", .honour), ("honour-passive", .honoured), ("perform", .perform),
      ("elected", .elected), ("hold", .hold), ("invite", .other),
    ]
    acts = WordTrie(sections.flatMap { section, act in lists[section].map { (word: $0, value: act) } })
    attendObject = lists.words("attend-object")
    attendedEnd = lists.endings("attended-end")
    presideNot = lists.words("preside-not")
    speechNot = lists.words("speech-not")
    speechNotBefore = lists.endings("speech-not-before")
    honourObject = lists.words("honour-object")
    award = lists.words("award")
    citedEnding = lists.endings("cited-noun")
    giver = lists.endings("giver")
    giving = lists.words("giver")
    beforeGiving = lists.words("before-giving")
    collectiveAfter = lists.words("collective-after")
    from = lists.endings("from")
    bareBody = lists.words("bare-body")
    citedPerson = lists.words("cited-person")
    listBehind = lists.words("list-behind")
    participantAdverb = lists.words("participant-adverb")
    meetingObject = lists.words("meeting-object")
    scene = lists.endings("scene")
    works = lists.words("works")
    attributive = lists.words("attributive")
    review = lists.endings("review")
    quoting = lists.words("quoting")
    citing = lists.words("citing")
    clauseOpening = lists.words("clause-opening")
    standing = lists.words("standing")
    receiving = lists.words("receiving")
    together = lists.words("together")
    stage = lists.words("stage")
    coming = lists.endings("coming")
    guestNoun = lists.words("guest-noun")
    guestList = lists.words("guest-list")
    pronoun = lists.endings("pronoun")
    togetherWith = lists.words("together-with")
    invite = lists.words("invite")
    lecture = lists.words("lecture")
    sign = lists.words("sign")
    letter = lists.words("letter")
  }
}
