#ifndef TUPU_REGIONS_TABLES_H
#define TUPU_REGIONS_TABLES_H

/// The first byte of the plug-in's `plugin.yaml`, embedded.
const unsigned char *tupu_regions_manifest(void);
/// The number of its bytes.
long tupu_regions_manifest_count(void);
/// The first byte of `divisions.tsv`, embedded.
const unsigned char *tupu_regions_divisions(void);
/// The number of its bytes.
long tupu_regions_divisions_count(void);
/// The first byte of `forms.tsv`, embedded.
const unsigned char *tupu_regions_forms(void);
/// The number of its bytes.
long tupu_regions_forms_count(void);
/// The first byte of `towns.tsv`, embedded.
const unsigned char *tupu_regions_towns(void);
/// The number of its bytes.
long tupu_regions_towns_count(void);
/// The first byte of `words.txt`, embedded.
const unsigned char *tupu_regions_words(void);
/// The number of its bytes.
long tupu_regions_words_count(void);

#endif
