internal import Languages
internal import NewsModel
internal import Prose
internal import Testing

@testable import Extract

/// What the finder of a language makes of a text: words and values.
private func dates(_ text: String, _ language: String = "fr", published: String? = nil) -> [String] {
  guard let language = Language.named(language) else { return ["no language"] }
  let segments = Segmenter(language).segments(of: text)
  let finder = DateFinder(language: language, tokenizer: Tokenizer(language))
  return finder.dates(in: segments, published: published.flatMap { CivilDay(iso: $0) }).map {
    "\(segments.words($0.span)) = \($0.value?.text ?? "?")"
  }
}

@Suite("Dates in French")
struct FrenchDatesTests {
  @Test("a full date is stated and needs no anchor")
  func full() { #expect(dates("Le pont a rouvert le 12 mars 2019.") == ["le 12 mars 2019 = 2019-03-12"]) }

  @Test("a weekday is the last one where verbs are past, that day itself where it is published then")
  func pastWeekday() {
    #expect(dates("Le maire a parlé mercredi.", published: "2023-01-20") == ["mercredi = 2023-01-18"])
    #expect(dates("Le maire a parlé mercredi.", published: "2023-01-18") == ["mercredi = 2023-01-18"])
  }

  @Test("a number behind a weekday that counts something is no day of the month")
  func countBehindWeekday() {
    let found = dates("La panne a touché dimanche 3 millions de clients.", published: "2023-01-20")
    #expect(found == ["dimanche = 2023-01-15"])
    #expect(dates("La fête a eu lieu dimanche 15.", published: "2023-01-20") == ["dimanche 15 = 2023-01-15"])
  }

  @Test("a weekday is the next one where verbs are to come")
  func futureWeekday() {
    #expect(dates("La fête aura lieu dimanche.", published: "2023-01-18") == ["dimanche = 2023-01-22"])
  }

  @Test("without a day of publication a relative date has no value")
  func undated() {
    #expect(dates("Le maire a parlé mercredi, avant le vote du 10 février.") == ["mercredi = ?", "10 février = ?"])
  }

  @Test("a day without a year is the nearest that fits the tense")
  func nearestYear() {
    #expect(dates("La course doit partir le 3 janvier.", published: "2021-12-20") == ["le 3 janvier = 2022-01-03"])
    #expect(
      dates("Il est né le 26 septembre dernier.", published: "2022-02-01") == ["le 26 septembre dernier = 2021-09-26"])
  }

  @Test("weeks, months and years are counted from publication")
  func periods() {
    #expect(
      dates("Les prix ont baissé la semaine dernière.", published: "2022-04-27") == ["la semaine dernière = 2022-W16"])
    #expect(dates("Il revient le mois prochain.", published: "2022-12-05") == ["le mois prochain = 2023-01"])
    #expect(dates("Il y a deux mois, la mine a fermé.", published: "2022-01-31") == ["Il y a deux mois = 2021-11"])
  }

  @Test("parts of a year keep the precision of what is said")
  func partial() {
    #expect(dates("La ligne ouvre début 2022.") == ["début 2022 = 2022"])
    #expect(dates("Un navire coulé en avril 2022.") == ["avril 2022 = 2022-04"])
    #expect(dates("La mode des années 1990 revient.") == ["années 1990 = 199X"])
    #expect(dates("Une crue au printemps 2021.") == ["printemps 2021 = 2021-21"])
  }

  @Test("a night between two days is a range")
  func night() {
    let found = dates("Il a neigé dans la nuit de lundi à mardi.", published: "2023-01-19")
    #expect(found == ["la nuit de lundi à mardi = 2023-01-16/2023-01-17"])
  }

  @Test("days that share a month are two dates; a span of days is one range")
  func listsAndRanges() {
    #expect(dates("Le salon ouvre les 6 et 13 avril 2023.") == ["6 = 2023-04-06", "13 avril 2023 = 2023-04-13"])
    #expect(dates("Le salon dure du 10 au 12 janvier 2023.") == ["10 au 12 janvier 2023 = 2023-01-10/2023-01-12"])
  }

  @Test("words that count from a date in the text say so")
  func mentionAnchor() {
    let found = dates("Le navire a coulé le 3 mai 2020. Deux jours plus tard, l’équipage était sauf.")
    #expect(found == ["le 3 mai 2020 = 2020-05-03", "Deux jours plus tard = 2020-05-05"])
  }

  @Test("durations, repeated days, counts and days that do not exist are no dates")
  func noDates() {
    #expect(
      dates("Le siège a duré 62 jours et deux heures, chaque mardi et le jeudi.", published: "2022-01-01").isEmpty)
    #expect(dates("Il y avait 1999 personnes et 2000 euros.").isEmpty)
    #expect(dates("Né le 30 février 2020.").isEmpty)
  }

  @Test("since a month looks back, whatever the verbs around say")
  func since() {
    #expect(dates("Ils y seront restés depuis mars.", published: "2023-01-18") == ["mars = 2022-03"])
  }
}

@Suite("Dates in English")
struct EnglishDatesTests {
  @Test("months stand before days, with or without a year")
  func monthFirst() {
    #expect(dates("The bridge opened on March 12, 2019.", "en") == ["March 12, 2019 = 2019-03-12"])
    #expect(dates("She resigned Oct. 23.", "en", published: "1998-11-21") == ["Oct. 23 = 1998-10-23"])
  }

  @Test("weekdays follow the tense")
  func weekdays() {
    #expect(dates("He said Tuesday he was done.", "en", published: "2023-01-19") == ["Tuesday = 2023-01-17"])
    #expect(dates("The court will meet Tuesday.", "en", published: "2023-01-19") == ["Tuesday = 2023-01-24"])
  }

  @Test("verbs and names spelled like months are no dates")
  func lookAlikes() {
    #expect(dates("They may march with April Jones.", "en", published: "2023-01-19").isEmpty)
  }

  @Test("a named day is found in the year nearest to publication")
  func namedDays() {
    let found = dates("The boy was found on Thanksgiving Day.", "en", published: "2000-01-07")
    #expect(found == ["Thanksgiving Day = 1999-11-25"])
  }
}

@Suite("Dates without a language")
struct UnknownLanguageDatesTests {
  @Test("a language without tables finds no date and does not fail")
  func none() {
    let segments = Segmenter(.unknown).segments(of: "Le 12 mars 2019.")
    let finder = DateFinder(language: .unknown, tokenizer: Tokenizer(.unknown))
    #expect(finder.dates(in: segments, published: nil).isEmpty)
  }
}

@Suite("Tense around English dates")
struct EnglishTenseTests {
  @Test("a phrase such as face to face holds no verb to come")
  func reduplication() {
    let text = "The mayor met the builders face to face on Tuesday."
    #expect(dates(text, "en", published: "2023-01-18") == ["Tuesday = 2023-01-17"])
  }
}
