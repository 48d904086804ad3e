#include "MeetingsTables.h"

static const unsigned char manifest[] = {
#embed "../plugin.yaml"
};

const unsigned char *tupu_meetings_manifest(void) { return manifest; }
long tupu_meetings_manifest_count(void) { return sizeof manifest; }
