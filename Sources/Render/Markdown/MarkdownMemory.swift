internal import CLibcmark
internal import CMarkdownMemory

/// The memory of libcmark's documents, one at a time: what one needs is taken from few blocks and given back at once,
/// where `malloc` and `free` for each node and text took a good part of a cold build. Not for use by several threads at once.
final class MarkdownMemory {
  private let memory: OpaquePointer

  /// Memory with nothing in it.
  init() {
    guard let memory = cmarkdown_memory_new() else { fatalError("no memory for a page") }
    self.memory = memory
  }

  deinit { cmarkdown_memory_free(memory) }

  /// What is made of a document that lives as long as the call. It may make others, in memory of their own.
  func withDocument<T>(of markdown: [UInt8], _ body: (MarkdownNode) -> T?) -> T? {
    cmarkdown_memory_open(memory)
    defer { cmarkdown_memory_close(memory) }
    guard let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, cmarkdown_allocator()) else { return nil }
    markdown.withUnsafeBytes {
      cmark_parser_feed(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
    return cmark_parser_finish(parser).flatMap(body)
  }
}
