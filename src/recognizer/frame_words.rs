//! The small words that tell a statement about a person from a word that merely stands there, in seven languages at once.

use std::sync::OnceLock;

use crate::text::hash;

/// What a word does in a sentence about somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FrameWord {
    /// The speaker and "to be" in one word: "soy", "sono", "im".
    MeBe,
    /// The speaker and "to have" in one word: "tengo", "болею".
    MeHave,
    /// The speaker.
    Me,
    /// The speaker in a language that needs no verb: "я", "у меня".
    MeBare,
    /// Some form of "to be".
    Be,
    /// Some form of "to have".
    Have,
    /// "with": somebody who has it.
    With,
    /// A birthday: "turned", "cumplí", "исполнилось".
    Turn,
    /// A word after which hardly anything else is said: "diagnosed", "afiliado", "голосую"; also the name of a form's field.
    Strong,
    /// A possessive of the speaker.
    My,
    /// Somebody's child, behind a possessive.
    Child,
    /// The same where people leave the possessive out.
    ChildBare,
    /// Somebody else close, behind a possessive.
    Kin,
    /// The same where people leave the possessive out.
    KinBare,
    /// "woman": says of whom, not what.
    Person,
    /// A third person.
    He,
    /// Who tells of an illness.
    Doctor,
    /// What they do.
    Says,
    /// "living": with something.
    Live,
    /// "because of".
    Cause,
    /// Somebody else: the other side, people in general.
    Other,
    /// Permission or ability: "can i take".
    Can,
    /// What makes a sentence one about a topic: "about", "looking".
    Topic,
    /// What is named after a topic: "leaflet", "menu", "bar".
    Thing,
    /// The word for age itself.
    Age,
    /// What ages are counted in, and much else.
    Years,
    /// The same of babies.
    Months,
    /// The same of nothing else: "añitos", "летний".
    Grown,
    /// A number below sixteen.
    Few,
    /// A greater one, or the tens of one.
    Many,
    /// Which: "type 2", "chronic", "lifelong".
    Kind,
    /// Where something happens.
    At,
    /// Starts the next item.
    And,
    /// An article of a language that keeps it with its noun.
    Article,
    /// Says nothing.
    Bridge,
    /// Somebody else one deals with, behind a possessive: "landlord". From here on a word tells whose a value is, and nothing of
    /// statements.
    Relation,
    /// The same where people leave the possessive out: "соседа", "мамин".
    RelationBare,
    /// Whom one serves: of a customer, only "my client" is somebody else.
    Client,
    /// A possessive of a third person: "her", "его".
    Their,
    /// One that may as well be a polite "your": "su", "suo".
    TheirMaybe,
    /// What needs no noun: "mine".
    Mine,
}

/// One row per role; each word stands in the one that matters most.
#[rustfmt::skip]
static WORDS: &[(FrameWord, &str)] = &[
    (FrameWord::MeBe, "im soy estoy somos estamos fui estuve ando voy sou estou estive fiquei sono siamo sto bin suis sommes стою нахожусь llevo llevamos sigo seguimos quede virei viro chui jsuis являюсь"),
    (FrameWord::MeHave, "ive tengo tenemos tuve padezco padeci sufro tenho temos tive sofro ho abbiamo soffro habe hab hatte leide bekomme beziehe ai avons souffre болею болел болела заболел заболела переболел переболела страдаю перенес перенесла лечусь имею получаю лежал лежала jai g pille sufri peguei presi kriege krieg bekam avevo avevamo"),
    (FrameWord::Me, "i we yo nosotros ich wir je j nous eu io noi servidor servidora mir mich"),
    (FrameWord::MeBare, "я мы мне меня нас нам сам сама всю мной мною нами"),
    (FrameWord::Be, "is am are was were be been being s re m es ete esta estan era fue ist sind war wurde est sont etait e foi estao sao stato stata stava был была было были стал стала become became r ta its isnt arent wasnt isn wasn aren seid gewesen quedo quedado virou devenu devenue devient diventato diventata diventa wurden waren оказался оказалась оказалось cest did done ser etre essere быть siendo sendo etant essendo"),
    (FrameWord::Have, "has have had having got han hemos fait get ve tiene tienen tenia tuvo tenido padece sufre hat haben hatten tem tinha teve sofre ha aveva avuto soffre avait souffrent a болеет страдает есть gotten bekommen gekriegt padecen tuvieron sufrio padecio sufrieron avoir haber"),
    (FrameWord::With, "with con mit com avec с со"),
    (FrameWord::Turn, "turned turns turning turn cumplio cumpli cumple cumplo cumplira cumplido cumplimos geworden wird werde werden compie compio compiuto compiuti compira fez fiz completou completei стукнуло исполнилось исполнится исполнился стукнет"),
    (FrameWord::Strong, "diagnosed diagnosticaron diagnosticado diagnosticada diagnosticarono diagnosticato diagnosticata diagnosticou diagnosticaram diagnostiziert diagnostique diagnostiquee диагностировали обнаружили выявили suffer suffering suffers suffered tested caught developed carry survived operaron opero operado operada member miembro miembros militante afiliado afiliada belong belongs pertenezco joined mitglied membre membro adherent adherente iscritto iscritta tesserato filiado filiada член члена состою вступил вступила vote voted voting votes votado wahle gewahlt voto votei голосую голосовал голосовала голосуем голосовали support supporter converted convert converti convertida convertido practise practice identify identifies considero considera considere raised baptised baptized bautice profeso believe credo glaube creo crois исповедую приняла принял учете diagnosis diagnostico диагноз диагноза diagnose diagnostic diagnosi religion faith religione religiao вероисповедание религия вера nationality nacionalidad nacionalidade nazionalita nationalitat nationalite национальность национальности staatsangehorigkeit cittadinanza ethnicity etnia orientation orientacion orientierung orientamento orientacao ориентация ориентации marital civil civile familienstand положение condition came votando votar votaba votavo votate votou votai wahl wahlt gewahlte encarte encartee affilie affiliee inscrit inscrite affiliato affiliata militant militantes detectado detectada detectaron detectou rilevato festgestellt konvertiert ubergetreten getauft bautizado bautizada batizado batizada battezzato battezzata baptisee крещен крещена крещеный vota votan mitglieder conversa identifica sindicado confirmed infected hospitalised hospitalized contagie contagiado infiziert erkrankt operiert operee opere ricoverato operata operato internado internada hospitalise mitgliedern brought"),
    (FrameWord::My, "my our mi mis nuestro nuestra nuestros nuestras mein meine meiner meinem meinen unser unsere mon ma mes notre nos meu minha meus minhas nosso nossa mio mia miei mie nostro nostra мой моя мое моей моего моему моих мою наш наша нашего нашей моим моими наших нашим мои meines unseres unserer unserem unseren nostri нашу"),
    (FrameWord::Child, "son sons daughter daughters kid kids child children baby toddler grandson granddaughter nephew niece boy girl lad twins twin teen teenager hijo hija hijos hijas nieto nieta nietos bebe nino nina ninos ninas sobrino sobrina enano enana peque peques pequeno pequena chiquitin nene nena chaval crio cria mellizos gemelos sohn tochter kind kinder enkel enkelin neffe nichte kleine kleiner kleinen zwillinge junge madchen fils fille enfant enfants gamin gamine puce loulou filho filha filhos filhas neto neta crianca criancas menino menina bebezinho gemeos figlio figlia figli bimbo bimba bambino bambina bambini neonato piccolo piccola piccoli nipotino nipotina gemelli youngest oldest eldest petite petit petits aine ainee cadet cadette mayor menor cacula"),
    (FrameWord::ChildBare, "сын сына сыну сыном сынок сынишка дочь дочка дочери дочке дочки дочку дочкой дочерью ребенок ребенка ребенку ребенком дети детей детям внук внука внуку внуком внучка внучке внучки внучку малыш малыша малышу малышка малышке племянник племянника племяннику племянница племяннице племянницы пацан пацана пацану мелкий мелкому мелкая мелкой младший младшему младшая младшей старшему старшей близнецы близнецам близняшки близняшкам двойняшки двойняшкам мальчику девочке"),
    (FrameWord::Kin, "husband wife partner mother father sister brother grandmother grandfather granddad parents boyfriend girlfriend fiance fiancee cousin uncle aunt friend ex colleague flatmate boss neighbour marido mujer esposo esposa pareja novio novia madre padre mama papa hermano hermana hermanos abuelo abuela tio tia primo prima suegra suegro cunado cunada amigo amiga companero companera familia jefe vecino mann frau partnerin mutter vater oma opa schwester bruder freund freundin eltern onkel tante mari femme conjoint conjointe compagnon compagne copain copine mere pere soeur frere mamie papi ami amie oncle cousine namorado namorada companheiro companheira mulher mae pai irmao irma avo sogra sogro marito moglie compagno compagna fidanzato fidanzata ragazzo ragazza mamma sorella fratello nonno nonna zio zia suocera cugino amico amica nipote family dads stepson stepdaughter stepdad stepmum inlaws roommate carer missus wifes husbands mums brothers sisters nans partners abuelos suegros padres chico chica cunadas hermanas yerno nuera tios familie geschwister schwiegermutter schwiegervater mutti vati grossmutter grossvater opas verlobte verlobter famille meuf mec tata tonton pais cunhado cunhada genro nora maridao irmaos famiglia genitori fratelli suocero nonni fidanzati ragazzi cognato cognata colleagues kollegen kollegin colegas colega colleghi collega collegue collegues"),
    (FrameWord::KinBare, "hubby mum mom dad муж мужа мужу мужем жена жены жене жену мама мамы маме маму мать матери папа папы папе отец отца отцу брат брата брату сестра сестры сестре бабушка бабушки бабушке бабушку дед деда дедушка дедушки дедушке тетя дядя теща тещи тесть свекровь родители друг друга подруга подруги парень девушка mummy daddy nan nana gran granny grandad grandma grandpa vovo vo бабуля бабуле бабулей бабулю бабушкой дедуля дедуле дедом деду дедушкой мамой папой женой братом сестрой тетке тетка тете дяде свекрови свекр тестю подругой парнем парню девушке девушкой друзья родителей родителям семья семье семьи семью супруг супруга супругу супруге сосед соседка соседу зять зятю невестка невестке кум кума бабка деток коллегами коллегой коллеги"),
    (FrameWord::Person, "person persona hombre senor senora man men woman women guy lady male female homme personne uomo donna pessoa homem мужчина женщина человек mensch"),
    (FrameWord::He, "he she ella elle er ele ela lui он она него нее ему ей shes hes"),
    (FrameWord::Doctor, "doctor doc dr gp consultant psychiatrist neurologist oncologist medico medica doctora arzt arztin hausarzt medecin docteur toubib psychiatre dottore dottoressa psichiatra врач врачи доктор психиатр невролог терапевт онколог"),
    (FrameWord::Says, "says said say thinks told dice dijo dicen dijeron cree sagt sagte sagen meint meinte dit dis pense detto disse diz falou сказал сказала сказали говорит говорят поставил поставила поставили подозревает подозревают подтвердил нашли trovato encontrado encontraron trouve found spotted scoperto descubierto descubrieron decouvert entdeckt gefunden salido"),
    (FrameWord::Live, "living live lives lived lebe lebt leben vivo vive convivo vis vit живу живет"),
    (FrameWord::Cause, "wegen aufgrund because due culpa causa cause tras"),
    (FrameWord::Other, "you your yours u hai avete siete sei tienes eres hast bist ты they them their people persons anyone someone everyone somebody who whose customers clients patients users usted ustedes vosotros teneis estais sois haceis personas gente alguien clientes pacientes quien quienes los вы вас вам ваш ваша ваше ваши люди людей людям кто кому те пациентам пациентов клиентов клиентам вами ihr ihre ihren euch leute jemand kunden patienten wer vous votre vos gens quelqu voce voces vc pessoas alguem voi persone qualcuno clienti ихний вашего вашей"),
    (FrameWord::Can, "can could may should might must shall will would puedo podria puede puedes можно могу может kann darf sollte peux puis peut posso pode possa puo cant cannot couldnt wont"),
    (FrameWord::Topic, "about regarding concerning against cover covers covered like love hate near called named watch read need want wanna looking search searching buy buying bought order ordered sell selling sells prevent prevention avoid acerca sobre quiero busco buscando necesito cubre comprar compre gusta про об о хочу ищу нужен нужна нужно нужны купить купил купила заказал заказала интересует интересуют люблю нравится uber suche brauche mochte kaufen gekauft cherche veux voudrais besoin acheter contre quero preciso procuro voglio vorrei cerco bisogno comprare comprato fan there hay moved learning learn speak speaks speaking hablo aprendo учу говорю spreche lerne parle parlo falo if whether"),
    (FrameWord::Thing, "leaflet leaflets brochure booklet pump pumps menu bar bars club clubs food restaurant restaurants clinic hotel hotels shop store school schools church churches hall uniform uniforms book books film movie movies series season wedding flag test tests kit kits price prices policy rules day friday shoes socks car cars sofa leather bread beer wine coffee cheese language languages lesson lessons course courses class classes grammar embassy office website site page app article magazine parade market street airport airlines bank banks sim number numbers keyboard subtitles dictionary voucher salad recipe takeaway question questions parking toilet helpline ticket tickets room charges shirt jeans dress jacket paint printer screen delivery visa dollar dollars restaurante comida libro pelicula curso cursos clases idioma web pagina tienda prueba pruebas seguro precio folleto queso vino cocina iglesia escuela colegio embajada pregunta duda coche tarjeta ресторан кафе кухня еда книга фильм язык языка языке курсы курс тест анализ сайт магазин отель вопрос чай вино банк банки страховка брошюра листовка карта карты номер essen kuche buch kurs sprache laden kirche schule frage auto karte wein kase cuisine livre cours langue magasin eglise ecole vin fromage voiture carte cucina ristorante corso lingua negozio chiesa scuola formaggio domanda livro filme loja igreja escola queijo info information infos guide folder flyer cita appointment insurance treatment treatments charity magazines calendar calendars stamp stamps holiday holidays feast festa fiesta group groups foundation society centre center awareness research medicine medicines drug drugs statue dish dishes products product produkte producto productos articulos cards christmas easter hospital unit ward team teams match consulate flight flights passport passports licence license supermarket station neighbourhood quarter"),
    (FrameWord::Age, "age aged edad возраст alter idade eta возрасте"),
    (FrameWord::Years, "anos ano ans an anni anno лет год года годик годика годиков годов jahre jahr jahren years yrs yr year"),
    (FrameWord::Months, "months month meses mois mesi mese monate monaten monat месяцев месяца месяц месяце weeks week semanas semana semaines settimane wochen woche недель недели неделя неделе"),
    (FrameWord::Grown, "anitos aninhos jahrige jahriger jahrigen jahriges летний летняя летнему летней летнего"),
    (FrameWord::Few, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen uno dos tres cuatro cinco seis ocho nueve diez once doce trece catorce quince eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze dois duas sete oito nove dez doze treze catorze tre quattro cinque sette otto dieci undici dodici tredici quattordici quindici один одна два две двух три трех четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать полтора"),
    (FrameWord::Many, "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dieciseis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien sechzehn siebzehn achtzehn neunzehn seize vingt vingts trente quarante cinquante soixante dezesseis dezasseis dezessete dezassete dezoito dezenove dezanove vinte trinta quarenta cinquenta sessenta oitenta sedici diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто"),
    (FrameWord::Kind, "type tipo typ типа тип степени группы стадии stage grade estadio grado grau stadio stade chronic severe mild acute terminal advanced recovering practising practicing registered half devout lapsed former proud lifelong cronica cronico grave aguda agudo severa multiple multipla positive positivo positiva negativo bilateral chronische chronischer schwere schwerer leichte leichter chronique gravi хронический хроническая тяжелая тяжелый сахарный первой второй третьей orgulloso orgullosa orgulhoso orgulhosa praktizierender praktizierende practicante pratiquant pratiquante praticante погашенная наполовину staunch strict streng"),
    (FrameWord::At, "at in on to into en auf bei в на во nel nella na em dans chez for para per pour fur для"),
    (FrameWord::And, "and or y o und oder et ou или и also plus"),
    (FrameWord::Article, "un una une um uma el la le il lo las les du al ao alla gli"),
    (FrameWord::Bridge, "the from aus very recently currently already still both just really not never no dont t of by d de del di da do das des ein eine einen einer der die dem den zu zur sehr auch nicht kein keine seit muy mucha mucho mas que me tambien ya ahora desde siempre hace bien todavia aussi pas toujours ne qu atteint atteinte muito muita tambem ja agora nao sempre as os molto anche non gia adesso очень тоже уже не от за у по без из это еще сейчас недавно раньше себя как самая самый quite so too now always since last ever actually sort bit here well ok uh old als como come hi hello hey hola buenas hallo moin servus ciao salut bonjour ola oi привет здравствуйте aqui hier ici qui здесь тут yesterday ayer gestern ieri ontem вчера next today tomorrow tonight soon manana morgen heute demain domani oggi hoy hoje amanha завтра сегодня скоро schon noch doch halt eh но же ведь так уж просто жизнь life toda todos todas all immer every mean mal oye q k pero aber but mais pois faz tempo ehrlich honestly only solo nur seulement apenas только kurzlich frisch recien recientemente recemment recentemente vient"),
    (FrameWord::Relation, "landlord landlady landlords coworker coworkers manager employer tenant tenants neighbor neighbors neighbours lawyer solicitor accountant dentist teacher buddy mate pal bf gf bro sis assistant secretary supervisor teammate classmate babysitter nanny cleaner plumber builder godfather godmother stepmother stepfather stepbrother stepsister spouse aunty auntie mam grandparents mothers fathers casero casera jefa vecina vecinos inquilino inquilina abogado abogada profesor profesora padrino madrina exmarido exmujer exnovio exnovia abuelita abuelito hermanito hermanita mami vermieter vermieterin vermieters chef chefin chefs nachbar nachbarn nachbarin nachbars mieter mieterin mieters schwager schwagerin schwiegersohn schwiegertochter mitbewohner mitbewohnerin anwalt anwaltin bekannter bekannten bekannte ehemann ehemanns ehefrau lebensgefahrtin lebensgefahrte exmann exfrau lehrer lehrerin proprietaire proprio bailleur patron patronne voisin voisine voisins locataire avocat avocate prof nounou parrain marraine maman neveu senhorio senhoria patrao patroa chefe vizinho vizinha vizinhos advogado advogada professor professora padrinho madrinha padrone proprietario capo vicino vicina vicini coinquilino coinquilina avvocato maestra datore babbo"),
    (FrameWord::RelationBare, "соседа соседки соседке соседкой соседку соседей соседом соседям начальник начальника начальнику начальником начальница начальницы начальнице коллега коллеге коллегу хозяин хозяина хозяину хозяйка хозяйки хозяйке арендодатель арендодателя арендодателю квартирант квартиранта квартирантки арендатор арендатора сотрудник сотрудника сотруднику сотрудницы сотруднице директор директора директору бухгалтер бухгалтера бухгалтеру одноклассник одноклассника одноклассницы однокурсник однокурсника однокурсницы знакомый знакомого знакомой знакомому знакомым приятель приятеля приятелю приятельницы другу другом парня невеста невесты невесте жених жениха жениху свекра тестя зятя сноха снохи снохе шурин шурина деверь деверя золовка золовки крестный крестного крестной учитель учителя учительницы няня няни няне юрист юриста юристу адвокат адвоката адвокату репетитор репетитора бывший бывшего бывшей бывшему бывшая супруги супругой супругом отчим отчима отчиму мачеха мачехи мачехе отцом матерью бабули мамин мамина маминой мамину мамино папин папина папиной папину папино"),
    (FrameWord::Client, "client customer employee patient guest cliente clienta empleado empleada paciente huesped kunde kundin patientin mitarbeiter mitarbeiterin employe patiente funcionario funcionaria empregado empregada paziente dipendente клиент клиента клиенту клиентом клиентки клиентке заказчик заказчика заказчику покупатель покупателя покупателю пациент пациента пациентки пациенту жилец жильца продавец продавца продавцу водитель водителя водителю курьер курьера курьеру мастер мастера мастеру"),
    (FrameWord::Their, "his her hers sein seine seiner seinem seinen seines sa ses dele dela deles delas его ее"),
    (FrameWord::TheirMaybe, "theirs su sus seu sua seus suas suo suoi sue ihrer ihrem ihres leur leurs loro их"),
    (FrameWord::Mine, "mine meins mien mienne"),
];

/// Slots of the table, a power of two: at least twice as many as there are words.
const SLOTS: usize = 1 << 13;

/// The hash of each word with the row of [`WORDS`], counted from 1, in place of its lowest bits.
fn table() -> &'static [u32] {
    static TABLE: OnceLock<Box<[u32]>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = vec![0; SLOTS].into_boxed_slice();
        for ((_, words), row) in WORDS.iter().zip(1..) {
            for word in words.split(' ') {
                let hash = hash(word);
                let mut slot = start(hash);
                while table[slot] != 0 {
                    slot = (slot + 1) % SLOTS;
                }
                table[slot] = hash & !ROW | row;
            }
        }
        table
    })
}

/// The bits that hold a row.
const ROW: u32 = 63;

/// Where the search for a hash begins.
fn start(hash: u32) -> usize {
    hash as usize / (ROW as usize + 1) % SLOTS
}

/// What a word in lower case does in a statement; none for a word that has content of its own.
pub(crate) fn frame_word(word: &str) -> Option<FrameWord> {
    owner_word(word).filter(|role| (*role as u8) < FrameWord::Relation as u8)
}

/// The same, with the words that only tell whose something is.
pub(crate) fn owner_word(word: &str) -> Option<FrameWord> {
    let table = table();
    let hash = hash(word);
    let mut slot = start(hash);
    loop {
        match table[slot] {
            0 => return None,
            entry if (entry ^ hash) & !ROW == 0 => return Some(WORDS[(entry & ROW) as usize - 1].0),
            _ => slot = (slot + 1) % SLOTS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_role_of_its_row() {
        assert_eq!(frame_word("tengo"), Some(FrameWord::MeHave));
        assert_eq!(frame_word("leaflet"), Some(FrameWord::Thing));
        assert_eq!(frame_word("мне"), Some(FrameWord::MeBare));
        assert_eq!(frame_word("vote"), Some(FrameWord::Strong));
        assert_eq!(frame_word("diabetes"), None);
        assert_eq!((frame_word("landlord"), owner_word("landlord")), (None, Some(FrameWord::Relation)));
    }

    #[test]
    fn every_word_is_written_as_folded_text_is_and_stands_once() {
        let mut all: Vec<&str> = WORDS.iter().flat_map(|(_, words)| words.split(' ')).collect();
        for word in &all {
            assert_eq!(crate::text::Folded::new(word).lower(), *word);
            assert!(!word.is_empty());
        }
        all.sort_unstable();
        for pair in all.windows(2) {
            assert_ne!(pair[0], pair[1]);
        }
        assert!(all.len() < SLOTS * 5 / 8);
    }
}
