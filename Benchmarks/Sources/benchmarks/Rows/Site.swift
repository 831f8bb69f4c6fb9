internal import Foundation
internal import Measurement

/// A site of many articles, each a file in a folder: what rendering it costs, what a build costs where nothing changed,
/// and where one article came. Ours writes each page as HTML, Markdown and JSON.
struct Site: Work {
  let name = "site"

  /// What a build calls the step that makes pages and writes them.
  static let rendering = "render and publish"

  func rows(_ bench: Bench) throws -> [Row] {
    let count = bench.pick(300, 10_000)
    let pages = try Morning(bench, count: count, kind: "html")
    let notes = bench.peers.hasHugo ? try Morning(bench, count: count, kind: "md") : nil
    let (rendering, site, hugo) = try render(bench, pages, notes)
    return [rendering] + (try [unchanged(bench, pages, site, notes, hugo), oneMore(bench, pages, site, notes, hugo)])
  }

  private func render(_ bench: Bench, _ pages: Morning, _ notes: Morning?) throws -> (Row, String, String) {
    let work = "rendering \(Numbers.grouped(pages.count)) articles"
    let site = try bench.folder("site")
    bench.say("\(work), the archive")
    let first = try bench.build(pages.source, in: site, jobs: Site.jobs, onOneCore: false)
    let cold = Side(
      seconds: "the cold build before", command: first.shown, count: pages.count, samples: [try first.measured()])
    var (hugo, aside) = ("", 0)
    let hugoStart = try notes.map { notes in
      try startUp("Hugo", bench) {
        let folder = try bench.folder("hugo")
        try Shell.run("mkdir \"$2/content\" && cp \"$1\" \"$2/content\"", notes.first, folder)
        return try bench.peers.hugo("\(folder)/content", in: folder).measured()
      }
    }
    // The archive keeps what was found, and its site stands aside: what is left to do is to make all pages anew.
    func mine() throws -> Sample {
      aside += 1
      try FileManager.default.moveItem(atPath: "\(site)/site", toPath: "\(site)/aside-\(aside)")
      return try bench.build(pages.source, in: site).measured()
    }
    func theirs() throws -> Sample {
      hugo = try bench.folder("hugo")
      return try bench.peers.hugo(notes?.source ?? "", in: hugo).measured()
    }
    let samples = try bench.alternate(work, runs: 3, ours: mine, peer: notes == nil ? nil : theirs)
    let (written, theirs) = (FolderCount("\(site)/site"), FolderCount("\(hugo)/public"))
    var ours = Side(
      "build whose archive knows all, its step \"\(Site.rendering)\"",
      command: try bench.build(pages.source, in: site).shown,
      count: written.pages, samples: samples.ours,
      values: samples.ours.compactMap { $0.processorSeconds(of: Site.rendering).map { Double(written.pages) / $0 } })
    ours.note = written.text
    let peer = notes.map { notes in
      var side = Side(
        rate: "Hugo", command: bench.peers.hugo(notes.source, in: hugo).shown, count: theirs.pages,
        samples: samples.peer, startUp: hugoStart)
      side.note = theirs.text
      return side
    }
    var row = Row(work, .rate, ours: ours, peer: peer, withoutPeer: notInstalled)
    row.reaches = [.timesPeer(2), .timesPeer(4), .memory(150_000_000)]
    row.notes = [
      "Rendering counts HTML pages a processor second. Ours is a step of a build whose archive knows all articles and "
        + "whose site is gone, with siblings and all files written; memory and seconds are those of the whole build. "
        + StepShares.text(samples.ours)
    ]
    row.more = [cold]
    return (row, site, hugo)
  }

  private func unchanged(
    _ bench: Bench, _ pages: Morning, _ site: String, _ notes: Morning?, _ hugo: String
  ) throws -> Row {
    let work = "nothing changed, \(Numbers.grouped(pages.count)) articles"
    let launch = try bench.build(pages.source, in: site, jobs: Site.jobs, onOneCore: false)
    let peer = notes.map { bench.peers.hugo($0.source, in: hugo, onOneCore: false) }
    let samples = try bench.alternate(work, runs: runs, ours: launch.measured, peer: peer?.measured)
    return row(work, 0.150, launch, peer, pages.count, samples)
  }

  private func oneMore(
    _ bench: Bench, _ pages: Morning, _ site: String, _ notes: Morning?, _ hugo: String
  ) throws -> Row {
    let work = "one article more, \(Numbers.grouped(pages.count)) articles"
    let launch = try bench.build(pages.source, in: site, jobs: Site.jobs, onOneCore: false)
    let peer = notes.map { bench.peers.hugo($0.source, in: hugo, onOneCore: false) }
    var (number, other) = (0, 0)
    func mine() throws -> Sample {
      try pages.add(number)
      number += 1
      return try launch.measured()
    }
    func theirs() throws -> Sample {
      try notes?.add(other)
      other += 1
      return try (peer ?? launch).measured()
    }
    // The first one after a cold build is told apart: it is no usual morning.
    bench.say("\(work), the first")
    let first = try mine()
    if peer != nil { _ = try theirs() }
    let samples = try bench.alternate(
      work, runs: min(runs, Corpora.aside - 1), ours: mine, peer: peer == nil ? nil : theirs)
    var row = row(work, 0.400, launch, peer, pages.count, samples)
    row.more = [
      Side(seconds: "the first after a cold build", command: launch.shown, count: pages.count, samples: [first])
    ]
    row.notes = [
      "One article more: the newest of the corpus, one in each run. " + StepShares.text(samples.ours)
        + " The first after the cold build: " + StepShares.text([first])
    ]
    return row
  }

  /// All cores are used where a person waits.
  private static let jobs = ProcessInfo.processInfo.activeProcessorCount

  private func row(
    _ work: String, _ aim: Double, _ ours: Launch, _ peer: Launch?, _ count: Int,
    _ samples: (ours: [Sample], peer: [Sample])
  ) -> Row {
    var row = Row(
      work, .seconds, ours: Side(seconds: "build", command: ours.shown, count: count, samples: samples.ours),
      peer: peer.map { Side(seconds: "Hugo", command: $0.shown, count: count, samples: samples.peer) },
      withoutPeer: notInstalled)
    row.reaches = [.seconds(aim)]
    return row
  }
}

/// A folder of articles, with the newest few standing aside.
struct Morning {
  let count: Int
  let source: String
  private let aside: [String]
  private let days: [String]

  /// A copy of a corpus; copying is not measured.
  init(_ bench: Bench, count: Int, kind: String) throws {
    self.count = count
    let corpus = try bench.corpora.files(count + Corpora.aside, kind)
    let folder = try bench.folder("articles")
    try Shell.run("cp -a \"$1\" \"$2/\(kind)\" && mkdir \"$2/aside\"", corpus, folder)
    source = "\(folder)/\(kind)"
    let newest = try Corpora.list(source).suffix(Corpora.aside)
    days = newest.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
    aside = try newest.map { path in
      let place = "\(folder)/aside/\(URL(fileURLWithPath: path).lastPathComponent)"
      try FileManager.default.moveItem(atPath: path, toPath: place)
      return place
    }
  }

  /// An article of the folder.
  var first: String { get throws { try Corpora.list(source).first ?? source } }

  /// Puts one of those that stand aside in its place.
  func add(_ number: Int) throws {
    let path = aside[number]
    try FileManager.default.copyItem(
      atPath: path, toPath: "\(days[number])/\(URL(fileURLWithPath: path).lastPathComponent)")
  }
}

/// Which step of builds took how much.
enum StepShares {
  /// The median processor seconds of each step.
  static func text(_ samples: [Sample]) -> String {
    let names = samples.first?.steps.map(\.name) ?? []
    guard !names.isEmpty else { return "" }
    return "Processor seconds by step: "
      + names.compactMap { name in
        Spread(samples.compactMap { $0.processorSeconds(of: name) }).map { "\(name) \($0.text(Numbers.short))" }
      }.joined(separator: ", ") + "."
  }
}
