#ifndef TUPU_CZLIB_SHIM_H
#define TUPU_CZLIB_SHIM_H

#include <zlib.h>

/// Prepares to unpack raw deflate data (`bits` -15) or gzip data (`bits` 31); `inflateInit2` is a macro.
static inline int tupu_inflate_begin(z_stream *stream, int bits) { return inflateInit2(stream, bits); }

#endif
