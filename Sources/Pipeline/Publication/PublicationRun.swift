internal import Foundation
internal import NewsModel
internal import Outside
package import Publish

/// How a site is put in place, as `daybrief.yml` says.
package struct PublicationSettings: Sendable, Equatable {
  package var mode = SiteWriter.Mode.inPlace
  package var compressions: [Compression] = []
  package var targets: [Target] = []
  /// Whether editions that wait for approval are sent to the targets too.
  package var sendsDrafts = false

  /// What holds where nothing is said.
  package init() {}

  /// What the targets are told by.
  package var targetNames: [String] { targets.map(\.name) }

  /// Keeps only the targets of some names.
  package mutating func keepTargets(named names: [String]) { targets.removeAll { !names.contains($0.name) } }
}

/// Puts the pages of a build in place; what a signal asks for meanwhile waits until the site is whole.
package struct PublicationRun: Sendable {
  private let settings: PublicationSettings
  private let output: String
  private let state: String
  private let renewsForms: Bool
  private let progress: any RunObserver

  /// The publication of an output whose state is kept in a folder.
  ///
  /// - Parameter renewsForms: whether compressed forms of pages are made anew that stand already.
  package init(
    _ settings: PublicationSettings, output: String, state: String, renewsForms: Bool = false,
    progress: any RunObserver
  ) {
    self.renewsForms = renewsForms
    self.settings = settings
    self.output = output
    self.state = state
    self.progress = progress
  }

  /// Writes pages into the output's folder.
  package var writer: SiteWriter {
    SiteWriter(
      root: output, state: state, mode: settings.mode, compressions: settings.compressions, renewsForms: renewsForms
    ) { Interruption.isRequested }
  }

  /// Finishes or takes back what an earlier run left half done, and says so. To be called when the lock is held, before
  /// the site is looked at.
  package func recover() throws {
    switch try Interruption.shielded({ try writer.recover() }) {
    case .nothing: return
    case .finished(let changes):
      progress.end(
        "recover",
        "an earlier run was cut off; \(Count(changes, "change")) of its site \(changes == 1 ? "is" : "are") done now")
    case .undone: progress.end("recover", "an earlier run was cut off before its site was ready; what it left is gone")
    }
  }

  /// Leaves nothing on the disk of the site as it was before.
  package func forgetBefore() throws { try Interruption.shielded { try writer.forgetBefore() } }

  /// Publishes what `body` adds; what was published and is neither added nor kept is removed.
  ///
  /// - Parameter inventory: what the site holds, where that was read since `recover`.
  package func publish(over inventory: Inventory? = nil, _ body: (Publication) throws -> Void) throws
    -> Publication.Report
  {
    let report = try Interruption.shielded {
      let publication = writer.begin(over: inventory)
      do {
        try body(publication)
      } catch {
        publication.abandon()
        throw error
      }
      return try publication.commit()
    }
    Interruption.consequence("the new site stands", status: ExitStatus.partial.rawValue)
    for path in report.setAside {
      progress.end("publish", "\(path) was not made by daybrief; it is kept in \(state)/set-aside")
    }
    return report
  }

  /// Sends the site to its targets, one after another; one that fails costs itself.
  ///
  /// - Parameter always: whether to send to targets too that are known to hold this state of the site.
  /// - Returns: whether all have it now.
  package func send(always: Bool = false) -> Bool {
    guard !settings.targets.isEmpty else { return true }
    Interruption.consequence("the site stands; targets are sent to again by the next run", status: 1)
    var isWhole = true
    for var target in settings.targets where !Interruption.isRequested {
      target.sendsDrafts = settings.sendsDrafts
      progress.begin(target.name)
      do {
        // The tool is ended in good order when this run is asked to end.
        let words = try Interruption.shielded {
          try target.send(output, state: SiteState(path: state), always: always)
        }
        progress.end("target \(target.name)", words)
      } catch {
        isWhole = false
        progress.tell(
          Diagnostic(
            .unreadable, "target \(target.name): \(error); the site itself stands, and the next run sends it again"))
      }
    }
    return isWhole && !Interruption.isRequested
  }

  /// Sends the site to its targets without building it.
  package static func sendAgain(
    _ settings: PublicationSettings, output: String, configurationFile: String?, progress: any RunObserver
  ) -> ExitStatus {
    let state = StateFolder(output: output, configuration: configurationFile)
    do {
      try state.make()
      guard let lock = try state.lock() else {
        progress.tell(Diagnostic(.unreadable, "another run is building this site; wait for its end", file: output))
        return .locked
      }
      defer { withExtendedLifetime(lock) {} }
      let run = PublicationRun(settings, output: output, state: state.path, progress: progress)
      try run.recover()
      guard FileTree.kind(of: output) == .folder else {
        progress.tell(Diagnostic(.missingSource, "there is no site yet; run: daybrief build", file: output))
        return .nothingPublished
      }
      return run.send(always: true) ? .success : .partial
    } catch {
      progress.tell(Diagnostic(.unreadable, "\(error)"))
      return .nothingPublished
    }
  }
}
