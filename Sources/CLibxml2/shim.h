// libxml2's own headers pull in ICU's where it was built with it, and those would meet the ICU inside Foundation.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>

// A plain function for the macro variable xmlFree, which Swift 6 takes for shared mutable state.
static inline void daybrief_xml_free(void *pointer) { xmlFree(pointer); }
