import Foundation
import Testing

/// Whatever is changed, added, removed, hidden and redacted from one morning to the next, in any order: the site proves.
///
/// A property test (Claessen, Hughes: QuickCheck, ICFP 2000): mornings are drawn from numbered seeds, and a failure names
/// its seed and what was done. `DAYBRIEF_MORNINGS` sets how many are drawn.
@Suite("Mornings at random", .serialized)
struct EditedMorningsTests {
  /// Numbers that are the same each time (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
  private struct Draw: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }

    mutating func chance(_ hundredths: Int) -> Bool { Int.random(in: 0..<100, using: &self) < hundredths }
  }

  private static let people = ["Odile Ferrand", "Basile Orvan", "Gilbert Lamarre", "Sidonie Blanc"]
  private static let outlets = ["Le Phare", "La Digue", "La Vigie"]
  private static let numbers = [
    "12", "1 250", "sept", "quarante-deux", "3", "quelque 18 000", "deux cent cinquante-huit",
  ]
  private static let articles: [(name: String, outlet: String, day: Int, text: String)] = [
    (
      "barrage", "Le Phare", 16,
      """
      Le barrage de Valbrune a été fermé lundi par la préfecture, a annoncé Odile Ferrand, préfète de la Sarine. Deux \
      cents habitants ont été évacués vers le gymnase de Lestrac jusqu’au matin.

      « Nous ne prendrons aucun risque », a déclaré Odile Ferrand. La fissure mesure 40 centimètres, selon les experts.

      Le maire, Basile Orvan, a promis de reloger 25 familles « avant l’été ».
      """
    ),
    (
      "fissure", "La Digue", 16,
      """
      À Valbrune, le barrage est fermé depuis lundi. Quelque 180 habitants ont quitté leurs maisons, a indiqué la préfète \
      Odile Ferrand.

      « Nous ne prendrons aucun risque », a dit Odile Ferrand. La fissure est longue de 45 centimètres.
      """
    ),
    (
      "enquete", "La Vigie", 17,
      """
      Une enquête a été ouverte mardi après la fermeture du barrage de Valbrune. Le procureur Gilbert Lamarre a entendu \
      14 personnes.

      « Rien n’est écarté », a affirmé Gilbert Lamarre. Basile Orvan, maire de Lestrac, demande 3 millions d’euros à l’État.
      """
    ),
    (
      "foire", "Le Phare", 18,
      """
      La foire aux laines de Montcelle a ouvert mercredi sous la pluie. La maire Sidonie Blanc attend 20 000 visiteurs.

      « Il ne manque que le soleil », a déclaré Sidonie Blanc devant 300 éleveurs.
      """
    ),
    (
      "aide", "La Digue", 19,
      """
      La région a débloqué jeudi un million d’euros pour les 200 habitants de Valbrune.

      « Les 25 familles seront relogées en mars », a promis Odile Ferrand. Basile Orvan n’a pas souhaité commenter.
      """
    ),
  ]

  private struct Desk {
    let folder: String
    var draw: Draw
    var done: [String] = []

    func path(_ name: String) -> String { "\(folder)/articles/\(name).md" }

    func write(_ text: String, _ path: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }

    @discardableResult
    mutating func run(_ arguments: String...) throws -> Program.Outcome {
      done.append(arguments.joined(separator: " "))
      return try Program.run(arguments + ["--quiet"], in: folder, program: Program.quickest)
    }

    mutating func pick(_ list: [String]) -> String { list.randomElement(using: &draw) ?? "" }

    mutating func configure() throws {
      let rights = EditedMorningsTests.outlets.map { "\($0): \(pick(["excerpt", "excerpt", "link-only", "full"]))" }
      let settings = Program.morning + "\nrights: {\(rights.joined(separator: ", "))}\n"
      try write(settings, "\(folder)/daybrief.yml")
      done.append("rights \(rights)")
    }

    /// Changes some numbers of an article, and maybe takes a sentence out or puts one in.
    mutating func edit() throws {
      let file = path(pick(EditedMorningsTests.articles.map(\.name)))
      guard var text = try? String(contentsOfFile: file, encoding: .utf8) else { return }
      let head = text.range(of: "\n---\n", range: text.index(text.startIndex, offsetBy: 3)..<text.endIndex)?.upperBound
      guard let head else { return }
      var body = text[head...].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      let places = body.indices.filter { body[$0].allSatisfy(\.isNumber) && !body[$0].isEmpty }
      for place in places.shuffled(using: &draw).prefix(Int.random(in: 1...3, using: &draw)) {
        body[place] = pick(EditedMorningsTests.numbers)
      }
      if draw.chance(30),
        let end = body.indices.dropLast(8).filter({ body[$0].hasSuffix(".") }).randomElement(using: &draw)
      {
        body.insert("La commune de Sainval attend \(pick(EditedMorningsTests.numbers)) visiteurs.", at: end + 1)
      }
      if draw.chance(20), body.count > 40 { body.removeSubrange(20..<26) }
      text = text[..<head] + body.joined(separator: " ")
      try write(text, file)
      done.append("edit \(FileManager.default.displayName(atPath: file))")
    }

    mutating func add(_ number: Int) throws {
      let day = Int.random(in: 16...24, using: &draw)
      let visitors = pick(EditedMorningsTests.numbers)
      try write(
        """
        ---
        title: Le pont de Sainval, jour \(number)
        source: \(pick(EditedMorningsTests.outlets))
        published: 2031-11-\(day)
        ---

        Le pont de Sainval a rouvert avec \(visitors) voitures, a annoncé la mairie. Basile Orvan a salué « une belle journée ».

        """, path("pont-\(number)"))
      done.append("add of \(day)")
    }

    mutating func decide() throws {
      let kind = pick(["article", "story"])
      let folder = "\(self.folder)/site/\(kind == "article" ? "articles" : "stories")"
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix("index") }.sorted()
      let name = pick(names)
      try write(draw.chance(70) ? "hide:\n  - \(kind): \(name)\n" : "", "\(self.folder)/overrides.yml")
      done.append("hide \(kind) \(name)")
    }

    mutating func change(_ number: Int) throws {
      switch Int.random(in: 0..<100, using: &draw) {
      case ..<55: try edit()
      case ..<70: try add(number)
      case ..<80: try configure()
      case ..<90: try decide()
      case ..<95: try run("redact", "--person", pick(EditedMorningsTests.people))
      default:
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/site/articles").sorted()
        try run("redact", "--article", pick(names.filter { !$0.hasPrefix("index") }))
      }
    }
  }

  private static let seeds: Range<UInt64> = {
    let count = ProcessInfo.processInfo.environment["DAYBRIEF_MORNINGS"].flatMap(UInt64.init) ?? 12
    return 1..<count + 1
  }()

  @Test("The site proves after each", arguments: seeds)
  func mornings(seed: UInt64) throws {
    try Program.inFolder(["articles/articles.yml": ""]) { folder in
      var desk = Desk(folder: folder, draw: Draw(state: seed))
      for (name, outlet, day, text) in EditedMorningsTests.articles {
        try desk.write(
          "---\ntitle: Le sujet \(name)\nsource: \(outlet)\npublished: 2031-11-\(day)\n---\n\n\(text)\n",
          desk.path(name))
      }
      try desk.configure()
      try desk.run("build")
      for number in 1...4 {
        for _ in 0..<Int.random(in: 1...2, using: &desk.draw) { try desk.change(number) }
        let built = try desk.draw.chance(20) ? desk.run("build", "--backfill") : desk.run("build")
        #expect(built.status <= 1, "\(desk.done): \(built.errors)")
        let checked = try desk.run("check", "site")
        #expect(checked.status == 0, "\(desk.done): \(checked.errors)")
        if checked.status != 0 { return }
      }
    }
  }
}
