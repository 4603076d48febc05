import type { ExplainWords } from './explain.ts'

export const EXPLAIN_NL: ExplainWords = {
  observation: (number) => `Waarneming ${number}`,
  withheld: (fields) =>
    `Achtergehouden: ${fields.join(', ')}. De melding zegt niet wanneer de verbinding begon, en zij is van de eerste 24 uur van een maand.`,
  refused: (index, code, path, reason) =>
    `Melding ${index + 1} zou worden geweigerd: ${code}${path === '' ? '' : ` bij ${path}`}. ${reason}`,
  sums: ({ kept, refused, dropped, ignored }) =>
    `Hier niet beoordeeld: overeenkomsten, onze klok, en wie is gewist of bezwaar heeft.\nBewaard: ${kept}. Geweigerd: ${refused}. Aangenomen zonder iets om te bewaren: ${dropped}. Waarden die niet zijn gelezen en zouden vervallen: ${ignored}.`,
  noConfiguration:
    'Zonder --config is geen domein, locatie of ruimte bekend. Iedereen telt dan als extern, en elk adres als op afstand.',
  cannotRead: (file) => `${file} is niet te lezen. Kijk of het bestaat en of u het mag lezen.`,
  notJson: (file) => `${file} is geen JSON. Maak het met: avesqo tenant export <klant> > ${file}`,
  notConfiguration: (file, where) => `In ${file} staan niet de instellingen van een klant. Kijk naar: ${where}.`,
  wholeFile: 'het bestand',
  tooLarge: (file, limit) =>
    `${file} laat zich niet uitpakken, of is groter dan ${limit} MiB. Meer mag één levering niet zijn.`,
}
