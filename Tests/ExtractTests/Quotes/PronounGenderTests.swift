import NewsModel
import Testing

@testable import Extract

@Suite("Whom a pronoun or a general word means")
struct PronounGenderTests {
  @Test(
    "a role in apposition keeps the other pronoun from its bearer",
    arguments: [
      ("fr", "Son éditeur, Goran Ilić, a souri.", "« La nuit, je travaille », glisse-t-elle."),
      ("fr", "Goran Ilić, romancier, a souri.", "« La nuit, je travaille », glisse-t-elle."),
      ("fr", "Goran Ilić, né à Split, a souri.", "« La nuit, je travaille », glisse-t-elle."),
      ("fr", "Sa traductrice, Ilse Vandervelde, a souri.", "« La nuit, je travaille », glisse-t-il."),
      ("fr", "Ilse Vandervelde, âgée de 44 ans, a souri.", "« La nuit, je travaille », glisse-t-il."),
      ("en", "Her husband, Tobi Ilse, smiled.", "“La nuit, je travaille,” she said."),
      ("es", "Su traductora, Ilse Vandervelde, sonrió.", "«La nuit, je travaille», dijo él."),
    ])
  func excluded(_ language: String, _ before: String, _ quote: String) {
    let sample = SpokenSample("\(before) \(quote)", language)
    #expect(sample.holds("La nuit"))
    #expect(sample.speaker(of: "La nuit") == nil, "\(sample.lines)")
  }

  @Test(
    "the one whom the pronoun fits is meant, though another was named since",
    arguments: [
      "Milena Todorov publie un récit. Son éditeur, Goran Ilić, la dit « drôle et têtue ». Elle rit : « La nuit, j’écris. »",
      "Milena Todorov, romancière, publie un récit. Son éditeur, Goran Ilić, a souri. « La nuit, j’écris », glisse-t-elle.",
    ])
  func other(_ text: String) { #expect(SpokenSample(text).speaker(of: "La nuit") == "Milena Todorov") }

  @Test(
    "what is said of men and women tells nothing",
    arguments: [
      "La victime, Goran Ilić, a souri. « La nuit, je travaille », glisse-t-il.",
      "Le témoin, Ilse Vandervelde, a souri. « La nuit, je travaille », glisse-t-elle.",
      "Son porte-parole, Ilse Vandervelde, a souri. « La nuit, je travaille », glisse-t-elle.",
      "Ilse Vandervelde, professeur de droit, a souri. « La nuit, je travaille », glisse-t-elle.",
    ])
  func open(_ text: String) { #expect(SpokenSample(text).speaker(of: "La nuit") != nil) }

  @Test("who leads what a sentence opens with is meant by the pronoun behind it")
  func leaders() {
    let rest = ", la plainte est « une manœuvre de plus ». « Nous attendons ce pont », rappelle-t-elle."
    #expect(
      SpokenSample("Pour le collectif Rives, présidé par Ginette Malaval\(rest)").speaker(of: "ce pont")
        == "Ginette Malaval")
    #expect(
      SpokenSample("Pour le collectif Rives, présidé par Bernard Malaval\(rest)").speaker(of: "ce pont") == nil)
    #expect(
      SpokenSample("Pour le collectif Rives, rejoint par Ginette Malaval\(rest)").speaker(of: "ce pont") == nil)
  }

  @Test("a general word for a role means the one person of the paragraph who has such a role")
  func general() {
    let quote = "« Je n’ai rien à cacher », se défend l’élu."
    let one = SpokenSample("Hugo Talmont, conseiller d’opposition, a signé. \(quote)")
    #expect(one.speaker(of: "cacher") == "Hugo Talmont")
    #expect(one.digest.quotes.last?.speaker?.basis == .inferred)
    let two = "Hugo Talmont, conseiller d’opposition, et Paul Astruc, maire de Lestrac, ont signé. "
    #expect(SpokenSample(two + quote).speaker(of: "cacher") == nil)
    #expect(SpokenSample("Hugo Talmont, pharmacien à Lestrac, a signé. \(quote)").speaker(of: "cacher") == nil)
    #expect(
      SpokenSample("Hugo Talmont, conseiller d’opposition, a signé.\n\nLe vote a eu lieu. \(quote)")
        .speaker(of: "cacher") == nil)
  }

  @Test("an institution that is no known actor keeps a pronoun from a person named before")
  func institutions() {
    let end = "Elle a annoncé que le site fermerait en juin."
    let person = "La rectrice, Maëlle Corbin, a parlé. "
    #expect(SpokenSample(person + end).speaker(of: "fermerait") == "Maëlle Corbin")
    for opening in ["Contactée, l’entreprise n’a pas répondu. ", "L’entreprise n’a pas répondu. "] {
      #expect(SpokenSample(person + opening + end).speaker(of: "fermerait") == nil)
    }
    #expect(SpokenSample(person + "Le ministère n’a pas répondu. " + end).speaker(of: "fermerait") == "Maëlle Corbin")
  }
}
