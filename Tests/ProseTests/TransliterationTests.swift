import Testing

@testable import Prose

@Suite("Transliteration")
struct TransliterationTests {
  @Test("letters with a mark come out as ICU gives them, whoever does it")
  func sameAsICU() {
    for value in UInt32(0xC0)...0xFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let word = "a\(scalar)b \(scalar)"
      #expect(Transliteration.latin(word) == Transliteration.transformed(word), "U+\(String(value, radix: 16))")
    }
  }

  @Test("what is more than a letter with a mark is left to ICU")
  func others() {
    #expect(Transliteration.latin("Œuvre d’Ægir") == Transliteration.transformed("Œuvre d’Ægir"))
    #expect(Transliteration.latin("Évian") == "Evian")
    #expect(Transliteration.latin("Залужний") == Transliteration.transformed("Залужний"))
  }
}
