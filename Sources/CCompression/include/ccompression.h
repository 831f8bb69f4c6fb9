#ifndef CCOMPRESSION_H
#define CCOMPRESSION_H

#include <stddef.h>
#include <stdint.h>

// The most bytes that compressing `size` bytes can take, by either way.
size_t ccompression_bound(size_t size);

// Compresses as a .gz file without time and name, so that the same bytes give the same file.
// The number of bytes written, or 0 where there is no room or no memory.
size_t ccompression_gzip(const uint8_t *bytes, size_t size, uint8_t *into, size_t room);

// Compresses as a .br file. The number of bytes written, or 0 where there is no room or no memory.
size_t ccompression_brotli(const uint8_t *bytes, size_t size, uint8_t *into, size_t room);

#endif
