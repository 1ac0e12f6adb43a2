//! What a value is: the step between a recognizer's entity and the category the customer decides about.

use super::Category;

/// How strongly a kind claims a stretch of text that several recognizers want: see `resolve`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Claim {
    /// People, places, statements.
    Statement,
    /// Telephone numbers.
    Phone,
    /// Identity, tax, account and device numbers.
    Id,
    /// Payment cards.
    Card,
    /// Whatever opens an account.
    Credential,
}

macro_rules! kinds {
    ($($variant:ident $id:literal $category:ident $claim:ident;)*) => {
        /// What a value is. Several recognizers may find the same kind: a Dutch and a Spanish national number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        #[expect(missing_docs, reason = "each variant is its own name; ids stand in docs/recognizers.md")]
        pub enum Kind {
            $($variant,)*
            /// What a rule of the integrator finds.
            Custom(Category),
        }

        impl Kind {
            /// Every kind of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Such as `card_number`.
            #[must_use]
            pub const fn id(self) -> &'static str { match self { $(Self::$variant => $id,)* Self::Custom(_) => "custom" } }

            /// What the customer decides about.
            #[must_use]
            pub const fn category(self) -> Category { match self { $(Self::$variant => Category::$category,)* Self::Custom(category) => category } }

            pub(crate) const fn claim(self) -> Claim {
                match self {
                    $(Self::$variant => Claim::$claim,)*
                    Self::Custom(Category::Secret) => Claim::Credential,
                    Self::Custom(_) => Claim::Id,
                }
            }
        }
    };
}

impl Kind {
    /// The kind of the catalogue with this id, such as `card_number`.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.id() == id)
    }

    /// The recognizer that names a value which could be any of several numbers of this kind.
    pub(crate) const fn group(self) -> Option<&'static str> {
        match self {
            Self::NationalId | Self::TaxId | Self::CompanyId => Some("national/any_id"),
            Self::DriverLicence => Some("national/driving_licence"),
            Self::Passport => Some("national/passport"),
            Self::BankAccount => Some("payment/bank_account"),
            _ => None,
        }
    }
}

kinds! {
    Password "password" Secret Credential;
    Pin "pin" Secret Credential;
    OneTimeCode "one_time_code" Secret Credential;
    CardSecurityCode "card_security_code" Secret Credential;
    CardTrack "card_track" Secret Credential;
    PrivateKey "private_key" Secret Credential;
    SeedPhrase "seed_phrase" Secret Credential;
    ApiKey "api_key" Secret Credential;
    AccessToken "access_token" Secret Credential;
    UrlCredentials "url_credentials" Secret Credential;
    AuthHeader "auth_header" Secret Credential;
    Secret "secret" Secret Credential;
    CardNumber "card_number" Card Card;
    CardExpiry "card_expiry" Card Id;
    Iban "iban" Account Id;
    BankAccount "bank_account" Account Id;
    BankCode "bank_code" Account Id;
    Wallet "wallet" Wallet Id;
    CryptoAddress "crypto_address" Wallet Id;
    NationalId "national_id" OfficialId Id;
    TaxId "tax_id" OfficialId Id;
    CompanyId "company_id" OfficialId Id;
    Passport "passport" OfficialId Id;
    DriverLicence "driver_licence" OfficialId Id;
    HealthId "health_id" HealthId Id;
    PersonName "person_name" Name Statement;
    BirthDate "birth_date" Birth Id;
    Age "age" Birth Statement;
    Email "email" Email Id;
    Phone "phone" Phone Phone;
    StreetAddress "street_address" Address Statement;
    PostalCode "postal_code" Address Statement;
    Coordinate "coordinate" Address Id;
    PropertyId "property_id" Address Id;
    IpAddress "ip_address" Device Id;
    MacAddress "mac_address" Device Id;
    DeviceId "device_id" Device Id;
    Username "username" Profile Statement;
    PrivateUrl "private_url" Profile Id;
    LicensePlate "license_plate" Vehicle Id;
    VehicleId "vehicle_id" Vehicle Id;
    HealthCondition "health_condition" Health Statement;
    Medication "medication" Health Statement;
    Religion "religion" Religion Statement;
    PoliticalOpinion "political_opinion" Politics Statement;
    TradeUnion "trade_union" Union Statement;
    Origin "origin" Origin Statement;
    SexLife "sex_life" Sexuality Statement;
    Biometric "biometric" Biometric Statement;
    CriminalRecord "criminal_record" Criminal Statement;
    Status "status" Status Statement;
    Minor "minor" Status Statement;
    SecuritiesId "securities_id" Reference Statement;
    ProfessionalId "professional_id" Reference Statement;
    Reference "reference" Reference Statement;
    TrackingNumber "tracking_number" Reference Statement;
    Amount "amount" Amount Statement;
    Date "date" Date Statement;
}
