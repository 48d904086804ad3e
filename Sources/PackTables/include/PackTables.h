#ifndef TUPU_PACK_TABLES_H
#define TUPU_PACK_TABLES_H

// A file of a rule pack that comes with the program.
struct tupu_pack_file {
  // The folder in Plugins/, and the file's path inside it.
  const char *pack;
  const char *name;
  const unsigned char *bytes;
  long count;
};

// The files of all packs, those of one pack next to each other.
const struct tupu_pack_file *tupu_pack_files(void);
long tupu_pack_files_count(void);

#endif
