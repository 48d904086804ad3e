#include "ZonesTables.h"

static const unsigned char manifest[] = {
#embed "../plugin.yaml"
};

static const unsigned char rules[] = {
#embed "../rules.yaml"
};

static const unsigned char words[] = {
#embed "zones.txt"
};

const unsigned char *tupu_zones_manifest(void) { return manifest; }
long tupu_zones_manifest_count(void) { return sizeof manifest; }

const unsigned char *tupu_zones_rules(void) { return rules; }
long tupu_zones_rules_count(void) { return sizeof rules; }

const unsigned char *tupu_zones_words(void) { return words; }
long tupu_zones_words_count(void) { return sizeof words; }
