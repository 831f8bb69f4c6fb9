internal import Prose

/// What a word can do beside or inside the name of an actor, as its language's tables say.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt64

  /// Carries no name even where it starts a sentence with a capital ("Le", "However").
  static let function = WordClass(rawValue: 1 << 0)
  /// A month, a weekday, a season.
  static let calendar = WordClass(rawValue: 1 << 1)
  /// A verb or participle of which persons are the usual subjects.
  static let personal = WordClass(rawValue: 1 << 2)
  /// What may stand between a name and such a verb ("a", "s’est", "also").
  static let auxiliary = WordClass(rawValue: 1 << 3)
  /// A noun or preposition that a person's name often follows ("son", "épouse", "with").
  static let kin = WordClass(rawValue: 1 << 4)
  /// A lower-case part of a person's name ("von", "de", "bin").
  static let particle = WordClass(rawValue: 1 << 5)
  /// Joins the words of an organization's or a place's name ("de la", "of", "&").
  static let connector = WordClass(rawValue: 1 << 6)
  /// A preposition or verb that places often follow.
  static let placeBefore = WordClass(rawValue: 1 << 7)
  /// A noun that a place follows through a preposition ("ville de", "north of").
  static let placeNoun = WordClass(rawValue: 1 << 8)
  /// A word of the names of places ("mont", "River").
  static let placeWord = WordClass(rawValue: 1 << 9)
  /// A word of the names of organizations ("ministère", "University").
  static let organizationWord = WordClass(rawValue: 1 << 10)
  /// Such a word that starts an organization's name in lower case, too.
  static let organizationLower = WordClass(rawValue: 1 << 11)
  /// Ends or follows the name of a company ("SA", "Inc.").
  static let organizationForm = WordClass(rawValue: 1 << 12)
  /// A lower-case adjective inside the names of organizations ("socialiste").
  static let organizationAdjective = WordClass(rawValue: 1 << 13)
  /// A people, or the adjective of one; never a place.
  static let demonym = WordClass(rawValue: 1 << 14)
  /// Capitalized for respect or rank, and no actor by itself ("Défense", "Constitution").
  static let common = WordClass(rawValue: 1 << 15)
  /// A noun whose name is a thing's ("film", "missile").
  static let thingBefore = WordClass(rawValue: 1 << 16)
  static let givenName = WordClass(rawValue: 1 << 17)
  /// "Mme", "Mr.": before a person's name, and no role.
  static let civility = WordClass(rawValue: 1 << 18)
  /// The first word of a role or title.
  static let titleHead = WordClass(rawValue: 1 << 19)
  /// Goes before the head of a role ("ancien", "former").
  static let titleModifier = WordClass(rawValue: 1 << 20)
  /// Goes after the head of a role ("général", "adjoint").
  static let titleAdjective = WordClass(rawValue: 1 << 21)
  /// Joins a role's head to its complement ("de", "à la", "of the").
  static let titleLink = WordClass(rawValue: 1 << 22)
  /// The first word, capitalized, of a name that the tables know.
  static let knownStart = WordClass(rawValue: 1 << 23)
  /// A word that starts the name of a place in lower case, too ("lac", "aéroport").
  static let placeLower = WordClass(rawValue: 1 << 24)
  /// Joins two names more often than it stands inside one ("et", "and").
  static let conjunction = WordClass(rawValue: 1 << 25)
  /// Makes another place of a place ("South", "Eastern").
  static let direction = WordClass(rawValue: 1 << 26)
  /// Last in the names of events, laws, prizes and works ("Act", "Prize").
  static let thingWord = WordClass(rawValue: 1 << 27)
  /// An organization of which a country has one, so that its people's adjective names it ("armée américaine").
  static let organizationNational = WordClass(rawValue: 1 << 28)
  /// The first word of a known name that starts in lower case ("mer Noire").
  static let knownStartLower = WordClass(rawValue: 1 << 29)
  /// Stands between a noun and examples of it ("tels", "such").
  static let example = WordClass(rawValue: 1 << 30)
  /// A month or a weekday that is a given name, too ("June").
  static let calendarName = WordClass(rawValue: 1 << 35)
  /// Stands before a month ("in", "last").
  static let calendarBefore = WordClass(rawValue: 1 << 36)
  /// Stands between a company and what it has ("of", "de").
  static let companyLink = WordClass(rawValue: 1 << 37)
  /// A verb of which companies are the usual subjects ("emploie", "manufactures").
  static let companyVerb = WordClass(rawValue: 1 << 31)
  /// A noun for what companies have ("actionnaires", "shares"): their names stand beside it.
  static let companyNoun = WordClass(rawValue: 1 << 32)
  /// Those who work for or buy from a company; persons have them, too ("Hale’s employees").
  static let companyPeople = WordClass(rawValue: 1 << 38)
  /// A storm, which has a person's name ("Hurricane").
  static let stormWord = WordClass(rawValue: 1 << 39)
  /// A company's name often follows it right away ("chez", "acquire").
  static let companyBefore = WordClass(rawValue: 1 << 33)
  /// Opens an apposition of a company ("dont le siège", "headquartered").
  static let companyApposition = WordClass(rawValue: 1 << 34)
  /// An article that is part of a family name where it has a capital ("Le Guirec").
  static let nameArticle = WordClass(rawValue: 1 << 40)
  /// Letters behind a person's name ("KC", "MBE"), which are no part of it.
  static let postnominal = WordClass(rawValue: 1 << 41)
  /// A participle that opens a sentence before a comma ("Joint").
  static let participle = WordClass(rawValue: 1 << 42)
  /// The noun of a body whose name may go on over "et" ("association").
  static let bodyNoun = WordClass(rawValue: 1 << 43)
  /// The noun of a plan that has a name ("programme").
  static let projectNoun = WordClass(rawValue: 1 << 44)
  /// Last in the names of football clubs ("Rovers").
  static let clubWord = WordClass(rawValue: 1 << 45)
  /// Tells that a sentence is of a match ("derby").
  static let matchWord = WordClass(rawValue: 1 << 46)
  /// What a firm owns on a ground ("works", "usine").
  static let companySite = WordClass(rawValue: 1 << 47)
  /// A noun of a place that means something else, too, and says nothing of a person ("grève de").
  static let placeOrOther = WordClass(rawValue: 1 << 48)
  /// Last in the names of houses, and a family name as well ("Hall").
  static let hallWord = WordClass(rawValue: 1 << 50)
  /// The noun of a body that is a participle as well ("parti").
  static let nounOrParticiple = WordClass(rawValue: 1 << 51)
  /// Last in the names of bodies that are for two things ("Maritime and Transport Union").
  static let bodyOfTwo = WordClass(rawValue: 1 << 52)
  /// Stands short before the name of a saint or a place, with a dot ("St.", "Mt.").
  static let abbreviated = WordClass(rawValue: 1 << 53)
  /// The head of a role that is a given name, too ("Dean").
  static let givenNameToo = WordClass(rawValue: 1 << 54)
  /// A modifier of roles that nouns may follow ("former care home director").
  static let formerModifier = WordClass(rawValue: 1 << 49)
}

/// Classes of words by their hashes: open addressing, one probe for most words.
struct WordClassTable: Sendable {
  private struct Slot: Sendable {
    /// 0 in an empty slot.
    var key: UInt64 = 0
    var value: WordClass = []
  }
  private var slots = [Slot()]
  private var mask = 0

  /// A table of all classes given.
  init(_ classes: [UInt64: WordClass]) {
    var size = 16
    // Half empty, so that a word that is not there is known at the first or second probe.
    while size < classes.count * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    mask = size - 1
    for (key, value) in classes {
      var slot = Int(truncatingIfNeeded: key) & mask
      while slots[slot].key != 0 { slot = (slot + 1) & mask }
      slots[slot] = Slot(key: key, value: value)
    }
  }

  /// The classes of a word's hash; none where it is unknown.
  subscript(key: UInt64) -> WordClass {
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot].key != 0 {
      if slots[slot].key == key { return slots[slot].value }
      slot = (slot + 1) & mask
    }
    return []
  }
}
