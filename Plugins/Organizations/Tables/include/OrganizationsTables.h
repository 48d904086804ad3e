#ifndef TUPU_ORGANIZATIONS_TABLES_H
#define TUPU_ORGANIZATIONS_TABLES_H

/// The first byte of the plug-in's `plugin.yaml`, embedded.
const unsigned char *tupu_organizations_manifest(void);
/// The number of its bytes.
long tupu_organizations_manifest_count(void);

/// The first byte of the word lists by which bodies are found.
const unsigned char *tupu_organizations_words(void);
/// The number of its bytes.
long tupu_organizations_words_count(void);

#endif
