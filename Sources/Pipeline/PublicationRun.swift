internal import Foundation
package import NewsModel
internal import Outside
package import Publish

/// How a site is put in place, as `daybrief.yml` says.
package struct PublicationSettings: Sendable, Equatable {
  package var mode = SiteWriter.Mode.inPlace
  package var compressions: [Compression] = []

  /// What holds where nothing is said.
  package init() {}
}

/// Puts the pages of a build in place; what a signal asks for meanwhile waits until the site is whole.
package struct PublicationRun: Sendable {
  private let settings: PublicationSettings
  private let output: String
  private let state: String
  private let progress: any RunObserver

  /// The publication of an output whose state is kept in a folder.
  package init(_ settings: PublicationSettings, output: String, state: String, progress: any RunObserver) {
    self.settings = settings
    self.output = output
    self.state = state
    self.progress = progress
  }

  /// Writes pages into the output's folder.
  package var writer: SiteWriter {
    SiteWriter(root: output, state: state, mode: settings.mode, compressions: settings.compressions) {
      Interruption.isRequested
    }
  }

  /// Finishes or takes back what an earlier run left half done, and says so. To be called when the lock is held, before
  /// the site is looked at.
  package func recover() throws {
    switch try Interruption.shielded({ try writer.recover() }) {
    case .nothing: return
    case .finished(let changes): progress.end("recover", "an earlier run was cut off; its \(changes) changes are done")
    case .undone: progress.end("recover", "an earlier run was cut off before its site was ready; what it left is gone")
    }
  }

  /// Publishes pages; what was published and is neither among them nor kept is removed.
  package func publish(_ pages: some Sequence<Page>, keeping kept: some Sequence<String> = []) throws
    -> Publication.Report
  {
    let report = try Interruption.shielded { try writer.write(pages, keeping: kept) }
    Interruption.consequence("the new site stands", status: ExitStatus.partial.rawValue)
    for path in report.setAside {
      progress.end("publish", "\(path) was not made by daybrief; it is kept in \(state)/set-aside")
    }
    return report
  }
}
