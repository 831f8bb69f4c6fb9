// Written by Scripts/embed.sh. Do not edit.
#include "cembedded.h"
static const unsigned char file_0[] = {
#embed "../../Sources/Languages/en/actor-appositions.txt" if_empty(0)
};
static const unsigned char file_1[] = {
#embed "../../Sources/Languages/en/actor-given-names.txt" if_empty(0)
};
static const unsigned char file_2[] = {
#embed "../../Sources/Languages/en/actor-names.txt" if_empty(0)
};
static const unsigned char file_3[] = {
#embed "../../Sources/Languages/en/actor-organizations.txt" if_empty(0)
};
static const unsigned char file_4[] = {
#embed "../../Sources/Languages/en/actor-places.txt" if_empty(0)
};
static const unsigned char file_5[] = {
#embed "../../Sources/Languages/en/actor-titles.txt" if_empty(0)
};
static const unsigned char file_6[] = {
#embed "../../Sources/Languages/en/actor-words.txt" if_empty(0)
};
static const unsigned char file_7[] = {
#embed "../../Sources/Languages/en/careful-signs.txt" if_empty(0)
};
static const unsigned char file_8[] = {
#embed "../../Sources/Languages/en/cluster-common-words.txt" if_empty(0)
};
static const unsigned char file_9[] = {
#embed "../../Sources/Languages/en/cluster-stopwords.txt" if_empty(0)
};
static const unsigned char file_10[] = {
#embed "../../Sources/Languages/en/compose-anaphors.txt" if_empty(0)
};
static const unsigned char file_11[] = {
#embed "../../Sources/Languages/en/compose-background.txt" if_empty(0)
};
static const unsigned char file_12[] = {
#embed "../../Sources/Languages/en/compose-function-words.txt" if_empty(0)
};
static const unsigned char file_13[] = {
#embed "../../Sources/Languages/en/compose-measures.txt" if_empty(0)
};
static const unsigned char file_14[] = {
#embed "../../Sources/Languages/en/compose-offices.txt" if_empty(0)
};
static const unsigned char file_15[] = {
#embed "../../Sources/Languages/en/compose-vague-quantities.txt" if_empty(0)
};
static const unsigned char file_16[] = {
#embed "../../Sources/Languages/en/date-patterns.txt" if_empty(0)
};
static const unsigned char file_17[] = {
#embed "../../Sources/Languages/en/date-tense.txt" if_empty(0)
};
static const unsigned char file_18[] = {
#embed "../../Sources/Languages/en/date-words.txt" if_empty(0)
};
static const unsigned char file_19[] = {
#embed "../../Sources/Languages/en/false-friends.txt" if_empty(0)
};
static const unsigned char file_20[] = {
#embed "../../Sources/Languages/en/figure-numbers.txt" if_empty(0)
};
static const unsigned char file_21[] = {
#embed "../../Sources/Languages/en/figure-units.txt" if_empty(0)
};
static const unsigned char file_22[] = {
#embed "../../Sources/Languages/en/finite-verbs.txt" if_empty(0)
};
static const unsigned char file_23[] = {
#embed "../../Sources/Languages/en/given-name-genders.txt" if_empty(0)
};
static const unsigned char file_24[] = {
#embed "../../Sources/Languages/en/keypoint-anaphors.txt" if_empty(0)
};
static const unsigned char file_25[] = {
#embed "../../Sources/Languages/en/keypoint-openings.txt" if_empty(0)
};
static const unsigned char file_26[] = {
#embed "../../Sources/Languages/en/name-exonyms.txt" if_empty(0)
};
static const unsigned char file_27[] = {
#embed "../../Sources/Languages/en/name-given-forms.txt" if_empty(0)
};
static const unsigned char file_28[] = {
#embed "../../Sources/Languages/en/name-particles.txt" if_empty(0)
};
static const unsigned char file_29[] = {
#embed "../../Sources/Languages/en/quote-cues.txt" if_empty(0)
};
static const unsigned char file_30[] = {
#embed "../../Sources/Languages/en/quote-pronouns.txt" if_empty(0)
};
static const unsigned char file_31[] = {
#embed "../../Sources/Languages/en/reading-boilerplate.txt" if_empty(0)
};
static const unsigned char file_32[] = {
#embed "../../Sources/Languages/en/reading-credits.txt" if_empty(0)
};
static const unsigned char file_33[] = {
#embed "../../Sources/Languages/en/reading-dates.txt" if_empty(0)
};
static const unsigned char file_34[] = {
#embed "../../Sources/Languages/en/reading-words.txt" if_empty(0)
};
static const unsigned char file_35[] = {
#embed "../../Sources/Languages/en/relay-cues.txt" if_empty(0)
};
static const unsigned char file_36[] = {
#embed "../../Sources/Languages/en/relay-outlets.txt" if_empty(0)
};
static const unsigned char file_37[] = {
#embed "../../Sources/Languages/en/starter-article.md" if_empty(0)
};
static const unsigned char file_38[] = {
#embed "../../Sources/Languages/en/starter-words.txt" if_empty(0)
};
static const unsigned char file_39[] = {
#embed "../../Sources/Languages/en/stopwords.txt" if_empty(0)
};
static const unsigned char file_40[] = {
#embed "../../Sources/Languages/en/tokens.txt" if_empty(0)
};
static const unsigned char file_41[] = {
#embed "../../Sources/Languages/es/actor-appositions.txt" if_empty(0)
};
static const unsigned char file_42[] = {
#embed "../../Sources/Languages/es/actor-given-names.txt" if_empty(0)
};
static const unsigned char file_43[] = {
#embed "../../Sources/Languages/es/actor-names.txt" if_empty(0)
};
static const unsigned char file_44[] = {
#embed "../../Sources/Languages/es/actor-organizations.txt" if_empty(0)
};
static const unsigned char file_45[] = {
#embed "../../Sources/Languages/es/actor-places.txt" if_empty(0)
};
static const unsigned char file_46[] = {
#embed "../../Sources/Languages/es/actor-titles.txt" if_empty(0)
};
static const unsigned char file_47[] = {
#embed "../../Sources/Languages/es/actor-words.txt" if_empty(0)
};
static const unsigned char file_48[] = {
#embed "../../Sources/Languages/es/careful-signs.txt" if_empty(0)
};
static const unsigned char file_49[] = {
#embed "../../Sources/Languages/es/cluster-common-words.txt" if_empty(0)
};
static const unsigned char file_50[] = {
#embed "../../Sources/Languages/es/cluster-stopwords.txt" if_empty(0)
};
static const unsigned char file_51[] = {
#embed "../../Sources/Languages/es/compose-anaphors.txt" if_empty(0)
};
static const unsigned char file_52[] = {
#embed "../../Sources/Languages/es/compose-background.txt" if_empty(0)
};
static const unsigned char file_53[] = {
#embed "../../Sources/Languages/es/compose-function-words.txt" if_empty(0)
};
static const unsigned char file_54[] = {
#embed "../../Sources/Languages/es/compose-measures.txt" if_empty(0)
};
static const unsigned char file_55[] = {
#embed "../../Sources/Languages/es/compose-offices.txt" if_empty(0)
};
static const unsigned char file_56[] = {
#embed "../../Sources/Languages/es/compose-vague-quantities.txt" if_empty(0)
};
static const unsigned char file_57[] = {
#embed "../../Sources/Languages/es/date-patterns.txt" if_empty(0)
};
static const unsigned char file_58[] = {
#embed "../../Sources/Languages/es/date-tense.txt" if_empty(0)
};
static const unsigned char file_59[] = {
#embed "../../Sources/Languages/es/date-words.txt" if_empty(0)
};
static const unsigned char file_60[] = {
#embed "../../Sources/Languages/es/false-friends.txt" if_empty(0)
};
static const unsigned char file_61[] = {
#embed "../../Sources/Languages/es/figure-numbers.txt" if_empty(0)
};
static const unsigned char file_62[] = {
#embed "../../Sources/Languages/es/figure-units.txt" if_empty(0)
};
static const unsigned char file_63[] = {
#embed "../../Sources/Languages/es/finite-verbs.txt" if_empty(0)
};
static const unsigned char file_64[] = {
#embed "../../Sources/Languages/es/given-name-genders.txt" if_empty(0)
};
static const unsigned char file_65[] = {
#embed "../../Sources/Languages/es/keypoint-anaphors.txt" if_empty(0)
};
static const unsigned char file_66[] = {
#embed "../../Sources/Languages/es/keypoint-openings.txt" if_empty(0)
};
static const unsigned char file_67[] = {
#embed "../../Sources/Languages/es/name-exonyms.txt" if_empty(0)
};
static const unsigned char file_68[] = {
#embed "../../Sources/Languages/es/name-given-forms.txt" if_empty(0)
};
static const unsigned char file_69[] = {
#embed "../../Sources/Languages/es/name-particles.txt" if_empty(0)
};
static const unsigned char file_70[] = {
#embed "../../Sources/Languages/es/quote-cues.txt" if_empty(0)
};
static const unsigned char file_71[] = {
#embed "../../Sources/Languages/es/quote-pronouns.txt" if_empty(0)
};
static const unsigned char file_72[] = {
#embed "../../Sources/Languages/es/reading-boilerplate.txt" if_empty(0)
};
static const unsigned char file_73[] = {
#embed "../../Sources/Languages/es/reading-credits.txt" if_empty(0)
};
static const unsigned char file_74[] = {
#embed "../../Sources/Languages/es/reading-dates.txt" if_empty(0)
};
static const unsigned char file_75[] = {
#embed "../../Sources/Languages/es/reading-words.txt" if_empty(0)
};
static const unsigned char file_76[] = {
#embed "../../Sources/Languages/es/relay-cues.txt" if_empty(0)
};
static const unsigned char file_77[] = {
#embed "../../Sources/Languages/es/relay-outlets.txt" if_empty(0)
};
static const unsigned char file_78[] = {
#embed "../../Sources/Languages/es/starter-article.md" if_empty(0)
};
static const unsigned char file_79[] = {
#embed "../../Sources/Languages/es/starter-words.txt" if_empty(0)
};
static const unsigned char file_80[] = {
#embed "../../Sources/Languages/es/stopwords.txt" if_empty(0)
};
static const unsigned char file_81[] = {
#embed "../../Sources/Languages/es/tokens.txt" if_empty(0)
};
static const unsigned char file_82[] = {
#embed "../../Sources/Languages/fr/actor-appositions.txt" if_empty(0)
};
static const unsigned char file_83[] = {
#embed "../../Sources/Languages/fr/actor-given-names.txt" if_empty(0)
};
static const unsigned char file_84[] = {
#embed "../../Sources/Languages/fr/actor-names.txt" if_empty(0)
};
static const unsigned char file_85[] = {
#embed "../../Sources/Languages/fr/actor-organizations.txt" if_empty(0)
};
static const unsigned char file_86[] = {
#embed "../../Sources/Languages/fr/actor-places.txt" if_empty(0)
};
static const unsigned char file_87[] = {
#embed "../../Sources/Languages/fr/actor-titles.txt" if_empty(0)
};
static const unsigned char file_88[] = {
#embed "../../Sources/Languages/fr/actor-words.txt" if_empty(0)
};
static const unsigned char file_89[] = {
#embed "../../Sources/Languages/fr/careful-signs.txt" if_empty(0)
};
static const unsigned char file_90[] = {
#embed "../../Sources/Languages/fr/cluster-common-words.txt" if_empty(0)
};
static const unsigned char file_91[] = {
#embed "../../Sources/Languages/fr/cluster-stopwords.txt" if_empty(0)
};
static const unsigned char file_92[] = {
#embed "../../Sources/Languages/fr/compose-anaphors.txt" if_empty(0)
};
static const unsigned char file_93[] = {
#embed "../../Sources/Languages/fr/compose-background.txt" if_empty(0)
};
static const unsigned char file_94[] = {
#embed "../../Sources/Languages/fr/compose-function-words.txt" if_empty(0)
};
static const unsigned char file_95[] = {
#embed "../../Sources/Languages/fr/compose-measures.txt" if_empty(0)
};
static const unsigned char file_96[] = {
#embed "../../Sources/Languages/fr/compose-offices.txt" if_empty(0)
};
static const unsigned char file_97[] = {
#embed "../../Sources/Languages/fr/compose-vague-quantities.txt" if_empty(0)
};
static const unsigned char file_98[] = {
#embed "../../Sources/Languages/fr/date-patterns.txt" if_empty(0)
};
static const unsigned char file_99[] = {
#embed "../../Sources/Languages/fr/date-tense.txt" if_empty(0)
};
static const unsigned char file_100[] = {
#embed "../../Sources/Languages/fr/date-words.txt" if_empty(0)
};
static const unsigned char file_101[] = {
#embed "../../Sources/Languages/fr/false-friends.txt" if_empty(0)
};
static const unsigned char file_102[] = {
#embed "../../Sources/Languages/fr/figure-numbers.txt" if_empty(0)
};
static const unsigned char file_103[] = {
#embed "../../Sources/Languages/fr/figure-units.txt" if_empty(0)
};
static const unsigned char file_104[] = {
#embed "../../Sources/Languages/fr/finite-verbs.txt" if_empty(0)
};
static const unsigned char file_105[] = {
#embed "../../Sources/Languages/fr/given-name-genders.txt" if_empty(0)
};
static const unsigned char file_106[] = {
#embed "../../Sources/Languages/fr/keypoint-anaphors.txt" if_empty(0)
};
static const unsigned char file_107[] = {
#embed "../../Sources/Languages/fr/keypoint-openings.txt" if_empty(0)
};
static const unsigned char file_108[] = {
#embed "../../Sources/Languages/fr/name-exonyms.txt" if_empty(0)
};
static const unsigned char file_109[] = {
#embed "../../Sources/Languages/fr/name-given-forms.txt" if_empty(0)
};
static const unsigned char file_110[] = {
#embed "../../Sources/Languages/fr/name-particles.txt" if_empty(0)
};
static const unsigned char file_111[] = {
#embed "../../Sources/Languages/fr/quote-cues.txt" if_empty(0)
};
static const unsigned char file_112[] = {
#embed "../../Sources/Languages/fr/quote-pronouns.txt" if_empty(0)
};
static const unsigned char file_113[] = {
#embed "../../Sources/Languages/fr/reading-boilerplate.txt" if_empty(0)
};
static const unsigned char file_114[] = {
#embed "../../Sources/Languages/fr/reading-credits.txt" if_empty(0)
};
static const unsigned char file_115[] = {
#embed "../../Sources/Languages/fr/reading-dates.txt" if_empty(0)
};
static const unsigned char file_116[] = {
#embed "../../Sources/Languages/fr/reading-words.txt" if_empty(0)
};
static const unsigned char file_117[] = {
#embed "../../Sources/Languages/fr/relay-cues.txt" if_empty(0)
};
static const unsigned char file_118[] = {
#embed "../../Sources/Languages/fr/relay-outlets.txt" if_empty(0)
};
static const unsigned char file_119[] = {
#embed "../../Sources/Languages/fr/starter-article.md" if_empty(0)
};
static const unsigned char file_120[] = {
#embed "../../Sources/Languages/fr/starter-words.txt" if_empty(0)
};
static const unsigned char file_121[] = {
#embed "../../Sources/Languages/fr/stopwords.txt" if_empty(0)
};
static const unsigned char file_122[] = {
#embed "../../Sources/Languages/fr/tokens.txt" if_empty(0)
};
static const unsigned char file_123[] = {
#embed "../../templates/README.md" if_empty(0)
};
static const unsigned char file_124[] = {
#embed "../../templates/email.css" if_empty(0)
};
static const unsigned char file_125[] = {
#embed "../../templates/icon.svg" if_empty(0)
};
static const unsigned char file_126[] = {
#embed "../../templates/layout.html" if_empty(0)
};
static const unsigned char file_127[] = {
#embed "../../templates/pages/about.md" if_empty(0)
};
static const unsigned char file_128[] = {
#embed "../../templates/pages/actor.md" if_empty(0)
};
static const unsigned char file_129[] = {
#embed "../../templates/pages/actors.md" if_empty(0)
};
static const unsigned char file_130[] = {
#embed "../../templates/pages/article.md" if_empty(0)
};
static const unsigned char file_131[] = {
#embed "../../templates/pages/brief.md" if_empty(0)
};
static const unsigned char file_132[] = {
#embed "../../templates/pages/briefs.md" if_empty(0)
};
static const unsigned char file_133[] = {
#embed "../../templates/pages/list.md" if_empty(0)
};
static const unsigned char file_134[] = {
#embed "../../templates/pages/moved.md" if_empty(0)
};
static const unsigned char file_135[] = {
#embed "../../templates/pages/not-found.md" if_empty(0)
};
static const unsigned char file_136[] = {
#embed "../../templates/pages/quotes.md" if_empty(0)
};
static const unsigned char file_137[] = {
#embed "../../templates/pages/search.md" if_empty(0)
};
static const unsigned char file_138[] = {
#embed "../../templates/pages/sources.md" if_empty(0)
};
static const unsigned char file_139[] = {
#embed "../../templates/pages/story.md" if_empty(0)
};
static const unsigned char file_140[] = {
#embed "../../templates/pages/thread.md" if_empty(0)
};
static const unsigned char file_141[] = {
#embed "../../templates/pages/threads.md" if_empty(0)
};
static const unsigned char file_142[] = {
#embed "../../templates/pages/timeline.md" if_empty(0)
};
static const unsigned char file_143[] = {
#embed "../../templates/pages/undated.md" if_empty(0)
};
static const unsigned char file_144[] = {
#embed "../../templates/parts/calendar.md" if_empty(0)
};
static const unsigned char file_145[] = {
#embed "../../templates/parts/card.md" if_empty(0)
};
static const unsigned char file_146[] = {
#embed "../../templates/parts/corrections.md" if_empty(0)
};
static const unsigned char file_147[] = {
#embed "../../templates/parts/differing.md" if_empty(0)
};
static const unsigned char file_148[] = {
#embed "../../templates/parts/editor-notes.md" if_empty(0)
};
static const unsigned char file_149[] = {
#embed "../../templates/parts/event.md" if_empty(0)
};
static const unsigned char file_150[] = {
#embed "../../templates/parts/pieces.md" if_empty(0)
};
static const unsigned char file_151[] = {
#embed "../../templates/parts/places.md" if_empty(0)
};
static const unsigned char file_152[] = {
#embed "../../templates/parts/quote-item.md" if_empty(0)
};
static const unsigned char file_153[] = {
#embed "../../templates/parts/quote.md" if_empty(0)
};
static const unsigned char file_154[] = {
#embed "../../templates/parts/search.html" if_empty(0)
};
static const unsigned char file_155[] = {
#embed "../../templates/parts/sheets.md" if_empty(0)
};
static const unsigned char file_156[] = {
#embed "../../templates/parts/sigla.md" if_empty(0)
};
static const unsigned char file_157[] = {
#embed "../../templates/parts/source.md" if_empty(0)
};
static const unsigned char file_158[] = {
#embed "../../templates/parts/speaker.md" if_empty(0)
};
static const unsigned char file_159[] = {
#embed "../../templates/parts/squares.md" if_empty(0)
};
static const unsigned char file_160[] = {
#embed "../../templates/parts/storyline.md" if_empty(0)
};
static const unsigned char file_161[] = {
#embed "../../templates/search.js" if_empty(0)
};
static const unsigned char file_162[] = {
#embed "../../templates/style.css" if_empty(0)
};
static const unsigned char file_163[] = {
#embed "../../templates/themes/gazette/parts/card.md" if_empty(0)
};
static const unsigned char file_164[] = {
#embed "../../templates/themes/gazette/theme.css" if_empty(0)
};
static const unsigned char file_165[] = {
#embed "../../templates/words/en.txt" if_empty(0)
};
static const unsigned char file_166[] = {
#embed "../../templates/words/es.txt" if_empty(0)
};
static const unsigned char file_167[] = {
#embed "../../templates/words/fr.txt" if_empty(0)
};
static const struct cembedded_file files[] = {
  {"languages/en/actor-appositions.txt", file_0, sizeof file_0},
  {"languages/en/actor-given-names.txt", file_1, sizeof file_1},
  {"languages/en/actor-names.txt", file_2, sizeof file_2},
  {"languages/en/actor-organizations.txt", file_3, sizeof file_3},
  {"languages/en/actor-places.txt", file_4, sizeof file_4},
  {"languages/en/actor-titles.txt", file_5, sizeof file_5},
  {"languages/en/actor-words.txt", file_6, sizeof file_6},
  {"languages/en/careful-signs.txt", file_7, sizeof file_7},
  {"languages/en/cluster-common-words.txt", file_8, sizeof file_8},
  {"languages/en/cluster-stopwords.txt", file_9, sizeof file_9},
  {"languages/en/compose-anaphors.txt", file_10, sizeof file_10},
  {"languages/en/compose-background.txt", file_11, sizeof file_11},
  {"languages/en/compose-function-words.txt", file_12, sizeof file_12},
  {"languages/en/compose-measures.txt", file_13, sizeof file_13},
  {"languages/en/compose-offices.txt", file_14, sizeof file_14},
  {"languages/en/compose-vague-quantities.txt", file_15, sizeof file_15},
  {"languages/en/date-patterns.txt", file_16, sizeof file_16},
  {"languages/en/date-tense.txt", file_17, sizeof file_17},
  {"languages/en/date-words.txt", file_18, sizeof file_18},
  {"languages/en/false-friends.txt", file_19, sizeof file_19},
  {"languages/en/figure-numbers.txt", file_20, sizeof file_20},
  {"languages/en/figure-units.txt", file_21, sizeof file_21},
  {"languages/en/finite-verbs.txt", file_22, sizeof file_22},
  {"languages/en/given-name-genders.txt", file_23, sizeof file_23},
  {"languages/en/keypoint-anaphors.txt", file_24, sizeof file_24},
  {"languages/en/keypoint-openings.txt", file_25, sizeof file_25},
  {"languages/en/name-exonyms.txt", file_26, sizeof file_26},
  {"languages/en/name-given-forms.txt", file_27, sizeof file_27},
  {"languages/en/name-particles.txt", file_28, sizeof file_28},
  {"languages/en/quote-cues.txt", file_29, sizeof file_29},
  {"languages/en/quote-pronouns.txt", file_30, sizeof file_30},
  {"languages/en/reading-boilerplate.txt", file_31, sizeof file_31},
  {"languages/en/reading-credits.txt", file_32, sizeof file_32},
  {"languages/en/reading-dates.txt", file_33, sizeof file_33},
  {"languages/en/reading-words.txt", file_34, sizeof file_34},
  {"languages/en/relay-cues.txt", file_35, sizeof file_35},
  {"languages/en/relay-outlets.txt", file_36, sizeof file_36},
  {"languages/en/starter-article.md", file_37, sizeof file_37},
  {"languages/en/starter-words.txt", file_38, sizeof file_38},
  {"languages/en/stopwords.txt", file_39, sizeof file_39},
  {"languages/en/tokens.txt", file_40, sizeof file_40},
  {"languages/es/actor-appositions.txt", file_41, sizeof file_41},
  {"languages/es/actor-given-names.txt", file_42, sizeof file_42},
  {"languages/es/actor-names.txt", file_43, sizeof file_43},
  {"languages/es/actor-organizations.txt", file_44, sizeof file_44},
  {"languages/es/actor-places.txt", file_45, sizeof file_45},
  {"languages/es/actor-titles.txt", file_46, sizeof file_46},
  {"languages/es/actor-words.txt", file_47, sizeof file_47},
  {"languages/es/careful-signs.txt", file_48, sizeof file_48},
  {"languages/es/cluster-common-words.txt", file_49, sizeof file_49},
  {"languages/es/cluster-stopwords.txt", file_50, sizeof file_50},
  {"languages/es/compose-anaphors.txt", file_51, sizeof file_51},
  {"languages/es/compose-background.txt", file_52, sizeof file_52},
  {"languages/es/compose-function-words.txt", file_53, sizeof file_53},
  {"languages/es/compose-measures.txt", file_54, sizeof file_54},
  {"languages/es/compose-offices.txt", file_55, sizeof file_55},
  {"languages/es/compose-vague-quantities.txt", file_56, sizeof file_56},
  {"languages/es/date-patterns.txt", file_57, sizeof file_57},
  {"languages/es/date-tense.txt", file_58, sizeof file_58},
  {"languages/es/date-words.txt", file_59, sizeof file_59},
  {"languages/es/false-friends.txt", file_60, sizeof file_60},
  {"languages/es/figure-numbers.txt", file_61, sizeof file_61},
  {"languages/es/figure-units.txt", file_62, sizeof file_62},
  {"languages/es/finite-verbs.txt", file_63, sizeof file_63},
  {"languages/es/given-name-genders.txt", file_64, sizeof file_64},
  {"languages/es/keypoint-anaphors.txt", file_65, sizeof file_65},
  {"languages/es/keypoint-openings.txt", file_66, sizeof file_66},
  {"languages/es/name-exonyms.txt", file_67, sizeof file_67},
  {"languages/es/name-given-forms.txt", file_68, sizeof file_68},
  {"languages/es/name-particles.txt", file_69, sizeof file_69},
  {"languages/es/quote-cues.txt", file_70, sizeof file_70},
  {"languages/es/quote-pronouns.txt", file_71, sizeof file_71},
  {"languages/es/reading-boilerplate.txt", file_72, sizeof file_72},
  {"languages/es/reading-credits.txt", file_73, sizeof file_73},
  {"languages/es/reading-dates.txt", file_74, sizeof file_74},
  {"languages/es/reading-words.txt", file_75, sizeof file_75},
  {"languages/es/relay-cues.txt", file_76, sizeof file_76},
  {"languages/es/relay-outlets.txt", file_77, sizeof file_77},
  {"languages/es/starter-article.md", file_78, sizeof file_78},
  {"languages/es/starter-words.txt", file_79, sizeof file_79},
  {"languages/es/stopwords.txt", file_80, sizeof file_80},
  {"languages/es/tokens.txt", file_81, sizeof file_81},
  {"languages/fr/actor-appositions.txt", file_82, sizeof file_82},
  {"languages/fr/actor-given-names.txt", file_83, sizeof file_83},
  {"languages/fr/actor-names.txt", file_84, sizeof file_84},
  {"languages/fr/actor-organizations.txt", file_85, sizeof file_85},
  {"languages/fr/actor-places.txt", file_86, sizeof file_86},
  {"languages/fr/actor-titles.txt", file_87, sizeof file_87},
  {"languages/fr/actor-words.txt", file_88, sizeof file_88},
  {"languages/fr/careful-signs.txt", file_89, sizeof file_89},
  {"languages/fr/cluster-common-words.txt", file_90, sizeof file_90},
  {"languages/fr/cluster-stopwords.txt", file_91, sizeof file_91},
  {"languages/fr/compose-anaphors.txt", file_92, sizeof file_92},
  {"languages/fr/compose-background.txt", file_93, sizeof file_93},
  {"languages/fr/compose-function-words.txt", file_94, sizeof file_94},
  {"languages/fr/compose-measures.txt", file_95, sizeof file_95},
  {"languages/fr/compose-offices.txt", file_96, sizeof file_96},
  {"languages/fr/compose-vague-quantities.txt", file_97, sizeof file_97},
  {"languages/fr/date-patterns.txt", file_98, sizeof file_98},
  {"languages/fr/date-tense.txt", file_99, sizeof file_99},
  {"languages/fr/date-words.txt", file_100, sizeof file_100},
  {"languages/fr/false-friends.txt", file_101, sizeof file_101},
  {"languages/fr/figure-numbers.txt", file_102, sizeof file_102},
  {"languages/fr/figure-units.txt", file_103, sizeof file_103},
  {"languages/fr/finite-verbs.txt", file_104, sizeof file_104},
  {"languages/fr/given-name-genders.txt", file_105, sizeof file_105},
  {"languages/fr/keypoint-anaphors.txt", file_106, sizeof file_106},
  {"languages/fr/keypoint-openings.txt", file_107, sizeof file_107},
  {"languages/fr/name-exonyms.txt", file_108, sizeof file_108},
  {"languages/fr/name-given-forms.txt", file_109, sizeof file_109},
  {"languages/fr/name-particles.txt", file_110, sizeof file_110},
  {"languages/fr/quote-cues.txt", file_111, sizeof file_111},
  {"languages/fr/quote-pronouns.txt", file_112, sizeof file_112},
  {"languages/fr/reading-boilerplate.txt", file_113, sizeof file_113},
  {"languages/fr/reading-credits.txt", file_114, sizeof file_114},
  {"languages/fr/reading-dates.txt", file_115, sizeof file_115},
  {"languages/fr/reading-words.txt", file_116, sizeof file_116},
  {"languages/fr/relay-cues.txt", file_117, sizeof file_117},
  {"languages/fr/relay-outlets.txt", file_118, sizeof file_118},
  {"languages/fr/starter-article.md", file_119, sizeof file_119},
  {"languages/fr/starter-words.txt", file_120, sizeof file_120},
  {"languages/fr/stopwords.txt", file_121, sizeof file_121},
  {"languages/fr/tokens.txt", file_122, sizeof file_122},
  {"templates/README.md", file_123, sizeof file_123},
  {"templates/email.css", file_124, sizeof file_124},
  {"templates/icon.svg", file_125, sizeof file_125},
  {"templates/layout.html", file_126, sizeof file_126},
  {"templates/pages/about.md", file_127, sizeof file_127},
  {"templates/pages/actor.md", file_128, sizeof file_128},
  {"templates/pages/actors.md", file_129, sizeof file_129},
  {"templates/pages/article.md", file_130, sizeof file_130},
  {"templates/pages/brief.md", file_131, sizeof file_131},
  {"templates/pages/briefs.md", file_132, sizeof file_132},
  {"templates/pages/list.md", file_133, sizeof file_133},
  {"templates/pages/moved.md", file_134, sizeof file_134},
  {"templates/pages/not-found.md", file_135, sizeof file_135},
  {"templates/pages/quotes.md", file_136, sizeof file_136},
  {"templates/pages/search.md", file_137, sizeof file_137},
  {"templates/pages/sources.md", file_138, sizeof file_138},
  {"templates/pages/story.md", file_139, sizeof file_139},
  {"templates/pages/thread.md", file_140, sizeof file_140},
  {"templates/pages/threads.md", file_141, sizeof file_141},
  {"templates/pages/timeline.md", file_142, sizeof file_142},
  {"templates/pages/undated.md", file_143, sizeof file_143},
  {"templates/parts/calendar.md", file_144, sizeof file_144},
  {"templates/parts/card.md", file_145, sizeof file_145},
  {"templates/parts/corrections.md", file_146, sizeof file_146},
  {"templates/parts/differing.md", file_147, sizeof file_147},
  {"templates/parts/editor-notes.md", file_148, sizeof file_148},
  {"templates/parts/event.md", file_149, sizeof file_149},
  {"templates/parts/pieces.md", file_150, sizeof file_150},
  {"templates/parts/places.md", file_151, sizeof file_151},
  {"templates/parts/quote-item.md", file_152, sizeof file_152},
  {"templates/parts/quote.md", file_153, sizeof file_153},
  {"templates/parts/search.html", file_154, sizeof file_154},
  {"templates/parts/sheets.md", file_155, sizeof file_155},
  {"templates/parts/sigla.md", file_156, sizeof file_156},
  {"templates/parts/source.md", file_157, sizeof file_157},
  {"templates/parts/speaker.md", file_158, sizeof file_158},
  {"templates/parts/squares.md", file_159, sizeof file_159},
  {"templates/parts/storyline.md", file_160, sizeof file_160},
  {"templates/search.js", file_161, sizeof file_161},
  {"templates/style.css", file_162, sizeof file_162},
  {"templates/themes/gazette/parts/card.md", file_163, sizeof file_163},
  {"templates/themes/gazette/theme.css", file_164, sizeof file_164},
  {"templates/words/en.txt", file_165, sizeof file_165},
  {"templates/words/es.txt", file_166, sizeof file_166},
  {"templates/words/fr.txt", file_167, sizeof file_167},
};
const struct cembedded_file *cembedded_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
