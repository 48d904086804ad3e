import Extraction
import RegionsTables

/// The word lists of `Tables/words.txt`.
enum RegionWords {
  static let table = WordLists(EmbeddedFile(tupu_regions_words(), count: tupu_regions_words_count()))
}
