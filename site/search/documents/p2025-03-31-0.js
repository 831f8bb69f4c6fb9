daybrief("documents/p2025-03-31-0",[[2,"the-gym-at-wiesbaden-how-a-war-was-planned-in-two-languages","The gym at Wiesbaden: how a war was planned in two languages","The Harbour Ledger","en"]])
