#ifndef TUPU_FOLDING_TABLES_H
#define TUPU_FOLDING_TABLES_H

/// The first byte of `folding.txt`, embedded: UTF-8, comment lines with `#`, then a line a pair of characters.
const unsigned char *tupu_folding_table(void);
/// The number of its bytes.
long tupu_folding_table_count(void);

#endif
