#include "PhonesTables.h"

static const unsigned char manifest[] = {
#embed "../plugin.yaml"
};

const unsigned char *tupu_phones_manifest(void) { return manifest; }
long tupu_phones_manifest_count(void) { return sizeof manifest; }
