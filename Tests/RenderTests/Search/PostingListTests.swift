import Testing

@testable import Render

/// What is written of a list of documents is read again, as `templates/search.js` reads it.
struct PostingListTests {
  /// The list behind a text: numbers with weights, and whether it was cut.
  static func decoded(_ text: some Sequence<UInt8>) -> (postings: [PostingList.Posting], isCut: Bool) {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    let bits = text.flatMap { byte -> [Int] in
      let value = alphabet.firstIndex(of: byte) ?? 0
      return (0..<6).map { value >> (5 - $0) & 1 }
    }
    var at = 0
    func bit() -> Int {
      defer { at += 1 }
      return at < bits.count ? bits[at] : 0
    }
    func number(_ count: Int) -> Int { (0..<count).reduce(0) { value, _ in value * 2 + bit() } }
    func ones() -> Int {
      var count = 0
      while bit() == 1 { count += 1 }
      return count
    }
    let wide = ones()
    let count = 1 << wide + number(wide)
    let isCut = bit() == 1
    let parameter = number(5)
    var last = -1
    let postings = (0..<count).map { _ -> PostingList.Posting in
      last += ones() << parameter + number(parameter) + 1
      return UInt32(last << 2 | number(2))
    }
    return (postings, isCut)
  }

  @Test("Lists come back as they were, whatever lies between their numbers")
  func roundTrip() {
    var seed: UInt64 = 42
    func random(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    for count in [1, 2, 3, 17, 500] {
      for widest in [1, 2, 50, 100_000] {
        var number = -1
        let list = (0..<count).map { _ -> PostingList.Posting in
          number += 1 + random(widest)
          return UInt32(number << 2 | random(4))
        }
        for isCut in [false, true] {
          let back = PostingListTests.decoded(PostingList.text(list[...], isCut: isCut))
          #expect(back.postings == list)
          #expect(back.isCut == isCut)
        }
      }
    }
  }

  @Test("A thousand documents of a million take less than two bytes and a half each")
  func small() {
    let list = (0..<1000).map { place -> PostingList.Posting in
      let number = place * 997 + place * place % 500
      return UInt32(number) << 2
    }
    #expect(PostingList.text(list[...], isCut: false).count < 2500)
  }
}
