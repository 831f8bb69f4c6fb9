// A C face for the Compact Language Detector 2.
#ifndef DAYBRIEF_CCLD2_H
#define DAYBRIEF_CCLD2_H
#include <stdbool.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
// Writes the BCP 47 code of the language of plain UTF-8 text into `code`; false where the detector is not sure.
bool ccld2_language(const char *utf8, int32_t length, char *code, int32_t capacity);
#ifdef __cplusplus
}
#endif
#endif
