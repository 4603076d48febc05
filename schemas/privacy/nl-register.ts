/**
 * The register in Dutch, for a reader of “what we keep”: every treatment and purpose by its English sentence, and every
 * retention class. A test fails on one that is missing (test/schemas/register-nl.test.ts).
 */
import type { RetentionClass } from './entry.ts'
import { CONTROL_PURPOSES_NL } from './nl-control.ts'
import { PURPOSES_NL } from './nl-purposes.ts'
import { TREATMENTS_NL } from './nl.ts'

export const RETENTION_NL: Readonly<Record<RetentionClass, string>> = {
  facts:
    '90 dagen na de dag van de vergadering; de hele dag gaat dan weg, ook de aantekening dat iets eerder is gewist.',
  intake: '13 maanden na de maand van ontvangst; de hele maand gaat dan weg.',
  cube_day: '13 maanden na de maand van de vergaderingen; de hele maand gaat dan weg.',
  epoch_keys:
    'De beheerder vernietigt ze (avesqo key destroy) als de gegevens van hun maand weg zijn, uiterlijk 90 dagen na het einde ervan.',
  contract: 'Tot de laatste dag van het contract.',
  contract_record: '2 jaar na het einde van het contract.',
  ledger: 'Tot de laatste dag van het contract: wie is gewist, blijft gewist zolang er meldingen kunnen komen.',
  audit: '2 jaar na het einde van het contract.',
  account:
    'Tot het account eindigt: als de beheerder het beëindigt, en vanzelf 30 dagen nadat niemand het meer mag gebruiken, omdat de link niet is gebruikt, de laatste dag voorbij is, het contract van de klant is afgelopen, of niemand in 120 dagen heeft bevestigd dat het nodig is.',
  account_id: '2 jaar na het einde van het account, net als de regels van het auditlog die het noemen.',
  access:
    'Tot de nacht nadat het is afgelopen: een sessie uiterlijk na 12 uur, een link na 7 dagen, een token na 365 dagen.',
  working_state:
    'Tot de stap waar het bij hoort klaar is; de volgende start ruimt op wat een onderbroken stap achterliet.',
  installation: 'Zolang de installatie een contract dient, en 2 jaar na het laatste; het zegt niets over iemand.',
}

const TREATMENTS: Readonly<Record<string, string>> = {
  'Ours: day of receipt.': 'Van ons: de dag van ontvangst.',
  'Ours: random.': 'Van ons: willekeurig.',
  'Ours: receipt, cut to the hour.': 'Van ons: het moment van ontvangst, afgerond op het uur.',
  'Counted by reason, from a published list.': 'Geteld naar reden, uit een openbare lijst.',
  'Ours: a reason from a published list.': 'Van ons: een reden uit een openbare lijst.',
  'Ours: a field name of our own format; the value, and any other name, is dropped.':
    'Van ons: de naam van een veld van ons eigen formaat; de waarde en elke andere naam vervallen.',
  'Pseudonymised: keyed hash of what was refused; its key changes each month and is destroyed. Nothing else of it is kept.':
    'Gepseudonimiseerd: hash met sleutel van wat is geweigerd; de sleutel wisselt elke maand en wordt vernietigd. Verder wordt er niets van bewaard.',
  'Derived: day of what is counted.': 'Afgeleid: de dag van wat is geteld.',
  'Derived: start, cut to the hour.': 'Afgeleid: het begin, afgerond op het uur.',
  'Ours: day of the run.': 'Van ons: de dag van de ronde.',
  'Ours: the run, cut to the hour.': 'Van ons: het moment van de ronde, afgerond op het uur.',
  'Ours: what had been counted before the run.': 'Van ons: wat vóór de ronde was geteld.',
  'Derived: local day of the start.': 'Afgeleid: de lokale dag van het begin.',
  'Copied from the leg.': 'Overgenomen van de verbinding.',
  'Copied from the leg: vendor and model in one text.': 'Overgenomen van de verbinding: merk en model in één tekst.',
  'Generalised: the most who were connected at one moment, as one of six bands.':
    'Veralgemeend: hoeveel er hoogstens tegelijk verbonden waren, als een van zes klassen.',
  'Generalised: weekday of the start; the weekend is one.':
    'Veralgemeend: de weekdag van het begin; het weekend is één.',
  'Generalised: hour of the start; evening, night and early morning are one.':
    'Veralgemeend: het uur van het begin; avond, nacht en vroege ochtend zijn één.',
  'Our id of a room that the customer declared as shared; empty for people.':
    'Ons nummer van een ruimte die de klant als gedeeld heeft opgegeven; leeg voor mensen.',
  'Copied from the leg: the meeting, or the connection where there is none.':
    'Overgenomen van de verbinding: de vergadering, of de verbinding zelf waar er geen is.',
  'The month’s pseudonym, only where it stands for a person who was really there; else dropped.':
    'Het pseudoniem van de maand, alleen waar het voor een persoon staat die er echt was; anders vervalt het.',
  'Derived: yes where it lasted 10 seconds.': 'Afgeleid: ja als het 10 seconden duurde.',
  'Derived: how long nobody else was in the meeting.': 'Afgeleid: hoelang er verder niemand in de vergadering was.',
  'Derived: yes where it lasted long enough to be graded.': 'Afgeleid: ja als het lang genoeg duurde om te beoordelen.',
  'Derived: good, fair or poor by a published profile; the figures stay in the leg.':
    'Afgeleid: goed, matig of slecht volgens een openbaar profiel; de getallen blijven bij de verbinding.',
  'Copied from the leg, or estimated from delay and loss.':
    'Overgenomen van de verbinding, of geschat uit vertraging en verlies.',
  'Generalised: in which of a few bins its figures fall.':
    'Veralgemeend: in welke van een paar klassen de getallen vallen.',
  'Computed where it is read, and not stored.': 'Berekend waar het wordt gelezen, en niet opgeslagen.',
  'Derived: month of the day.': 'Afgeleid: de maand van de dag.',
  'Ours: by what is grouped.': 'Van ons: waarnaar is gegroepeerd.',
  'Generalised: site, platform, network, model, band or room of the group.':
    'Veralgemeend: locatie, platform, netwerk, model, klasse of ruimte van de groep.',
  'Generalised: the second of these.': 'Veralgemeend: de tweede daarvan.',
  'Counted over the legs of a group; no leg can be told from another.':
    'Geteld over de verbindingen van een groep; geen verbinding is van een andere te onderscheiden.',
  'Counted: how many people a figure comes from; their keys stay in the legs.':
    'Geteld: van hoeveel mensen een cijfer komt; hun pseudoniemen blijven bij de verbindingen.',
  'Derived: which part of the connections one person has at most; it does not say who.':
    'Afgeleid: welk deel van de verbindingen één persoon hoogstens heeft; niet wie dat is.',
  'Derived: which part of the time one person has at most; it does not say who.':
    'Afgeleid: welk deel van de tijd één persoon hoogstens heeft; niet wie dat is.',
  'Counted: meetings.': 'Geteld: vergaderingen.',
  'Counted: connections with the outcome.': 'Geteld: verbindingen met deze uitkomst.',
  'Counted: connections of which the outcome is known.': 'Geteld: verbindingen waarvan de uitkomst bekend is.',
  'Counted: squares of the connections with the outcome of each meeting.':
    'Geteld: kwadraten van de verbindingen met deze uitkomst per vergadering.',
  'Counted: products of both of each meeting.': 'Geteld: producten van beide per vergadering.',
  'Counted: squares of the known ones of each meeting.': 'Geteld: kwadraten van de bekende per vergadering.',
  'Counted: entries in each of a few bins.': 'Geteld: hoeveel er in elk van een paar klassen vallen.',
  'Generalised: hour of the day.': 'Veralgemeend: het uur van de dag.',
  'Ours: id of a source or of a declared room.': 'Van ons: nummer van een bron of van een opgegeven ruimte.',
  'Ours: a word of a closed list, or the value of a group that is shown.':
    'Van ons: een woord uit een vaste lijst, of de waarde van een groep die wordt getoond.',
  'Rounded, and withheld where the group is too small or mostly one person.':
    'Afgerond, en weggelaten waar de groep te klein is of vooral één persoon is.',
  'Ours: made by this installation.': 'Van ons: gemaakt door deze installatie.',
  'Derived: hash of what the leg was counted as.': 'Afgeleid: hash van zoals de verbinding is geteld.',
  'Derived: hash of how the leg was graded by measurements.':
    'Afgeleid: hash van hoe de verbinding door metingen is beoordeeld.',
  'Ours: number of a file of the product.': 'Van ons: nummer van een bestand van het product.',
  'Ours: name of a file of the product.': 'Van ons: naam van een bestand van het product.',
  'Derived: hash of a file of the product.': 'Afgeleid: hash van een bestand van het product.',
  'Ours: time of running.': 'Van ons: het moment van uitvoeren.',
  'Entered by the operator: a short name of the organisation.':
    'Ingevuld door de beheerder: een korte naam van de organisatie.',
  'Entered by the operator; kept as entered.': 'Ingevuld door de beheerder; bewaard zoals ingevuld.',
  'Entered by the operator; lower case, ASCII form.': 'Ingevuld door de beheerder; in kleine letters, in ASCII-vorm.',
  'A reference; the agreement itself is elsewhere.': 'Een verwijzing; de overeenkomst zelf ligt elders.',
  'Entered by the operator; shortest spelling. It stands in this store only.':
    'Ingevuld door de beheerder; in de kortste schrijfwijze. Staat alleen in deze opslag.',
  'Entered by the operator; the customer has declared the room as shared.':
    'Ingevuld door de beheerder; de klant heeft de ruimte als gedeeld opgegeven.',
  'Entered by the operator; the customer has declared the room as shared. They stand in this store only.':
    'Ingevuld door de beheerder; de klant heeft de ruimte als gedeeld opgegeven. Staat alleen in deze opslag.',
  'Entered by the operator: a short name of the source.': 'Ingevuld door de beheerder: een korte naam van de bron.',
  'Hashed (SHA-256 of 256 random bits); the secret is not stored.':
    'Gehasht (SHA-256 van 256 willekeurige bits); het geheim wordt niet opgeslagen.',
  'A reference; the document itself is elsewhere.': 'Een verwijzing; het document zelf ligt elders.',
  'Entered by the operator: who of us checked it. It stands in this store only.':
    'Ingevuld door de beheerder: wie van ons het heeft gecontroleerd. Staat alleen in deze opslag.',
  'Encrypted (AES-256-GCM) by a key that is not in this store. Emptied when the key is destroyed; a key that does not rotate makes pseudonyms of single connections only and lives until the contract’s last day.':
    'Versleuteld (AES-256-GCM) met een sleutel die niet in deze opslag staat. Leeggemaakt als de sleutel wordt vernietigd; een sleutel die niet wisselt, maakt alleen pseudoniemen van losse verbindingen en bestaat tot de laatste dag van het contract.',
  'Pseudonymised: keyed hash of the person’s identifier; the identifier is stored nowhere.':
    'Gepseudonimiseerd: hash met sleutel van waaraan de persoon te herkennen is; dat zelf wordt nergens opgeslagen.',
  'The decision about the person’s request.': 'De beslissing over het verzoek van de persoon.',
  'The moment of the decision.': 'Het moment van de beslissing.',
  'Ours: the opaque id of an account, or a word for the operator at the machine; no name.':
    'Van ons: het nummer van een account, of een woord voor de beheerder aan de machine; geen naam.',
  'Ours: one word of a closed list.': 'Van ons: één woord uit een vaste lijst.',
  'Ours: days, numbers, closed words, and opaque ids of accounts and tokens.':
    'Van ons: dagen, getallen, vaste woorden en nummers van accounts en tokens.',
  'Copied from the terms of the customer.': 'Overgenomen uit de afspraken met de klant.',
  'Ours: values of groups that are too small to be named.':
    'Van ons: waarden van groepen die te klein zijn om te noemen.',
  'Derived: of customer, month, rule and group.': 'Afgeleid: van klant, maand, regel en groep.',
  'Rounded, and about groups that are shown; never about a person.':
    'Afgerond, en over groepen die worden getoond; nooit over een persoon.',
  'Ours: a word for the operator, else the id of an account of ours.':
    'Van ons: een woord voor de beheerder, anders het nummer van een account van ons.',
  'Entered by our consultant as free text of one line; the form asks to name nobody. Shown escaped, copied nowhere.':
    'Door onze adviseur ingevuld als vrije tekst van één regel; het formulier vraagt niemand te noemen. Wordt veilig getoond en nergens naartoe gekopieerd.',
  'Entered by the operator; lower case. Deleted when the account ends. It stands in this store only.':
    'Ingevuld door de beheerder; in kleine letters. Verwijderd als het account eindigt. Staat alleen in deze opslag.',
  'Entered by the operator. Deleted when the account ends. It stands in this store only.':
    'Ingevuld door de beheerder. Verwijderd als het account eindigt. Staat alleen in deze opslag.',
  'Chosen by the person.': 'Gekozen door de persoon.',
  'Hashed (argon2id with a salt of its own); the password is not stored. Deleted when the account ends.':
    'Gehasht (argon2id met een eigen salt); het wachtwoord wordt niet opgeslagen. Verwijderd als het account eindigt.',
  'Hashed (SHA-256 of 256 random bits); the secret of the link is not stored.':
    'Gehasht (SHA-256 van 256 willekeurige bits); het geheim van de link wordt niet opgeslagen.',
  'Hashed (SHA-256 of 256 random bits); the cookie’s value is not stored.':
    'Gehasht (SHA-256 van 256 willekeurige bits); de waarde van de cookie wordt niet opgeslagen.',
  'Ours: to the minute.': 'Van ons: op de minuut.',
  'Entered by the person; kept as entered.': 'Ingevuld door de persoon; bewaard zoals ingevuld.',
  'Ours: the UTC day.': 'Van ons: de dag (UTC).',
  'The month’s pseudonym, also of an attempt that came to nothing; dropped where it is a machine’s.':
    'Het pseudoniem van de maand, ook van een poging die niets werd; vervalt waar het van een machine is.',
  'Derived: which part of the failed attempts one caller has at most; it does not say who.':
    'Afgeleid: welk deel van de mislukte pogingen één beller hoogstens heeft; niet wie dat is.',
}

export const REGISTER_NL: Readonly<Record<string, string>> = {
  ...TREATMENTS_NL,
  ...TREATMENTS,
  ...PURPOSES_NL,
  ...CONTROL_PURPOSES_NL,
}
