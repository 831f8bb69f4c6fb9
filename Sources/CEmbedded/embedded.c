// Written by Scripts/embed.sh. Do not edit.
#include "cembedded.h"
static const unsigned char file_0[] = {
#embed "../../Sources/Languages/en/tokens.txt" if_empty(0)
};
static const unsigned char file_1[] = {
#embed "../../Sources/Languages/fr/tokens.txt" if_empty(0)
};
static const unsigned char file_2[] = {
#embed "../../templates/README.md" if_empty(0)
};
static const unsigned char file_3[] = {
#embed "../../templates/layout.html" if_empty(0)
};
static const unsigned char file_4[] = {
#embed "../../templates/pages/about.md" if_empty(0)
};
static const unsigned char file_5[] = {
#embed "../../templates/pages/actor.md" if_empty(0)
};
static const unsigned char file_6[] = {
#embed "../../templates/pages/actors.md" if_empty(0)
};
static const unsigned char file_7[] = {
#embed "../../templates/pages/article.md" if_empty(0)
};
static const unsigned char file_8[] = {
#embed "../../templates/pages/brief.md" if_empty(0)
};
static const unsigned char file_9[] = {
#embed "../../templates/pages/not-found.md" if_empty(0)
};
static const unsigned char file_10[] = {
#embed "../../templates/pages/quotes.md" if_empty(0)
};
static const unsigned char file_11[] = {
#embed "../../templates/pages/search.md" if_empty(0)
};
static const unsigned char file_12[] = {
#embed "../../templates/pages/sources.md" if_empty(0)
};
static const unsigned char file_13[] = {
#embed "../../templates/pages/story.md" if_empty(0)
};
static const unsigned char file_14[] = {
#embed "../../templates/pages/thread.md" if_empty(0)
};
static const unsigned char file_15[] = {
#embed "../../templates/pages/threads.md" if_empty(0)
};
static const unsigned char file_16[] = {
#embed "../../templates/pages/timeline.md" if_empty(0)
};
static const unsigned char file_17[] = {
#embed "../../templates/pages/undated.md" if_empty(0)
};
static const unsigned char file_18[] = {
#embed "../../templates/parts/card.md" if_empty(0)
};
static const unsigned char file_19[] = {
#embed "../../templates/parts/event.md" if_empty(0)
};
static const unsigned char file_20[] = {
#embed "../../templates/parts/links.md" if_empty(0)
};
static const unsigned char file_21[] = {
#embed "../../templates/parts/pieces.md" if_empty(0)
};
static const unsigned char file_22[] = {
#embed "../../templates/parts/places.md" if_empty(0)
};
static const unsigned char file_23[] = {
#embed "../../templates/parts/quote-item.md" if_empty(0)
};
static const unsigned char file_24[] = {
#embed "../../templates/parts/quote.md" if_empty(0)
};
static const unsigned char file_25[] = {
#embed "../../templates/parts/sigla.md" if_empty(0)
};
static const unsigned char file_26[] = {
#embed "../../templates/parts/speaker.md" if_empty(0)
};
static const unsigned char file_27[] = {
#embed "../../templates/parts/squares.md" if_empty(0)
};
static const unsigned char file_28[] = {
#embed "../../templates/parts/storyline.md" if_empty(0)
};
static const unsigned char file_29[] = {
#embed "../../templates/style.css" if_empty(0)
};
static const unsigned char file_30[] = {
#embed "../../templates/words/en.txt" if_empty(0)
};
static const unsigned char file_31[] = {
#embed "../../templates/words/fr.txt" if_empty(0)
};
static const struct cembedded_file files[] = {
  {"languages/en/tokens.txt", file_0, sizeof file_0},
  {"languages/fr/tokens.txt", file_1, sizeof file_1},
  {"templates/README.md", file_2, sizeof file_2},
  {"templates/layout.html", file_3, sizeof file_3},
  {"templates/pages/about.md", file_4, sizeof file_4},
  {"templates/pages/actor.md", file_5, sizeof file_5},
  {"templates/pages/actors.md", file_6, sizeof file_6},
  {"templates/pages/article.md", file_7, sizeof file_7},
  {"templates/pages/brief.md", file_8, sizeof file_8},
  {"templates/pages/not-found.md", file_9, sizeof file_9},
  {"templates/pages/quotes.md", file_10, sizeof file_10},
  {"templates/pages/search.md", file_11, sizeof file_11},
  {"templates/pages/sources.md", file_12, sizeof file_12},
  {"templates/pages/story.md", file_13, sizeof file_13},
  {"templates/pages/thread.md", file_14, sizeof file_14},
  {"templates/pages/threads.md", file_15, sizeof file_15},
  {"templates/pages/timeline.md", file_16, sizeof file_16},
  {"templates/pages/undated.md", file_17, sizeof file_17},
  {"templates/parts/card.md", file_18, sizeof file_18},
  {"templates/parts/event.md", file_19, sizeof file_19},
  {"templates/parts/links.md", file_20, sizeof file_20},
  {"templates/parts/pieces.md", file_21, sizeof file_21},
  {"templates/parts/places.md", file_22, sizeof file_22},
  {"templates/parts/quote-item.md", file_23, sizeof file_23},
  {"templates/parts/quote.md", file_24, sizeof file_24},
  {"templates/parts/sigla.md", file_25, sizeof file_25},
  {"templates/parts/speaker.md", file_26, sizeof file_26},
  {"templates/parts/squares.md", file_27, sizeof file_27},
  {"templates/parts/storyline.md", file_28, sizeof file_28},
  {"templates/style.css", file_29, sizeof file_29},
  {"templates/words/en.txt", file_30, sizeof file_30},
  {"templates/words/fr.txt", file_31, sizeof file_31},
};
const struct cembedded_file *cembedded_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
