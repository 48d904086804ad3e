#ifndef TUPU_CEDITLINE_SHIM_H
#define TUPU_CEDITLINE_SHIM_H
#include <editline/readline.h>
#include <locale.h>
#include <stdlib.h>

/// The library's settings are global variables, which Swift's checks of shared state forbid to touch.
static inline void tupu_editline_prepare(rl_completion_func_t *complete, const char *breaks) {
  setlocale(LC_CTYPE, "");
  // Without a locale of its own a terminal is taken for one of UTF-8, or no Chinese could be typed.
  if (MB_CUR_MAX == 1) setlocale(LC_CTYPE, "C.UTF-8");
  rl_attempted_completion_function = complete;
  // GNU's library reads the one, BSD's the other.
  rl_completer_word_break_characters = (char *)breaks;
  rl_basic_word_break_characters = (char *)breaks;
  using_history();
}

/// The line that is being edited.
static inline const char *tupu_editline_line(void) { return rl_line_buffer ? rl_line_buffer : ""; }

/// Keeps file names from being offered where there is nothing to complete, and a blank from being added.
static inline void tupu_editline_only(void) {
  rl_attempted_completion_over = 1;
  rl_completion_append_character = 0;
}

#endif
