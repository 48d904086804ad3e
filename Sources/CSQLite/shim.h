#ifndef TUPU_CSQLITE_SHIM_H
#define TUPU_CSQLITE_SHIM_H
#include <sqlite3.h>
#include <stddef.h>

/// `SQLITE_TRANSIENT` is a cast macro that Swift cannot import.
static inline sqlite3_destructor_type tupu_sqlite_transient(void) { return SQLITE_TRANSIENT; }

/// `sqlite3_db_config` is variadic, which Swift cannot call.
static inline int tupu_sqlite_configure(sqlite3 *db, int option, int value) {
  return sqlite3_db_config(db, option, value, (int *)0);
}

/// Has SQLite count no memory, which takes a lock at every allocation; without effect once SQLite was used.
static inline int tupu_sqlite_skip_memory_statistics(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

/// `memmem`, which glibc declares only where `_GNU_SOURCE` is defined.
void *memmem(const void *haystack, size_t haystacklen, const void *needle, size_t needlelen);
static inline const void *tupu_find(const void *bytes, size_t count, const void *wanted, size_t length) {
  return memmem(bytes, count, wanted, length);
}

#endif
