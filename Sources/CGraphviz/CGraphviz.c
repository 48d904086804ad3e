#include "CGraphviz.h"

#include <dlfcn.h>
#include <graphviz/gvc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The library and the dozen others that it brings are opened by the process that draws: all others start without them. */
#define EACH_FUNCTION(DO)                                                                                        \
  DO(gvContext) DO(gvFreeContext) DO(gvLayout) DO(gvRenderData) DO(gvFreeRenderData) DO(gvFreeLayout) \
  DO(agseterrf) DO(agseterr) DO(agmemread) DO(agget) DO(agnode) DO(agclose)

#define POINTER(name) __typeof__(&name) name;
static struct {
  EACH_FUNCTION(POINTER)
} graphviz;
#undef POINTER

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

/* Opens the library where that was not done yet; 0 where it is not there, which the messages then tell. */
static int open_library(void) {
  static int is_open = 0;
  static const char *const names[] = {"libgvc.so.6", "libgvc.so.7", "libgvc.so"};
  void *library = NULL;
  int missing = 0;
  if (is_open) return 1;
  for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++) {
    library = dlopen(names[i], RTLD_NOW | RTLD_GLOBAL);
    if (!library && i == 0) collect(dlerror());
  }
  if (!library) return 0;
#define FIND(name) missing |= !(graphviz.name = (__typeof__(graphviz.name))dlsym(library, #name));
  EACH_FUNCTION(FIND)
#undef FIND
  if (missing) collect("libgvc lacks a function");
  is_open = !missing;
  return is_open;
}

const char *tupu_graphviz_messages(void) { return messages; }

void tupu_graphviz_clear_messages(void) {
  messages_length = 0;
  messages[0] = 0;
}

tupu_drawing *tupu_drawing_open(const char *dot) {
  tupu_drawing *drawing = calloc(1, sizeof *drawing);
  if (!drawing) return NULL;
  if (!open_library()) {
    free(drawing);
    return NULL;
  }
  graphviz.agseterrf(collect);
  graphviz.agseterr(AGWARN);
  drawing->context = graphviz.gvContext();
  drawing->graph = drawing->context ? graphviz.agmemread(dot) : NULL;
  if (drawing->graph) return drawing;
  tupu_drawing_close(drawing);
  return NULL;
}

int tupu_drawing_layout(tupu_drawing *drawing, const char *engine) {
  char *data = NULL;
  size_t length = 0;
  if (drawing->laid_out) return 1;
  if (graphviz.gvLayout(drawing->context, drawing->graph, engine)) return 1;
  drawing->laid_out = 1;
  /* Writing DOT puts positions and sizes into the graph's attributes, where they can be read without its structs. */
  if (tupu_drawing_render(drawing, "dot", &data, &length)) return 1;
  tupu_bytes_free(data);
  return 0;
}

int tupu_drawing_size(tupu_drawing *drawing, double *left, double *bottom, double *right, double *top) {
  char *box = graphviz.agget(drawing->graph, "bb");
  return box && sscanf(box, "%lf,%lf,%lf,%lf", left, bottom, right, top) == 4 ? 0 : 1;
}

int tupu_drawing_node_size(tupu_drawing *drawing, const char *name, double *width, double *height) {
  node_t *node = graphviz.agnode(drawing->graph, (char *)name, 0);
  char *inches_wide = node ? graphviz.agget(node, "width") : NULL;
  char *inches_high = node ? graphviz.agget(node, "height") : NULL;
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
  if (!drawing->laid_out || graphviz.gvRenderData(drawing->context, drawing->graph, format, bytes, count)) return 1;
  *length = filled;
  return *bytes ? 0 : 1;
}

void tupu_bytes_free(char *bytes) {
  if (bytes) graphviz.gvFreeRenderData(bytes);
}

void tupu_drawing_close(tupu_drawing *drawing) {
  if (!drawing) return;
  if (drawing->laid_out) graphviz.gvFreeLayout(drawing->context, drawing->graph);
  if (drawing->graph) graphviz.agclose(drawing->graph);
  if (drawing->context) graphviz.gvFreeContext(drawing->context);
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
