#ifndef TUPU_CYAML_SHIM_H
#define TUPU_CYAML_SHIM_H

#include <yaml.h>

#endif
