#include "ProjectsTables.h"

static const unsigned char manifest[] = {
#embed "../plugin.yaml"
};

const unsigned char *tupu_projects_manifest(void) { return manifest; }
long tupu_projects_manifest_count(void) { return sizeof manifest; }
