import NewsModel

@testable import Read

/// Feeds of our own making for the tests.
enum FeedSample {
  static let rss = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
    <channel><title>Le Phare &amp; la Jetée</title><link>https://phare.test/</link><language>fr-FR</language><ttl>45</ttl>
    <atom:link rel="self" type="application/rss+xml" href="https://phare.test/feed.xml"/>
    <item><title>Le port rouvre &lt;em&gt;lundi&lt;/em&gt; &amp;amp; sans pluie</title><link>https://phare.test/port</link>
      <guid isPermaLink="false">phare-1</guid><dc:creator>Maud Kerbrat</dc:creator>
      <pubDate>Tue, 14 Feb 2023 08:30:00 +0100</pubDate><category>Mer</category>
      <enclosure url="/son.mp3" type="audio/mpeg" length="12"/>
      <description>La jetée est sûre.</description>
      <content:encoded><![CDATA[<p>La jetée est sûre, dit la mairie, et les bateaux de pêche pourront sortir dès lundi.</p>
      <p>The post <a href="https://phare.test/port">Le port rouvre lundi &amp; sans pluie</a> appeared first on
      <a href="https://phare.test">Le Phare &amp; la Jetée</a>.</p>]]></content:encoded></item>
    <item><guid>https://phare.test/gare</guid><title>La gare attend</title>
      <description>&lt;p&gt;Une seule phrase.&lt;/p&gt;</description><media:content url="https://phare.test/a.jpg" medium="image">
      <media:title>Une gare vide</media:title></media:content></item>
    <item><link>https://phare.test/rien</link></item>
    </channel></rss>
    """

  static let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://gazette.test/blog/" xml:lang="en">
    <title type="html">Gazette &amp;lt;3</title><author><name>The Desk</name></author>
    <link rel="self" href="feed.atom"/><link href="./"/><link rel="next" href="feed.atom?page=2"/>
    <updated>2023-02-15T00:00:00Z</updated>
    <entry><id>tag:gazette.test,2023:1</id>
      <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>bold</b> step</div></title>
      <link rel="edit" href="edit/1"/><link rel="enclosure" type="audio/ogg" href="a.ogg"/><link href="../p/1"/>
      <updated>2023-02-14T10:00:00Z</updated><published>2023-02-13T09:00:00-05:00</published>
      <author><name>Ann Example</name><email>ann@gazette.test</email></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The first line ends here.</p><br/><p>So does the second.</p></div></content></entry>
    <entry><id>2</id><title>1 &lt; 2</title><updated>2023-02-14</updated><summary>A short word.</summary>
      <source><title>Another Paper</title></source></entry>
    </feed>
    """

  static let rdf = """
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
    <channel rdf:about="https://r.test/index.rdf"><title>R</title><link>https://r.test/</link><dc:language>es</dc:language>
      <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
      <items><rdf:Seq><rdf:li rdf:resource="https://r.test/1"/></rdf:Seq></items></channel>
    <image><title>Image</title><link>https://r.test/image</link></image>
    <item rdf:about="https://r.test/1"><title>Uno</title><link>https://r.test/1</link><dc:date>2023-02-14T10:00+01:00</dc:date></item>
    </rdf:RDF>
    """

  static let json = """
    {"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"https://j.test/","language":"en",
    "next_url":"/feed?page=2","expired":true,"authors":[{"name":"The Desk"}],
    "items":[{"id":7,"url":"/seven","title":"Seven","content_text":"One short line.\\n\\nAnd another.","tags":["a"],
    "date_published":"2023-02-14T10:00:00-05:00","date_modified":"2023-02-15T10:00:00Z",
    "authors":[{"name":"Ann"},{"name":"Bob"}],"attachments":[{"url":"/a.mp3","mime_type":"audio/mpeg"}]},
    {"id":"https://j.test/8","content_html":"<p>Markup <b>here</b>.</p>"}]}
    """

  static func feed(_ text: String, address: String? = nil) -> FeedDocument? {
    FeedReader.feed(Array(text.utf8), address: address)
  }

  /// The first entry of an RSS feed with one item.
  static func entry(_ item: String, head: String = "") -> FeedEntry? {
    feed("<rss version=\"2.0\"><channel>\(head)<item>\(item)</item></channel></rss>")?.entries.first
  }

  static func articles(_ text: String, file: String = "a/feed.xml") -> ArticleReader.Result {
    ArticleReader().articles(in: Array(text.utf8), file: file)
  }
}
