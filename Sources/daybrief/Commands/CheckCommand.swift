internal import ArgumentParser
internal import Foundation
internal import NewsModel
internal import Outside
internal import Pipeline

/// Proves a site.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Prove a site: its words stand in their sources, its links resolve, its files parse.",
    discussion: """
      Every quote and key point is compared with its source at its offsets; every internal link and anchor is \
      followed; every feed and JSON file is parsed; no page may load anything from elsewhere; and of no article more may \
      be printed, over all pages, than its outlet's rights allow.

      The sources are the articles kept by the last build of that folder, or those named by --source, or those of \
      daybrief.yml, whichever is found first in this order: --source, the last build, daybrief.yml.

        daybrief check site
        daybrief check site --source articles
      """)

  @Argument(help: "The folder of the site.", completion: .directory)
  var site: String = "site"

  @Option(
    name: .long, help: ArgumentHelp("Files, folders or patterns that the site was built from.", valueName: "source"),
    completion: .file())
  var source: [String] = []

  @OptionGroup var configurationOptions: ConfigurationOptions
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let (configuration, file) = try configurationOptions.load()
    let progress = talk.progress
    progress.begin("check")
    let texts = try await CheckedTexts(configuration: configuration, configurationFile: file)
      .texts(of: site, sources: source)
    let report: SiteCheck.Report
    do {
      report = try SiteCheck(root: site, texts: texts, jobs: ProcessInfo.processInfo.activeProcessorCount).run()
    } catch {
      progress.tell(Diagnostic(.unreadable, "\(error)"))
      throw ExitCode(ExitStatus.partial.rawValue)
    }
    for fault in report.faults { progress.tell(fault) }
    if report.withoutSources {
      progress.tell(
        Diagnostic(.missingSource, "the sources are not at hand, so no quote was compared; name them with --source"))
    }
    progress.end(
      "check",
      "\(Count(report.pages, "page")), \(Count(report.passages, "passage")), \(Count(report.runs, "printed sentence")), \(Count(report.links, "link")), "
        + "\(Count(report.files, "file")); "
        + (report.faults.isEmpty ? "no fault" : Count(report.faults.count, "fault").description))
    try finish(report.faults.isEmpty && !report.withoutSources ? .success : .partial)
  }
}
