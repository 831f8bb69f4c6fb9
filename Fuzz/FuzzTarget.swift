import Foundation
import NewsModel
import Read

/// What libFuzzer runs on bytes of its own making: a reader of untrusted files, and what must hold of all it gives.
///
/// Which one is said by FUZZ_TARGET in the environment: html, feed, frontmatter or encoding. A rule that is broken ends
/// the process, as a crash does.
enum FuzzTarget: String {
  case html, feed, frontmatter, encoding

  static let chosen = ProcessInfo.processInfo.environment["FUZZ_TARGET"].flatMap { FuzzTarget(rawValue: $0) } ?? .html
  static let reader = ArticleReader()

  /// Reads some bytes.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .html: FuzzTarget.check(FuzzTarget.reader.articles(in: bytes, file: "page.html"))
    case .feed:
      FuzzTarget.check(FuzzTarget.reader.articles(in: bytes, file: "feed.xml"))
      if let feed = FeedReader.feed(bytes, address: "https://quay.test/feed") {
        for entry in feed.entries { _ = entry.isCut }
      }
    case .frontmatter: FuzzTarget.check(FuzzTarget.reader.articles(in: Array("---\n".utf8) + bytes, file: "a.md"))
    case .encoding:
      FuzzTarget.check(FuzzTarget.reader.articles(in: bytes, file: "a.txt"))
      let names = [nil, "utf-16", "shift_jis", "gb18030", "iso-2022-jp", "windows-1251", "euc-kr", "nonsense"]
      _ = PageBytes.text(bytes, charset: names[Int(bytes.first ?? 0) % names.count])
    }
  }

  /// What holds of every article, whatever it was read from.
  static func check(_ result: ArticleReader.Result) {
    for article in result.articles {
      precondition(!article.id.isEmpty, "an article without an identifier")
      precondition(article.url?.hasPrefix("http") ?? true, "an address of another kind")
      for text in [article.title, article.author, article.source, article.text] {
        for scalar in (text ?? "").unicodeScalars {
          let isControl =
            scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || (0x7F..<0xA0).contains(scalar.value)
          let isOverride = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
          precondition(!isControl && !isOverride, "a control character in what is printed")
        }
      }
    }
  }
}

/// Called by libFuzzer once: loads the tables, which is no part of reading an input.
@_cdecl("LLVMFuzzerInitialize")
public func start(_ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
  FuzzTarget.chosen.run(Array("title: x\n---\nWords of a first text.\n".utf8))
  return 0
}

/// Called by libFuzzer for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}
