#ifndef TUPU_CGRAPHVIZ_H
#define TUPU_CGRAPHVIZ_H

/// The version of the linked Graphviz, as the library itself reports it.
const char *tupu_graphviz_version(void);

#endif
