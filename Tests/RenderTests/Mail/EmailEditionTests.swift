import NewsModel
import Testing

@testable import Render

/// A brief as a mail.
struct EmailEditionTests {
  private static let markdown = """
    # [](# "#top .machine") Mardi 16 janvier 2024

    [](# ".summary")Première édition, 2 sujets.

    ## [](# "#stories .main") Sujets du jour

    ### [](# ".story") [À Sarmelle, l’eau d’abord](stories/s1/index.html "lang=fr")

    - [](# "list.points .words")La ministre a inspecté lundi le barrage de Sarmelle pendant quelques heures, selon son cabinet. [¶ 1](articles/a/index.html#p1 ".where")
    - Ailleurs : [Gazette](https://gazette.example.org/1?a=b&c=d)

    """

  private func lines(_ base: String?) throws -> [String] {
    var settings = SiteSettings(title: "Le brief de l’été", baseURL: base, publisher: "Rédaction d’Orvane")
    settings.contact = "brief@orvane.example"
    let mail = try EmailEdition(
      markdown: Array(EmailEditionTests.markdown.utf8), title: "Mardi 16 janvier 2024",
      day: CivilDay(year: 2024, month: 1, day: 16), settings: settings)
    let bytes = try mail.bytes()
    #expect(try mail.bytes() == bytes)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false).map(
      String.init)
  }

  @Test("Lines are ASCII and short, and the head has what RFC 5322 asks for, with the edition's day")
  func head() throws {
    let lines = try lines(nil)
    #expect(lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x09 } })
    #expect(lines.contains("Date: Tue, 16 Jan 2024 00:00:00 +0000"))
    #expect(lines[0].hasPrefix("From: =?utf-8?B?") && lines[0].hasSuffix("<brief@orvane.example>"))
    #expect(lines.contains { $0.hasPrefix("Subject: =?utf-8?B?") })
    #expect(lines.count { $0.hasPrefix("Message-ID: <2024-01-16.") && $0.hasSuffix("@orvane.example>") } == 1)
    #expect(!lines.contains { $0.hasPrefix("List-Unsubscribe") })
  }

  @Test("Links lead to the site where its address is known, else they are words")
  func links() {
    let markdown = Array(EmailEditionTests.markdown.utf8)
    let known = MailText.text(of: markdown, base: "https://brief.example.org/")
    #expect(known.contains("À Sarmelle, l’eau d’abord [1]\n"))
    #expect(known.contains("[1] https://brief.example.org/stories/s1/index.html\n"))
    #expect(known.contains("Mardi 16 janvier 2024\n====================="))
    let unknown = MailText.text(of: markdown, base: nil)
    #expect(!unknown.contains("stories/s1") && unknown.contains("[1] https://gazette.example.org/1?a=b&c=d"))
    #expect(unknown.split(separator: "\n").allSatisfy { $0.count <= 74 || $0.hasPrefix("[") })
    let html = MailPage.html(of: markdown, base: nil) ?? ""
    #expect(!html.contains("stories/s1") && html.contains("href=\"https://gazette.example.org/1?a=b&amp;c=d\""))
    #expect(
      MailPage.html(of: markdown, base: "https://b.example/")?.contains(
        "href=\"https://b.example/stories/s1/index.html\"") == true)
  }

  @Test("What charts are drawn from stands in no plain text, and neither does how they are read")
  func drawings() {
    let markdown = """
      # Mardi

      [](# ".chart-note")[2015 2024×8 @2026-11-06=cette édition](# ".timeline-chart") Un point pour un jour.

      - 2015 [2](# ".figure") [2015](# ".ribbon")
      - Origines [■](# ".squares")[■](# ".squares") [2 origines](# ".value")
      """
    let text = MailText.text(of: Array(markdown.utf8), base: nil)
    #expect(text == "Mardi\n=====\n\n- 2015 2\n- Origines 2 origines\n")
  }

  @Test("Quoted-printable keeps spaces at ends of lines and dots at their starts")
  func quotedPrintable() {
    #expect(String(decoding: QuotedPrintable.encoded(".a \nFé="), as: UTF8.self) == "=2Ea=20\r\n=46=C3=A9=3D\r\n")
    let long = String(repeating: "é", count: 60)
    let encoded = String(decoding: QuotedPrintable.encoded(long), as: UTF8.self)
    #expect(encoded.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    #expect(encoded.replacing("=\r\n", with: "").hasPrefix("=C3=A9=C3=A9"))
  }

  @Test(
    "Only plain addresses are senders",
    arguments: ["a b@x.org", "https://x.org/contact", "a@b@c", "@x.org", "a@x.org\r\nBcc: y"])
  func addresses(text: String) {
    #expect(!EmailEdition.isAddress(text))
    #expect(EmailEdition.isAddress("brief+jour@orvane.example"))
  }
}
