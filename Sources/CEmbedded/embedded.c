// Written by Scripts/embed.sh. Do not edit.
#include "cembedded.h"
static const unsigned char file_0[] = {
#embed "../../Sources/Languages/en/stopwords.txt" if_empty(0)
};
static const unsigned char file_1[] = {
#embed "../../Sources/Languages/fr/stopwords.txt" if_empty(0)
};
static const unsigned char file_2[] = {
#embed "../../templates/layout.html" if_empty(0)
};
const struct cembedded_file cembedded_files[] = {
  {"languages/en/stopwords.txt", file_0, sizeof file_0},
  {"languages/fr/stopwords.txt", file_1, sizeof file_1},
  {"templates/layout.html", file_2, sizeof file_2},
};
const size_t cembedded_count = sizeof cembedded_files / sizeof cembedded_files[0];
