internal import ArgumentParser
internal import Foundation
internal import NewsModel
internal import Outside
internal import Pipeline

/// What a site is made from and how it looks: options of all commands that make one.
struct SiteOptions: ParsableArguments {
  @Argument(help: "Files, folders or patterns to read.", completion: .file())
  var source: [String] = []

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder of the site.", valueName: "dir"), completion: .directory)
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Digests made by daybrief extract: a file, compressed too, or a folder; may be repeated.", valueName: "path"),
    completion: .file())
  var digests: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("A folder whose files stand in for templates and words.", valueName: "dir"),
    completion: .directory)
  var templates: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The language of the interface: \(InterfaceLanguages.listed).", valueName: "code"))
  var language: String?

  @Option(name: .long, help: ArgumentHelp("Where the site will be published.", valueName: "url"))
  var baseURL: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("How many articles to read at once.", valueName: "count"))
  var jobs: Int?

  @OptionGroup var configurationOptions: ConfigurationOptions

  /// Whether the sources are those of `daybrief.yml`.
  var isConfigured: Bool { source.isEmpty && digests.isEmpty }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs has to be 1 or more") }
    if let language, !InterfaceLanguages.codes.contains(language) {
      throw ValidationError("--language has to be \(InterfaceLanguages.listed)")
    }
    if let baseURL {
      let url = URL(string: baseURL)
      guard url?.scheme == "http" || url?.scheme == "https", url?.host?.isEmpty == false else {
        throw ValidationError("--base-url has to begin with http:// or https://")
      }
    }
  }

  /// What is asked for, and the configuration that was read for it, if there is one.
  ///
  /// What is built apart from the configuration is not the site that its targets show: none are sent to then.
  ///
  /// - Parameter needsSources: whether there must be something to read.
  func request(needsSources: Bool) throws -> (request: SiteBuild.Request, file: String?) {
    var (configuration, file) = try configurationOptions.load()
    if let templates { configuration.templates = templates }
    if let language { configuration.settings.language = language }
    if let baseURL { configuration.settings.baseURL = baseURL.hasSuffix("/") ? baseURL : baseURL + "/" }
    if !isConfigured || output != nil && output != configuration.output {
      configuration.publication.keepTargets(named: [])
    }
    if isConfigured && needsSources {
      guard file != nil else {
        throw ValidationError("no SOURCE was named and there is no daybrief.yml here; name one, or run: daybrief init")
      }
      guard !configuration.sources.isEmpty || !configuration.feeds.isEmpty else {
        throw ConfigurationOptions.refused(
          "\(file ?? ""): \"sources\" is missing; list the folders to read, or \"feeds\"")
      }
    }
    let request = SiteBuild.Request(
      configuration: configuration, configurationFile: isConfigured ? file : nil,
      sources: isConfigured ? configuration.sources : source, digestFiles: digests,
      output: output ?? configuration.output ?? "site",
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    return (request, file)
  }
}
