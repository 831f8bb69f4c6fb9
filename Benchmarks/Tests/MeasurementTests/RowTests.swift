internal import Measurement
internal import Testing

@Suite("Rows of the table")
struct RowTests {
  private func sample(_ processor: Double, wall: Double = 1, peak: Double = 1_000_000) -> Sample {
    Sample(processorSeconds: processor, wallSeconds: wall, peakBytes: peak)
  }

  @Test("A rate leaves start-up out, and so counts one article less")
  func rates() {
    let side = Side(rate: "x", command: "x", count: 101, samples: [sample(3), sample(6)], startUp: 1)
    #expect(side.values == [50, 20])
    #expect(Side(rate: "x", command: "x", count: 100, samples: [sample(4)], startUp: nil).values == [25])
  }

  @Test("The table of runs tells the rate with start-up too, where start-up is known")
  func withStartUp() {
    let known = Side(rate: "x", command: "x", count: 101, samples: [sample(4)], startUp: 2)
    #expect(known.values == [50])
    #expect(zip(Side.header, known.cells).first { $0.0 == "rate with it" }?.1 == "25.2")
    let unknown = Side(seconds: "x", command: "x", count: 101, samples: [sample(4)])
    #expect(zip(Side.header, unknown.cells).first { $0.0 == "rate with it" }?.1 == "")
  }

  @Test("Where start-up takes as long as all, the whole counts")
  func startUpIsAll() {
    #expect(Side(rate: "x", command: "x", count: 10, samples: [sample(2)], startUp: 2).values == [5])
  }

  @Test("The peer is compared run by run: a higher rate and fewer seconds are better")
  func ratio() {
    let fast = Side("a", command: "a", count: 1, samples: [], values: [30, 10])
    let slow = Side("b", command: "b", count: 1, samples: [], values: [10, 5])
    #expect(Row("w", .rate, ours: fast, peer: slow).timesPeer?.least == 2)
    #expect(Row("w", .rate, ours: fast, peer: slow).timesPeer?.most == 3)
    #expect(Row("w", .seconds, ours: slow, peer: fast).timesPeer?.most == 3)
    #expect(Row("w", .rate, ours: fast, peer: nil).timesPeer == nil)
  }

  @Test("Aims that are nearly reached are not told as reached")
  func reach() {
    var measured = Reach.Measured()
    (measured.rate, measured.seconds, measured.exponent, measured.memory) = (4999, 0.2, 1.16, 100_000_000)
    #expect(Reach.rate(5000).text(measured) == "5,000: 99 %")
    #expect(Reach.rate(4000).text(measured) == "4,000: reached")
    #expect(Reach.seconds(0.150).text(measured) == "150 ms: 75 %")
    #expect(Reach.exponent(1.15).text(measured) == "exponent 1.15: missed")
    #expect(Reach.memory(128_000_000).text(measured) == "128 MB: reached")
    #expect(Reach.timesPeer(2).text(measured) == "2.00 × peer: not measured")
  }

  @Test("A row says why it has no peer")
  func withoutPeer() {
    let ours = Side(rate: "x", command: "x", count: 100, samples: [sample(4, peak: 7_000_000)], startUp: nil)
    var row = Row("work", .rate, ours: ours, peer: nil, withoutPeer: "not installed")
    row.reaches = [.rate(25)]
    #expect(row.cells == ["work", "25.0", "not installed", "", "25.0: reached", "7.00 MB"])
  }

  @Test("Processes one after the other add up their time, and the larger peak counts")
  func sum() {
    let both = sample(1, wall: 2, peak: 5) + sample(3, wall: 4, peak: 1)
    #expect([both.processorSeconds, both.wallSeconds, both.peakBytes] == [4, 6, 5])
  }
}
