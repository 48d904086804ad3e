#include "OrganizationsTables.h"

static const unsigned char manifest[] = {
#embed "../plugin.yaml"
};

static const unsigned char words[] = {
#embed "organizations.txt"
};

const unsigned char *tupu_organizations_manifest(void) { return manifest; }
long tupu_organizations_manifest_count(void) { return sizeof manifest; }

const unsigned char *tupu_organizations_words(void) { return words; }
long tupu_organizations_words_count(void) { return sizeof words; }
