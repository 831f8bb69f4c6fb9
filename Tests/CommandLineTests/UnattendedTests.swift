import Foundation
import Testing

/// What happens to the site when a run is cut off or the disk will not have it.
@Suite("A run that nobody watches", .serialized)
struct UnattendedTests {
  /// An article of its own for a number, which says a word that differs between mornings.
  private static func article(_ number: Int, _ word: String) -> String {
    """
    ---
    title: Le quai \(number) du port rouvre
    source: La Feuille \(number % 3)
    published: 2026-01-\(10 + number)
    language: fr
    ---

    Le quai \(number) du port a rouvert lundi après des travaux menés par la commune de l’estuaire.

    « Le chantier \(word) est fini », a déclaré Solène Abgrall, ingénieure en chef du syndicat.
    """
  }

  private static func files(_ mode: String, _ word: String = "ancien") -> [String: String] {
    var files = ["daybrief.yml": "sources: [articles]\noutput: site\nlanguage: fr\npublication: \(mode)\n"]
    for number in 1...4 { files["articles/quai-\(number).md"] = article(number, word) }
    return files
  }

  /// The files of the site, which may be a link to a tree.
  private func sites(_ folder: String) -> [String: Data] {
    Program.contents(of: URL(fileURLWithPath: "\(folder)/site").resolvingSymlinksInPath().path)
  }

  private func build(_ folder: String) throws -> Program.Outcome {
    try Program.run(["build", "--quiet"], in: folder, program: Program.quickest)
  }

  /// Builds once, changes the articles, and calls back; `"$0" build` is then a build that changes the site.
  private func changed(_ mode: String, _ body: (String) throws -> Void) throws {
    try Program.inFolder(UnattendedTests.files(mode)) { folder in
      let built = try build(folder)
      #expect(built.status == 0, "\(built.errors)")
      for (path, text) in UnattendedTests.files(mode, "nouveau") {
        try text.write(toFile: "\(folder)/\(path)", atomically: true, encoding: .utf8)
      }
      try body(folder)
    }
  }

  /// A build of the changed articles that nothing disturbs.
  private func undisturbed(_ folder: String) throws -> (site: [String: Data], seconds: Double) {
    _ = try Program.shell(
      "mkdir whole && cp -a site .site-* .daybrief articles daybrief.yml whole 2>/dev/null", in: folder)
    let begun = Date()
    #expect(try build("\(folder)/whole").status == 0)
    return (sites("\(folder)/whole"), Date().timeIntervalSince(begun))
  }

  @Test(
    "Killed at points spread over a build, and ended by SIGTERM, the site is whole", arguments: ["in-place", "swap"])
  func killed(mode: String) throws {
    try changed(mode) { folder in
      let old = sites(folder)
      let (new, seconds) = try undisturbed(folder)
      #expect(old != new && old.count > 40)
      _ = try Program.shell("mkdir start && cp -a site .site-* .daybrief start 2>/dev/null", in: folder)
      // The program that stands beside the tests is slow; three points are one of each kind.
      for point in Program.quickest == Program.path ? 4...6 : 1...9 {
        let signal = point % 3 == 0 ? "TERM" : "KILL"
        _ = try Program.shell("rm -rf site .site-* .daybrief; cp -a start/. .", in: folder)
        // The last third is where the site is put in place.
        let delay = seconds * (point % 2 == 0 ? Double(point) / 9 : 0.67 + Double(point) / 27)
        let outcome = try Program.shell(
          "\"$0\" build --quiet & process=$!; sleep \(delay); kill -\(signal) $process; wait $process", in: folder)
        let left = sites(folder)
        if mode == "swap" || signal == "TERM" { #expect(left == old || left == new, "\(signal) at \(point)") }
        if signal == "TERM" {
          // Once the site is new, what is noted for the next morning may be cut off: the run says which site stands.
          let isTold = outcome.errors.contains("the \(left == old ? "old" : "new") site stands")
          #expect(left == old ? outcome.status == 2 : [0, 1].contains(outcome.status), "\(outcome.errors)")
          #expect(outcome.status == 0 || isTold, "\(outcome.errors)")
        }
        for (path, data) in left { #expect(data == old[path] || data == new[path], "\(path) is torn") }
        #expect(try build(folder).status == 0)
        #expect(sites(folder) == new, "\(signal) at \(point)")
      }
      #expect(try Program.run(["check", "site", "--quiet"], in: folder).status == 0)
    }
  }

  @Test("SIGTERM ends a build at once, says so, and leaves the old site", arguments: ["TERM", "HUP"])
  func asked(signal: String) throws {
    try changed("in-place") { folder in
      let old = sites(folder)
      // Enough articles to be still read when the signal comes.
      let outcome = try Program.shell(
        """
        for n in $(seq 200); do cp articles/quai-1.md articles/more-$n.md; done
        "$0" build --quiet & process=$!
        sleep 0.2; kill -\(signal) $process; wait $process
        """, in: folder)
      #expect(outcome.status == 2, "\(outcome.errors)")
      #expect(outcome.errors.contains("stopped by SIG\(signal)"), "\(outcome.errors)")
      #expect(outcome.errors.contains("the old site stands"))
      #expect(sites(folder) == old)
    }
  }

  @Test(
    "A disk that is full publishes nothing, says what to do, and the next run works", arguments: ["in-place", "swap"])
  func diskFull(mode: String) throws {
    try Program.inFolder { folder in
      let mounted = try Program.shell("mkdir small && mount -t tmpfs -o size=4m none small", in: folder)
      guard mounted.status == 0 else {
        print("skipped: only root may mount the small disk that this test fills")
        return
      }
      defer { _ = try? Program.shell("umount small", in: folder) }
      let small = "\(folder)/small"
      func write(_ word: String) throws {
        for (path, text) in UnattendedTests.files(mode, word) {
          _ = try Program.shell("mkdir -p articles", in: small)
          try text.write(toFile: "\(small)/\(path)", atomically: false, encoding: .utf8)
        }
      }
      try write("ancien")
      #expect(try build(small).status == 0)
      let before = sites(small)
      try write("nouveau")
      _ = try Program.shell("cat /dev/zero > filler 2>/dev/null", in: small)
      let full = try build(small)
      #expect(full.status == 2)
      #expect(full.errors.contains("No space left on device") && full.errors.contains("free space"), "\(full.errors)")
      #expect(sites(small) == before)
      _ = try Program.shell("rm filler", in: small)
      #expect(try build(small).status == 0)
      #expect(sites(small) != before)
    }
  }

  @Test("A limit for the size of files publishes nothing and says what to do")
  func sizeLimit() throws {
    try changed("in-place") { folder in
      let before = sites(folder)
      let outcome = try Program.shell("ulimit -f 2; \"$0\" build --quiet", in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("File too large") && outcome.errors.contains("ulimit -f"), "\(outcome.errors)")
      #expect(sites(folder) == before)
      #expect(try build(folder).status == 0)
    }
  }

  @Test("A site that may not be written stands, and its path and the remedy are told", arguments: ["in-place", "swap"])
  func noPermission(mode: String) throws {
    try changed(mode) { folder in
      let before = sites(folder)
      // Nobody may write but what he needs to come as far as the site.
      let prepared = try Program.shell(
        "chmod 755 . && chmod -R a+rX . && chmod -R 777 .daybrief && chmod -R go-w,u-w site . 2>/dev/null; chmod -R 777 .daybrief",
        in: folder)
      #expect(prepared.status == 0)
      let asNobody = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
      if !asNobody.isEmpty, try Program.shell("\(asNobody)\"$0\" --version", in: folder).status != 0 {
        print("skipped: another user cannot run the program where it was built")
        return
      }
      let outcome = try Program.shell("\(asNobody)\"$0\" build --quiet", in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("site") && outcome.errors.contains("Permission denied"), "\(outcome.errors)")
      #expect(outcome.errors.contains("give the user who runs daybrief the right"), "\(outcome.errors)")
      #expect(sites(folder) == before)
      _ = try Program.shell("chmod -R u+w .", in: folder)
    }
  }

  @Test("A read-only disk publishes nothing and says so")
  func readOnly() throws {
    try changed("in-place") { folder in
      let before = sites(folder)
      let mounted = try Program.shell("mount --bind site site && mount -o remount,bind,ro site", in: folder)
      guard mounted.status == 0 else {
        print("skipped: only root may mount a read-only folder")
        return
      }
      defer { _ = try? Program.shell("umount site", in: folder) }
      let outcome = try build(folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("site") && outcome.errors.contains("Read-only file system"), "\(outcome.errors)")
      #expect(outcome.errors.contains("mount it for writing"), "\(outcome.errors)")
      #expect(sites(folder) == before)
    }
  }
}
