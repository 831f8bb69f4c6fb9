import Foundation
import NewsModel
import Testing

@testable import Exchange

/// A digest with something under every key, in words that JSON has to escape.
func fullDigest() -> Digest {
  let text =
    "« Tenez \"bon\"\tici\\là », a dit Ana Pérez à Łódź le 3 mai.\nElle compte 2,5 milliards \u{1}\u{1F}\u{7F} 😀 d’euros."
  var article = Article(
    id: "a/1", text: text, title: "Le \"titre\"", url: "https://exemple.test/a?b=1", source: "Le Témoin",
    author: "I. N.",
    published: "2024-05-03", publishedBasis: .page, updated: "2024-05-04", language: "fr", file: "inbox/a.txt",
    guid: "urn:1", foundInText: ["title", "source"],
    leftOut: [LeftOut(line: 3, text: "Partager\u{2028}", reason: .share)])
  article.diagnostics = [Diagnostic(.truncated, "fin", span: Span(0, 2), file: "inbox/a.txt", line: 7)]
  var digest = Digest(article: article)
  let words = Span(3, 10)
  digest.keyPoints = [KeyPoint(span: words, score: 1.25), KeyPoint(span: words, score: 3)]
  digest.quotes = [
    Quote(
      span: words, form: .direct, cue: Span(30, 35), utterance: 1,
      speaker: Speaker(actor: "ana", span: words, basis: .stated), leftOpen: true, rule: "cue-after"),
    Quote(
      span: words, form: .indirect, utterance: 2, speaker: Speaker(actor: nil, span: words, basis: .inferred), rule: ""),
    Quote(span: words, form: .partial, utterance: 3, rule: "marks"),
  ]
  digest.actors = [
    Actor(id: "ana", name: "Ana Pérez", kind: .person, roles: [words], mentions: [words, Span(40, 43)]),
    Actor(id: "lodz", name: "Łódź", kind: .place, mentions: []),
  ]
  digest.dates = [
    DateMention(span: words, value: CalendarValue(text: "2024-05-03", precision: .day), basis: .stated),
    DateMention(
      span: words, value: nil, basis: .relative, anchor: CivilDay(iso: "2024-05-03").map { .published($0) }),
    DateMention(
      span: words, value: CalendarValue(text: "2024-06", precision: .month), basis: .relative,
      anchor: .mention(CalendarValue(text: "2024-05", precision: .month))),
  ]
  digest.figures = [
    Figure(span: words, value: 2.5e9, unit: "EUR", approximation: .about),
    Figure(span: words, value: 0.1, unit: nil), Figure(span: words, value: nil, unit: "hour", approximation: .atLeast),
  ]
  digest.relays = [Relay(span: words, name: "AFP", url: "https://afp.test/"), Relay(span: words)]
  digest.diagnostics = [Diagnostic(.dateWithoutYear, "3 mai")]
  return digest
}

@Suite("DigestLine")
struct DigestLineTests {
  @Test("writes the bytes that the encoder gives for the record")
  func sameBytes() throws {
    let writer = DigestLine()
    for digest in [fullDigest(), Digest(article: Article(id: "é", text: "")), fullDigest()] {
      let expected = try JSONLine.encode(DigestRecord(digest))
      let line = writer.withLine(of: digest) { Data($0) }
      #expect(String(decoding: line, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
    }
  }

  @Test("writes the place of the article, as the encoder does")
  func place() throws {
    let place = PlaceRecord(file: "2026/été \"a\".jsonl", line: 12_345)
    let expected = try JSONLine.encode(DigestRecord(fullDigest(), place: place))
    #expect(DigestLine().withLine(of: fullDigest(), place: place) { Data($0) } == expected)
    #expect(try DigestScan().record(expected).place == place)
    #expect(try JSONLine.decode(DigestRecord.self, from: expected).place == place)
  }

  @Test("A digest read again keeps apart what was found in reading and in extraction")
  func diagnostics() throws {
    let line = DigestLine().withLine(of: fullDigest()) { Data($0) }
    let again = try #require(try DigestScan().record(line).digest(id: "a/1"))
    #expect(again.article == fullDigest().article)
    #expect(again.diagnostics == fullDigest().diagnostics)
  }

  @Test("A place that is none costs no line")
  func otherPlace() throws {
    for line in [#"{"id":"a","place":"Brest"}"#, #"{"id":"a","place":{"line":"x"}}"#] {
      let record = try DigestScan().record(Data(line.utf8))
      #expect(record.place == nil && record.articleRecord.id == "a")
    }
  }

  @Test("writes a text longer than its first room")
  func longText() throws {
    let digest = Digest(article: Article(id: "long", text: String(repeating: "Une phrase \"longue\".\n", count: 5_000)))
    let expected = try JSONLine.encode(DigestRecord(digest))
    #expect(DigestLine().withLine(of: digest) { Data($0) } == expected)
  }

  @Test("writes every width of whole number", arguments: [0, 7, 10, 99, 100, 12_345, 999_999_999, Int.max, -42])
  func numbers(value: Int) {
    let json = JSONText()
    json.number(value)
    #expect(String(decoding: json.bytes, as: UTF8.self) == String(value))
  }
}
