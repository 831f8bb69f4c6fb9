daybrief("documents/p2023-01-20-0",[[30,"allies-add-armour-at-ramstein-but-not-yet-the-tanks-kyiv","Allies add armour at Ramstein, but not yet the tanks Kyiv wants","Tidewater Wire","en"]])
