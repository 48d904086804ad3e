import Extraction
import GraphModel
import MeetingsTables

/// The word lists of `Tables/words.txt`.
enum MeetingTable {
  static let words = WordLists(EmbeddedFile(tupu_meetings_words(), count: tupu_meetings_words_count()))
}

private let table = MeetingTable.words

/// The word lists of `Tables/words.txt` about meetings and their titles, ready for matching.
final class MeetingWords: Sendable {
  static let embedded = MeetingWords()

  let head: WordTrie<Void>
  /// `head` and 会 alone.
  let anyHead: WordTrie<Void>
  let headEnding: WordTrie<Void>
  let festival = table.words("festival")
  /// What says of a headline, or of a sentence, that somebody goes round and looks.
  let tour = table.words("tour")
  let festivalEnding = table.endings("festival")
  let partHead = table.words("part-head")
  let bodyOrMeeting = table.words("body-or-meeting")
  /// What behind the title of a document says that it is the meeting's minutes.
  let minutes = table.words("minutes")
  /// What opens a bracket with the names of those who made the report.
  let credit = table.words("credit")
  /// Verbs before activities that are no event.
  let carriedOut = table.endings("carried-out")
  /// What stands before a short name.
  let alias = table.endings("alias")
  let afterHeadBar = table.words("after-head-bar")
  let convene = table.endings("convene")
  let convening = table.endings("convening")
  let conveneAfter = table.words("convene-after")
  let adding = table.endings("adding")
  let ownPart = table.words("own-part")
  let awaiting = table.endings("awaiting")
  let said = table.words("said")
  let joining = table.words("joining")
  /// What stands between two meetings that are held together.
  let joint = table.words("joint")
  let workYear = table.words("work-year")
  let summingUp = table.words("summing-up")
  /// What is done at the beginning of a year for the one before.
  let annual = table.words("annual")
  let begun = table.words("begun")
  let arranging = table.words("arranging")
  let arrangingBefore = table.words("arranging-before")
  let lookingBack = table.words("looking-back")
  let trip = table.words("trip")
  let publishing = table.words("publishing")
  let held = table.words("held")
  /// What ends in 会 and is no meeting.
  let notGathering = table.endings("not-gathering")
  /// Of what follows a head where it is no meeting that which a numbered session has.
  let agenda = table.words("agenda")
  /// Bodies that lead the region of their first word.
  let leadingBody = table.endings("leading-body")
  /// What says behind a title that the meeting is still to come.
  let planned = table.words("planned")

  /// Whether 将于 and the like stand behind a title that ends at a position: 论坛将于6月12日在我市召开.
  func isPlanned(behind end: Int, in text: ScalarText) -> Bool {
    var position = end
    while position < text.count, position - end < 2, "”》,".unicodeScalars.contains(text[position]) { position += 1 }
    return planned.longestMatch(in: text, at: position) != nil
  }

  let datelineEnd = table.words("dateline-end")
  let reporting = table.words("reporting")
  let citedEnding = table.endings("cited-ending")
  let soft = table.endings("soft")
  let citedAfter = table.words("cited-after")
  let wish = table.words("wish")
  let sessionPart = table.words("session-part")
  let sessionBody = table.endings("session-body")
  let planning = table.endings("planning")
  let dateline = table.endings("dateline")
  let determiner = table.endings("determiner")
  let back = table.endings("back")
  let party = table.words("party")
  let levelHead = table.words("level-head")
  let bodyOnly = table.words("body-only")
  let frequency = table.words("frequency")
  let time = table.endings("time")
  let trim = table.words("trim")
  let level = table.words("level")
  let coordinated = table.endings("coordinated")
  let nation = table.words("nation")
  let kindPart = table.words("kind-part")
  /// Words that begin with a preposition and are none: 对接.
  let softNot = table.words("soft-not")
  /// What a meeting is called that is held for another: 兰洽会筹备会议.
  let heldFor = table.words("held-for")
  /// What behind a place makes it part of the name of a street or a house.
  let houseAfter = table.words("house-after")
  /// Organizations whose congresses are called after a region behind them.
  let mass = table.words("mass-organization")
  /// What a city is called before its name, matched backwards.
  let capital = table.endings("capital")
  /// Fairs, matched backwards.
  let fair = table.endings("fair")
  /// Events of days, matched backwards, and what is done at them and is a meeting of its own.
  let hostEvent = table.endings("host-event")
  let ceremonyEnd = table.endings("ceremony-end")
  /// Those who come to a meeting as guests.
  let guests = table.words("guests")
  /// What stands before what a picture shows.
  let caption = table.endings("caption")
  /// Chambers of people from elsewhere, matched backwards.
  let originChamber = table.endings("origin-chamber")
  /// Words of welcome, in which other meetings are named.
  let welcome = table.words("welcome")
  /// Verbs of being there.
  let attending = table.words("attending")
  let attendingEnding = table.endings("attending")
  /// Verbs of being there that stand inside titles, too (社会力量参与养老推进会).
  let takingPart = table.endings("taking-part")
  /// What behind a verb of convening makes it one that only names the meeting.
  let conveneBar = table.words("convene-bar")
  /// Words that end as festivals and activities do and are none that is held.
  let notOccasion = table.endings("not-occasion")
  /// Heads that another one a few characters on takes into its title.
  let looseHead = table.words("loose-head")
  /// What opens a sentence that tells what stands behind the report.
  let background = table.words("background")
  /// What says that a meeting follows another one: one without a name, one with a name.
  let afterMeeting = table.words("after-meeting")
  let subsequent = table.words("subsequent")
  /// Lines below which other reports stand.
  let section = table.words("section")
  /// What the headline of a speech holds.
  let speechLine = table.words("speech-line")
  /// What is held where no title says so.
  let ceremony = table.words("ceremony")
  /// What says that a day is that of a cited meeting.
  let passingOn = table.words("passing-on")
  /// What is said of a year in which something began, or of one far off.
  let founding = table.words("founding")
  /// What is told in the next year of the one before.
  let settling = table.words("settling")
  let stop = table.scalars("title-stop")
  /// Those of `stop` that may be a piece of a longer word.
  let stopInside = table.scalars("stop-inside")
  /// Words that begin with them and may be in no general list.
  let stopWord = table.words("stop-word")

  init() {
    let heads =
      table["head"]
      + table["stem"].flatMap { stem in ["会", "大会", "会议", "(扩大)会", "(扩大)会议", "扩大会议"].map { stem + $0 } }
    head = WordTrie(words: heads)
    anyHead = WordTrie(words: heads + ["会"])
    headEnding = WordTrie(words: heads, reversed: true)
  }
}
