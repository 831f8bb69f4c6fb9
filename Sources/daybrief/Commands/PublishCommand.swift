internal import ArgumentParser
internal import Pipeline

/// The site to its targets.
struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Send the site to its targets, without building it.",
    discussion: """
      The targets stand in daybrief.yml: another directory, rsync, a git branch, an S3-compatible bucket. Each is sent \
      to by the tool that is known for it, which compares and sends what changed; passwords and keys are the tool's \
      own. daybrief build does this too, where something changed.

        daybrief publish
        daybrief publish web              only the target of this name

      A target that fails is told, and the others go on; the site itself is not touched. Drafts (drafts/, editions that \
      wait for approval) stay here, unless daybrief.yml says "sendDrafts: true".
      """)

  @Argument(help: "Names of targets; all where none is named.")
  var target: [String] = []

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder of the site.", valueName: "dir"), completion: .directory)
  var output: String?

  @OptionGroup var configurationOptions: ConfigurationOptions
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let progress = talk.progress
    endWhenAsked(progress)
    let (configuration, file) = try configurationOptions.load()
    var settings = configuration.publication
    guard !settings.targetNames.isEmpty else {
      throw ConfigurationOptions.refused("\(file ?? ConfigurationOptions.fileName): no \"targets\" are listed there")
    }
    let names = settings.targetNames
    if let unknown = target.first(where: { !names.contains($0) }) {
      throw ValidationError("there is no target \"\(unknown)\"; there are: \(names.joined(separator: ", "))")
    }
    if !target.isEmpty { settings.keepTargets(named: target) }
    try finish(
      PublicationRun.sendAgain(
        settings, output: output ?? configuration.output ?? "site", configurationFile: file, progress: progress))
  }
}
