internal import Languages
internal import NewsModel

/// Composes all stories, those that are not known from before on several threads.
struct StoryWork {
  let stories: [Story]
  let identities: IdentityTable
  /// By article id.
  let digests: [String: Digest]
  /// The day of the edition that an article belongs to, if its date can be trusted.
  let days: [String: CivilDay]
  /// What editions that are out print already, by article.
  let printed: [String: [Passage]]
  let settings: SiteSettings
  let languages: [Language]

  /// All stories of which an article is at hand, by id.
  func placed(memo: inout StoryMemo, jobs: Int) -> [PlacedStory] {
    let stories = stories.sorted { $0.id < $1.id }.filter { story in
      story.articles.contains { digests[$0] != nil }
    }
    let known = memo
    let remembered = Workers.map(stories.count, jobs: jobs) { index in
      let key = known.key(
        of: stories[index], digests: digests, settings: settings, identities: identities)
      let part = known.story(key)
      let stands = part?.stands(besides: printed) { digests[$0]?.article.text } ?? false
      return (key: key, part: stands ? part : nil)
    }
    let keys = remembered.map(\.key)
    var parts = remembered.map(\.part)
    let missing = parts.indices.filter { parts[$0] == nil }
    for (index, part) in zip(missing, composed(missing.map { stories[$0] }, jobs: jobs)) {
      parts[index] = part
      memo.keep(part, keys[index], isNew: true)
    }
    return stories.indices.compactMap { index in
      guard let part = parts[index] else { return nil }
      memo.keep(part, keys[index], isNew: false)
      return PlacedStory(
        story: stories[index], part: part, days: part.sources.compactMap { days[$0.id] },
        actors: part.actors.compactMap { identities.place(of: $0.actor) })
    }
  }

  private func composed(_ stories: [Story], jobs: Int) -> [ComposedStory] {
    let readings = (0..<max(1, min(jobs, stories.count))).map { _ in LanguageReadings(languages) }
    return Workers.map(stories.count, on: readings) { composed(stories[$0], $1) }
  }

  private func composed(_ story: Story, _ readings: LanguageReadings) -> ComposedStory {
    var witnesses: [String: Witness] = [:]
    for id in story.articles {
      guard let digest = digests[id] else { continue }
      witnesses[id] = Witness(
        digest: digest, language: readings.reading(of: digest.article), day: days[id], identities: identities)
    }
    let scope = StoryScope(story: story, witnesses: witnesses, identities: identities)
    return ComposedStory(scope: scope, settings: settings, printed: printed)
  }
}

/// The rules of languages by which texts are read, made once each. Not for use by several threads at once.
final class LanguageReadings {
  private let languages: [Language]
  private var readings: [String: LanguageReading] = [:]

  /// The rules of some languages.
  init(_ languages: [Language]) { self.languages = languages }

  /// The rules for an article; texts in other languages are compared by their words as they stand.
  func reading(of article: Article) -> LanguageReading {
    let primary = LanguageCode.primary(article.language ?? LanguageDetector.language(of: article.text))
    let language = languages.first { $0.code == primary } ?? .unknown
    if let known = readings[language.code] { return known }
    let reading = LanguageReading(language)
    readings[language.code] = reading
    return reading
  }
}
