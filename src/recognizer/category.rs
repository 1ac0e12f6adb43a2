//! The vocabulary of policy: categories, their class, default action and token label.
//!
//! This is the one table that engine, manifest, prompts and docs share. A [`Kind`](super::Kind) says what a value is, a
//! category says what the customer decides about.

/// How far a category may be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Always masked: there is no consent path. The message goes out without the value.
    Never,
    /// Masked by default; the customer may share it in the inline card.
    Ask,
    /// Masked or generalized by default; sharing needs a ticked statement and a separate confirmation.
    Explicit,
    /// Sent; a site may tighten it.
    Allow,
}

impl Class {
    /// The name used in manifests and in JavaScript.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Ask => "ask",
            Self::Explicit => "explicit",
            Self::Allow => "allow",
        }
    }
}

/// What happens to a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The value stays.
    Keep,
    /// A numbered token that stands for the value in this conversation: `[CARD_1]`.
    Token,
    /// The bare label: `[CARD]`.
    Label,
    /// Part of the value stays: the last four digits of a card, the domain of an e-mail.
    Partial,
    /// A less telling form: a year for a birth date.
    Generalize,
    /// What a check said, without the value: "IBAN valid, GB".
    Claim,
    /// A pseudonym by a keyed hash.
    Hash,
}

impl Action {
    /// Every action; the position is its number at the wasm boundary.
    pub const ALL: [Self; 7] = [Self::Keep, Self::Token, Self::Label, Self::Partial, Self::Generalize, Self::Claim, Self::Hash];

    /// The name used in manifests and in JavaScript.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Token => "token",
            Self::Label => "label",
            Self::Partial => "partial",
            Self::Generalize => "generalize",
            Self::Claim => "claim",
            Self::Hash => "hash",
        }
    }
}

/// One category of personal data.
#[derive(Debug)]
#[non_exhaustive]
pub struct CategoryInfo {
    /// Such as `fin.card`.
    pub id: &'static str,
    /// How far it may be opened.
    pub class: Class,
    /// What happens where nobody chose otherwise.
    pub default: Action,
    /// What stands in a token: `CARD` in `[CARD_1]`.
    pub label: &'static str,
    /// The nearest term of the W3C Data Privacy Vocabulary 2.3.
    pub dpv: &'static str,
    /// True where the value alone finds the person elsewhere.
    pub lookup_key: bool,
    /// True where a less telling form exists.
    pub generalizes: bool,
}

macro_rules! categories {
    ($($variant:ident $id:literal $class:ident $default:ident $label:literal $dpv:literal $lookup:literal $generalizes:literal $what:literal;)*) => {
        /// A category of personal data.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Category { $(#[doc = $what] $variant,)* }

        impl Category {
            /// Every category; the position is its number at the wasm boundary.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The category's row.
            #[must_use]
            pub const fn info(self) -> &'static CategoryInfo {
                match self { $(Self::$variant => &CategoryInfo {
                    id: $id, class: Class::$class, default: Action::$default, label: $label, dpv: $dpv,
                    lookup_key: $lookup, generalizes: $generalizes,
                },)* }
            }
        }
    };
}

// variant, id, class, default action, token label, DPV 2.3 terms, lookup key, generalizes, what
categories! {
    Secret "auth.secret" Never Token "SECRET" "pd:Password pd:PINCode pd:SecretText" false false "Password, PIN, one-time code, CVV, card track, seed phrase, private key, API key, auth header, credentials in a URL.";
    Card "fin.card" Ask Token "CARD" "pd:CreditCardNumber pd:PaymentCardExpiry" false true "Payment card number and expiry.";
    Account "fin.account" Ask Token "ACCOUNT" "pd:BankAccount pd:FinancialAccountNumber" false true "IBAN, national account, BIC, routing number, sort code.";
    Wallet "fin.wallet" Ask Token "WALLET" "pd:FinancialAccount pd:AccountIdentifier" false false "Electronic wallet, payment handle, crypto address.";
    Situation "fin.situation" Explicit Generalize "FINANCES" "pd:FinancialStatus pd:Income pd:Salary" false true "Income, savings, balance, benefits, mortgage, insolvency.";
    Credit "fin.credit" Explicit Token "CREDIT" "pd:CreditScore pd:CreditWorthiness pd:CreditRecord" false false "Score, arrears, debt, refusal.";
    Spending "fin.spending" Explicit Generalize "SPENDING" "pd:PurchasesAndSpendingHabit pd:Purchase pd:Transaction" false true "Purchases, merchants, recurring spending.";
    OfficialId "id.official" Ask Token "ID" "pd:OfficialID pd:Passport" false true "National and tax numbers, passport, identity card, driving licence.";
    HealthId "id.health" Ask Token "HEALTHID" "pd:HealthInsurance" false false "Health insurance and patient numbers.";
    Name "id.name" Ask Token "NAME" "pd:Name" true false "Person names.";
    Birth "id.birth" Ask Generalize "BIRTH" "pd:BirthDate pd:Age" false true "Date of birth, age.";
    Email "contact.email" Ask Token "EMAIL" "pd:EmailAddress" true true "E-mail address.";
    Phone "contact.phone" Ask Token "PHONE" "pd:TelephoneNumber" true false "Telephone number.";
    Hours "contact.hours" Allow Generalize "HOURS" "pd:Preference" false true "When to be contacted.";
    Address "geo.address" Ask Generalize "ADDRESS" "pd:PhysicalAddress" false true "Street address, postcode, coordinates, cadastral and supply-point numbers.";
    City "geo.city" Allow Keep "PLACE" "pd:City" false false "Town, region, country; masked only beside a name or an address.";
    Profile "online.profile" Ask Token "PROFILE" "pd:SocialMedia pd:Username" true false "Handles, profile and post links, private links.";
    Device "online.device" Ask Token "DEVICE" "pd:DeviceBased pd:IPAddress pd:MACAddress" false false "IP, MAC, IMEI, IMSI, ICCID.";
    Member "platform.account" Ask Token "MEMBER" "pd:AccountIdentifier pd:TravelHistory" false false "Loyalty, frequent flyer, booking, ticket, classified-ad ids.";
    Reference "reference" Allow Keep "REF" "pd:Identifier" false false "Customer, policy, case, order, invoice, tracking numbers.";
    Vehicle "vehicle" Ask Token "VEHICLE" "pd:VehicleLicense" false false "Plate, vehicle identification number.";
    Status "status" Ask Token "STATUS" "pd:MaritalStatus pd:Employment" false false "Immigration, marital and employment status.";
    Health "special.health" Explicit Token "HEALTH" "pd:MedicalHealth" false false "Condition, medication, disability.";
    Religion "special.religion" Explicit Token "BELIEF" "pd:Religion" false false "Religion.";
    Politics "special.politics" Explicit Token "POLITICS" "pd:PoliticalAffiliation" false false "Political opinion.";
    Union "special.union" Explicit Token "UNION" "pd:TradeUnionMembership" false false "Trade-union membership.";
    Origin "special.origin" Explicit Token "ORIGIN" "pd:EthnicOrigin" false false "Ethnicity, or nationality stated about oneself.";
    Sexuality "special.sexuality" Explicit Token "PRIVATE" "pd:Sexual" false false "Sex life, orientation.";
    Biometric "special.biometric" Explicit Token "BIOMETRIC" "pd:Biometric" false false "Biometric and genetic statements.";
    Criminal "criminal" Explicit Token "RECORD" "pd:Criminal" false false "Convictions, offences.";
    Opinion "opinion" Allow Keep "OPINION" "pd:Opinion" false false "Complaints, ratings, likes.";
    Amount "amount" Allow Keep "AMOUNT" "pd:Financial" false false "A bare amount: a component of statements.";
    Date "date" Allow Keep "DATE" "pd:Temporal" false false "A bare date: a component of statements.";
}

impl Category {
    /// The category with this id, such as `fin.card`.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|category| category.info().id == id)
    }
}
