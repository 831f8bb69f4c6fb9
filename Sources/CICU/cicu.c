#include "cicu.h"
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/udat.h>
#include <unicode/udata.h>
#include <unicode/uldnames.h>
#include <unicode/upluralrules.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utrans.h>

struct cicu_sentences { UBreakIterator *breaks; UText *text; };

cicu_sentences *cicu_sentences_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks = ubrk_open(UBRK_SENTENCE, locale, NULL, 0, &status);
  if (U_FAILURE(status)) return NULL;
  cicu_sentences *iterator = calloc(1, sizeof *iterator);
  if (iterator == NULL) { ubrk_close(breaks); return NULL; }
  iterator->breaks = breaks;
  return iterator;
}

void cicu_sentences_close(cicu_sentences *iterator) {
  if (iterator == NULL) return;
  ubrk_close(iterator->breaks);
  if (iterator->text != NULL) utext_close(iterator->text);
  free(iterator);
}

int32_t cicu_sentence_boundaries(cicu_sentences *iterator, const char *utf8, int64_t length, int64_t *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  iterator->text = utext_openUTF8(iterator->text, utf8, length, &status);
  ubrk_setUText(iterator->breaks, iterator->text, &status);
  if (U_FAILURE(status)) return 0;
  int32_t count = 0;
  ubrk_first(iterator->breaks);
  for (int32_t at = ubrk_next(iterator->breaks); at != UBRK_DONE; at = ubrk_next(iterator->breaks)) {
    if (count < capacity) out[count] = at;
    count++;
  }
  return count;
}

int32_t cicu_sentence_class(uint32_t point) { return u_getIntPropertyValue((UChar32)point, UCHAR_SENTENCE_BREAK); }

int32_t cicu_sentence_exceptions(const char *language, char *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle *bundle = ures_open(U_ICUDATA_NAME U_TREE_SEPARATOR_STRING "brkitr", language, &status);
  UResourceBundle *all = ures_getByKey(bundle, "exceptions", NULL, &status);
  UResourceBundle *words = ures_getByKey(all, "SentenceBreak", NULL, &status);
  int32_t length = 0;
  while (U_SUCCESS(status) && ures_hasNext(words)) {
    int32_t units = 0, written = 0;
    const UChar *word = ures_getNextString(words, &units, NULL, &status);
    if (U_FAILURE(status)) break;
    UErrorCode fit = U_ZERO_ERROR;
    int32_t room = capacity > length ? capacity - length : 0;
    u_strToUTF8(room > 0 ? out + length : NULL, room, &written, word, units, &fit);
    length += written;
    if (length < capacity) out[length] = '\n';
    length++;
  }
  if (words != NULL) ures_close(words);
  if (all != NULL) ures_close(all);
  if (bundle != NULL) ures_close(bundle);
  return U_FAILURE(status) ? 0 : length;
}

// Gives UTF-16 back as UTF-8; -1 where it does not fit.
static int32_t to_utf8(const UChar *text, int32_t length, char *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t written = 0;
  u_strToUTF8(out, capacity, &written, text, length, &status);
  return U_FAILURE(status) ? -1 : written;
}

int32_t cicu_transliterate(const char *transform, const char *utf8, int32_t length, char *out, int32_t capacity) {
  // Opening a transform costs milliseconds, so the one in use is kept for each thread.
  static _Thread_local UTransliterator *kept = NULL;
  static _Thread_local char kept_name[128];
  UErrorCode status = U_ZERO_ERROR;
  if (kept == NULL || strcmp(kept_name, transform) != 0) {
    UChar name[128];
    if (strlen(transform) >= sizeof kept_name) return -1;
    u_uastrcpy(name, transform);
    UTransliterator *opened = utrans_openU(name, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    if (U_FAILURE(status)) return -1;
    if (kept != NULL) utrans_close(kept);
    kept = opened;
    strcpy(kept_name, transform);
  }
  int32_t room = length * 4 + 64;
  UChar *buffer = malloc((size_t)room * sizeof *buffer);
  if (buffer == NULL) return -1;
  int32_t units = 0;
  u_strFromUTF8(buffer, room, &units, utf8, length, &status);
  int32_t limit = units;
  utrans_transUChars(kept, buffer, &units, room, 0, &limit, &status);
  int32_t written = U_FAILURE(status) ? -1 : to_utf8(buffer, units, out, capacity);
  free(buffer);
  return written;
}

int32_t cicu_territory_name(const char *locale, const char *code, char *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  ULocaleDisplayNames *names = uldn_open(locale, ULDN_STANDARD_NAMES, &status);
  if (U_FAILURE(status)) return -1;
  UChar name[256];
  int32_t units = uldn_regionDisplayName(names, code, name, 256, &status);
  uldn_close(names);
  if (U_FAILURE(status)) return -1;
  return to_utf8(name, units, out, capacity);
}

int32_t cicu_language_name(const char *locale, const char *code, char *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  ULocaleDisplayNames *names = uldn_open(locale, ULDN_STANDARD_NAMES, &status);
  if (U_FAILURE(status)) return -1;
  UChar name[256];
  int32_t units = uldn_languageDisplayName(names, code, name, 256, &status);
  uldn_close(names);
  if (U_FAILURE(status)) return -1;
  return to_utf8(name, units, out, capacity);
}

cicu_plurals *cicu_plurals_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UPluralRules *rules = uplrules_open(locale, &status);
  return U_FAILURE(status) ? NULL : (cicu_plurals *)rules;
}

void cicu_plurals_close(cicu_plurals *rules) { uplrules_close((UPluralRules *)rules); }

int32_t cicu_plural_category(const cicu_plurals *rules, int64_t number, char *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UChar keyword[32];
  int32_t units = uplrules_select((const UPluralRules *)rules, (double)number, keyword, 32, &status);
  if (U_FAILURE(status)) return -1;
  return to_utf8(keyword, units, out, capacity);
}

int32_t cicu_month_names(const char *locale, char *out, int32_t capacity) {
  static const UDateFormatSymbolType kinds[] = {
    UDAT_MONTHS, UDAT_STANDALONE_MONTHS, UDAT_SHORT_MONTHS, UDAT_STANDALONE_SHORT_MONTHS,
  };
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open(UDAT_NONE, UDAT_LONG, locale, NULL, 0, NULL, 0, &status);
  if (U_FAILURE(status)) return 0;
  int32_t length = 0;
  for (int kind = 0; kind < 4; kind++) {
    for (int32_t month = 0; month < 12; month++) {
      UChar name[64];
      status = U_ZERO_ERROR;
      int32_t units = udat_getSymbols(format, kinds[kind], month, name, 64, &status);
      int32_t bytes = U_FAILURE(status) ? 0 : to_utf8(name, units, out + length, capacity - length - 1);
      if (bytes < 0) { udat_close(format); return 0; }
      length += bytes;
      out[length++] = '\n';
    }
  }
  udat_close(format);
  return length;
}
