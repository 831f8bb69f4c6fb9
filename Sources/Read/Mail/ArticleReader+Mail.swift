internal import NewsModel

extension ArticleReader {
  /// The article of a mail: a newsletter or an alert, its HTML part through the reader of pages.
  ///
  /// The subject is the title, the sender's name the outlet, the date of the mail the date of publication, and the address
  /// of the mail in its list's archive the address (RFC 5064), where one is told. Names of receivers are not looked at.
  func mail(_ bytes: [UInt8], file: String, given: GivenMetadata?) -> Result {
    let mail = MailMessage(bytes)
    var diagnostics: [Diagnostic] = []
    var article = Article(id: "", text: "", file: file)
    GivenMetadata.apply(given, to: &article, file: file, &diagnostics)
    article.title = article.title ?? mail.header["subject"]
    article.source = article.source ?? ArticleReader.sender(mail.header)
    article.language = article.language ?? FeedElement.language(mail.header["content-language"])
    article.guid = mail.header["message-id"]
    if article.url == nil {
      article.url = WebAddress.accepted(
        mail.header["archived-at"].map { $0.filter { $0 != "<" && $0 != ">" && $0 != " " } })
    }
    if article.published == nil, let date = mail.header["date"] {
      article.published = FeedDate.iso(date, language: "en")
      article.publishedBasis = article.published == nil ? .unknown : .given
      if article.published == nil {
        diagnostics.append(Diagnostic(.badDate, "the mail's date \"\(date)\" cannot be read", file: file))
      }
    }
    article = text(of: mail, into: article)
    article.id = Identifiers.identifier(url: article.url, file: file)
    guard !article.text.isEmpty || article.title != nil else {
      diagnostics.append(Diagnostic(.empty, "a mail without a text or a subject", file: file))
      return Result(articles: [], diagnostics: diagnostics)
    }
    return Result(articles: [article], diagnostics: diagnostics)
  }

  private func text(of mail: MailMessage, into article: Article) -> Article {
    guard let text = mail.text else { return article }
    if text.isMarkup {
      var read = page(text.bytes, encoding: "UTF-8", article: article)
      // What a newsletter's page says of itself is its template's.
      (read.title, read.source, read.author) = (article.title, article.source, article.author)
      (read.published, read.publishedBasis) = (article.published, article.publishedBasis)
      read.foundInText = []
      return read
    }
    let (bytes, numbers) = HardWrap.unwrapped(TextHygiene.cleared(ArticleReader.withoutSignature(text.bytes)))
    return bytes.contains { $0 > 0x20 } ? cleaned(article, bytes: bytes, numbers: numbers) : article
  }

  /// What follows a line "-- " is the sender's signature (RFC 3676, §4.3).
  private static func withoutSignature(_ bytes: [UInt8]) -> [UInt8] {
    for mark in ["\n-- \n", "\n-- \r\n"] {
      if let cut = MarkupTree.index(of: Array(mark.utf8), in: bytes, from: 0) { return Array(bytes[...cut]) }
    }
    return bytes
  }

  /// The name of the sender, or of the place that the mail is from.
  private static func sender(_ header: MailHeader) -> String? {
    guard let from = header["from"] else { return nil }
    if let name = FeedElement.person(from) { return name }
    guard let at = from.lastIndex(of: "@") else { return nil }
    let host = from[from.index(after: at)...].prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
    return host.isEmpty ? nil : String(host)
  }
}
