#include "OrganizationsTables.h"

static const unsigned char manifest[] = {
#embed "../plugin.yaml"
};

const unsigned char *tupu_organizations_manifest(void) { return manifest; }
long tupu_organizations_manifest_count(void) { return sizeof manifest; }
