internal import ArgumentParser
internal import Foundation
internal import NewsModel
internal import Outside
internal import Pipeline
internal import Serve

/// The site in a browser while it is being made.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the site in a browser, and build it again when something changes.",
    discussion: """
      Builds as daybrief build does, says where it listens, and looks after articles, templates, daybrief.yml and \
      overrides.yml: where one changes, the site is built again and open pages load themselves again. What cannot be \
      built is told here, and the old site stays. Nothing is sent to targets.

        daybrief serve
        daybrief serve articles --output /tmp/site --port 8080

      It is reached from this machine alone; --host 0.0.0.0 lets others in. Ctrl-C ends it.
      """)

  @Option(name: .long, help: ArgumentHelp("Where to listen; 0 finds a port that is free.", valueName: "number"))
  var port: UInt16 = 8000

  @Option(
    name: .long,
    help: ArgumentHelp("The address to listen on; 0.0.0.0 is reached from other machines too.", valueName: "address"))
  var host: String = "127.0.0.1"

  @OptionGroup var site: SiteOptions
  @OptionGroup var talk: TalkOptions

  /// How often it looks for changes: seldom enough that looking takes a tenth of the time at most.
  private static let pause = Duration.milliseconds(400)

  func run() async throws {
    Interruption.watch(consequence: "the site stands", status: ExitStatus.success.rawValue) { _ in }
    var (request, file) = try site.request(needsSources: true)
    let server: PreviewServer
    do {
      server = try PreviewServer(folder: request.output, host: host, port: port)
    } catch {
      throw ConfigurationOptions.refused("\(error)")
    }
    server.run()
    print("\(server.address) shows \(request.output); Ctrl-C ends it")
    // Whoever started this in the background reads the line at once.
    fflush(nil)
    var watch = ChangeWatch(request, configurationFile: file)
    var isBuilt = await build(request)
    while true {
      let cost = await ContinuousClock().measure { try? await Task.sleep(for: ServeCommand.pause) }
      let begun = ContinuousClock.now
      guard watch.hasChanged() || !isBuilt else {
        let look = begun.duration(to: .now)
        if look * 9 > cost { try? await Task.sleep(for: look * 9) }
        continue
      }
      // What is being written now is waited for.
      repeat { try? await Task.sleep(for: ServeCommand.pause) } while watch.hasChanged()
      if let now = try? site.request(needsSources: true) {
        if now.request.configuration != request.configuration {
          (request, file) = now
          watch = ChangeWatch(request, configurationFile: file)
        }
        isBuilt = await build(request)
      }
    }
  }

  /// Builds the site.
  ///
  /// - Returns: false where another run is building it, so that it has to be tried again.
  private func build(_ request: SiteBuild.Request) async -> Bool {
    var request = request
    request.configuration.publication.keepTargets(named: [])
    return await SiteBuild(request, progress: talk.progress).run() != .locked
  }
}
