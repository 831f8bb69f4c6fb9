package import Exchange
internal import Prose

extension ArticleRecord {
  /// What tells the record from others of its file that have neither id nor address: a checksum of what it says, so that
  /// it is the same wherever the record stands, and the same for what says the same.
  package var mark: String {
    var bytes: [UInt8] = []
    for field in [title, published, source, text?.isEmpty ?? true ? html : text] {
      bytes += (field ?? "").utf8
      bytes.append(0)
    }
    return String(Fold.hash(bytes), radix: 36)
  }
}
