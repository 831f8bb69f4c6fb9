/// What the elements of HTML are for a reader: the vocabulary of markup, the same in all languages.
enum PageElements {
  /// Never part of an article's text.
  static let dropped: Set<String> = [
    "script", "style", "noscript", "template", "head", "nav", "header", "footer", "aside", "button", "select", "option",
    "textarea", "input", "label", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video", "picture",
    "figure", "figcaption", "dialog", "menu", "map", "time", "address", "applet",
  ]
  /// Elements that start a line of their own.
  static let blocks: Set<String> = [
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table",
    "tr", "td", "th", "caption", "section", "article", "main", "body", "center", "form", "fieldset", "hr", "br",
    "tbody",
    "details", "summary", "header", "figure", "figcaption", "aside",
  ]
  /// Headings, and what else stands on a short line by right.
  static let headings: Set<String> = ["h2", "h3", "h4", "h5", "h6", "dt", "summary"]

  /// Class names that the common publishing systems give to the body of an article.
  static let bodies: Set<String> = [
    "article-body", "articlebody", "article__body", "article-content", "article__content", "article-text",
    "entry-content",
    "post-content", "post-body", "postbody", "story-body", "story-content", "storybody", "body-content",
    "td-post-content",
    "article-body-content", "rich-text",
  ]

  /// Words of class names and identifiers that mark what stands beside an article, as designers all over the web use
  /// them (compare mozilla/readability's and trafilatura's lists).
  static let unlikely: Set<String> = [
    "comment", "comments", "commentlist", "disqus", "respond", "related", "recommended", "recommendation",
    "recommendations", "recirc", "readmore", "share", "sharing", "sharebar", "sharedaddy", "social", "sidebar", "rail",
    "promo", "promoted", "newsletter", "signup", "subscribe", "advert", "advertisement", "ads", "adslot", "cookie",
    "cookies", "consent", "gdpr", "breadcrumb", "breadcrumbs", "tags", "taglist", "tagcloud", "caption", "captions",
    "wp-caption-text", "bio", "authorbio", "byline", "footer", "navbar", "menu", "popular", "trending", "outbrain",
    "taboola", "sponsored", "sponsor", "widget", "modal", "popup", "overlay", "login", "toolbar", "pagination", "pager",
    "hidden", "visuallyhidden", "noprint", "print-only", "skip", "gallery", "slideshow", "carousel", "lightbox",
    "copyright", "disclaimer", "mostread", "mostpopular", "morefrom", "byline", "dateline", "timestamp", "pubdate",
    "ticker", "marquee", "infobox", "toc", "navigation", "nav", "masthead", "topbar", "feedback", "rating",
    "ratings", "poll",
  ]

  /// Words of class names that mark what readers wrote.
  static let comments: Set<String> = ["comment", "comments", "commentlist", "disqus", "respond"]

  /// Whether a class name or identifier says that readers wrote what is in it.
  static func isComments(_ names: String) -> Bool { holds(names, comments) }

  /// Whether a class name or identifier holds one of those words as a whole word ("post-comments", "relatedLinks").
  static func isUnlikely(_ names: String) -> Bool { holds(names, unlikely) }

  private static func holds(_ names: String, _ listed: Set<String>) -> Bool {
    var word: [UInt8] = []
    func isListed() -> Bool { !word.isEmpty && listed.contains(String(decoding: word, as: UTF8.self)) }
    var previousIsLower = false
    for byte in names.utf8 {
      let isUpper = (0x41...0x5A).contains(byte)
      let isLower = (0x61...0x7A).contains(byte)
      if (isUpper && previousIsLower) || !(isUpper || isLower) {
        if isListed() { return true }
        word.removeAll(keepingCapacity: true)
      }
      if isUpper || isLower { word.append(byte | 0x20) }
      previousIsLower = isLower
    }
    return isListed()
  }
}
