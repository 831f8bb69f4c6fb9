// Written by Scripts/embed.sh. Do not edit.
#include "cembedded.h"
static const unsigned char file_0[] = {
#embed "../../Sources/Languages/en/date-patterns.txt" if_empty(0)
};
static const unsigned char file_1[] = {
#embed "../../Sources/Languages/en/date-tense.txt" if_empty(0)
};
static const unsigned char file_2[] = {
#embed "../../Sources/Languages/en/date-words.txt" if_empty(0)
};
static const unsigned char file_3[] = {
#embed "../../Sources/Languages/en/figure-numbers.txt" if_empty(0)
};
static const unsigned char file_4[] = {
#embed "../../Sources/Languages/en/figure-units.txt" if_empty(0)
};
static const unsigned char file_5[] = {
#embed "../../Sources/Languages/en/keypoint-openings.txt" if_empty(0)
};
static const unsigned char file_6[] = {
#embed "../../Sources/Languages/en/stopwords.txt" if_empty(0)
};
static const unsigned char file_7[] = {
#embed "../../Sources/Languages/en/tokens.txt" if_empty(0)
};
static const unsigned char file_8[] = {
#embed "../../Sources/Languages/fr/date-patterns.txt" if_empty(0)
};
static const unsigned char file_9[] = {
#embed "../../Sources/Languages/fr/date-tense.txt" if_empty(0)
};
static const unsigned char file_10[] = {
#embed "../../Sources/Languages/fr/date-words.txt" if_empty(0)
};
static const unsigned char file_11[] = {
#embed "../../Sources/Languages/fr/figure-numbers.txt" if_empty(0)
};
static const unsigned char file_12[] = {
#embed "../../Sources/Languages/fr/figure-units.txt" if_empty(0)
};
static const unsigned char file_13[] = {
#embed "../../Sources/Languages/fr/keypoint-openings.txt" if_empty(0)
};
static const unsigned char file_14[] = {
#embed "../../Sources/Languages/fr/stopwords.txt" if_empty(0)
};
static const unsigned char file_15[] = {
#embed "../../Sources/Languages/fr/tokens.txt" if_empty(0)
};
static const unsigned char file_16[] = {
#embed "../../templates/layout.html" if_empty(0)
};
static const struct cembedded_file files[] = {
  {"languages/en/date-patterns.txt", file_0, sizeof file_0},
  {"languages/en/date-tense.txt", file_1, sizeof file_1},
  {"languages/en/date-words.txt", file_2, sizeof file_2},
  {"languages/en/figure-numbers.txt", file_3, sizeof file_3},
  {"languages/en/figure-units.txt", file_4, sizeof file_4},
  {"languages/en/keypoint-openings.txt", file_5, sizeof file_5},
  {"languages/en/stopwords.txt", file_6, sizeof file_6},
  {"languages/en/tokens.txt", file_7, sizeof file_7},
  {"languages/fr/date-patterns.txt", file_8, sizeof file_8},
  {"languages/fr/date-tense.txt", file_9, sizeof file_9},
  {"languages/fr/date-words.txt", file_10, sizeof file_10},
  {"languages/fr/figure-numbers.txt", file_11, sizeof file_11},
  {"languages/fr/figure-units.txt", file_12, sizeof file_12},
  {"languages/fr/keypoint-openings.txt", file_13, sizeof file_13},
  {"languages/fr/stopwords.txt", file_14, sizeof file_14},
  {"languages/fr/tokens.txt", file_15, sizeof file_15},
  {"templates/layout.html", file_16, sizeof file_16},
};
const struct cembedded_file *cembedded_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
