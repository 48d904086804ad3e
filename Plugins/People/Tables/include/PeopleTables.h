#ifndef TUPU_PEOPLE_TABLES_H
#define TUPU_PEOPLE_TABLES_H

/// The first byte of the plug-in's `plugin.yaml`, embedded.
const unsigned char *tupu_people_manifest(void);
/// The number of its bytes.
long tupu_people_manifest_count(void);

/// The first byte of the word lists of posts and of what stands around names.
const unsigned char *tupu_people_words(void);
/// The number of its bytes.
long tupu_people_words_count(void);

/// The first byte of the table of surnames with their costs.
const unsigned char *tupu_people_surnames(void);
/// The number of its bytes.
long tupu_people_surnames_count(void);

/// The first byte of the table of characters of given and of transcribed names with their costs.
const unsigned char *tupu_people_given(void);
/// The number of its bytes.
long tupu_people_given_count(void);

#endif
