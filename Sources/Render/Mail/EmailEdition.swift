package import NewsModel

/// A brief as one mail (RFC 5322, MIME RFC 2045 and 2046): its words as plain text and as HTML, with nothing to load and
/// nothing that runs. The same page gives the same bytes: the date is the edition's, and the message's id is made from
/// what it says.
package struct EmailEdition: Sendable {
  private let markdown: [UInt8]
  private let title: String
  private let day: CivilDay?
  private let settings: SiteSettings
  private let style: String

  /// A mail of a page.
  ///
  /// - Parameters:
  ///   - markdown: the page as it was published at the site's root.
  ///   - day: of the edition; nil where nothing is dated, which a mail tells as the first day of 1970.
  ///   - overrides: the user's own files of templates, of which `email.css` is the look of the HTML.
  package init(
    markdown: [UInt8], title: String, day: CivilDay?, settings: SiteSettings,
    overrides: [(path: String, text: String)] = []
  ) throws(RenderError) {
    self.markdown = markdown
    self.title = title
    self.day = day
    self.settings = settings
    style = try TemplateLibrary(overrides: overrides).text("email.css") ?? ""
  }

  /// The sender where the site names no address: one that can reach nobody (RFC 2606).
  package static let nobody = "daybrief@daybrief.invalid"

  /// Whether a text is an address that a mail can be from.
  package static func isAddress(_ text: String) -> Bool { MailHeaderWriter.isAddress(text) }

  /// The message, lines ended by CR LF, none longer than 76 characters but for addresses that cannot be broken.
  package func bytes() throws -> [UInt8] {
    let base = settings.address
    let text = MailText.text(of: markdown, base: base)
    guard let body = MailPage.html(of: markdown, base: base) else { throw RenderError.markdown(page: "index.md") }
    let html = MailPage.document(body, title: title, language: settings.language, style: style)
    let mark = ContentMark(Array((title + text + html).utf8)).hexadecimal
    let boundary = "=_daybrief_\(mark)"
    let address = sender.address
    let host = address.split(separator: "@").last.map(String.init) ?? "daybrief.invalid"
    var out = MailHeaderWriter()
    out.field("From", name: sender.name, address: address)
    out.field("Subject", text: "\(settings.title) — \(title)")
    out.line("Date: \(EmailEdition.date(day))")
    out.line("Message-ID: <\(day?.description ?? "undated").\(mark)@\(host)>")
    out.line("MIME-Version: 1.0")
    out.line("Content-Language: \(settings.language)")
    out.line("Content-Type: multipart/alternative;")
    out.line(" boundary=\"\(boundary)\"")
    out.line("")
    for (kind, part) in [("plain", text), ("html", html)] {
      out.line("--\(boundary)")
      out.line("Content-Type: text/\(kind); charset=utf-8")
      out.line("Content-Transfer-Encoding: quoted-printable")
      out.line("")
      out.bytes += QuotedPrintable.encoded(part)
      out.line("")
    }
    out.line("--\(boundary)--")
    return out.bytes
  }

  /// The publisher at the address that readers reach it by, where that is an address of mail.
  private var sender: (name: String, address: String) {
    let contact = settings.contact ?? ""
    return (settings.publisher ?? settings.title, MailHeaderWriter.isAddress(contact) ? contact : EmailEdition.nobody)
  }

  /// The start of a day in UTC, as the feeds say it too (RFC 5322, 3.3).
  private static func date(_ day: CivilDay?) -> String {
    let day = day ?? CivilDay(number: 0)
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let weekday = weekdays[day.weekday - 1]
    let parts = day.parts
    return "\(weekday), \(CivilDay.padded(parts.day, to: 2)) \(months[parts.month - 1]) "
      + "\(CivilDay.padded(parts.year, to: 4)) 00:00:00 +0000"
  }
}
