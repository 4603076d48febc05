import { DIMENSIONS_NL } from '../../../schemas/words/nl.ts'
import { formatOf } from '../../shared/format.ts'
import type { PeriodWords, RefusedMonth } from './period.ts'

const format = formatOf('nl')

/** At the beginning of a sentence: `Oktober 2026`. */
function Month(month: string): string {
  const name = format.month(month)
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}
function call(name: string, tenant: string, month: string): string {
  return `avesqo period ${name} --tenant ${tenant} --month ${month} --lang nl`
}
function callOf(name: string, { month, terms }: RefusedMonth): string {
  return call(name, terms.id, month)
}

export const PERIOD_NL: PeriodWords = {
  status: {
    head: {
      month: 'maand',
      state: 'status',
      revision: 'uitgave',
      sealed: 'gepubliceerd op',
      due: 'kan vanaf',
      people: 'mensen',
    },
    states: {
      open: 'loopt',
      closed: 'voorbij',
      sealed: 'gepubliceerd',
      reopened: 'heropend',
      frozen: 'definitief',
    },
    shown: 'getoond',
    tooFew: 'te weinig',
    part: (month) => `${month} (deel)`,
    partSays: 'deel: het contract begint of eindigt in die maand.',
    reopened: (month, reason) => `${Month(month)} is heropend. De reden: ${reason}`,
    mayBeSealed: ({ tenant, month, due }) =>
      `${Month(month)} kan vanaf ${format.day(due)} worden gepubliceerd: ${call('seal', tenant, month)}`,
    waits: ({ tenant, month }) => `${Month(month)} wacht op een nieuwe uitgave: ${call('seal', tenant, month)}`,
  },

  sealed: ({ tenant, month, revision }) => `${Month(month)} van ${tenant} is gepubliceerd. Dit is uitgave ${revision}.`,
  sealedAgain: ({ tenant, month, revision }) =>
    `${Month(month)} van ${tenant} is opnieuw bekeken. Uitgave ${revision} blijft staan. Er is niets veranderd, ` +
    'of er veranderde zo weinig dat een nieuw cijfer over een paar personen zou gaan.',
  read: ({ tenant, month }) => `Lees het rapport met: avesqo report --tenant ${tenant} --month ${month} --lang nl`,
  reopened: ({ tenant, month, revision }) => [
    `${Month(month)} van ${tenant} is heropend. Uitgave ${revision} blijft staan tot de volgende uitgave.`,
    `Publiceer die met: ${call('seal', tenant, month)}`,
  ],
  noPeople: 'Over mensen staat er niets. Zij zijn met te weinig, of het gaat vooral om één van hen.',
  stageCounting: 'telt wat nog niet was geteld',
  stageDeciding: 'alles is geteld; nu bepalen wat getoond mag worden',

  protocol: {
    title: ({ tenant, month, revision, k }) =>
      `${Month(month)} van ${tenant}, uitgave ${revision}. Een groep telt minstens ${k} personen.`,
    head: { cut: 'tabel', cells: 'groepen', shown: 'getoond', rules: 'niet getoond, per regel' },
    people: (dimensions) =>
      `mensen: ${dimensions.length === 0 ? 'allemaal' : dimensions.map((one) => DIMENSIONS_NL[one]).join(' × ')}`,
    rooms: 'ruimtes',
    cellSays: 'Een groep is een waarde, of een paar van waarden, waar iets van is geteld.',
    roomSays: 'Elke ruimte telt één keer: zij staat in alle tabellen over ruimtes, of in geen enkele.',
    byRule: 'Niet getoond, per regel:',
    rules: {
      persons: { name: 'te weinig personen', says: 'de groep heeft minder personen dan nodig is' },
      dominance: {
        name: 'vooral één persoon',
        says: 'één persoon heeft meer dan de helft van de verbindingen of van de tijd',
      },
      folded: { name: 'overige', says: 'de waarde staat samen met andere onder „overige”' },
      one_value: { name: 'één waarde', says: 'er is maar één waarde over, en die zegt dan niets' },
      class_taken: {
        name: 'zonder grootte',
        says: 'de grootte staat er niet bij: anders is een verborgen groep uit te rekenen',
      },
      cut_classes_taken: {
        name: 'tabel zonder grootte',
        says: 'in de hele tabel staat geen grootte: anders is een verborgen groep uit te rekenen',
      },
      cut_taken: { name: 'hele tabel', says: 'de tabel staat er niet: anders is een verborgen groep uit te rekenen' },
      kept: {
        name: 'eerder cijfer',
        says: 'het eerdere cijfer blijft staan: de verandering kwam van te weinig personen, of vooral van één',
      },
      room_not_visible: {
        name: 'ruimte niet getoond',
        says: 'er kwamen te weinig mensen, of te weinig keer, of vooral één persoon',
      },
      tenant: { name: 'te kleine klant', says: 'de klant heeft te weinig mensen om iets over hen te tonen' },
    },
    neverSealed: ({ tenant, month }) =>
      `${Month(month)} van ${tenant} is nooit gepubliceerd. Zie: avesqo period status --tenant ${tenant} --lang nl`,
  },

  refused: {
    before_contract: ({ month, terms: { id, contract_from: from } }) =>
      `${Month(month)} ligt vóór het contract van ${id}. Dat begint op ${format.day(from)}.`,
    after_contract: ({ month, terms: { id, contract_to: to } }) =>
      `${Month(month)} ligt na het contract van ${id}.${to === null ? '' : ` Dat eindigt op ${format.day(to)}.`}`,
    not_over: ({ month, due, terms: { id } }) =>
      `${Month(month)} is bij ${id} nog niet voorbij. Publiceren kan vanaf ${format.day(due)}.`,
    too_early: ({ month, due, terms: { id, seal_days: days } }) =>
      `${Month(month)} van ${id} kan vanaf ${format.day(due)} worden gepubliceerd. Tot dan wacht het product op late meldingen, ${days} dagen lang. (Dat aantal verandert u met: avesqo tenant edit ${id} --seal-days.)`,
    no_legs: ({ month, terms: { id } }) =>
      `Van ${format.month(month)} is bij ${id} niets geteld. Er is dus niets om te publiceren. Zie wat er is ontvangen: avesqo rollup status --lang nl`,
    sealed: (of) =>
      `${Month(of.month)} van ${of.terms.id} is al gepubliceerd. Lees het rapport met: avesqo report --tenant ${of.terms.id} --month ${of.month} --lang nl. Wilt u een nieuwe uitgave? Begin dan met: ${callOf('reopen', of)} --reason "…"`,
    not_sealed: ({ month, terms: { id } }) =>
      `${Month(month)} van ${id} is nooit gepubliceerd. Heropenen kan dus niet. Zie: avesqo period status --tenant ${id} --lang nl`,
    reopened: (of) =>
      `${Month(of.month)} van ${of.terms.id} is al heropend. Publiceer de volgende uitgave met: ${callOf('seal', of)}`,
    frozen: ({ month, terms: { id } }) =>
      `${Month(month)} van ${id} is definitief. De gegevens van die maand verdwijnen of zijn al weg. Er kan niets meer aan veranderen.`,
  },
}
