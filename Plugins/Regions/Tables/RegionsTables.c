#include "RegionsTables.h"

static const unsigned char manifest[] = {
#embed "../plugin.yaml"
};
static const unsigned char divisions[] = {
#embed "divisions.tsv"
};
static const unsigned char forms[] = {
#embed "forms.tsv"
};
static const unsigned char towns[] = {
#embed "towns.tsv"
};
static const unsigned char words[] = {
#embed "words.txt"
};

const unsigned char *tupu_regions_manifest(void) { return manifest; }
long tupu_regions_manifest_count(void) { return sizeof manifest; }
const unsigned char *tupu_regions_divisions(void) { return divisions; }
long tupu_regions_divisions_count(void) { return sizeof divisions; }
const unsigned char *tupu_regions_forms(void) { return forms; }
long tupu_regions_forms_count(void) { return sizeof forms; }
const unsigned char *tupu_regions_towns(void) { return towns; }
long tupu_regions_towns_count(void) { return sizeof towns; }
const unsigned char *tupu_regions_words(void) { return words; }
long tupu_regions_words_count(void) { return sizeof words; }
