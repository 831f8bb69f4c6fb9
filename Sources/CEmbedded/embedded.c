// Written by Scripts/embed.sh. Do not edit.
#include "cembedded.h"
static const unsigned char file_0[] = {
#embed "../../Sources/Languages/en/cluster-stopwords.txt" if_empty(0)
};
static const unsigned char file_1[] = {
#embed "../../Sources/Languages/en/name-particles.txt" if_empty(0)
};
static const unsigned char file_2[] = {
#embed "../../Sources/Languages/en/tokens.txt" if_empty(0)
};
static const unsigned char file_3[] = {
#embed "../../Sources/Languages/fr/cluster-stopwords.txt" if_empty(0)
};
static const unsigned char file_4[] = {
#embed "../../Sources/Languages/fr/name-exonyms.txt" if_empty(0)
};
static const unsigned char file_5[] = {
#embed "../../Sources/Languages/fr/name-particles.txt" if_empty(0)
};
static const unsigned char file_6[] = {
#embed "../../Sources/Languages/fr/tokens.txt" if_empty(0)
};
static const unsigned char file_7[] = {
#embed "../../templates/layout.html" if_empty(0)
};
static const struct cembedded_file files[] = {
  {"languages/en/cluster-stopwords.txt", file_0, sizeof file_0},
  {"languages/en/name-particles.txt", file_1, sizeof file_1},
  {"languages/en/tokens.txt", file_2, sizeof file_2},
  {"languages/fr/cluster-stopwords.txt", file_3, sizeof file_3},
  {"languages/fr/name-exonyms.txt", file_4, sizeof file_4},
  {"languages/fr/name-particles.txt", file_5, sizeof file_5},
  {"languages/fr/tokens.txt", file_6, sizeof file_6},
  {"templates/layout.html", file_7, sizeof file_7},
};
const struct cembedded_file *cembedded_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
