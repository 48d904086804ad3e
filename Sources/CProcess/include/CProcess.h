#ifndef TUPU_CPROCESS_H
#define TUPU_CPROCESS_H

/// What a child process is started with.
struct tupu_child {
  /// The program's path; `PATH` is not looked at.
  const char *path;
  /// Its arguments, its own name first, NULL last.
  char *const *arguments;
  /// Its environment, NULL last.
  char *const *environment;
  /// The folder in which it runs; NULL: the parent's.
  const char *folder;
  /// What become its standard input, output and error.
  int streams[3];
  /// Bytes of address space that it may use; 0: no limit of its own.
  unsigned long long memory;
};

/// Starts a child in a process group of its own, with no signal blocked and no other file of the parent open.
///
/// Returns its number, or -1 with `errno` where it could not be started (a missing program included).
int tupu_spawn(const struct tupu_child *child);

/// A file in memory that has no name and is closed on exec; -1 with `errno` where there can be none.
int tupu_memory_file(void);

/// A pipe, both ends closed on exec; -1 with `errno` where there can be none.
int tupu_pipe(int ends[2]);

/// Writes without raising SIGPIPE where nobody reads any more: returns -1 with `errno` EPIPE.
long tupu_write(int file, const void *bytes, unsigned long count);

#endif
