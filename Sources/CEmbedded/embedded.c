// Written by Scripts/embed.sh. Do not edit.
#include "cembedded.h"
static const unsigned char file_0[] = {
#embed "../../Sources/Languages/en/actor-given-names.txt" if_empty(0)
};
static const unsigned char file_1[] = {
#embed "../../Sources/Languages/en/actor-names.txt" if_empty(0)
};
static const unsigned char file_2[] = {
#embed "../../Sources/Languages/en/actor-organizations.txt" if_empty(0)
};
static const unsigned char file_3[] = {
#embed "../../Sources/Languages/en/actor-places.txt" if_empty(0)
};
static const unsigned char file_4[] = {
#embed "../../Sources/Languages/en/actor-titles.txt" if_empty(0)
};
static const unsigned char file_5[] = {
#embed "../../Sources/Languages/en/actor-words.txt" if_empty(0)
};
static const unsigned char file_6[] = {
#embed "../../Sources/Languages/en/tokens.txt" if_empty(0)
};
static const unsigned char file_7[] = {
#embed "../../Sources/Languages/fr/actor-given-names.txt" if_empty(0)
};
static const unsigned char file_8[] = {
#embed "../../Sources/Languages/fr/actor-names.txt" if_empty(0)
};
static const unsigned char file_9[] = {
#embed "../../Sources/Languages/fr/actor-organizations.txt" if_empty(0)
};
static const unsigned char file_10[] = {
#embed "../../Sources/Languages/fr/actor-places.txt" if_empty(0)
};
static const unsigned char file_11[] = {
#embed "../../Sources/Languages/fr/actor-titles.txt" if_empty(0)
};
static const unsigned char file_12[] = {
#embed "../../Sources/Languages/fr/actor-words.txt" if_empty(0)
};
static const unsigned char file_13[] = {
#embed "../../Sources/Languages/fr/tokens.txt" if_empty(0)
};
static const unsigned char file_14[] = {
#embed "../../templates/layout.html" if_empty(0)
};
static const struct cembedded_file files[] = {
  {"languages/en/actor-given-names.txt", file_0, sizeof file_0},
  {"languages/en/actor-names.txt", file_1, sizeof file_1},
  {"languages/en/actor-organizations.txt", file_2, sizeof file_2},
  {"languages/en/actor-places.txt", file_3, sizeof file_3},
  {"languages/en/actor-titles.txt", file_4, sizeof file_4},
  {"languages/en/actor-words.txt", file_5, sizeof file_5},
  {"languages/en/tokens.txt", file_6, sizeof file_6},
  {"languages/fr/actor-given-names.txt", file_7, sizeof file_7},
  {"languages/fr/actor-names.txt", file_8, sizeof file_8},
  {"languages/fr/actor-organizations.txt", file_9, sizeof file_9},
  {"languages/fr/actor-places.txt", file_10, sizeof file_10},
  {"languages/fr/actor-titles.txt", file_11, sizeof file_11},
  {"languages/fr/actor-words.txt", file_12, sizeof file_12},
  {"languages/fr/tokens.txt", file_13, sizeof file_13},
  {"templates/layout.html", file_14, sizeof file_14},
};
const struct cembedded_file *cembedded_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
