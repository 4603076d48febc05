/** The reasons of `refusals.ts` in Dutch. */
import type { RefusalCode } from './refusals.ts'

export const REFUSALS_NL: Readonly<Record<RefusalCode, string>> = {
  encoding_invalid: 'De inhoud laat zich niet uitpakken zoals Content-Encoding zegt.',
  text_invalid: 'De inhoud is geen UTF-8-tekst.',
  json_invalid: 'Het record is geen geldige JSON.',
  xml_invalid: 'De inhoud is geen welgevormde XML.',
  xml_doctype: 'De XML heeft een DOCTYPE; records van dit platform hebben die nooit, dus de inhoud wordt niet gelezen.',
  csv_invalid: 'De regel past niet bij de kolommen van de kopregel, of een aanhalingsteken is niet gesloten.',
  too_deep: 'Het record is dieper genest dan enig record van dit platform.',
  too_long: 'Een lijst in het record is langer dan in enig record van dit platform.',
  duplicate_key: 'Het record noemt een sleutel tweemaal en zegt dus niet één ding.',
  not_a_record: 'Het record heeft niet de vorm die dit platform stuurt.',
  unknown_version: 'Het record is van een versie van het formaat die wij niet kennen.',
  nothing_to_count: 'Het record is echt en zegt niets over een vergadering.',
  field_missing: 'Een veld dat het record aanwijst of dateert, ontbreekt.',
  field_invalid: 'Een veld heeft niet het type of de vorm die het platform beschrijft.',
  value_out_of_range: 'Een getal ligt buiten wat mogelijk is, zoals een negatieve duur.',
  time_invalid: 'Een tijdstip is niet te lezen, of ligt buiten de jaren 2000 tot en met 2100.',
  end_before_start: 'Het record zegt dat het eindigde voordat het begon.',
  time_in_future: 'Het record ligt meer dan 24 uur voor op onze klok.',
  before_contract: 'Het record ligt vóór het begin van de overeenkomst.',
  period_frozen: 'Het record is van een afgesloten periode: de gegevens daarvan worden of zijn verwijderd.',
  epoch_closed: 'De sleutel van de maand van dit record is vernietigd; het kan niet meer worden gepseudonimiseerd.',
  not_processable: 'Het record kon niet worden verwerkt; de beheerder krijgt bericht.',
}
