// Written by Scripts/embed.sh. Do not edit.
#include "cembedded.h"
static const unsigned char file_0[] = {
#embed "../../Sources/Languages/en/reading-boilerplate.txt" if_empty(0)
};
static const unsigned char file_1[] = {
#embed "../../Sources/Languages/en/reading-credits.txt" if_empty(0)
};
static const unsigned char file_2[] = {
#embed "../../Sources/Languages/en/reading-dates.txt" if_empty(0)
};
static const unsigned char file_3[] = {
#embed "../../Sources/Languages/en/reading-words.txt" if_empty(0)
};
static const unsigned char file_4[] = {
#embed "../../Sources/Languages/en/tokens.txt" if_empty(0)
};
static const unsigned char file_5[] = {
#embed "../../Sources/Languages/fr/reading-boilerplate.txt" if_empty(0)
};
static const unsigned char file_6[] = {
#embed "../../Sources/Languages/fr/reading-credits.txt" if_empty(0)
};
static const unsigned char file_7[] = {
#embed "../../Sources/Languages/fr/reading-dates.txt" if_empty(0)
};
static const unsigned char file_8[] = {
#embed "../../Sources/Languages/fr/reading-words.txt" if_empty(0)
};
static const unsigned char file_9[] = {
#embed "../../Sources/Languages/fr/tokens.txt" if_empty(0)
};
static const unsigned char file_10[] = {
#embed "../../templates/layout.html" if_empty(0)
};
static const struct cembedded_file files[] = {
  {"languages/en/reading-boilerplate.txt", file_0, sizeof file_0},
  {"languages/en/reading-credits.txt", file_1, sizeof file_1},
  {"languages/en/reading-dates.txt", file_2, sizeof file_2},
  {"languages/en/reading-words.txt", file_3, sizeof file_3},
  {"languages/en/tokens.txt", file_4, sizeof file_4},
  {"languages/fr/reading-boilerplate.txt", file_5, sizeof file_5},
  {"languages/fr/reading-credits.txt", file_6, sizeof file_6},
  {"languages/fr/reading-dates.txt", file_7, sizeof file_7},
  {"languages/fr/reading-words.txt", file_8, sizeof file_8},
  {"languages/fr/tokens.txt", file_9, sizeof file_9},
  {"templates/layout.html", file_10, sizeof file_10},
};
const struct cembedded_file *cembedded_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
