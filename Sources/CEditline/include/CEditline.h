#ifndef TUPU_CEDITLINE_H
#define TUPU_CEDITLINE_H

/// Offers completions of a word that stands from one place of the line to another: the common beginning, then the candidates,
/// then NULL, all of which the library frees.
typedef char **tupu_completer(const char *word, int start, int end);

/// Opens the line editor and sets it up for a terminal; 0 where it is not installed, and then nothing else may be called.
int tupu_editline_open(tupu_completer *complete, const char *breaks);
/// Reads a line, which the caller frees; NULL at the end of input.
char *tupu_editline_read(const char *prompt);
/// The line that is being edited.
const char *tupu_editline_line(void);
/// Keeps file names from being offered where there is nothing to complete, and a blank from being added.
void tupu_editline_only(void);

/// Reads the history from a file.
void tupu_history_read(const char *path);
/// Writes the history to a file.
void tupu_history_write(const char *path);
/// Adds a line to the history.
void tupu_history_add(const char *line);
/// Keeps so many lines of the history.
void tupu_history_limit(int lines);

#endif
