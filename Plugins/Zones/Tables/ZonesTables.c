#include "ZonesTables.h"

static const unsigned char manifest[] = {
#embed "../plugin.yaml"
};

const unsigned char *tupu_zones_manifest(void) { return manifest; }
long tupu_zones_manifest_count(void) { return sizeof manifest; }
