#include "EnterprisesTables.h"

static const unsigned char manifest[] = {
#embed "../plugin.yaml"
};

static const unsigned char words[] = {
#embed "enterprises.txt"
};

const unsigned char *tupu_enterprises_manifest(void) { return manifest; }
long tupu_enterprises_manifest_count(void) { return sizeof manifest; }

const unsigned char *tupu_enterprises_words(void) { return words; }
long tupu_enterprises_words_count(void) { return sizeof words; }
