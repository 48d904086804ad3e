#ifndef TUPU_CGRAPHVIZ_H
#define TUPU_CGRAPHVIZ_H

#include <stddef.h>

/// A graph read from DOT, perhaps laid out. Graphviz keeps global state: one thread of a process may use these functions.
typedef struct tupu_drawing tupu_drawing;

/// Reads DOT in UTF-8; NULL where it is none.
tupu_drawing *tupu_drawing_open(const char *dot);
/// Lays the graph out by an engine (`dot`, `sfdp`, `nop2` …); 0 when done.
int tupu_drawing_layout(tupu_drawing *drawing, const char *engine);
/// The corners of a laid out drawing in points, y upwards; 0 when known.
int tupu_drawing_size(tupu_drawing *drawing, double *left, double *bottom, double *right, double *top);
/// Width and height of a node of a laid out drawing in points; 0 when known.
int tupu_drawing_node_size(tupu_drawing *drawing, const char *name, double *width, double *height);
/// Writes a laid out drawing (`svg`, `png`, `pdf`, `dot` …) into memory that `tupu_bytes_free` releases; 0 when done.
int tupu_drawing_render(tupu_drawing *drawing, const char *format, char **bytes, size_t *length);
/// Releases what `tupu_drawing_render` gave.
void tupu_bytes_free(char *bytes);
/// Releases a drawing.
void tupu_drawing_close(tupu_drawing *drawing);

/// What Graphviz has complained of since the last call of `tupu_graphviz_clear_messages`, cut at 4 KiB.
const char *tupu_graphviz_messages(void);
/// Forgets the complaints.
void tupu_graphviz_clear_messages(void);

/// Whether fontconfig knows a font for a language (`zh-cn`) or a family: 1 or 0, or -1 where fontconfig is not there to ask.
int tupu_font_exists(const char *pattern);

#endif
