// Memory for libcmark's documents: nodes and texts one behind the other, given back together.
#ifndef CMARKDOWN_MEMORY_H
#define CMARKDOWN_MEMORY_H
#include <cmark.h>

typedef struct cmarkdown_memory cmarkdown_memory;

// Memory with nothing in it; NULL where there is none.
cmarkdown_memory *cmarkdown_memory_new(void);
void cmarkdown_memory_free(cmarkdown_memory *memory);

// From here until it is closed, what `cmarkdown_allocator` is asked for on this thread lies in `memory`. One that is open
// on the thread already waits until this one is closed.
void cmarkdown_memory_open(cmarkdown_memory *memory);
// Gives back all that lies in it.
void cmarkdown_memory_close(cmarkdown_memory *memory);

// What libcmark takes memory with. It ends the program where the system has no more, as libcmark's own does.
cmark_mem *cmarkdown_allocator(void);

#endif
