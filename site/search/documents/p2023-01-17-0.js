daybrief("documents/p2023-01-17-0",[[29,"milley-et-zaloujny-enfin-face-a-face","Milley et Zaloujny, enfin face à face","Agence Méridienne"]])
