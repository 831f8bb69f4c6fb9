// Files of the tree (language data, templates, interface words) carried inside the program,
// so that one binary can be moved anywhere.
#ifndef DAYBRIEF_CEMBEDDED_H
#define DAYBRIEF_CEMBEDDED_H
#include <stddef.h>

struct cembedded_file {
  const char *path;            // "languages/fr/months.txt", "templates/story.md"
  const unsigned char *bytes;
  size_t length;
};
// All files, by path; writes how many there are.
const struct cembedded_file *cembedded_files(size_t *count);
#endif
