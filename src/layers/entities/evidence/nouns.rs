//! Words beside a name that say what it is: what people do, what lands have, kinds of places and organisations.

/// What people do and things do not.
pub(super) fn is_act(word: &str) -> bool {
    matches!(
        word,
        "joked"
            | "laughed"
            | "smiled"
            | "scored"
            | "married"
            | "testified"
            | "tweeted"
            | "resigned"
            | "died"
            | "born"
            | "wrote"
            | "writes"
            | "pleaded"
            | "grew"
            | "sat"
            | "thinks"
            | "believes"
            | "argued"
            | "retired"
            | "insisted"
            | "replied"
            | "admitted"
            | "noted"
            | "recalls"
    )
}

/// Who or what belongs to an organisation: "shares of", "analyst at", "spokesman for".
pub(super) fn leads_to_organisation(word: &str) -> bool {
    matches!(
        word,
        "shares"
            | "Shares"
            | "shareholders"
            | "CEO"
            | "chairman"
            | "chairperson"
            | "founder"
            | "co-founder"
            | "executive"
            | "analyst"
            | "economist"
            | "strategist"
            | "researcher"
            | "professor"
            | "lecturer"
            | "coordinator"
            | "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "employees"
            | "subsidiary"
            | "acquisition"
            | "takeover"
            | "stake"
            | "stakes"
            | "merger"
            | "investment"
    )
}

/// "Comelf’s profit": what companies have and people have not.
pub(super) fn is_business(word: &str) -> bool {
    matches!(
        word,
        "profit"
            | "profits"
            | "output"
            | "shares"
            | "revenue"
            | "revenues"
            | "sales"
            | "earnings"
            | "results"
            | "stock"
            | "shareholders"
            | "subsidiary"
            | "subsidiaries"
            | "operations"
            | "customers"
            | "employees"
            | "workforce"
            | "headquarters"
            | "factory"
            | "factories"
            | "turnover"
            | "listing"
            | "takeover"
            | "dividend"
            | "losses"
            | "investors"
            | "bonds"
            | "board"
            | "management"
            | "network"
            | "products"
            | "bid"
            | "half-year"
            | "quarterly"
    )
}

/// "the newspaper Asharq": what a name right after it is.
pub(super) fn is_kind_of_organisation(word: &str) -> bool {
    matches!(
        word,
        "newspaper"
            | "paper"
            | "daily"
            | "magazine"
            | "channel"
            | "broadcaster"
            | "website"
            | "company"
            | "firm"
            | "startup"
            | "subsidiary"
            | "maker"
            | "automaker"
            | "retailer"
            | "manufacturer"
            | "operator"
            | "lender"
            | "carrier"
            | "airline"
            | "regulator"
            | "watchdog"
            | "organisation"
            | "organization"
            | "NGO"
            | "charity"
            | "think-tank"
            | "group"
    )
}

/// "miner Tarnwood", "chipmaker Orsk", "Lender Halvik": the trade of the company that follows, whatever its case.
pub(in crate::layers::entities) fn is_trade_word(word: &str) -> bool {
    const TRADES: [&str; 33] = [
        "miner",
        "housebuilder",
        "homebuilder",
        "brewer",
        "grocer",
        "insurer",
        "supermarket",
        "utility",
        "bookmaker",
        "lender",
        "carrier",
        "airline",
        "retailer",
        "developer",
        "supplier",
        "chain",
        "conglomerate",
        "explorer",
        "shipper",
        "exporter",
        "refiner",
        "wholesaler",
        "distiller",
        "outsourcer",
        "automaker",
        "manufacturer",
        "operator",
        "startup",
        "start-up",
        "broadcaster",
        "reinsurer",
        "landlord",
        "telco",
    ];
    const PEOPLE: [&str; 13] = [
        "filmmaker",
        "lawmaker",
        "policymaker",
        "newsmaker",
        "playmaker",
        "peacemaker",
        "matchmaker",
        "dressmaker",
        "watchmaker",
        "shoemaker",
        "winemaker",
        "cabinetmaker",
        "troublemaker",
    ];
    let among = |list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(word));
    word.len() > 4 && (among(&TRADES) || (word.ends_with("maker") && word.len() > 7 && !among(&PEOPLE)))
}

/// "Chinook helicopter": what machines are, right after the name of their make.
pub(super) fn is_vehicle(word: &str) -> bool {
    matches!(
        word,
        "helicopter"
            | "helicopters"
            | "jet"
            | "jets"
            | "aircraft"
            | "airliner"
            | "SUV"
            | "sedan"
            | "hatchback"
            | "pickup"
            | "minivan"
            | "drone"
            | "drones"
            | "missile"
            | "missiles"
            | "rifle"
            | "rifles"
            | "smartphone"
            | "smartphones"
            | "laptop"
            | "console"
            | "submarine"
            | "tractor"
            | "motorcycle"
    )
}

/// "the newspaper El Alba", "the Al Alba daily": what newspapers and stations are, right beside their names.
pub(super) fn is_medium(word: &str) -> bool {
    matches!(
        word,
        "newspaper"
            | "magazine"
            | "daily"
            | "weekly"
            | "website"
            | "broadcaster"
            | "tabloid"
            | "broadsheet"
            | "agency"
    )
}

/// "Jujuy, a province in the north": what a name right before it is.
pub(super) fn is_kind_of_place(word: &str) -> bool {
    matches!(
        word,
        "province"
            | "city"
            | "town"
            | "village"
            | "district"
            | "capital"
            | "suburb"
            | "municipality"
            | "island"
            | "region"
            | "neighbourhood"
            | "neighborhood"
            | "county"
            | "hamlet"
            | "port"
    )
}

/// "Velmara’s government": what lands and towns have.
pub(super) fn has_government(word: &str) -> bool {
    matches!(
        word,
        "government"
            | "capital"
            | "parliament"
            | "economy"
            | "population"
            | "airport"
            | "mayor"
            | "governor"
            | "coast"
    )
}

/// "Delphic staff": who or what a name right before it has, or what else it may be.
pub(super) fn follows_organisation(word: &str) -> bool {
    matches!(
        word,
        "party"
            | "agency"
            | "club"
            | "team"
            | "bank"
            | "coalition"
            | "movement"
            | "rebels"
            | "militants"
            | "newsletter"
            | "shares"
            | "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "officials"
            | "staff"
            | "employees"
            | "executives"
            | "chair"
            | "chairman"
            | "investors"
            | "shareholders"
    )
}
