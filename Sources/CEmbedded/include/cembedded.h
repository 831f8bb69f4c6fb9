// Files of the tree (language data, templates, interface words) carried inside the program,
// so that one binary can be moved anywhere.
#ifndef DAYBRIEF_CEMBEDDED_H
#define DAYBRIEF_CEMBEDDED_H
#include <stddef.h>

struct cembedded_file {
  const char *path;            // below Sources/Languages ("languages/fr/months.txt") or templates ("templates/story.md")
  const unsigned char *bytes;
  size_t length;
};
extern const struct cembedded_file cembedded_files[];
extern const size_t cembedded_count;
#endif
