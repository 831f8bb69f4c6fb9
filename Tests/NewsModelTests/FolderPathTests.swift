import Testing

@testable import NewsModel

@Test(
  "the folder of a path, of one letter too",
  arguments: [
    ("a/b", "a"), ("x", ""), ("/x", "/"), ("a/b/", "a"), ("/", "/"), ("", ""), ("./x", "."), ("a//b", "a"),
    ("été/x", "été"),
  ])
func folderOfPath(_ path: String, _ folder: String) {
  #expect(FolderPath.folder(of: path) == folder)
}
