#ifndef TUPU_CXML_SHIM_H
#define TUPU_CXML_SHIM_H
#include <libxml2/libxml/HTMLparser.h>
#include <libxml2/libxml/tree.h>
#endif
