/// What an article is grouped with as a line of JSON: story, thread and origin by their ids.
package final class GroupLine {
  private let json = JSONText()

  /// A writer, to be kept from line to line.
  package init() {}

  /// Gives `use` the line of an article, without its newline, for as long as it runs.
  package func withLine<Result>(
    id: String, story: String, thread: String, origin: String, _ use: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    json.removeAll()
    json.field("{\"id\":", id)
    json.field(",\"origin\":", origin)
    json.field(",\"story\":", story)
    json.field(",\"thread\":", thread)
    json.literal("}")
    return use(json.bytes)
  }
}
