#include "FoldingTables.h"

static const unsigned char table[] = {
#embed "folding.txt"
};

const unsigned char *tupu_folding_table(void) { return table; }
long tupu_folding_table_count(void) { return sizeof table; }
