/// A page as a server sent it.
package enum PageBytes {
  /// Its text as UTF-8, or nil where its bytes are none.
  ///
  /// - Parameter charset: the encoding that the answer's header names, which goes before what the page declares itself
  ///   (HTML Living Standard, §13.2.3.2), unless the bytes say otherwise: text that is UTF-8 by chance is next to none.
  package static func text(_ bytes: [UInt8], charset: String?) -> String? {
    guard let decoded = TextDecoding(bytes) else { return nil }
    let name = (charset ?? PageEncoding.declared(bytes))?.lowercased()
    if decoded.mended != nil, let name, !PageEncoding.western.contains(name),
      let (converted, _) = NamedEncoding.utf8(bytes, from: NamedEncoding.meant(name))
    {
      return String(decoding: converted, as: UTF8.self)
    }
    if decoded.mended == nil, let name, NamedEncoding.isWide(NamedEncoding.meant(name)),
      let (converted, isWhole) = NamedEncoding.utf8(bytes, from: NamedEncoding.meant(name)), isWhole
    {
      return String(decoding: converted, as: UTF8.self)
    }
    return String(decoding: decoded.bytes, as: UTF8.self)
  }
}
