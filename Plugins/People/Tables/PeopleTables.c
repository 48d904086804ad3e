#include "PeopleTables.h"

static const unsigned char manifest[] = {
#embed "../plugin.yaml"
};

const unsigned char *tupu_people_manifest(void) { return manifest; }
long tupu_people_manifest_count(void) { return sizeof manifest; }
