package import NewsModel
package import Outside

extension SiteBuild {
  /// What a build is asked for.
  package struct Request: Sendable {
    package var configuration: Configuration
    /// The path of `daybrief.yml`, where the build follows it for its sources.
    package var configurationFile: String?
    package var sources: [String]
    /// Files and folders of digests made elsewhere, one a line.
    package var digestFiles: [String]
    package var output: String
    package var jobs: Int
    /// The day of the front page; nil takes the newest.
    package var day: CivilDay?
    /// New editions begin with this day.
    package var since: CivilDay?
    /// Whether days that were passed over get editions.
    package var backfill = false
    /// Whether all is read, extracted and rendered again.
    package var force = false
    /// Whether the sources are left alone and the site is made from the archive.
    package var fromArchive = false
    /// Where the latest brief is written as a mail; nil where nobody asks for one.
    package var email: String?
    /// Whether the site is to hold no longer what it held: nothing of it is kept beside it then.
    package var isRedacted = false
    /// Whether the process ends with this build.
    package var isLast = false
    /// In seconds; a build that takes longer publishes nothing.
    package var longest: Double?
    /// The day on which the run is made, where somebody asked the clock; nil where nobody did.
    package var today: CivilDay?
    /// Looked at only to refuse a day that has not come; what is published never depends on it.
    package var clock = Clock.system

    /// A request.
    package init(
      configuration: Configuration, configurationFile: String?, sources: [String], digestFiles: [String] = [],
      output: String, jobs: Int = 1, day: CivilDay? = nil
    ) {
      self.configuration = configuration
      self.configurationFile = configurationFile
      self.sources = sources
      self.digestFiles = digestFiles
      self.output = output
      self.jobs = jobs
      self.day = day
    }
  }
}
