#include "LexiconTables.h"

static const unsigned char words[] = {
#embed "words.txt"
};

const unsigned char *tupu_lexicon_words(void) { return words; }
long tupu_lexicon_words_count(void) { return sizeof words; }

static const unsigned char naming[] = {
#embed "naming.txt"
};

const unsigned char *tupu_lexicon_naming(void) { return naming; }
long tupu_lexicon_naming_count(void) { return sizeof naming; }
