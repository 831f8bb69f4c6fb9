// Plain names for xxHash (Yann Collet; BSD 2-Clause), compiled in place: no library is linked.
#ifndef CXXHASH_H
#define CXXHASH_H

#include <stddef.h>
#include <stdint.h>

/// 128 bits.
typedef struct {
  uint64_t high;
  uint64_t low;
} cxxhash_digest;

/// XXH3, 64 bits, of some bytes.
uint64_t cxxhash_64(const void *bytes, size_t length);
/// XXH3, 64 bits, of some bytes, going on from another value.
uint64_t cxxhash_64_from(const void *bytes, size_t length, uint64_t seed);
/// XXH3, 128 bits, of some bytes.
cxxhash_digest cxxhash_128(const void *bytes, size_t length);

#endif
