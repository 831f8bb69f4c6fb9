daybrief("documents/p2022-04-26-0",[[31,"forty-nations-one-runway-ramstein-talks-turn-into-a-monthly","Forty nations, one runway: Ramstein talks turn into a monthly club","The Harbour Ledger","en"]])
