#include "ProgramsTables.h"

static const unsigned char manifest[] = {
#embed "../plugin.yaml"
};

static const unsigned char rules[] = {
#embed "../rules.yaml"
};

static const unsigned char words[] = {
#embed "words.txt"
};

const unsigned char *tupu_programs_manifest(void) { return manifest; }
long tupu_programs_manifest_count(void) { return sizeof manifest; }

const unsigned char *tupu_programs_rules(void) { return rules; }
long tupu_programs_rules_count(void) { return sizeof rules; }

const unsigned char *tupu_programs_words(void) { return words; }
long tupu_programs_words_count(void) { return sizeof words; }
