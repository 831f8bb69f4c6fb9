import Foundation
import NewsModel
import Testing

@testable import Exchange

@Suite("DigestScan")
struct DigestScanTests {
  private func scanned(_ line: String) -> DigestRecord? {
    Array(line.utf8).withUnsafeBufferPointer { DigestScan().record($0) }
  }

  @Test("reads what DigestLine writes as the decoder does, without a decoder")
  func sameDigest() throws {
    for digest in [fullDigest(), Digest(article: Article(id: "é", text: "")), fullDigest()] {
      let line = DigestLine().withLine(of: digest) { Data($0) }
      let decoded = try JSONLine.decode(DigestRecord.self, from: line).digest(id: "x")
      let record = try #require(scanned(String(decoding: line, as: UTF8.self)))
      #expect(record.digest(id: "x") == decoded)
      #expect(decoded?.article.text == digest.article.text)
    }
  }

  @Test("keys may stand in any order, with spaces and escapes, and keys of others are passed over")
  func otherOrder() throws {
    let line = """
      { "text" : "Ana parle." , "other": {"a": [1, -2.5e3, null, true]}, "quotes": [], "title": null,
        "actors" : [ {"mentions": [{"text": "Ana", "end": 3, "start": 0}], "roles": [ ], "name": "\\u0041na",
        "kind": "person", "id": "ana"} ], "figures": [{"start": 0, "end": 3, "text": "Ana", "value": -1.5e1}],
        "id": "1" }
      """
    let record = try #require(scanned(line))
    let decoded = try JSONLine.decode(DigestRecord.self, from: Data(line.utf8))
    #expect(record.digest(id: "1") == decoded.digest(id: "1"))
    #expect(record.digest(id: "1")?.actors.first?.name == "Ana")
    #expect(record.digest(id: "1")?.figures.first?.value == -15)
  }

  @Test(
    "a line that is not as it should be is left to the decoder",
    arguments: [
      "", "[]", "{", #"{"id":1}"#, #"{"id":"1","id":"2"}"#, #"{"actors":[{"id":"a"}]}"#, #"{"text":"a"} x"#,
      #"{"keyPoints":[{"text":"a","start":0,"end":1.5,"score":1}]}"#, #"{"quotes":{}}"#, #"{"text":"\ud800"}"#,
      #"{"dates":[{"text":"a","start":0,"end":1}]}"#, #"{"figures":[{"text":"a","start":00,"end":1}]}"#,
    ])
  func others(line: String) { #expect(scanned(line) == nil) }

  @Test("a line cut anywhere is not read as a whole one")
  func cut() {
    let line = DigestLine().withLine(of: fullDigest()) { Array($0) }
    for end in 0..<line.count {
      #expect(line[..<end].withUnsafeBufferPointer { DigestScan().record($0) } == nil)
    }
  }
}
