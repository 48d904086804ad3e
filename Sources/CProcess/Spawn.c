#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int tupu_memory_file(void) { return memfd_create("tupu", MFD_CLOEXEC); }

int tupu_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

/* The child between fork and exec: nothing but calls that are safe there. Ends with an error number in `report`. */
static void become(const struct tupu_child *child, int report) {
  sigset_t none;
  int streams[3];
  sigemptyset(&none);
  if (setpgid(0, 0) != 0) goto failed;
  for (int i = 0; i < 3; i++) {
    /* Above the standard ones, so that none of them is overwritten before it is used. */
    streams[i] = fcntl(child->streams[i], F_DUPFD_CLOEXEC, 3);
    if (streams[i] < 0) goto failed;
  }
  for (int i = 0; i < 3; i++)
    if (dup2(streams[i], i) < 0) goto failed;
  /* Files that somebody forgot to mark; where the kernel is too old for it they stay open. */
  close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
  if (child->folder && chdir(child->folder) != 0) goto failed;
  struct rlimit limit = {0, 0};
  setrlimit(RLIMIT_CORE, &limit);
  if (child->memory) {
    limit.rlim_cur = limit.rlim_max = child->memory;
    if (setrlimit(RLIMIT_AS, &limit) != 0) goto failed;
  }
  signal(SIGPIPE, SIG_DFL);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(child->path, child->arguments, child->environment);
failed:;
  int reason = errno;
  while (write(report, &reason, sizeof reason) < 0 && errno == EINTR) {}
  _exit(127);
}

int tupu_spawn(const struct tupu_child *child) {
  int report[2];
  if (tupu_pipe(report) != 0) return -1;
  if (report[1] < 3) {
    int moved = fcntl(report[1], F_DUPFD_CLOEXEC, 3);
    close(report[1]);
    report[1] = moved;
  }
  pid_t process = fork();
  if (process == 0) become(child, report[1]);
  int reason = process < 0 ? errno : 0;
  close(report[1]);
  if (process > 0) {
    ssize_t count;
    do count = read(report[0], &reason, sizeof reason);
    while (count < 0 && errno == EINTR);
    if (count != sizeof reason) reason = 0;
    if (reason) while (waitpid(process, NULL, 0) < 0 && errno == EINTR) {}
    /* Both sides set the group, so that it is there whoever comes first. */
    else setpgid(process, process);
  }
  close(report[0]);
  if (!reason) return process;
  errno = reason;
  return -1;
}

long tupu_write(int file, const void *bytes, unsigned long count) {
  sigset_t pipe_signal, before, pending;
  sigemptyset(&pipe_signal);
  sigaddset(&pipe_signal, SIGPIPE);
  sigpending(&pending);
  if (sigismember(&pending, SIGPIPE)) return write(file, bytes, count);
  pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
  ssize_t written = write(file, bytes, count);
  int reason = errno;
  if (written < 0 && reason == EPIPE) {
    struct timespec now = {0, 0};
    while (sigtimedwait(&pipe_signal, NULL, &now) < 0 && errno == EINTR) {}
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = reason;
  return written;
}
