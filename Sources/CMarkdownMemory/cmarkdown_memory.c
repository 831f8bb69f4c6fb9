#include "cmarkdown_memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The bytes of the first block, and those that may wait for the next document.
enum { BLOCK = 1 << 18, KEPT = 1 << 22, ALIGNMENT = 16 };

typedef struct block {
  struct block *before;
  size_t capacity;
} block;

// Before each piece: how many bytes it has.
typedef struct { size_t size; } piece;

struct cmarkdown_memory {
  block *last;
  size_t used;           // bytes of the last block, its head included
  char *newest;          // the piece that was given last; it may still grow or go
  cmarkdown_memory *outer;
};

static _Thread_local cmarkdown_memory *current;

static size_t aligned(size_t size) { return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1); }

static const size_t BLOCK_HEAD = (sizeof(block) + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
static const size_t PIECE_HEAD = (sizeof(piece) + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);

static void fail(void) {
  fputs("daybrief: no memory for a page\n", stderr);
  abort();
}

static size_t *size_of(void *pointer) { return &((piece *)((char *)pointer - PIECE_HEAD))->size; }

static void *take(size_t size) {
  cmarkdown_memory *memory = current;
  if (memory == NULL || size > SIZE_MAX / 4) fail();
  size_t needed = PIECE_HEAD + aligned(size);
  if (memory->last == NULL || memory->last->capacity - memory->used < needed) {
    // Twice the last, so that the next document of the size fits in the one that is kept.
    size_t capacity = memory->last == NULL ? BLOCK : 2 * memory->last->capacity;
    if (capacity < BLOCK_HEAD + needed) capacity = BLOCK_HEAD + 2 * needed;
    block *new = malloc(capacity);
    if (new == NULL) fail();
    new->before = memory->last;
    new->capacity = capacity;
    memory->last = new;
    memory->used = BLOCK_HEAD;
  }
  char *pointer = (char *)memory->last + memory->used + PIECE_HEAD;
  memory->used += needed;
  memory->newest = pointer;
  *size_of(pointer) = size;
  return pointer;
}

static void *take_zeroed(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / 4 / size) fail();
  void *pointer = take(count * size);
  memset(pointer, 0, count * size);
  return pointer;
}

static void *resize(void *pointer, size_t size) {
  if (pointer == NULL) return take(size);
  size_t before = *size_of(pointer);
  if (size <= before) return pointer;
  cmarkdown_memory *memory = current;
  if (memory != NULL && pointer == memory->newest && size < SIZE_MAX / 4) {
    size_t end = (size_t)((char *)pointer - (char *)memory->last) + aligned(size);
    if (end <= memory->last->capacity) {
      memory->used = end;
      *size_of(pointer) = size;
      return pointer;
    }
  }
  void *larger = take(size);
  memcpy(larger, pointer, before);
  return larger;
}

static void give_back(void *pointer) {
  cmarkdown_memory *memory = current;
  if (pointer == NULL || memory == NULL || pointer != memory->newest) return;
  memory->used = (size_t)((char *)pointer - (char *)memory->last) - PIECE_HEAD;
  memory->newest = NULL;
}

static void release(block *from) {
  while (from != NULL) {
    block *before = from->before;
    free(from);
    from = before;
  }
}

cmarkdown_memory *cmarkdown_memory_new(void) { return calloc(1, sizeof(cmarkdown_memory)); }

void cmarkdown_memory_free(cmarkdown_memory *memory) {
  if (memory == NULL) return;
  release(memory->last);
  free(memory);
}

void cmarkdown_memory_open(cmarkdown_memory *memory) {
  memory->outer = current;
  current = memory;
}

void cmarkdown_memory_close(cmarkdown_memory *memory) {
  current = memory->outer;
  memory->newest = NULL;
  if (memory->last == NULL) return;
  // The block that was needed last is the largest.
  release(memory->last->before);
  memory->last->before = NULL;
  memory->used = BLOCK_HEAD;
  if (memory->last->capacity > KEPT) {
    free(memory->last);
    memory->last = NULL;
  }
}

cmark_mem *cmarkdown_allocator(void) {
  static cmark_mem allocator = {take_zeroed, resize, give_back};
  return &allocator;
}
