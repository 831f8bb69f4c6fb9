import Foundation
import NewsModel
import Outside
import Testing

@testable import Pipeline

@Suite("A front page of a day that has not come")
struct PlausibleDayTests {
  private struct Heard: RunObserver {
    func begin(_ step: String) {}
    func advance(_ done: Int, of total: Int) {}
    func end(_ step: String, _ summary: String) {}
    func tell(_ diagnostic: Diagnostic) {}
  }

  /// A site of two articles, built into a folder of its own.
  ///
  /// - Parameters:
  ///   - instant: what the clock says, in UTC.
  /// - Returns: how the build ended, and the files of the site.
  private func build(
    _ day: String, clock instant: String, zone: String = "Europe/Paris",
    set: (inout SiteBuild.Request) -> Void = { _ in }
  ) async throws -> (status: Pipeline.ExitStatus, site: [String: Data]) {
    let folder = NSTemporaryDirectory() + "daybrief-ahead-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: "\(folder)/articles", withIntermediateDirectories: true)
    for (name, published) in [("a", "2031-03-03"), ("b", "2031-03-04T23:30:00Z")] {
      let text =
        "---\ntitle: Le quai \(name) rouvre\npublished: \(published)\n---\n\nLe quai \(name) du port a rouvert.\n"
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/articles/\(name).md"))
    }
    var configuration = Configuration()
    configuration.settings.timeZone = zone
    var request = SiteBuild.Request(
      configuration: configuration, configurationFile: nil, sources: ["\(folder)/articles"], output: "\(folder)/site",
      day: CivilDay(iso: day))
    request.clock = Clock(secondsSince1970: try Date(instant, strategy: .iso8601).timeIntervalSince1970)
    set(&request)
    let status = await SiteBuild(request, progress: Heard()).run()
    var site: [String: Data] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: "\(folder)/site") ?? .init() {
      site[path] = FileManager.default.contents(atPath: "\(folder)/site/\(path)")
    }
    return (status, site)
  }

  @Test("New editions that would begin with a day after both today and the newest article are refused")
  func since() async throws {
    func status(_ day: String, clock: String) async throws -> Pipeline.ExitStatus {
      try await build("", clock: clock) { $0.since = CivilDay(iso: day) }.status
    }
    #expect(try await status("2062-03-10", clock: "2031-03-09T12:00:00Z") == .usage)
    #expect(try await status("2031-03-10", clock: "2031-03-10T12:00:00Z") == .success)
    #expect(try await status("2031-03-05", clock: "2026-11-22T12:00:00Z") == .success)
  }

  @Test("A day after both today and the newest article is refused; one of the two that reaches it is enough")
  func refused() async throws {
    // In Paris the newest article is of the 5th.
    let refused = try await build("2031-03-10", clock: "2031-03-09T12:00:00Z")
    #expect(refused.status == .usage && refused.site.isEmpty)
    #expect(try await build("2031-03-10", clock: "2031-03-10T12:00:00Z").status == .success)
    #expect(try await build("2031-03-05", clock: "2026-11-22T12:00:00Z").status == .success)
    #expect(try await build("2031-03-06", clock: "2026-11-22T12:00:00Z").status == .usage)
    // Before all articles nothing but dead links would be left.
    let before = try await build("1999-01-01", clock: "1998-01-01T12:00:00Z")
    #expect(before.status == .usage && before.site.isEmpty)
    #expect(try await build("2031-03-03", clock: "1998-01-01T12:00:00Z").status == .success)
  }

  @Test("Both days are those of the configured time zone")
  func zones() async throws {
    #expect(try await build("2031-03-10", clock: "2031-03-09T23:30:00Z").status == .success)
    #expect(try await build("2031-03-10", clock: "2031-03-09T23:30:00Z", zone: "America/New_York").status == .usage)
    #expect(try await build("2031-03-05", clock: "2026-11-22T12:00:00Z", zone: "America/New_York").status == .usage)
  }

  @Test("Whatever the clock says, the bytes of a day that is made are the same")
  func bytes() async throws {
    let first = try await build("2031-03-10", clock: "2031-03-10T12:00:00Z")
    let later = try await build("2031-03-10", clock: "2044-07-01T12:00:00Z")
    #expect(first.status == .success && !first.site.isEmpty)
    #expect(first.site == later.site)
  }

  @Test("The first day of editions, and days that were passed over, make none that no article reaches")
  func others() async throws {
    for backfill in [false, true] {
      let made = try await build("2031-03-04", clock: "2026-11-22T12:00:00Z") { request in
        request.day = nil
        request.since = CivilDay(iso: "2062-11-22")
        request.backfill = backfill
      }
      #expect(made.status == .usage && made.site.isEmpty)
    }
    // Days that articles do not reach yet may come.
    let made = try await build("", clock: "2031-03-20T12:00:00Z") { $0.since = CivilDay(iso: "2031-03-10") }
    let days = Set(made.site.keys.filter { $0.hasPrefix("briefs/2") }.map { $0.split(separator: "/")[1] })
    #expect(made.status == .success && days == ["2031-03-05"])
    for backfill in [false, true] {
      let made = try await build("", clock: "2026-11-22T12:00:00Z") { $0.backfill = backfill }
      #expect(made.status == .success)
    }
  }
}
