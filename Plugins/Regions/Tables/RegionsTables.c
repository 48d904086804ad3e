#include "RegionsTables.h"

static const unsigned char manifest[] = {
#embed "../plugin.yaml"
};

const unsigned char *tupu_regions_manifest(void) { return manifest; }
long tupu_regions_manifest_count(void) { return sizeof manifest; }
