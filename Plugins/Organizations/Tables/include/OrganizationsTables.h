#ifndef TUPU_ORGANIZATIONS_TABLES_H
#define TUPU_ORGANIZATIONS_TABLES_H

/// The first byte of the plug-in's `plugin.yaml`, embedded.
const unsigned char *tupu_organizations_manifest(void);
/// The number of its bytes.
long tupu_organizations_manifest_count(void);

#endif
