internal import ArgumentParser
internal import Outside
internal import Pipeline

/// The command line; its verbs are the names of the stages.
@main
struct Daybrief: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daybrief",
    abstract: "Turns a day's press articles into a static site where nothing is invented.",
    discussion: """
      Start with an empty folder:

        daybrief init                        a starter daybrief.yml, an example article, a cron line
        daybrief build                       the site, as daybrief.yml says
        daybrief build --fetch               the same, with the feeds of daybrief.yml fetched before
        daybrief serve                       the site in a browser, built again as you write
        daybrief check site                  proves that every quote stands in its source

      Or without any configuration:

        daybrief build ARTICLES --output site
        daybrief inspect ARTICLES/one.txt    what was found in one article, and what was left out

      The stages run alone, as filters over JSON lines:

        daybrief read *.txt | daybrief extract | daybrief cluster

      Exit status: 0 all went well; 1 done, but something could not be used, and standard error says what;
      2 nothing was published, the old site stands; 64 wrong usage; 75 another run holds the lock.
      """,
    version: SiteBuild.version,
    subcommands: [
      BuildCommand.self, ServeCommand.self, FetchCommand.self, PublishCommand.self, InspectCommand.self,
      CheckCommand.self,
      InitCommand.self,
      ReadCommand.self, ExtractCommand.self, ClusterCommand.self, MatchNamesCommand.self, ArchiveCommand.self,
      ApproveCommand.self, RedactCommand.self, OPMLCommand.self,
    ])

  /// The commands that change a site.
  private static let publishing: Set<String> = ["build", "publish", "approve", "redact"]

  /// Listens to signals before anything else is done, so that also a run that has only just begun ends in good order.
  static func main() async {
    if let command = CommandLine.arguments.dropFirst().first, publishing.contains(command) {
      Interruption.watch(
        consequence: "nothing was published, the old site stands", status: ExitStatus.nothingPublished.rawValue
      ) { StandardStreams.tell("daybrief: \($0)") }
    }
    await main(nil)
  }
}
