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
#embed "../../Sources/Languages/en/cluster-stopwords.txt" if_empty(0)
};
static const unsigned char file_7[] = {
#embed "../../Sources/Languages/en/compose-anaphors.txt" if_empty(0)
};
static const unsigned char file_8[] = {
#embed "../../Sources/Languages/en/compose-background.txt" if_empty(0)
};
static const unsigned char file_9[] = {
#embed "../../Sources/Languages/en/compose-false-friends.txt" if_empty(0)
};
static const unsigned char file_10[] = {
#embed "../../Sources/Languages/en/compose-function-words.txt" if_empty(0)
};
static const unsigned char file_11[] = {
#embed "../../Sources/Languages/en/compose-vague-quantities.txt" if_empty(0)
};
static const unsigned char file_12[] = {
#embed "../../Sources/Languages/en/compose-verbs.txt" if_empty(0)
};
static const unsigned char file_13[] = {
#embed "../../Sources/Languages/en/date-patterns.txt" if_empty(0)
};
static const unsigned char file_14[] = {
#embed "../../Sources/Languages/en/date-tense.txt" if_empty(0)
};
static const unsigned char file_15[] = {
#embed "../../Sources/Languages/en/date-words.txt" if_empty(0)
};
static const unsigned char file_16[] = {
#embed "../../Sources/Languages/en/figure-numbers.txt" if_empty(0)
};
static const unsigned char file_17[] = {
#embed "../../Sources/Languages/en/name-particles.txt" if_empty(0)
};
static const unsigned char file_18[] = {
#embed "../../Sources/Languages/en/reading-boilerplate.txt" if_empty(0)
};
static const unsigned char file_19[] = {
#embed "../../Sources/Languages/en/reading-credits.txt" if_empty(0)
};
static const unsigned char file_20[] = {
#embed "../../Sources/Languages/en/reading-dates.txt" if_empty(0)
};
static const unsigned char file_21[] = {
#embed "../../Sources/Languages/en/reading-words.txt" if_empty(0)
};
static const unsigned char file_22[] = {
#embed "../../Sources/Languages/en/stopwords.txt" if_empty(0)
};
static const unsigned char file_23[] = {
#embed "../../Sources/Languages/en/tokens.txt" if_empty(0)
};
static const unsigned char file_24[] = {
#embed "../../Sources/Languages/fr/actor-given-names.txt" if_empty(0)
};
static const unsigned char file_25[] = {
#embed "../../Sources/Languages/fr/actor-names.txt" if_empty(0)
};
static const unsigned char file_26[] = {
#embed "../../Sources/Languages/fr/actor-organizations.txt" if_empty(0)
};
static const unsigned char file_27[] = {
#embed "../../Sources/Languages/fr/actor-places.txt" if_empty(0)
};
static const unsigned char file_28[] = {
#embed "../../Sources/Languages/fr/actor-titles.txt" if_empty(0)
};
static const unsigned char file_29[] = {
#embed "../../Sources/Languages/fr/actor-words.txt" if_empty(0)
};
static const unsigned char file_30[] = {
#embed "../../Sources/Languages/fr/cluster-stopwords.txt" if_empty(0)
};
static const unsigned char file_31[] = {
#embed "../../Sources/Languages/fr/compose-anaphors.txt" if_empty(0)
};
static const unsigned char file_32[] = {
#embed "../../Sources/Languages/fr/compose-background.txt" if_empty(0)
};
static const unsigned char file_33[] = {
#embed "../../Sources/Languages/fr/compose-false-friends.txt" if_empty(0)
};
static const unsigned char file_34[] = {
#embed "../../Sources/Languages/fr/compose-function-words.txt" if_empty(0)
};
static const unsigned char file_35[] = {
#embed "../../Sources/Languages/fr/compose-vague-quantities.txt" if_empty(0)
};
static const unsigned char file_36[] = {
#embed "../../Sources/Languages/fr/compose-verbs.txt" if_empty(0)
};
static const unsigned char file_37[] = {
#embed "../../Sources/Languages/fr/date-patterns.txt" if_empty(0)
};
static const unsigned char file_38[] = {
#embed "../../Sources/Languages/fr/date-tense.txt" if_empty(0)
};
static const unsigned char file_39[] = {
#embed "../../Sources/Languages/fr/date-words.txt" if_empty(0)
};
static const unsigned char file_40[] = {
#embed "../../Sources/Languages/fr/figure-numbers.txt" if_empty(0)
};
static const unsigned char file_41[] = {
#embed "../../Sources/Languages/fr/name-exonyms.txt" if_empty(0)
};
static const unsigned char file_42[] = {
#embed "../../Sources/Languages/fr/name-particles.txt" if_empty(0)
};
static const unsigned char file_43[] = {
#embed "../../Sources/Languages/fr/reading-boilerplate.txt" if_empty(0)
};
static const unsigned char file_44[] = {
#embed "../../Sources/Languages/fr/reading-credits.txt" if_empty(0)
};
static const unsigned char file_45[] = {
#embed "../../Sources/Languages/fr/reading-dates.txt" if_empty(0)
};
static const unsigned char file_46[] = {
#embed "../../Sources/Languages/fr/reading-words.txt" if_empty(0)
};
static const unsigned char file_47[] = {
#embed "../../Sources/Languages/fr/stopwords.txt" if_empty(0)
};
static const unsigned char file_48[] = {
#embed "../../Sources/Languages/fr/tokens.txt" if_empty(0)
};
static const unsigned char file_49[] = {
#embed "../../templates/layout.html" if_empty(0)
};
static const struct cembedded_file files[] = {
  {"languages/en/actor-given-names.txt", file_0, sizeof file_0},
  {"languages/en/actor-names.txt", file_1, sizeof file_1},
  {"languages/en/actor-organizations.txt", file_2, sizeof file_2},
  {"languages/en/actor-places.txt", file_3, sizeof file_3},
  {"languages/en/actor-titles.txt", file_4, sizeof file_4},
  {"languages/en/actor-words.txt", file_5, sizeof file_5},
  {"languages/en/cluster-stopwords.txt", file_6, sizeof file_6},
  {"languages/en/compose-anaphors.txt", file_7, sizeof file_7},
  {"languages/en/compose-background.txt", file_8, sizeof file_8},
  {"languages/en/compose-false-friends.txt", file_9, sizeof file_9},
  {"languages/en/compose-function-words.txt", file_10, sizeof file_10},
  {"languages/en/compose-vague-quantities.txt", file_11, sizeof file_11},
  {"languages/en/compose-verbs.txt", file_12, sizeof file_12},
  {"languages/en/date-patterns.txt", file_13, sizeof file_13},
  {"languages/en/date-tense.txt", file_14, sizeof file_14},
  {"languages/en/date-words.txt", file_15, sizeof file_15},
  {"languages/en/figure-numbers.txt", file_16, sizeof file_16},
  {"languages/en/name-particles.txt", file_17, sizeof file_17},
  {"languages/en/reading-boilerplate.txt", file_18, sizeof file_18},
  {"languages/en/reading-credits.txt", file_19, sizeof file_19},
  {"languages/en/reading-dates.txt", file_20, sizeof file_20},
  {"languages/en/reading-words.txt", file_21, sizeof file_21},
  {"languages/en/stopwords.txt", file_22, sizeof file_22},
  {"languages/en/tokens.txt", file_23, sizeof file_23},
  {"languages/fr/actor-given-names.txt", file_24, sizeof file_24},
  {"languages/fr/actor-names.txt", file_25, sizeof file_25},
  {"languages/fr/actor-organizations.txt", file_26, sizeof file_26},
  {"languages/fr/actor-places.txt", file_27, sizeof file_27},
  {"languages/fr/actor-titles.txt", file_28, sizeof file_28},
  {"languages/fr/actor-words.txt", file_29, sizeof file_29},
  {"languages/fr/cluster-stopwords.txt", file_30, sizeof file_30},
  {"languages/fr/compose-anaphors.txt", file_31, sizeof file_31},
  {"languages/fr/compose-background.txt", file_32, sizeof file_32},
  {"languages/fr/compose-false-friends.txt", file_33, sizeof file_33},
  {"languages/fr/compose-function-words.txt", file_34, sizeof file_34},
  {"languages/fr/compose-vague-quantities.txt", file_35, sizeof file_35},
  {"languages/fr/compose-verbs.txt", file_36, sizeof file_36},
  {"languages/fr/date-patterns.txt", file_37, sizeof file_37},
  {"languages/fr/date-tense.txt", file_38, sizeof file_38},
  {"languages/fr/date-words.txt", file_39, sizeof file_39},
  {"languages/fr/figure-numbers.txt", file_40, sizeof file_40},
  {"languages/fr/name-exonyms.txt", file_41, sizeof file_41},
  {"languages/fr/name-particles.txt", file_42, sizeof file_42},
  {"languages/fr/reading-boilerplate.txt", file_43, sizeof file_43},
  {"languages/fr/reading-credits.txt", file_44, sizeof file_44},
  {"languages/fr/reading-dates.txt", file_45, sizeof file_45},
  {"languages/fr/reading-words.txt", file_46, sizeof file_46},
  {"languages/fr/stopwords.txt", file_47, sizeof file_47},
  {"languages/fr/tokens.txt", file_48, sizeof file_48},
  {"templates/layout.html", file_49, sizeof file_49},
};
const struct cembedded_file *cembedded_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
