#include "PeopleTables.h"

static const unsigned char manifest[] = {
#embed "../plugin.yaml"
};

static const unsigned char words[] = {
#embed "people.txt"
};

static const unsigned char surnames[] = {
#embed "surnames.tsv"
};

static const unsigned char given[] = {
#embed "given.tsv"
};

const unsigned char *tupu_people_manifest(void) { return manifest; }
long tupu_people_manifest_count(void) { return sizeof manifest; }

const unsigned char *tupu_people_words(void) { return words; }
long tupu_people_words_count(void) { return sizeof words; }

const unsigned char *tupu_people_surnames(void) { return surnames; }
long tupu_people_surnames_count(void) { return sizeof surnames; }

const unsigned char *tupu_people_given(void) { return given; }
long tupu_people_given_count(void) { return sizeof given; }
