#include "DocumentsTables.h"

static const unsigned char manifest[] = {
#embed "../plugin.yaml"
};

static const unsigned char words[] = {
#embed "words.txt"
};

const unsigned char *tupu_documents_manifest(void) { return manifest; }
long tupu_documents_manifest_count(void) { return sizeof manifest; }

const unsigned char *tupu_documents_words(void) { return words; }
long tupu_documents_words_count(void) { return sizeof words; }
