#include "EnterprisesTables.h"

static const unsigned char manifest[] = {
#embed "../plugin.yaml"
};

const unsigned char *tupu_enterprises_manifest(void) { return manifest; }
long tupu_enterprises_manifest_count(void) { return sizeof manifest; }
