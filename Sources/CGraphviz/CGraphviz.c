#include "CGraphviz.h"

#include <dlfcn.h>
#include <graphviz/gvc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct tupu_drawing {
  GVC_t *context;
  graph_t *graph;
  int laid_out;
};

static char messages[4096];
static size_t messages_length;

/* Graphviz hands its messages over in fragments. */
static int collect(char *fragment) {
  size_t length = fragment ? strlen(fragment) : 0;
  size_t room = sizeof messages - 1 - messages_length;
  if (length > room) length = room;
  memcpy(messages + messages_length, fragment, length);
  messages_length += length;
  messages[messages_length] = 0;
  return 0;
}

const char *tupu_graphviz_messages(void) { return messages; }

void tupu_graphviz_clear_messages(void) {
  messages_length = 0;
  messages[0] = 0;
}

const char *tupu_graphviz_version(void) {
  static char version[64];
  GVC_t *context = gvContext();
  const char *reported = gvcVersion(context);
  size_t i = 0;
  for (; reported && reported[i] && i + 1 < sizeof version; i++) version[i] = reported[i];
  version[i] = 0;
  gvFreeContext(context);
  return version;
}

tupu_drawing *tupu_drawing_open(const char *dot) {
  tupu_drawing *drawing = calloc(1, sizeof *drawing);
  if (!drawing) return NULL;
  agseterrf(collect);
  agseterr(AGWARN);
  drawing->context = gvContext();
  drawing->graph = drawing->context ? agmemread(dot) : NULL;
  if (drawing->graph) return drawing;
  tupu_drawing_close(drawing);
  return NULL;
}

int tupu_drawing_layout(tupu_drawing *drawing, const char *engine) {
  char *data = NULL;
  size_t length = 0;
  if (drawing->laid_out) return 1;
  if (gvLayout(drawing->context, drawing->graph, engine)) return 1;
  drawing->laid_out = 1;
  /* Writing DOT puts positions and sizes into the graph's attributes, where they can be read without its structs. */
  if (tupu_drawing_render(drawing, "dot", &data, &length)) return 1;
  tupu_bytes_free(data);
  return 0;
}

int tupu_drawing_size(tupu_drawing *drawing, double *left, double *bottom, double *right, double *top) {
  char *box = agget(drawing->graph, "bb");
  return box && sscanf(box, "%lf,%lf,%lf,%lf", left, bottom, right, top) == 4 ? 0 : 1;
}

int tupu_drawing_node_size(tupu_drawing *drawing, const char *name, double *width, double *height) {
  node_t *node = agnode(drawing->graph, (char *)name, 0);
  char *inches_wide = node ? agget(node, "width") : NULL;
  char *inches_high = node ? agget(node, "height") : NULL;
  if (!inches_wide || !inches_high) return 1;
  *width = atof(inches_wide) * 72;
  *height = atof(inches_high) * 72;
  return 0;
}

int tupu_drawing_render(tupu_drawing *drawing, const char *format, char **bytes, size_t *length) {
  /* Older releases fill an unsigned int here, newer ones a size_t: zeroed memory serves both on little-endian machines. */
  size_t filled = 0;
  void *count = &filled;
  *bytes = NULL;
  if (!drawing->laid_out || gvRenderData(drawing->context, drawing->graph, format, bytes, count)) return 1;
  *length = filled;
  return *bytes ? 0 : 1;
}

void tupu_bytes_free(char *bytes) {
  if (bytes) gvFreeRenderData(bytes);
}

void tupu_drawing_close(tupu_drawing *drawing) {
  if (!drawing) return;
  if (drawing->laid_out) gvFreeLayout(drawing->context, drawing->graph);
  if (drawing->graph) agclose(drawing->graph);
  if (drawing->context) gvFreeContext(drawing->context);
  free(drawing);
}

int tupu_font_exists(const char *pattern) {
  /* Opened at run time: Graphviz brings fontconfig along, so that no headers are needed to build. */
  typedef struct { int count, capacity; void **fonts; } font_set;
  void *library = dlopen("libfontconfig.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!library) return -1;
  void *(*parse)(const unsigned char *) = (void *(*)(const unsigned char *))dlsym(library, "FcNameParse");
  void *(*object_set)(void) = (void *(*)(void))dlsym(library, "FcObjectSetCreate");
  int (*add)(void *, const char *) = (int (*)(void *, const char *))dlsym(library, "FcObjectSetAdd");
  font_set *(*list)(void *, void *, void *) = (font_set * (*)(void *, void *, void *)) dlsym(library, "FcFontList");
  void (*free_set)(font_set *) = (void (*)(font_set *))dlsym(library, "FcFontSetDestroy");
  if (!parse || !object_set || !add || !list || !free_set) return -1;
  void *wanted = parse((const unsigned char *)pattern);
  void *objects = object_set();
  if (!wanted || !objects || !add(objects, "family")) return -1;
  font_set *found = list(NULL, wanted, objects);
  int exists = found && found->count > 0;
  if (found) free_set(found);
  return exists;
}
