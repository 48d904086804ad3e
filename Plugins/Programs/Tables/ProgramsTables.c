#include "ProgramsTables.h"

static const unsigned char manifest[] = {
#embed "../plugin.yaml"
};

const unsigned char *tupu_programs_manifest(void) { return manifest; }
long tupu_programs_manifest_count(void) { return sizeof manifest; }
