/// Adds up the products of one vector with many, term by term through the inverted index, rarest terms first.
final class ProductScan {
  private let space: VectorSpace
  private let sums: UnsafeMutablePointer<Float>
  private let list: UnsafeMutablePointer<Int32>
  private var count = 0
  /// Items met, in no useful order; until the next scan.
  var met: UnsafeBufferPointer<Int32> { UnsafeBufferPointer(start: list, count: count) }

  /// A scan over the vectors of a space.
  init(_ space: VectorSpace) {
    self.space = space
    sums = .allocate(capacity: max(1, space.items))
    sums.initialize(repeating: 0, count: max(1, space.items))
    list = .allocate(capacity: max(1, space.items))
  }

  deinit {
    sums.deallocate()
    list.deallocate()
  }

  /// The sum for an item that was met; 0 for others.
  @inline(__always)
  func sum(_ item: Int) -> Float { sums[item] }

  /// Forgets the last scan.
  func clear() {
    for item in met { sums[Int(item)] = 0 }
    count = 0
  }

  /// Adds the products with the items of two ranges; of `second` those that are also in `first` count once.
  ///
  /// - Parameters:
  ///   - first: items from 0.
  ///   - second: items behind them.
  ///   - lookUps: index entries read at most; common terms, which come last, go unread beyond.
  /// - Returns: whether everything was read.
  func run(_ item: Int, first: Range<Int32>, second: Range<Int32>, lookUps: Int) -> Bool {
    var left = lookUps
    var met = count
    defer { count = met }
    let (sums, met0) = (sums, list)
    @inline(__always)
    func add(_ item: Int, _ product: Float) {
      if sums[item] == 0 {
        met0[met] = Int32(item)
        met += 1
      }
      sums[item] += product
    }
    let range = space.range(item)
    return space.postingItems.withUnsafeBufferPointer { items in
      space.postingWeights.withUnsafeBufferPointer { weights in
        for place in range {
          let term = Int(space.ids[place])
          let list = Int(space.postingStarts[term])..<Int(space.postingStarts[term + 1])
          left -= list.count > 64 ? ProductScan.count(items, list, first, second) : list.count
          if left < 0 { return false }
          let weight = space.weights[place]
          var at = list.lowerBound
          while at < list.upperBound, items[at] < first.upperBound {
            add(Int(items[at]), weight * weights[at])
            at += 1
          }
          if at < list.upperBound, items[at] < second.lowerBound {
            at = ProductScan.place(items, at..<list.upperBound, second.lowerBound)
          }
          while at < list.upperBound, items[at] < second.upperBound {
            add(Int(items[at]), weight * weights[at])
            at += 1
          }
        }
        return true
      }
    }
  }

  /// How many entries of a list lie in two ranges.
  private static func count(
    _ items: UnsafeBufferPointer<Int32>, _ list: Range<Int>, _ first: Range<Int32>, _ second: Range<Int32>
  ) -> Int {
    place(items, list, first.upperBound) - list.lowerBound
      + max(0, place(items, list, second.upperBound) - place(items, list, max(first.upperBound, second.lowerBound)))
  }

  /// The place of the first entry of a list that is not below an item.
  private static func place(_ items: UnsafeBufferPointer<Int32>, _ list: Range<Int>, _ item: Int32) -> Int {
    var (low, high) = (list.lowerBound, list.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if items[middle] < item { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
