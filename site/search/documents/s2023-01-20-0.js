daybrief("documents/s2023-01-20-0",[[2,"allies-add-armour-at-ramstein-but-not-yet-the-tanks-kyiv","Allies add armour at Ramstein, but not yet the tanks Kyiv wants","1 article, 1 média connu","en"]])
