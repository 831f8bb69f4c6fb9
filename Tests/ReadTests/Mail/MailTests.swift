import NewsModel
import Testing

@testable import Read

@Suite("Mails")
struct MailTests {
  static let newsletter = """
    Received: from x\r
    From: =?utf-8?Q?Le_Ph?= =?utf-8?B?YXJl?= <lettre@phare.test>\r
    To: reader@example.org\r
    Subject: =?iso-8859-1?Q?Le_port_rouvre_=E0?=\r
     =?iso-8859-1?Q?_l'aube?=\r
    Date: Tue, 14 Feb 2023 08:30:00 +0100\r
    Message-ID: <1@phare.test>\r
    Archived-At: <https://phare.test/lettre/1>\r
    MIME-Version: 1.0\r
    Content-Type: multipart/alternative; boundary="=_x;1"\r
    \r
    For old programs.\r
    --=_x;1\r
    Content-Type: text/plain; charset=utf-8\r
    \r
    Plain words only.\r
    --=_x;1\r
    Content-Type: text/html; charset="windows-1252"\r
    Content-Transfer-Encoding: quoted-printable\r
    \r
    <html><body><table><tr><td><p>La jet=E9e est s=FBre, dit la mairie, et les bateaux de p=\r
    =EAche pourront sortir d=E8s lundi matin.</p></td></tr></table></body></html>\r
    --=_x;1--\r
    """

  private func article(_ text: String) -> Article? {
    ArticleReader().articles(in: Array(text.utf8), file: "inbox/a.eml").articles.first
  }

  @Test("a newsletter is an article: its HTML part, its subject, sender and date")
  func newsletter() {
    let article = article(MailTests.newsletter)
    #expect(article?.title == "Le port rouvre à l'aube")
    #expect(article?.source == "Le Phare")
    #expect(article?.published == "2023-02-14T08:30:00+01:00")
    #expect(article?.publishedBasis == .given)
    #expect(article?.url == "https://phare.test/lettre/1")
    #expect(article?.guid == "<1@phare.test>")
    #expect(
      article?.text == "La jetée est sûre, dit la mairie, et les bateaux de pêche pourront sortir dès lundi matin.")
    #expect(article?.id == "phare-test-lettre-1")
  }

  @Test("a plain mail in base64, flowed, loses its signature")
  func plain() {
    let body = "The pier is safe, says the town, and \nboats may leave on Monday morning.\n-- \nAnn\n"
    var encoded = ""
    var bits = 0
    var held: UInt32 = 0
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    for byte in body.utf8 {
      held = held << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        encoded.append(alphabet[Int(held >> UInt32(bits)) & 63])
      }
    }
    if bits > 0 { encoded.append(alphabet[Int(held << UInt32(6 - bits)) & 63]) }
    let article = article(
      "From: ann@a.test\nSubject: Pier\nContent-Type: text/plain; format=flowed\nContent-Transfer-Encoding: base64\n\n\(encoded)"
    )
    #expect(article?.text == "The pier is safe, says the town, and boats may leave on Monday morning.")
    #expect(article?.source == "a.test")
    #expect(article?.publishedBasis == .unknown)
    #expect(article?.id == "inbox-a")
  }

  @Test("attachments are passed over, parts within parts are found, a mail that was cut off has its words")
  func parts() {
    let text = """
      Subject: A
      Content-Type: multipart/mixed; boundary=a

      --a
      Content-Type: multipart/related; boundary=b

      --b
      Content-Type: text/html

      <p>The words that were sent to be read, all of them in one part.</p>
      --b--
      --a
      Content-Disposition: attachment
      Content-Type: text/html

      <p>An attachment.</p>
      """
    #expect(article(text)?.text == "The words that were sent to be read, all of them in one part.")
  }

  @Test(
    "encoded words are decoded, and what is none is left alone",
    arguments: [
      ("=?utf-8?q?=C3=A9t=C3=A9?=", "été"), ("a =?utf-8?q?b?= c", "a b c"), ("=?utf-8?q?=C3?= =?utf-8?q?=A9?=", "é"),
      ("=?koi8-r?B?8M/S1A==?=", "Порт"), ("=?utf-8?q?open", "=?utf-8?q?open"), ("1 =? 2", "1 =? 2"),
    ])
  func words(value: String, decoded: String) { #expect(MailWords.decoded(Array(value.utf8)) == decoded) }

  @Test("mails cut and flipped anywhere never make the reader fail; parts without end are bounded")
  func damaged() {
    let bytes = Array(MailTests.newsletter.utf8)
    var damage = Damage(seed: 0x2545_F491_4F6C_DD1D)
    let reader = ArticleReader()
    var read = 0
    for round in 0..<300 {
      read += reader.articles(in: damage.damaged(bytes, round: round), file: "a.eml").articles.count
    }
    #expect(read > 100)
    let nested = String(repeating: "Content-Type: multipart/mixed; boundary=a\n\n--a\n", count: 5_000)
    let time = ContinuousClock().measure { _ = reader.articles(in: Array(nested.utf8), file: "a.eml") }
    #expect(time < .seconds(5))
  }
}
