#define _GNU_SOURCE
#include "CGraphviz.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

int tupu_memory_file(void) { return memfd_create("tupu", MFD_CLOEXEC); }

int tupu_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }
