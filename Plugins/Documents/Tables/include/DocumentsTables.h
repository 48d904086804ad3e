#ifndef TUPU_DOCUMENTS_TABLES_H
#define TUPU_DOCUMENTS_TABLES_H

/// The first byte of the plug-in's `plugin.yaml`, embedded.
const unsigned char *tupu_documents_manifest(void);
/// The number of its bytes.
long tupu_documents_manifest_count(void);

/// The first byte of the plug-in's word lists.
const unsigned char *tupu_documents_words(void);
/// The number of its bytes.
long tupu_documents_words_count(void);

#endif
