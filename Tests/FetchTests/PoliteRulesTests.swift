import Foundation
import Testing

@testable import Fetch

@Suite("Addresses, robots.txt and terms")
struct PoliteRulesTests {
  private func address(_ text: String) -> PeerAddress {
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 { return PeerAddress(withUnsafeBytes(of: &four) { Array($0) }) }
    if inet_pton(AF_INET6, text, &six) == 1 { return PeerAddress(withUnsafeBytes(of: &six) { Array($0) }) }
    return PeerAddress([])
  }

  @Test(
    "addresses that are not of the public Internet are known",
    arguments: [
      "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.16.0.1",
      "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.7", "203.0.113.9",
      "224.0.0.1",
      "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
      "64:ff9b::10.0.0.1",
      "64:ff9b:1::8.8.8.8", "2002:7f00:1::", "2002:c0a8:101::1", "2001::1", "2001:db8::1", "fc00::1", "fd12::1",
      "fe80::1",
      "fec0::1", "ff02::1", "100::1", "::ffff:0:10.0.0.1", "2a00::5efe:10.0.0.1", "",
    ])
  func closed(text: String) { #expect(!address(text).isPublic) }

  @Test(
    "public addresses are known",
    arguments: [
      "8.8.8.8", "100.63.0.1", "100.128.0.1", "172.32.0.1", "192.0.1.1", "192.167.0.1", "223.255.255.255",
      "2a00:1450::1",
      "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1", "2001:4860::8888",
    ])
  func open(text: String) { #expect(address(text).isPublic) }

  @Test("addresses are read as they will be asked for")
  func urls() {
    #expect(WebURL("HTTP://Quay.Test:80/a b?x=1#end")?.text == "http://quay.test/a%20b?x=1")
    #expect(WebURL("https://quay.test/a/../b")?.target == "/b")
    #expect(WebURL("../c?d", base: WebURL("https://quay.test/a/b/"))?.text == "https://quay.test/a/c?d")
    #expect(WebURL("https://u:p@quay.test/")?.text == "https://quay.test/")
    #expect(WebURL("http://0x7f.1/")?.host == "127.0.0.1")
    for wrong in [
      "file:///etc/passwd", "ftp://quay.test/", "quay", "", "http://", "http://a\nb/", "javascript:1", "//x",
    ] {
      #expect(
        WebURL(wrong)?.scheme != "file" && (WebURL(wrong) == nil || wrong == "quay" || wrong == "//x"), "\(wrong)")
    }
    #expect(WebURL("http://quay.test/" + String(repeating: "a", count: 9000)) == nil)
    #expect(WebURL.shown("https://u:p@quay.test/f?api_key=1&b=2") == "https://quay.test/f?api_key=…&b=2")
  }

  private func rules(_ text: String) -> RobotsRules { RobotsRules(Array(text.utf8)) }

  @Test("groups of robots.txt: the named one, all of that name together, else the one for all")
  func groups() {
    let file = """
      \u{FEFF}user-agent: other
      Disallow: /
      User-Agent: daybrief/2.0 # and more
      User-agent: another
      Disallow: /a
      Crawl-delay: 2

      User-agent: *
      Disallow: /b

      User-agent: DAYBRIEF
      Disallow: /c
      """
    let own = rules(file)
    #expect(!own.allow("/a/x") && own.allow("/b") && !own.allow("/c") && own.allow("/robots.txt"))
    #expect(own.delay == 2)
    #expect(!rules("User-agent: *\nDisallow: /b").allow("/b"))
    #expect(rules("User-agent: x\nDisallow: /").allow("/b"))
    #expect(rules("User-agent: *\nDisallow:").allow("/b"))
    #expect(rules("Disallow: /").allow("/b"))
    #expect(rules("<html>not robots</html>").allow("/b"))
  }

  @Test("the longest rule decides, of two the one that allows; stars and ends as RFC 9309 has them")
  func longest() {
    let file = rules(
      """
      User-agent: *
      Disallow: /news
      Allow: /news/open
      Disallow: /*.xml$
      Disallow: /same
      Allow: /same
      Disallow: /a*b*c
      Disallow: /caf%c3%a9
      Disallow: /%7Euser
      """)
    #expect(!file.allow("/news/today") && file.allow("/news/open/1") && file.allow("/same"))
    #expect(!file.allow("/x/feed.xml") && file.allow("/x/feed.xml?a=1"))
    #expect(!file.allow("/a1b2c3") && file.allow("/a1c2b"))
    #expect(!file.allow("/café") && !file.allow("/caf%C3%A9/x") && !file.allow("/~user"))
  }

  @Test("hostile rules take no time")
  func hostile() {
    let pattern = String(repeating: "*a", count: 120) + "b"
    let file = rules("User-agent: *\n" + (0..<5000).map { "Disallow: /\($0)\(pattern)" }.joined(separator: "\n"))
    let start = ContinuousClock.now
    #expect(file.allow("/" + String(repeating: "a", count: 5000)))
    #expect(start.duration(to: .now) < .seconds(1))
    let one = rules("User-agent: *\nDisallow: /\(pattern)")
    #expect(one.allow("/" + String(repeating: "a", count: 7000)))
    #expect(start.duration(to: .now) < .seconds(1))
  }

  @Test("reservations by place: the longest that fits, and nothing of what cannot be read")
  func mining() {
    let file = MiningReservation(
      Array(
        """
        [{"location": "/", "tdm-reservation": 1}, {"location": "/open/*", "tdm-reservation": 0},
         {"location": "/open/closed$", "tdm-reservation": "1", "tdm-policy": "https://quay.test/p"}, {"location": 3}]
        """.utf8))
    #expect(file.reserves("/x") && !file.reserves("/open/a") && file.reserves("/open/closed"))
    #expect(!MiningReservation(Array("{}".utf8)).reserves("/x"))
    #expect(!MiningReservation(Array("<html>".utf8)).reserves("/x"))
  }

  @Test("terms in headers and pages; names of other programs are not ours")
  func terms() {
    func header(_ value: String) -> UsageTerms { UsageTerms(header: HeaderFields([("X-Robots-Tag", value)])) }
    #expect(header("noai").forbid(.feed) && header("NoIndex").forbid(.page) && !header("noindex").forbid(.feed))
    #expect(!header("otherbot: noai").forbid(.page) && header("daybrief: noai").forbid(.page))
    #expect(header("unavailable_after: 25 Jun 2010 15:00:00 PST, noindex").forbid(.page))
    #expect(!header("index, follow, max-snippet:-1").forbid(.page))
    func page(_ text: String, _ fields: [(String, String)] = []) -> Bool {
      UsageTerms(header: HeaderFields(fields), page: Array(text.utf8)).forbid(.page)
    }
    #expect(page("<meta name=tdm-reservation content=1>"))
    #expect(!page("<meta name='tdm-reservation' content='0'>", [("tdm-reservation", "1")]))
    #expect(page("<p>", [("TDM-Reservation", "1")]))
    #expect(page("<!doctype html><META content = \"NOAI, noimageai\" NAME=\"Robots\"/>"))
    #expect(page("<meta name=\"daybrief\" content=\"none\">") && !page("<meta name=googlebot content=noindex>"))
    #expect(!page("<metadata name=robots content=noai>") && !page("<meta name=robots content=\"noai"))
    #expect(!page(String(repeating: "<meta ", count: 50_000)))
  }

  @Test("freshness and waiting")
  func freshness() {
    func seconds(_ value: String, age: String? = nil) -> Double {
      Freshness.seconds(HeaderFields([("cache-control", value)] + (age.map { [("age", $0)] } ?? [])))
    }
    #expect(seconds("max-age=600") == 600 && seconds("public, MAX-AGE=\"60\"", age: "20") == 40)
    #expect(seconds("no-cache, max-age=600") == 0 && seconds("max-age=x") == 0 && seconds("max-age=10", age: "20") == 0)
    #expect(seconds("max-age=99999999999") == Freshness.longest)
    #expect(Freshness.backOff(.serverError, failures: 1) == 900 && Freshness.backOff(.serverError, failures: 3) == 3600)
    #expect(Freshness.backOff(.serverError, failures: 90) == Freshness.longest)
    #expect(Freshness.retryAfter(HeaderFields([("retry-after", "-5")]), now: 0) == 0)
    #expect(Freshness.retryAfter(HeaderFields([("retry-after", "soon")]), now: 0) == nil)
  }
}
