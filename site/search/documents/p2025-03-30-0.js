daybrief("documents/p2025-03-30-0",[[2,"points-d-interet-ce-que-revele-l-enquete-americaine-sur","« Points d’intérêt » : ce que révèle l’enquête américaine sur Wiesbaden","Agence Méridienne"]])
