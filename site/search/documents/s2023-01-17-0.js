daybrief("documents/s2023-01-17-0",[[21,"derriere-la-colline-deux-generaux-ce-que-la-frontiere-a-vu","Derrière la colline, deux généraux : ce que la frontière a vu","4 articles, 4 médias connus"]])
