#ifndef TUPU_MEETINGS_TABLES_H
#define TUPU_MEETINGS_TABLES_H

/// The first byte of the plug-in's `plugin.yaml`, embedded.
const unsigned char *tupu_meetings_manifest(void);
/// The number of its bytes.
long tupu_meetings_manifest_count(void);

/// The first byte of the plug-in's word lists, embedded.
const unsigned char *tupu_meetings_words(void);
/// The number of their bytes.
long tupu_meetings_words_count(void);

#endif
