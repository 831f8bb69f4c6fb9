import Testing

@testable import NewsModel

@Test(
  "the language of a code, whatever region and script it names",
  arguments: [
    ("fr", "fr"), ("fr-CA", "fr"), ("FR_ca", "fr"), ("zh-Hant-TW", "zh"), ("und", "und"), ("", nil), ("-", nil),
    (nil, nil),
  ])
func languageOfCode(_ code: String?, _ language: String?) {
  #expect(LanguageCode.primary(code) == language)
}
