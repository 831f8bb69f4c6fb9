import Testing

@testable import Read

@Suite("Control characters and overrides of direction")
struct HostileTextTests {
  /// Letters between which stands what has to go: bells, escapes, C1 controls, overrides and isolates.
  private static let name = "A\u{202E}b\u{7}c\u{1B}[31m\u{2066}d\u{9B}e\u{200B}"

  @Test(
    "they reach no title, name or text, whatever the format",
    arguments: [
      (
        "feed.xml",
        "<rss><channel><title>N</title><item><title>N</title><dc:creator>N</dc:creator><description>N N.</description></item></channel></rss>"
      ),
      (
        "feed.xml",
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>N</title><entry><title>N</title><author><name>N</name></author><content type='html'>&lt;p&gt;N N.&lt;/p&gt;</content></entry></feed>"
      ),
      (
        "feed.json",
        "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"N\",\"items\":[{\"id\":\"1\",\"title\":\"N\",\"content_text\":\"N N.\",\"authors\":[{\"name\":\"N\"}]}]}"
      ),
      ("a.md", "---\ntitle: N\nsource: N\nauthor: N\n---\nN N.\n"),
      ("a.jsonl", "{\"title\":\"N\",\"source\":\"N\",\"author\":\"N\",\"text\":\"N N.\"}\n"),
      ("a.jsonl", "{\"title\":\"N\",\"source\":\"N\",\"author\":\"N\",\"html\":\"<p>N N.</p>\"}\n"),
      (
        "a.html",
        "<html><head><meta property='og:title' content='N'><meta property='og:site_name' content='N'><meta name='author' content='N'></head><body><p>N N.</p></body></html>"
      ),
      (
        "a.html",
        "<html><head><title>N | N</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"N\",\"author\":\"N\"}</script></head><body><h1>N</h1><p>N N.</p></body></html>"
      ),
      ("a.eml", "From: N <a@quay.test>\r\nSubject: N\r\n\r\nN N.\r\n"),
      ("a.txt", "N\n\nN N.\n"),
    ])
  func cleared(file: String, text: String) {
    var forms = [text.replacing("N", with: Self.name)]
    // The same, as references and escapes, which come to be letters only later.
    if file.hasSuffix("json") || file.hasSuffix("jsonl") {
      forms = [text.replacing("\"N", with: "\"A\\u202Eb\\u0007c\\u009bd\\u2066")]
    } else if text.hasPrefix("<") {
      forms.append(text.replacing(">N", with: ">A&#8238;b&#x7;c&#155;&#x2066;d"))
      forms.append(text.replacing(">N", with: "><![CDATA[A\u{202E}b\u{85}c]]>"))
    } else if file == "a.md" {
      forms.append(text.replacing(": N", with: ": \"A\\u202Eb\\x07c\\u009bd\\u2066\""))
    }
    for form in forms {
      let result = ArticleReader().articles(in: Array(form.utf8), file: file)
      #expect(!result.articles.isEmpty, "\(form)")
      Hostile.check(result, "\(file): \(form)")
    }
  }
}
