#include "CGraphviz.h"
#include <graphviz/gvc.h>

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
