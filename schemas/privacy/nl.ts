/**
 * The register's treatments of observations and legs in Dutch, for `avesqo explain --lang nl` and for a works council,
 * which reads in its own language. Keyed by the English sentence, so that a changed treatment without translation fails
 * test/privacy/register.test.ts.
 */
export const TREATMENTS_NL: Readonly<Record<string, string>> = {
  'Ours: the short name of the customer.': 'Van ons: de korte naam van de klant.',
  'Derived: the UTC day of the meeting.': 'Afgeleid: de dag (UTC) van de vergadering.',
  'Generalised: one word of a published list; the record’s own text is dropped.':
    'Veralgemeend: één woord uit een openbare lijst; de tekst van de melding zelf vervalt.',
  'Pseudonymised: keyed hash of the platform’s id of this one connection or meeting; the id is dropped.':
    'Gepseudonimiseerd: hash met sleutel van het nummer dat het platform deze ene verbinding of vergadering geeft; het nummer vervalt.',
  'Pseudonymised: keyed hash of the platform’s id of this one event.':
    'Gepseudonimiseerd: hash met sleutel van het nummer dat het platform deze ene gebeurtenis geeft.',
  'Kept: the platform’s own counter, or the time of the event.':
    'Bewaard: de eigen teller van het platform, of het tijdstip van de gebeurtenis.',
  'Ours: number of the customer’s configuration.': 'Van ons: volgnummer van de instellingen van de klant.',
  'Pseudonymised: keyed hash of the id of a record that newer versions replace.':
    'Gepseudonimiseerd: hash met sleutel van het nummer van een melding die door nieuwere versies wordt vervangen.',
  'Pseudonymised: keyed hashes of other ids that the platform gives the same connection.':
    'Gepseudonimiseerd: hashes met sleutel van andere nummers die het platform dezelfde verbinding geeft.',
  'Pseudonymised: keyed hash of the id of this one meeting.':
    'Gepseudonimiseerd: hash met sleutel van het nummer van deze ene vergadering.',
  'Pseudonymised with a key that changes each month and is destroyed with the facts; the name is dropped.':
    'Gepseudonimiseerd met een sleutel die elke maand wisselt en samen met de gegevens wordt vernietigd; de naam vervalt.',
  'Pseudonymised with a key that changes each month and is destroyed with the facts; address, number and name are dropped. Left out in the first 24 hours of a month where the start is not stated, and for who objected.':
    'Gepseudonimiseerd met een sleutel die elke maand wisselt en samen met de gegevens wordt vernietigd; adres, nummer en naam vervallen. Weggelaten in de eerste 24 uur van een maand als het begin niet vermeld is, en bij wie bezwaar heeft gemaakt.',
  'Generalised to yes or no: of the customer’s own domains; the domain is dropped.':
    'Veralgemeend tot ja of nee: van een eigen domein van de klant; het domein vervalt.',
  'Ours: set where the person was erased or objects; an erased row holds nothing else about the meeting.':
    'Van ons: gezet waar iemand is gewist of bezwaar heeft; een gewiste rij zegt verder niets over de vergadering.',
  'Ours: the short name of the source.': 'Van ons: de korte naam van de bron.',
  'Kept as the platform states it, to the millisecond; when a meeting was is what is analysed.':
    'Bewaard zoals het platform het vermeldt, op de milliseconde; wanneer er vergaderd is, is wat wordt geanalyseerd.',
  'Kept as a whole number, in one unit for all platforms.':
    'Bewaard als geheel getal, in één eenheid voor alle platforms.',
  'Kept as yes or no.': 'Bewaard als ja of nee.',
  'Generalised: our id of a room that the customer declared as shared; any other place is dropped.':
    'Veralgemeend: ons nummer van een ruimte die de klant als gedeeld heeft opgegeven; elke andere plaats vervalt.',
  'Generalised: the address is looked up in the customer’s list of sites and dropped.':
    'Veralgemeend: het netwerkadres wordt opgezocht in de locatielijst van de klant en vervalt.',
  'Generalised to the first two numbers of the version.': 'Veralgemeend tot de eerste twee getallen van de versie.',
  'Kept: 1 to 5, as given by the user; the comment is dropped.':
    'Bewaard: 1 tot 5, zoals gegeven door de gebruiker; de toelichting vervalt.',
  'Folded: at most six entries of whole numbers, one for each medium and direction; what was said or shown never arrives.':
    'Samengevat: hooguit zes regels met gehele getallen, één per medium en richting; wat is gezegd of getoond komt nooit binnen.',
  'Derived: hash of the fields above.': 'Afgeleid: hash van de velden hierboven.',
  'Ours: time of storing.': 'Van ons: het moment van opslaan.',
  // legs
  'Derived: the day of the start in the customer’s zone.':
    'Afgeleid: de dag van het begin in de tijdzone van de klant.',
  'Pseudonymised: keyed hash of the platform’s id of this one connection; the smallest where there are several.':
    'Gepseudonimiseerd: hash met sleutel van het nummer dat het platform deze ene verbinding geeft; de kleinste als er meer zijn.',
  'Counted.': 'Geteld.',
  'Pseudonymised: keyed hash of the platform’s id of this one meeting, or derived from its rotating name key and first start.':
    'Gepseudonimiseerd: hash met sleutel van het nummer dat het platform deze ene vergadering geeft, of afgeleid van de maandelijks wisselende naamsleutel en het eerste begin.',
  'Merged: the month’s pseudonym in the earliest observation that has one; removed from the whole leg for who objected.':
    'Samengevoegd: het pseudoniem van de maand uit de vroegste waarneming die er een heeft; uit de hele verbinding verwijderd bij wie bezwaar heeft gemaakt.',
  'Merged: of the observations of this leg, by one fixed order; nothing is added.':
    'Samengevoegd: uit de waarnemingen van deze verbinding, in één vaste volgorde; er komt niets bij.',
  'Derived: yes where an observation says that the person objects; person, name and equipment are then removed.':
    'Afgeleid: ja als een waarneming zegt dat de persoon bezwaar heeft; persoon, naam en apparatuur worden dan verwijderd.',
  'Merged: of the times that the observations state, to the millisecond.':
    'Samengevoegd: uit de tijden die de waarnemingen vermelden, op de milliseconde.',
  'Derived: yes where more than 24 hours were stated.': 'Afgeleid: ja als meer dan 24 uur vermeld is.',
  'Merged: our id of a room that the customer declared as shared.':
    'Samengevoegd: ons nummer van een ruimte die de klant als gedeeld heeft opgegeven.',
  'Merged: summed over the observations of this leg.':
    'Samengevoegd: opgeteld over de waarnemingen van deze verbinding.',
  'Merged: at most six entries of whole numbers, one for each medium and direction; counts summed, means weighted.':
    'Samengevoegd: hooguit zes regels met gehele getallen, één per medium en richting; aantallen opgeteld, gemiddelden gewogen.',
}
