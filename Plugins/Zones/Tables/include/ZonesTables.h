#ifndef TUPU_ZONES_TABLES_H
#define TUPU_ZONES_TABLES_H

/// The first byte of the plug-in's `plugin.yaml`, embedded.
const unsigned char *tupu_zones_manifest(void);
/// The number of its bytes.
long tupu_zones_manifest_count(void);

/// The first byte of the plug-in's `rules.yaml`, embedded.
const unsigned char *tupu_zones_rules(void);
/// The number of its bytes.
long tupu_zones_rules_count(void);

/// The first byte of the plug-in's word lists.
const unsigned char *tupu_zones_words(void);
/// The number of its bytes.
long tupu_zones_words_count(void);

#endif
