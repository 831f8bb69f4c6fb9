#include "ccompression.h"

#include <brotli/encode.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

// A gzip header and trailer, and zlib's own bound, fit into this beside what brotli needs.
static const size_t frame = 64;

size_t ccompression_bound(size_t size) {
  size_t brotli = BrotliEncoderMaxCompressedSize(size);
  size_t gzip = compressBound(size) + frame;
  return brotli > gzip ? brotli : gzip;
}

size_t ccompression_gzip(const uint8_t *bytes, size_t size, uint8_t *into, size_t room) {
  if (size > UINT_MAX || room > UINT_MAX) return 0;
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  // 15 bits of window, 16 for the gzip frame; its default header has neither time nor name.
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)size;
  stream.next_out = into;
  stream.avail_out = (uInt)room;
  int result = deflate(&stream, Z_FINISH);
  size_t written = stream.total_out;
  deflateEnd(&stream);
  return result == Z_STREAM_END ? written : 0;
}

ccompression_reader *ccompression_read_begin(int descriptor) {
  gzFile file = gzdopen(descriptor, "rb");
  if (!file) {
    close(descriptor);
    return NULL;
  }
  gzbuffer(file, 1 << 17);
  return (ccompression_reader *)file;
}

long ccompression_read(ccompression_reader *reader, uint8_t *into, size_t room) {
  gzFile file = (gzFile)reader;
  int got = gzread(file, into, room > INT_MAX ? INT_MAX : (unsigned)room);
  if (got > 0) return got;
  int error = Z_OK;
  gzerror(file, &error);
  // At the end of a file that is cut off, zlib asks for more.
  return got == 0 && error == Z_OK ? 0 : -1;
}

void ccompression_read_end(ccompression_reader *reader) { gzclose((gzFile)reader); }

// Of 11 steps; the last two take ten times as long for some three per cent less.
static const int quality = 9;

size_t ccompression_brotli(const uint8_t *bytes, size_t size, uint8_t *into, size_t room) {
  size_t written = room;
  if (!BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, size, bytes, &written, into)) return 0;
  return written;
}
