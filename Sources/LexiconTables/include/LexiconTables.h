#ifndef TUPU_LEXICON_TABLES_H
#define TUPU_LEXICON_TABLES_H

/// The first byte of the general word list, made by `Scripts/derive-lexicon`.
const unsigned char *tupu_lexicon_words(void);
/// The number of its bytes.
long tupu_lexicon_words_count(void);

/// The first byte of the list of words that can and cannot stand inside names.
const unsigned char *tupu_lexicon_naming(void);
/// The number of its bytes.
long tupu_lexicon_naming_count(void);

#endif
