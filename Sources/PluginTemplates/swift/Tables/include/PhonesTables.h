#ifndef TUPU_PHONES_TABLES_H
#define TUPU_PHONES_TABLES_H

/// The plug-in's `plugin.yaml`.
const unsigned char *tupu_phones_manifest(void);
/// Its size in bytes.
long tupu_phones_manifest_count(void);

#endif
