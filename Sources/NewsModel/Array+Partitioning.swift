extension Array {
  /// The index of the first element that satisfies a predicate which no element satisfies before it and all do after;
  /// `count` where none does.
  ///
  /// Public and inlinable, so that it is put in place where texts are read.
  @inlinable
  public func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
