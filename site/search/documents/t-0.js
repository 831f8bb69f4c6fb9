daybrief("documents/t-0",[[3,"new-york-times-wiesbaden-ukraine","New York Times, Wiesbaden, Ukraine","2 sujets"],[10,"ukraine-kyiv-mark-milley","Ukraine, Kyiv, Mark Milley","6 sujets"]])
