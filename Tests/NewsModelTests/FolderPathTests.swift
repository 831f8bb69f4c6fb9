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

@Test(
  "the name of a path, of one letter too",
  arguments: [
    ("a/b", "b"), ("x", "x"), ("/x", "x"), ("a/b/", "b"), ("/", "/"), ("//", "/"), ("", ""), ("./x", "x"), ("..", ".."),
    ("a//b", "b"), ("été/é.txt", "é.txt"),
  ])
func nameOfPath(_ path: String, _ name: String) {
  #expect(FolderPath.name(of: path) == name)
}

@Test(
  "the path of a file in a folder",
  arguments: [("a", "a/x"), ("a/", "a/x"), ("/", "/x"), ("", "x"), (".", "./x"), ("été", "été/x")])
func pathInFolder(_ folder: String, _ path: String) {
  #expect(FolderPath.path(of: "x", in: folder) == path)
}
