import NewsModel
import Testing

@testable import Read
@testable import Render

/// The mail of a brief, read by the program's own reader of mails.
struct MailedBriefTests {
  @Test("Head and both parts come back as they were")
  func readBack() throws {
    let markdown =
      "# Mardi 16 janvier 2024\n\n- Un café à Orvane, « sans sucre » — et une très longue ligne qui dépasse de loin la largeur d’une page.\n"
    let mail = try EmailEdition(
      markdown: Array(markdown.utf8), title: "Mardi 16 janvier 2024", day: CivilDay(year: 2024, month: 1, day: 16),
      settings: SiteSettings(title: "Le brief très matinal d’Orvane et de sa vallée, édition de l’été"))
    let read = MailMessage(try mail.bytes())
    #expect(
      read.header["subject"]
        == "Le brief très matinal d’Orvane et de sa vallée, édition de l’été — Mardi 16 janvier 2024")
    #expect(read.header["from"]?.contains(EmailEdition.nobody) == true)
    #expect(read.header["date"] == "Tue, 16 Jan 2024 00:00:00 +0000")
    let text = try #require(read.text)
    #expect(text.isMarkup)
    #expect(
      String(decoding: text.bytes, as: UTF8.self).contains(
        "Un café à Orvane, « sans sucre » — et une très longue ligne"))
  }
}
