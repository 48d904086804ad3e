#ifndef TUPU_PEOPLE_TABLES_H
#define TUPU_PEOPLE_TABLES_H

/// The first byte of the plug-in's `plugin.yaml`, embedded.
const unsigned char *tupu_people_manifest(void);
/// The number of its bytes.
long tupu_people_manifest_count(void);

#endif
