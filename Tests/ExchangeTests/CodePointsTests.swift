import NewsModel
import Testing

@testable import Exchange

@Suite("CodePoints")
struct CodePointsTests {
  @Test("counts what the scalars count, at every boundary of a text longer than a block")
  func everyBoundary() {
    let text = String(repeating: "aé«😀 ", count: 40)
    let points = CodePoints(text)
    var (byte, count) = (0, 0)
    for scalar in text.unicodeScalars {
      #expect(points.offset(ofByte: byte) == count)
      #expect(points.byte(ofOffset: count) == byte)
      byte += UTF8.width(scalar)
      count += 1
    }
    #expect(points.offset(ofByte: byte) == count)
    #expect(points.offset(ofByte: byte + 10) == count)
    #expect(points.byte(ofOffset: count + 1) == nil)
  }
}
