#ifndef TUPU_PROJECTS_TABLES_H
#define TUPU_PROJECTS_TABLES_H

/// The first byte of the plug-in's `plugin.yaml`, embedded.
const unsigned char *tupu_projects_manifest(void);
/// The number of its bytes.
long tupu_projects_manifest_count(void);

/// The first byte of the plug-in's `rules.yaml`, embedded.
const unsigned char *tupu_projects_rules(void);
/// The number of its bytes.
long tupu_projects_rules_count(void);

/// The first byte of the plug-in's word lists, embedded.
const unsigned char *tupu_projects_words(void);
/// The number of their bytes.
long tupu_projects_words_count(void);

#endif
