import Testing

@Suite("daybrief cluster --explain")
struct ExplainTests {
  private let articles = """
    {"id":"a","language":"fr","published":"2024-03-02","title":"Le phare de Kerzoual brûle","text":"Le phare de Kerzoual a brûlé samedi. Les pompiers ont sauvé la lanterne du phare."}
    {"id":"b","language":"fr","published":"2024-03-03","title":"Incendie du phare de Kerzoual","text":"La lanterne du phare de Kerzoual est sauvée, disent les pompiers."}
    {"id":"c","language":"fr","published":"2024-03-02","title":"Le marché de Grandlieu déménage","text":"Le marché aux fleurs de Grandlieu ira au printemps place des Halles."}

    """

  @Test("says why two articles are together, with what they share")
  func together() throws {
    let outcome = try Program.run(["cluster", "--explain", "a", "b"], input: articles)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("together: a and b are of one story"))
    for part in ["threshold", "words:", "actors, figures and dates:", "time: 1 day", "veto: none", "Kerzoual"] {
      #expect(outcome.output.contains(part), "\(part)")
    }
  }

  @Test("says why two articles are apart")
  func apart() throws {
    let outcome = try Program.run(["cluster", "--explain", "a", "c"], input: articles)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("apart: a is of story"))
    #expect(outcome.output.contains("thread: t-a (1 story) and t-c (1 story)"))
  }

  @Test("an id that is not there is told, and is no success")
  func unknown() throws {
    let outcome = try Program.run(["cluster", "--explain", "a", "z"], input: articles)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("\"z\""))
  }
}
