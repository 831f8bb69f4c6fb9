// Written by Scripts/embed.sh. Do not edit.
#include "cembedded.h"
static const unsigned char file_0[] = {
#embed "../../Sources/Languages/en/tokens.txt" if_empty(0)
};
static const unsigned char file_1[] = {
#embed "../../Sources/Languages/fr/tokens.txt" if_empty(0)
};
static const unsigned char file_2[] = {
#embed "../../templates/layout.html" if_empty(0)
};
static const struct cembedded_file files[] = {
  {"languages/en/tokens.txt", file_0, sizeof file_0},
  {"languages/fr/tokens.txt", file_1, sizeof file_1},
  {"templates/layout.html", file_2, sizeof file_2},
};
const struct cembedded_file *cembedded_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
