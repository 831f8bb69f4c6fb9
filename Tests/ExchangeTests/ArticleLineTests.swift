import Foundation
import NewsModel
import Testing

@testable import Exchange

@Suite("ArticleLine")
struct ArticleLineTests {
  @Test(
    "reads what the decoder reads",
    arguments: [
      #"{"id":"1","text":"Un mot.\nDeux \"mots\" \\ \/ \t \u00e9 \ud83d\ude00","title":null,"language":"fr"}"#,
      #" { "text" : "été" , "id" : "a" , "labels" : [1, -2.5e3, {"a": [true, false, null]}, "x", [], {}] } "#,
      #"{"id":7,"text":"nombre"}"#,
      #"{"text":"liste","foundInText":["title"],"leftOut":[{"line":1,"text":"x","reason":"share"}]}"#,
      #"{}"#,
      #"{"text":"digest","actors":["a"],"quotes":[]}"#,
      #"{"text":"lone \ud83d surrogate"}"#,
      #"{"text":"twice","text":"again"}"#,
      #"{"text":"deep","x":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}"#,
      #"{"text":"escaped key and value","\u0061":"\n"}"#,
    ])
  func sameRecord(line: String) throws {
    let data = Data(line.utf8)
    let expected = try? JSONLine.decode(ArticleRecord.self, from: data)
    let found = try? ArticleLine().record(data)
    #expect(try expected.map(JSONLine.encode) == found.map(JSONLine.encode))
  }

  @Test(
    "refuses what the decoder refuses",
    arguments: [
      "", "[]", "{", #"{"text":}"#, #"{"text":"open}"#, #"{"text":"a" "id":"b"}"#, #"{"text":"a"} x"#, #"{"text":12}"#,
      #"{"text":"a","x":tru}"#,
      "{\"text\":\"a\nb\"}", #"{"text":"\x"}"#,
    ])
  func refused(line: String) {
    #expect(throws: (any Error).self) { try JSONLine.decode(ArticleRecord.self, from: Data(line.utf8)) }
    #expect(throws: (any Error).self) { try ArticleLine().record(Data(line.utf8)) }
  }

  @Test("refuses bytes that are not UTF-8, as the decoder does")
  func notUTF8() {
    let line = Data(#"{"text":""#.utf8) + Data([0xC3, 0x28]) + Data(#""}"#.utf8)
    #expect((try? JSONLine.decode(ArticleRecord.self, from: line)) == nil)
    #expect((try? ArticleLine().record(line)) == nil)
  }
}
