#ifndef TUPU_PROGRAMS_TABLES_H
#define TUPU_PROGRAMS_TABLES_H

/// The first byte of the plug-in's `plugin.yaml`, embedded.
const unsigned char *tupu_programs_manifest(void);
/// The number of its bytes.
long tupu_programs_manifest_count(void);

/// The first byte of the plug-in's `rules.yaml`, embedded.
const unsigned char *tupu_programs_rules(void);
/// The number of its bytes.
long tupu_programs_rules_count(void);

/// The first byte of the plug-in's word lists, embedded.
const unsigned char *tupu_programs_words(void);
/// The number of their bytes.
long tupu_programs_words_count(void);

#endif
