daybrief("directory",{"documents":236,"shards":"","shelves":"iffgf eo6.fff 2.fff 2k.fff 1.-gf 7d.fff 1.-ff 2.fff m8.fff 1.-ff"})
