// Written by Scripts/embed.sh. Do not edit.
#include "cembedded.h"
static const unsigned char file_0[] = {
#embed "../../Sources/Languages/en/cluster-stopwords.txt" if_empty(0)
};
static const unsigned char file_1[] = {
#embed "../../Sources/Languages/en/compose-anaphors.txt" if_empty(0)
};
static const unsigned char file_2[] = {
#embed "../../Sources/Languages/en/compose-background.txt" if_empty(0)
};
static const unsigned char file_3[] = {
#embed "../../Sources/Languages/en/compose-false-friends.txt" if_empty(0)
};
static const unsigned char file_4[] = {
#embed "../../Sources/Languages/en/compose-function-words.txt" if_empty(0)
};
static const unsigned char file_5[] = {
#embed "../../Sources/Languages/en/compose-vague-quantities.txt" if_empty(0)
};
static const unsigned char file_6[] = {
#embed "../../Sources/Languages/en/compose-verbs.txt" if_empty(0)
};
static const unsigned char file_7[] = {
#embed "../../Sources/Languages/en/tokens.txt" if_empty(0)
};
static const unsigned char file_8[] = {
#embed "../../Sources/Languages/fr/cluster-stopwords.txt" if_empty(0)
};
static const unsigned char file_9[] = {
#embed "../../Sources/Languages/fr/compose-anaphors.txt" if_empty(0)
};
static const unsigned char file_10[] = {
#embed "../../Sources/Languages/fr/compose-background.txt" if_empty(0)
};
static const unsigned char file_11[] = {
#embed "../../Sources/Languages/fr/compose-false-friends.txt" if_empty(0)
};
static const unsigned char file_12[] = {
#embed "../../Sources/Languages/fr/compose-function-words.txt" if_empty(0)
};
static const unsigned char file_13[] = {
#embed "../../Sources/Languages/fr/compose-vague-quantities.txt" if_empty(0)
};
static const unsigned char file_14[] = {
#embed "../../Sources/Languages/fr/compose-verbs.txt" if_empty(0)
};
static const unsigned char file_15[] = {
#embed "../../Sources/Languages/fr/name-exonyms.txt" if_empty(0)
};
static const unsigned char file_16[] = {
#embed "../../Sources/Languages/fr/tokens.txt" if_empty(0)
};
static const unsigned char file_17[] = {
#embed "../../templates/layout.html" if_empty(0)
};
static const struct cembedded_file files[] = {
  {"languages/en/cluster-stopwords.txt", file_0, sizeof file_0},
  {"languages/en/compose-anaphors.txt", file_1, sizeof file_1},
  {"languages/en/compose-background.txt", file_2, sizeof file_2},
  {"languages/en/compose-false-friends.txt", file_3, sizeof file_3},
  {"languages/en/compose-function-words.txt", file_4, sizeof file_4},
  {"languages/en/compose-vague-quantities.txt", file_5, sizeof file_5},
  {"languages/en/compose-verbs.txt", file_6, sizeof file_6},
  {"languages/en/tokens.txt", file_7, sizeof file_7},
  {"languages/fr/cluster-stopwords.txt", file_8, sizeof file_8},
  {"languages/fr/compose-anaphors.txt", file_9, sizeof file_9},
  {"languages/fr/compose-background.txt", file_10, sizeof file_10},
  {"languages/fr/compose-false-friends.txt", file_11, sizeof file_11},
  {"languages/fr/compose-function-words.txt", file_12, sizeof file_12},
  {"languages/fr/compose-vague-quantities.txt", file_13, sizeof file_13},
  {"languages/fr/compose-verbs.txt", file_14, sizeof file_14},
  {"languages/fr/name-exonyms.txt", file_15, sizeof file_15},
  {"languages/fr/tokens.txt", file_16, sizeof file_16},
  {"templates/layout.html", file_17, sizeof file_17},
};
const struct cembedded_file *cembedded_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
