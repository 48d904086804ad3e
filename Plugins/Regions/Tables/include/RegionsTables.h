#ifndef TUPU_REGIONS_TABLES_H
#define TUPU_REGIONS_TABLES_H

/// The first byte of the plug-in's `plugin.yaml`, embedded.
const unsigned char *tupu_regions_manifest(void);
/// The number of its bytes.
long tupu_regions_manifest_count(void);

#endif
