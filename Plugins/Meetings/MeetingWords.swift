import Extraction
import GraphModel

/// The word lists of `Tables/words.txt` about meetings and their titles, ready for matching.
final class MeetingWords: Sendable {
  let head: WordTrie<Void>
  /// `head` and 会 alone.
  let anyHead: WordTrie<Void>
  let headEnding: WordTrie<Void>
  let festival: WordTrie<Void>
  let festivalEnding: WordTrie<Void>
  let partHead: WordTrie<Void>
  let bodyOrMeeting: WordTrie<Void>
  let afterHeadBar: WordTrie<Void>
  let convene: WordTrie<Void>
  let convening: WordTrie<Void>
  let conveneAfter: WordTrie<Void>
  let adding: WordTrie<Void>
  let ownPart: WordTrie<Void>
  let awaiting: WordTrie<Void>
  let said: WordTrie<Void>
  let joining: WordTrie<Void>
  let workYear: WordTrie<Void>
  let arranging: WordTrie<Void>
  let arrangingBefore: WordTrie<Void>
  let lookingBack: WordTrie<Void>
  let trip: WordTrie<Void>
  let publishing: WordTrie<Void>
  let held: WordTrie<Void>
  /// What ends in 会 and is no meeting.
  let notGathering: WordTrie<Void>
  /// Of what follows a head where it is no meeting that which a numbered session has.
  let agenda: WordTrie<Void>
  /// Bodies that lead the region of their first word.
  let leadingBody: WordTrie<Void>
  /// What says behind a title that the meeting is still to come.
  let planned: WordTrie<Void>
  let datelineEnd: WordTrie<Void>
  let reporting: WordTrie<Void>
  let citedEnding: WordTrie<Void>
  let soft: WordTrie<Void>
  let citedAfter: WordTrie<Void>
  let wish: WordTrie<Void>
  let sessionPart: WordTrie<Void>
  let sessionBody: WordTrie<Void>
  let planning: WordTrie<Void>
  let dateline: WordTrie<Void>
  let determiner: WordTrie<Void>
  let back: WordTrie<Void>
  let party: WordTrie<Void>
  let levelHead: WordTrie<Void>
  let bodyOnly: WordTrie<Void>
  let frequency: WordTrie<Void>
  let time: WordTrie<Void>
  let trim: WordTrie<Void>
  let level: WordTrie<Void>
  let coordinated: WordTrie<Void>
  let nation: WordTrie<Void>
  let kindPart: WordTrie<Void>
  /// Words that begin with a preposition and are none: 对接.
  let softNot: WordTrie<Void>
  /// What a meeting is called that is held for another: 兰洽会筹备会议.
  let heldFor: WordTrie<Void>
  /// What behind a place makes it part of the name of a street or a house.
  let houseAfter: WordTrie<Void>
  /// Words of welcome, in which other meetings are named.
  let welcome: WordTrie<Void>
  /// Verbs of being there.
  let attending: WordTrie<Void>
  let attendingEnding: WordTrie<Void>
  /// What behind a verb of convening makes it one that only names the meeting.
  let conveneBar: WordTrie<Void>
  /// Words that end as festivals and activities do and are none that is held.
  let notOccasion: WordTrie<Void>
  /// What is said of a year in which something began.
  let founding: WordTrie<Void>
  /// What is told in the next year of the one before.
  let settling: WordTrie<Void>
  let stop: Set<Unicode.Scalar>
  /// Those of `stop` that may be a piece of a longer word.
  let stopInside: Set<Unicode.Scalar>
  /// Words that begin with them and may be in no general list.
  let stopWord: WordTrie<Void>

  init(_ lists: WordLists) {
    let heads = lists["head"] + lists["stem"].flatMap { stem in ["会", "大会", "会议"].map { stem + $0 } }
    head = WordTrie(words: heads)
    anyHead = WordTrie(words: heads + ["会"])
    headEnding = WordTrie(words: heads, reversed: true)
    festival = lists.words("festival")
    festivalEnding = lists.endings("festival")
    partHead = lists.words("part-head")
    bodyOrMeeting = lists.words("body-or-meeting")
    afterHeadBar = lists.words("after-head-bar")
    convene = lists.endings("convene")
    convening = lists.endings("convening")
    adding = lists.endings("adding")
    ownPart = lists.words("own-part")
    awaiting = lists.endings("awaiting")
    said = lists.words("said")
    joining = lists.words("joining")
    workYear = lists.words("work-year")
    arranging = lists.words("arranging")
    arrangingBefore = lists.words("arranging-before")
    lookingBack = lists.words("looking-back")
    trip = lists.words("trip")
    publishing = lists.words("publishing")
    held = lists.words("held")
    stopWord = lists.words("stop-word")
    stopInside = lists.scalars("stop-inside")
    conveneAfter = lists.words("convene-after")
    citedEnding = lists.endings("cited-ending")
    soft = lists.endings("soft")
    citedAfter = lists.words("cited-after")
    wish = lists.words("wish")
    sessionPart = lists.words("session-part")
    sessionBody = lists.endings("session-body")
    planning = lists.endings("planning")
    dateline = lists.endings("dateline")
    determiner = lists.endings("determiner")
    back = lists.endings("back")
    party = lists.words("party")
    levelHead = lists.words("level-head")
    bodyOnly = lists.words("body-only")
    frequency = lists.words("frequency")
    time = lists.endings("time")
    trim = lists.words("trim")
    level = lists.words("level")
    coordinated = lists.endings("coordinated")
    nation = lists.words("nation")
    kindPart = lists.words("kind-part")
    softNot = lists.words("soft-not")
    heldFor = lists.words("held-for")
    houseAfter = lists.words("house-after")
    notGathering = lists.endings("not-gathering")
    leadingBody = lists.endings("leading-body")
    agenda = lists.words("agenda")
    planned = lists.words("planned")
    datelineEnd = lists.words("dateline-end")
    reporting = lists.words("reporting")
    welcome = lists.words("welcome")
    attending = lists.words("attending")
    attendingEnding = lists.endings("attending")
    conveneBar = lists.words("convene-bar")
    notOccasion = lists.endings("not-occasion")
    founding = lists.words("founding")
    settling = lists.words("settling")
    stop = lists.scalars("title-stop")
  }
}
