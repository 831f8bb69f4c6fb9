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

// A file that is read on, decompressed where it is a .gz file (of one member or several), as it is where it is not.
typedef struct ccompression_reader ccompression_reader;

// Begins to read an open file, which it closes at the end. NULL where there is no memory; the file is closed then too.
ccompression_reader *ccompression_read_begin(int descriptor);

// Up to `room` bytes more: how many, 0 at the end, -1 where the file is damaged, cut off or cannot be read.
long ccompression_read(ccompression_reader *reader, uint8_t *into, size_t room);

// Ends reading.
void ccompression_read_end(ccompression_reader *reader);

#endif
