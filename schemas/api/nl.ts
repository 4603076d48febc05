/**
 * The documentation of the API in Dutch: what it says of routes, parameters and shapes, by its English sentence. A test
 * fails on one that is missing, and on one that nothing says any more (test/services/web/api/described.test.ts).
 */
const ROUTES: Readonly<Record<string, string>> = {
  'Customers of the account': 'Klanten van het account',
  'Months, and how sound their data are': 'Maanden, en hoe goed de gegevens ervan zijn',
  'Published figures': 'Gepubliceerde cijfers',
  'Advice, and its follow-up': 'Adviezen, en wat ermee wordt gedaan',
  'Reports to keep': 'Rapporten om te bewaren',
  'What you read': 'Wat u nu leest',
  'By id.': 'Op volgorde van id.',
  'One customer': 'Eén klant',
  'A customer that is not one of the account is answered as one that does not exist.':
    'Hoort een klant niet bij uw account? Dan krijgt u hetzelfde antwoord als bij een klant die niet bestaat.',
  'Months of a customer': 'Maanden van een klant',
  'Newest first, also those that are not published yet.':
    'De nieuwste eerst, ook maanden die nog niet gepubliceerd zijn.',
  'One month': 'Eén maand',
  'How far it is, and what is published of it: revision, when, from which records, how complete.':
    'Hoe ver de maand is, en wat ervan gepubliceerd is: welke uitgave, wanneer, uit welke gegevens, hoe volledig.',
  'How sound the data of a month are': 'Hoe goed de gegevens van een maand zijn',
  'How complete each day is, and what was found about the data: silent sources, days without records.':
    'Hoe volledig elke dag is, en wat over de gegevens is gevonden: stille bronnen, dagen zonder gegevens.',
  'The report of a month as a file': 'Het rapport van een maand als bestand',
  'To the byte what the pages give. The same month gives the same bytes.':
    'Tot op de byte wat de pagina’s geven. Dezelfde maand geeft dezelfde bytes.',
  'Which figures there are': 'Welke cijfers er zijn',
  'Every cut with its dimensions and measures, in both languages. The same for everybody.':
    'Elke doorsnede met haar indelingen en maten, in beide talen. Voor iedereen gelijk.',
  'Figures of a month by group': 'Cijfers van een maand per groep',
  'A row a group of the cut. What is not shown because too few persons are in it has the mark `few` and no figure; neither the order nor a total tells it.':
    'Een regel per groep van de doorsnede. Wat niet wordt getoond omdat er te weinig mensen in zitten, heeft het merk `few` en geen cijfer; geen volgorde en geen totaal verraadt het.',
  'Rates of the days of a month': 'Aandelen per dag van een maand',
  'Of the whole customer or of its sites. A site that the month does not name is not named here.':
    'Van de hele klant of van de locaties. Een locatie die de maand niet noemt, staat ook hier niet.',
  'One figure over months': 'Eén cijfer over maanden',
  'Of one group. A month in which it was not published has null.':
    'Van één groep. Een maand waarin het niet gepubliceerd is, heeft null.',
  'Findings of a customer': 'Bevindingen van een klant',
  'Of what is published, newest month first; within a month those about the data first, then by how sure.':
    'Van wat gepubliceerd is, de nieuwste maand eerst; binnen een maand eerst die over de gegevens, dan naar zekerheid.',
  'One finding': 'Eén bevinding',
  'With the states that somebody who may change it can give it.':
    'Met de statussen die iemand die dat mag, eraan kan geven.',
  'What was done about a finding, and noted': 'Wat met een bevinding is gedaan, en genoteerd',
  'Who did it is in the audit log of the installation, and not here.':
    'Wie het deed, staat in het logboek van de installatie, en niet hier.',
  'Change the state of a finding': 'De status van een bevinding wijzigen',
  'With a note, if you like; `rejected` needs one that says why, else it is refused with 422. A state that cannot follow is refused with 409.':
    'Met een notitie, als u wilt. Bij `rejected` is een notitie nodig die zegt waarom; zonder notitie volgt 422. Een status die niet kan volgen, wordt geweigerd met 409.',
  'Note something about a finding': 'Iets noteren bij een bevinding',
  'Its state stays. Customers read what is noted; name no person.':
    'De status blijft. Klanten lezen wat er genoteerd is; noem geen persoon.',
  'This document': 'Dit document',
  'OpenAPI 3.1. For everybody, without a token. Ids in its examples are invented.':
    'OpenAPI 3.1. Voor iedereen, zonder token. De id’s in de voorbeelden zijn verzonnen.',
  'This document, to read': 'Dit document, om te lezen',
  'A page for whoever is signed in, in the language of the account.':
    'Een pagina voor wie is ingelogd, in de taal van het account.',
  'What you have is what there is': 'Er is niets veranderd',
  'Leads to the page for signing in': 'Leidt naar de pagina om in te loggen',
}

const PARAMETERS: Readonly<Record<string, string>> = {
  'Items of a page': 'Regels per stuk',
  '`next` of the page before': '`next` van het stuk ervoor',
  'Id of a customer of the account': 'Id van een klant van het account',
  'A month of the customer’s own calendar, `YYYY-MM`': 'Een maand van de kalender van de klant, `JJJJ-MM`',
  'Language of names and sentences; by default that of the account':
    'Taal van namen en zinnen; zonder keuze die van het account',
  'Which form of the report': 'Welke vorm van het rapport',
  'Which groups; see `/api/v1/cuts`': 'Welke groepen; zie `/api/v1/cuts`',
  '`report`: as in the report. A measure: by its published value; what is not shown stands last':
    '`report`: zoals in het rapport. Een maat: naar de gepubliceerde waarde; wat niet wordt getoond, staat achteraan',
  'Of a measure': 'Van een maat',
  'Days of the whole customer, or of each of its sites': 'Dagen van de hele klant, of van elke locatie',
  'See `/api/v1/cuts`': 'Zie `/api/v1/cuts`',
  'Id of the first dimension’s value; none for the cut `tenant`':
    'Id van de waarde van de eerste indeling; geen bij de doorsnede `tenant`',
  'Id of the second dimension’s value, where the cut has two':
    'Id van de waarde van de tweede indeling, als de doorsnede er twee heeft',
  'First month': 'Eerste maand',
  'Last month': 'Laatste maand',
  'Only these': 'Alleen deze',
  'Only of this month': 'Alleen van deze maand',
  'Only of this rule': 'Alleen van deze regel',
  'Needed with a session only: the value of the field `_csrf` of any form of a page':
    'Alleen nodig bij een sessie: de waarde van het veld `_csrf` van een formulier op een pagina',
}

const FIGURES: Readonly<Record<string, string>> = {
  'What it is a value of': 'Waarvan het een waarde is',
  '`few`: nothing is said of this day': '`few`: van deze dag wordt niets gezegd',
  'What readers call it': 'Hoe lezers het noemen',
  'What it shows, in one sentence': 'Wat het laat zien, in één zin',
  'Whether it comes with an interval': 'Of er een interval bij hoort',
  'Of the table': 'Van de tabel',
  'A value of a dimension': 'Een waarde van een indeling',
  'Stays when the name changes; `other` where small groups were taken together':
    'Blijft als de naam verandert; `other` waar kleine groepen zijn samengenomen',
  'For readers, in the language that was asked for': 'Voor lezers, in de taal die is gevraagd',
  'A published figure, rounded as it was published': 'Een gepubliceerd cijfer, afgerond zoals het gepubliceerd is',
  'null where the mark is `few`': 'null waar het merk `few` is',
  '`connections_from`: the lower end of a class of connections. `points`: of a mean opinion score, 1 to 5':
    '`connections_from`: de ondergrens van een klasse van verbindingen. `points`: van een oordeel over het geluid, 1 tot 5',
  'Lower end of the 95% interval, where there is one': 'Ondergrens van het 95%-interval, als dat er is',
  'Upper end of the 95% interval, where there is one': 'Bovengrens van het 95%-interval, als dat er is',
  '`shown`: the value itself. `at_most`, `at_least`: from few connections, the value is only a bound. `few`: too few persons, or mostly one of them; nothing is said, so that nobody can be recognised':
    '`shown`: de waarde zelf. `at_most`, `at_least`: uit weinig verbindingen, de waarde is alleen een grens. `few`: te weinig mensen, of vooral een van hen; er wordt niets gezegd, zodat niemand herkend kan worden',
  'Of an earlier revision: what changed came from too few persons, or mostly from one':
    'Van een eerdere uitgave: de verandering kwam van te weinig mensen, of vooral van één',
  'Which group, one a dimension of the cut; none for the whole customer':
    'Welke groep, één per indeling van de doorsnede; geen voor de hele klant',
  '`few`: nothing is said of this group; it has no measures':
    '`few`: van deze groep wordt niets gezegd; ze heeft geen maten',
  'By measure; a figure with nothing to count, or with too few persons for it alone, is not there':
    'Per maat; een cijfer waarvoor niets te tellen viel, of waarvoor alleen te weinig personen zijn, staat er niet',
  'What is published of one group of a cut': 'Wat van één groep van een doorsnede gepubliceerd is',
  'Which publication of the month; the first one is 1': 'De hoeveelste uitgave van de maand; de eerste is 1',
  'What the table shows, in one sentence': 'Wat de tabel laat zien, in één zin',
  'Smallest group of persons of which something is said': 'Kleinste groep mensen waarvan iets wordt gezegd',
  'What to send as `after` for the next page; null: this is the last':
    'Wat u als `after` stuurt voor het volgende stuk; null: dit is het laatste',
  'A day of the customer’s own calendar': 'Een dag van de kalender van de klant',
  'null: the whole customer': 'null: de hele klant',
  'By measure; without an interval': 'Per maat; zonder interval',
  'null: not published, nothing to count, or too few persons for this figure alone':
    'null: niet gepubliceerd, niets te tellen, of te weinig personen voor alleen dit cijfer',
  'Which group; none where no month of the page has it': 'Welke groep; geen als geen maand van het stuk haar heeft',
  'Published months, oldest first': 'Gepubliceerde maanden, de oudste eerst',
  '`people`: connections of persons. `environment`: of shared rooms. Never to be added up':
    '`people`: verbindingen van mensen. `environment`: van gedeelde ruimtes. Tel ze nooit bij elkaar op',
  'Which there may be; a month has those for which its records are enough':
    'Welke er kunnen zijn; een maand heeft die waarvoor haar gegevens genoeg zijn',
}

const FINDINGS: Readonly<Record<string, string>> = {
  'Which rule of advice found it': 'Welke adviesregel het vond',
  'It grows when the rule changes': 'Wordt hoger als de regel verandert',
  'How far the follow-up is; see `next_states`': 'Hoe ver de opvolging is; zie `next_states`',
  'One of `next_states` of the finding': 'Een van de `next_states` van de bevinding',
  'In one line': 'In één regel',
  'What stands out': 'Wat opvalt',
  'What it was compared with': 'Waarmee het is vergeleken',
  'What it costs': 'Wat het kost',
  'How sure it is, and what is missing to be surer': 'Hoe zeker het is, en wat er nodig is om zekerder te zijn',
  'How that was tested, for whoever knows statistics': 'Hoe dat is getoetst, voor wie statistiek kent',
  'What is being done about it': 'Wat eraan wordt gedaan',
  'What it is about': 'Waar het over gaat',
  'The group that it is about': 'De groep waar het over gaat',
  'Share of the connections': 'Aandeel van de verbindingen',
  '`rest`: all others. `before`: the group itself, earlier. `target`: what was agreed':
    '`rest`: alle andere. `before`: de groep zelf, eerder. `target`: wat is afgesproken',
  'Which test': 'Welke toets',
  'Group minus reference': 'De groep min waarmee ze is vergeleken',
  'About so much': 'Ongeveer zo veel',
  'Surely so much: the lower end of the 95% interval': 'Zeker zo veel: de ondergrens van het 95%-interval',
  'null: it is not about a change': 'null: het gaat niet over een verandering',
  'First day of the change': 'Eerste dag van de verandering',
  'The change began no earlier': 'Eerder begon de verandering niet',
  'The change began no later': 'Later begon de verandering niet',
  'Where the rule knows them': 'Als de regel ze kent',
  'A word of the rule’s own list; `failures_without_site`: of all failures to join, those without a site':
    'Een woord van de eigen lijst van de regel; `failures_without_site`: van alle keren dat deelnemen mislukte, die zonder locatie',
  'Its part in the trouble': 'Aandeel in het probleem',
  'Before it': 'Ervoor',
  'null: none was written': 'null: er is er geen geschreven',
  'Stays in later revisions of the month': 'Blijft in latere uitgaven van de maand',
  'How sure it is': 'Hoe zeker het is',
  'What to do': 'Wat u kunt doen',
  'What will show that it worked': 'Waaraan te zien zal zijn dat het heeft geholpen',
  'In the language that was asked for; a part that has nothing to say is not there':
    'In de taal die is gevraagd; een deel dat niets te zeggen heeft, staat er niet',
  'Value of the dimension; empty for the whole customer': 'Waarde van de indeling; leeg voor de hele klant',
  'Software version of a model, or the cause of failures; else empty':
    'Softwareversie van een model, of de oorzaak van mislukte verbindingen; anders leeg',
  'What is counted; null for a finding about the data': 'Wat geteld is; null bij een bevinding over de gegevens',
  'Lower end of the 95% interval': 'Ondergrens van het 95%-interval',
  'Upper end of the 95% interval': 'Bovengrens van het 95%-interval',
  'Lower end of the class of connections behind it': 'Ondergrens van de klasse van verbindingen erachter',
  'What the group is compared with': 'Waarmee de groep is vergeleken',
  'Share of false findings that the test allows': 'Aandeel onterechte bevindingen dat de toets toelaat',
  'Groups that were compared': 'Groepen die zijn vergeleken',
  'Independent cases behind it': 'Onafhankelijke gevallen erachter',
  'How many times as high': 'Hoeveel keer zo hoog',
  'About what it costs in the month': 'Wat het in de maand ongeveer kost',
  'A piece of advice with its evidence': 'Een advies met het bewijs erachter',
  'States that may follow by hand; `verified` follows from the measured effect':
    'Statussen die iemand erna kan geven; `verified` volgt uit het gemeten effect',
  'A note: one line of at most 500 characters, in nobody’s name':
    'Een notitie: één regel van ten hoogste 500 tekens, op niemands naam',
  'A note: one line of at most 500 characters, in nobody’s name. Needed with `rejected`: it says why':
    'Een notitie: één regel van ten hoogste 500 tekens, op niemands naam. Nodig bij `rejected`: daar staat in waarom',
  UTC: 'UTC',
  'The same as `from`: a note': 'Hetzelfde als `from`: een notitie',
  'Oldest first': 'De oudste eerst',
}

const MONTHS: Readonly<Record<string, string>> = {
  'For readers': 'Voor lezers',
  'When it was published; null: not yet': 'Wanneer ze gepubliceerd is; null: nog niet',
  'Why it is, or was, to be published anew': 'Waarom ze opnieuw gepubliceerd wordt of is',
  'With at least one connection': 'Met ten minste één verbinding',
  'Of its connections start and end are known': 'Van zo veel verbindingen zijn begin en einde bekend',
  'Which rule of advice': 'Welke adviesregel',
  '`nothing`: it found nothing. `no_difference`: it showed that there is none. `too_little`: too few meetings to tell. `too_few_rooms`: too few rooms of a kind to tell. `no_input`: what it needs is not in the records. `withheld`: too few persons':
    '`nothing`: de regel vond niets. `no_difference`: er is aangetoond dat er geen verschil is. `too_little`: te weinig vergaderingen om het te zeggen. `too_few_rooms`: te weinig ruimtes van een soort om het te zeggen. `no_input`: wat de regel nodig heeft, staat niet in de gegevens. `withheld`: te weinig mensen',
  'How many it found': 'Hoeveel de regel er vond',
  'The same in a sentence': 'Hetzelfde in een zin',
  'Version of the program that published it': 'Versie van het programma dat het publiceerde',
  'IANA time zone in which its days and months are counted': 'IANA-tijdzone waarin dagen en maanden worden geteld',
  '`rooms-only`: nothing is said of connections of persons':
    '`rooms-only`: van verbindingen van mensen wordt niets gezegd',
  'Newest published month': 'Nieuwste gepubliceerde maand',
  '`open`: the month runs. `closed`: it is over. `sealed`: published. `reopened`: published, and to be published anew. `frozen`: published for good':
    '`open`: de maand loopt. `closed`: ze is voorbij. `sealed`: gepubliceerd. `reopened`: gepubliceerd, en opnieuw te publiceren. `frozen`: definitief gepubliceerd',
  'The first day on which it may be published': 'De eerste dag waarop ze gepubliceerd mag worden',
  'The contract begins or ends within it': 'Het contract begint of eindigt erin',
  'null: not published yet': 'null: nog niet gepubliceerd',
  'false: the customer is too small for anything to be said about persons':
    'false: de klant is te klein om iets over mensen te zeggen',
  'How complete the records of a month are': 'Hoe volledig de gegevens van een maand zijn',
  'Days of the month': 'Dagen van de maand',
  'With the start and end of at least 95% of their connections known':
    'Waarvan van ten minste 95% van de verbindingen begin en einde bekend zijn',
  'null: no day is below 100%': 'null: geen dag is onder de 100%',
  'About so many more a month would be needed': 'Ongeveer zo veel meer zijn er per maand nodig',
  'Version of the bounds between good, fair and poor': 'Versie van de grenzen tussen goed, matig en slecht',
  'Records that had arrived by then are counted': 'Wat toen binnen was, is geteld',
  'What each rule of advice came to': 'Waar elke adviesregel op uitkwam',
  'Of which something is published': 'Waarvan iets gepubliceerd is',
  'Names at `…/files/`': 'Namen bij `…/files/`',
  'Part of the connections of which start and end are known':
    'Deel van de verbindingen waarvan begin en einde bekend zijn',
  'Part of the records that came in on the day and were accepted':
    'Deel van de gegevens die op de dag binnenkwamen en zijn aangenomen',
  'null: there were no connections, or no records': 'null: er waren geen verbindingen, of geen gegevens',
  'About the data: silent sources, days without records, doubtful records':
    'Over de gegevens: stille bronnen, dagen zonder gegevens, twijfelachtige gegevens',
}

const PROBLEMS: Readonly<Record<string, string>> = {
  'Of HTTP': 'Van HTTP',
  'Why a request was not answered': 'Waarom een aanvraag geen antwoord kreeg',
  '`urn:avesqo:problem:` and the code': '`urn:avesqo:problem:` en de code',
  'What happened, and what to do next; never a part of the request':
    'Wat er gebeurde, en wat u nu kunt doen; nooit een deel van de aanvraag',
  'With `bad_request`: name of the parameter that is wrong, where it is one of the route’s':
    'Bij `bad_request`: naam van de parameter die fout is, als de route die kent',
  'The same in every release': 'In elke versie gelijk',
}

export const API_SENTENCES_NL: Readonly<Record<string, string>> = {
  ...ROUTES,
  ...PARAMETERS,
  ...FIGURES,
  ...FINDINGS,
  ...MONTHS,
  ...PROBLEMS,
}
