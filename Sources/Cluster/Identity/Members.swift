/// The members of new groups and of known entities as numbers: each name is looked up once.
struct Members {
  /// For each member of the groups, the last group that has it.
  private(set) var groupOf: [Int32] = []
  /// The members of all groups in one list, and where each group's begin.
  private var inGroups: [Int32] = []
  private var groupStarts = [0]
  /// The same of known entities; -1 for a member that no group has.
  private var inKnown: [Int32] = []
  private var knownStarts = [0]

  /// Numbers the members of some groups, and finds them again among known ones.
  init(_ groups: [[String]], _ known: [[String]]) {
    let count = groups.reduce(0) { $0 + $1.count }
    var numbers: [String: Int32] = [:]
    numbers.reserveCapacity(count)
    groupOf.reserveCapacity(count)
    inGroups.reserveCapacity(count)
    for (group, members) in groups.enumerated() {
      for member in members {
        let next = Int32(groupOf.count)
        if let known = numbers.updateValue(next, forKey: member) {
          numbers[member] = known
          groupOf[Int(known)] = Int32(group)
          inGroups.append(known)
        } else {
          groupOf.append(Int32(group))
          inGroups.append(next)
        }
      }
      groupStarts.append(inGroups.count)
    }
    inKnown.reserveCapacity(known.reduce(0) { $0 + $1.count })
    for members in known {
      for member in members { inKnown.append(numbers[member] ?? -1) }
      knownStarts.append(inKnown.count)
    }
  }

  /// The members of a group.
  func group(_ group: Int) -> ArraySlice<Int32> { inGroups[groupStarts[group]..<groupStarts[group + 1]] }

  /// The members of a known entity.
  func known(_ entity: Int) -> ArraySlice<Int32> { inKnown[knownStarts[entity]..<knownStarts[entity + 1]] }

  /// The group that has all members of a known entity.
  func owner(of entity: Int) -> Int? {
    let members = known(entity)
    guard let first = members.first, first >= 0 else { return nil }
    let group = groupOf[Int(first)]
    return members.allSatisfy { $0 >= 0 && groupOf[Int($0)] == group } ? Int(group) : nil
  }
}
