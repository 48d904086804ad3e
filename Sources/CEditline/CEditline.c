#include "CEditline.h"

#include <dlfcn.h>
#include <editline/readline.h>
#include <locale.h>
#include <stdlib.h>

/* The library is opened by a shell that a person types into: all other runs start without it. */
#define EACH_NAME(DO)                                                                                   \
  DO(readline) DO(add_history) DO(read_history) DO(write_history) DO(stifle_history) DO(using_history) \
  DO(rl_attempted_completion_function) DO(rl_completer_word_break_characters) DO(rl_basic_word_break_characters) \
  DO(rl_line_buffer) DO(rl_attempted_completion_over) DO(rl_completion_append_character)

#define POINTER(name) __typeof__(&name) name;
static struct {
  EACH_NAME(POINTER)
} editor;
#undef POINTER

static int find_all(void) {
  static const char *const names[] = {"libedit.so.2", "libedit.so.0", "libedit.so"};
  void *library = NULL;
  int missing = 0;
  for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++) library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
#define FIND(name) missing |= !(editor.name = (__typeof__(editor.name))dlsym(library, #name));
  EACH_NAME(FIND)
#undef FIND
  return !missing;
}

int tupu_editline_open(tupu_completer *complete, const char *breaks) {
  if (!find_all()) return 0;
  setlocale(LC_CTYPE, "");
  /* Without a locale of its own a terminal is taken for one of UTF-8, or no Chinese could be typed. */
  if (MB_CUR_MAX == 1) setlocale(LC_CTYPE, "C.UTF-8");
  *editor.rl_attempted_completion_function = complete;
  /* GNU's library reads the one, BSD's the other. */
  *editor.rl_completer_word_break_characters = (char *)breaks;
  *editor.rl_basic_word_break_characters = (char *)breaks;
  editor.using_history();
  return 1;
}

char *tupu_editline_read(const char *prompt) { return editor.readline(prompt); }

const char *tupu_editline_line(void) { return *editor.rl_line_buffer ? *editor.rl_line_buffer : ""; }

void tupu_editline_only(void) {
  *editor.rl_attempted_completion_over = 1;
  *editor.rl_completion_append_character = 0;
}

void tupu_history_read(const char *path) { editor.read_history(path); }
void tupu_history_write(const char *path) { editor.write_history(path); }
void tupu_history_add(const char *line) { editor.add_history(line); }
void tupu_history_limit(int lines) { editor.stifle_history(lines); }
