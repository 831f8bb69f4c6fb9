import Foundation
import NewsModel
import Synchronization
import Testing

@testable import Publish

@Suite("A reader during publication")
struct ReaderTests {
  @Test("Over 50 rebuilds, no page is missing, half or of no version", arguments: SiteWriter.Mode.allCases)
  func reader(mode: SiteWriter.Mode) throws {
    try Scratch.run { scratch in
      let root = "\(scratch.path)/site"
      let sites = (0..<50).map { SampleSite(version: "v\($0)", articles: ["a", "b", $0 % 2 == 0 ? "c" : "d"]) }
      let writer = SiteWriter(root: root, state: "\(scratch.path)/.state", mode: mode)
      _ = try writer.write(sites[0].pages)
      let isDone = Atomic(false)
      let stable = sites[0].files.keys.filter { !$0.contains("/c/") && !$0.contains("/d/") && !$0.hasPrefix("data/") }
      let faults = Mutex<[String]>([])
      let reads = Atomic(0)
      let reader = Thread {
        while !isDone.load(ordering: .relaxed) {
          for path in stable {
            let text = Disk.contents(of: "\(root)/\(path)").map { String(decoding: $0, as: UTF8.self) }
            let isWhole =
              path == "daybrief.css"
              ? text == "body { }"
              : text?.hasSuffix("end \(text?.prefix { $0 != "\n" } ?? "")\n") == true
            if !isWhole { faults.withLock { $0.append("\(path): \(text?.prefix(20) ?? "missing")") } }
            reads.add(1, ordering: .relaxed)
          }
        }
      }
      reader.start()
      for site in sites.dropFirst() { _ = try writer.write(site.pages) }
      isDone.store(true, ordering: .relaxed)
      #expect(faults.withLock { $0 } == [])
      #expect(reads.load(ordering: .relaxed) > 50)
    }
  }
}
