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

/// Asks the processor to bring the memory at an address near, where it is not; a hint that never fails.
static inline void tupu_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
