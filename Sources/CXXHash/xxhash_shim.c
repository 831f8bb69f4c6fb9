#define XXH_INLINE_ALL
#include <xxhash.h>

#include "CXXHash.h"

uint64_t cxxhash_64(const void *bytes, size_t length) { return XXH3_64bits(bytes, length); }

uint64_t cxxhash_64_from(const void *bytes, size_t length, uint64_t seed) {
  return XXH3_64bits_withSeed(bytes, length, seed);
}

cxxhash_digest cxxhash_128(const void *bytes, size_t length) {
  XXH128_hash_t hash = XXH3_128bits(bytes, length);
  cxxhash_digest digest = {hash.high64, hash.low64};
  return digest;
}
