import Testing

@testable import Read

@Suite("Addresses of feeds")
struct FeedAddressTests {
  @Test(
    "references are resolved as RFC 3986 says (§5.4)",
    arguments: [
      ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
      ("/g", "http://a/g"),
      ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
      ("g;x?y#s", "http://a/b/c/g;x?y#s"), (".", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
      ("../..", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("g/./h", "http://a/b/c/g/h"),
      ("g/../h", "http://a/b/c/h"), ("./g/.", "http://a/b/c/g/"),
    ])
  func resolved(reference: String, address: String) {
    #expect(FeedAddress.resolved(reference, against: "http://a/b/c/d;p?q") == address)
  }

  @Test("white space around an address goes, and within it is written as it must be")
  func slips() {
    #expect(FeedAddress.resolved(" https://a.test/x y\n", against: nil) == "https://a.test/x%20y")
    #expect(FeedAddress.resolved("x", against: nil) == "x")
    #expect(FeedAddress.resolved("  ", against: "https://a.test/") == nil)
  }
}
