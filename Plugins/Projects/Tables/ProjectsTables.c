#include "ProjectsTables.h"

static const unsigned char manifest[] = {
#embed "../plugin.yaml"
};

static const unsigned char rules[] = {
#embed "../rules.yaml"
};

static const unsigned char words[] = {
#embed "words.txt"
};

const unsigned char *tupu_projects_manifest(void) { return manifest; }
long tupu_projects_manifest_count(void) { return sizeof manifest; }

const unsigned char *tupu_projects_rules(void) { return rules; }
long tupu_projects_rules_count(void) { return sizeof rules; }

const unsigned char *tupu_projects_words(void) { return words; }
long tupu_projects_words_count(void) { return sizeof words; }
