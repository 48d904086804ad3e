#ifndef TUPU_CDIGEST_H
#define TUPU_CDIGEST_H

#include <stddef.h>
#include <stdint.h>

/// Runs SHA-256's compression (FIPS 180-4) over whole blocks of 64 bytes with the processor's own instructions.
///
/// Returns 0, and changes nothing, where the processor has none.
int tupu_sha256_blocks(uint32_t state[8], const uint8_t *blocks, size_t count);

/// The 64 constants of the rounds.
const uint32_t *tupu_sha256_constants(void);

#endif
