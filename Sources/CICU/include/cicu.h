// Plain names over the versioned symbols of the system's ICU, so that Swift sees stable ones.
#ifndef DAYBRIEF_CICU_H
#define DAYBRIEF_CICU_H
#include <stdbool.h>
#include <stdint.h>

typedef struct cicu_sentences cicu_sentences;

// Opens a sentence iterator for a locale such as "fr"; NULL where ICU has none.
cicu_sentences *cicu_sentences_open(const char *locale);
void cicu_sentences_close(cicu_sentences *iterator);
// Writes the byte offsets of the sentence boundaries after 0 into `out`, at most `capacity`; returns how many there are.
int32_t cicu_sentence_boundaries(cicu_sentences *iterator, const char *utf8, int64_t length, int64_t *out, int32_t capacity);

// The property Sentence_Break of a code point, as ICU numbers its values.
int32_t cicu_sentence_class(uint32_t point);
// The words of a language behind whose full stop no sentence ends, as UTF-8 parted by newlines. Returns how many bytes
// they are, 0 where CLDR has none; writes them where they fit in `capacity`.
int32_t cicu_sentence_exceptions(const char *language, char *out, int32_t capacity);

// Transliterates UTF-8 by an ICU transform such as "Any-Latin; Latin-ASCII". Returns the byte length, or -1.
int32_t cicu_transliterate(const char *transform, const char *utf8, int32_t length, char *out, int32_t capacity);

// The name of a territory ("UA") in a locale ("fr") as UTF-8. Returns the byte length, or -1 where CLDR has none.
int32_t cicu_territory_name(const char *locale, const char *code, char *out, int32_t capacity);

typedef struct cicu_plurals cicu_plurals;

// Opens the plural rules of a locale; NULL where ICU has none.
cicu_plurals *cicu_plurals_open(const char *locale);
void cicu_plurals_close(cicu_plurals *rules);
// The plural category ("one", "few", "other" …) of a whole number. Returns the byte length, or -1.
int32_t cicu_plural_category(const cicu_plurals *rules, int64_t number, char *out, int32_t capacity);

// The name of a language ("fr") in a locale. Returns the byte length, or -1.
int32_t cicu_language_name(const char *locale, const char *code, char *out, int32_t capacity);

// The names of the twelve months in a locale, parted by newlines: in full as they stand in a date, in full alone,
// abbreviated in both ways, 48 in all. Returns the byte length, 0 where CLDR has none; writes them where they fit.
int32_t cicu_month_names(const char *locale, char *out, int32_t capacity);
#endif
