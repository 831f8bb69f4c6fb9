internal import NewsModel

extension Sequence {
  /// The first elements of an order, without sorting the others.
  func least(_ count: Int, by isBefore: (Element, Element) -> Bool) -> [Element] {
    var least: [Element] = []
    for element in self {
      if least.count == count {
        guard let last = least.last, isBefore(element, last) else { continue }
        least.removeLast()
      }
      least.insert(element, at: least.partitioningIndex { isBefore(element, $0) })
    }
    return least
  }
}
