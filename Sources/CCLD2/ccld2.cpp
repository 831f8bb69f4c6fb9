#include <cstdio>
#include <cstring>
#include <cld2/public/compact_lang_det.h>
#include "ccld2.h"

extern "C" bool ccld2_language(const char *utf8, int32_t length, char *code, int32_t capacity) {
  bool reliable = false;
  CLD2::Language found = CLD2::DetectLanguage(utf8, length, true, &reliable);
  const char *name = CLD2::LanguageCode(found);
  if (!reliable || found == CLD2::UNKNOWN_LANGUAGE || (int32_t)std::strlen(name) >= capacity) return false;
  std::strcpy(code, name);
  return true;
}
