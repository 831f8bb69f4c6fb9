daybrief("documents/s2022-01-24-0",[[14,"aide-americaine-un-deuxieme-avion-a-kyiv","Aide américaine : un deuxième avion à Kyiv","1 article, 1 média connu"]])
