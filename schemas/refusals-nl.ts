/** The reasons of `refusals.ts` in Dutch. */
import type { RefusalCode } from './refusals.ts'

export const REFUSALS_NL: Readonly<Record<RefusalCode, string>> = {
  encoding_invalid: 'De inhoud laat zich niet uitpakken zoals Content-Encoding zegt.',
  text_invalid: 'De inhoud is geen UTF-8-tekst.',
  json_invalid: 'De melding is geen geldige JSON.',
  xml_invalid: 'De inhoud is geen welgevormde XML.',
  xml_doctype:
    'De XML heeft een DOCTYPE; meldingen van dit platform hebben die nooit. Daarom wordt de inhoud niet gelezen.',
  csv_invalid: 'De regel past niet bij de kolommen van de kopregel, of een aanhalingsteken is niet gesloten.',
  too_deep: 'De melding is dieper genest dan enige melding van dit platform.',
  too_long: 'De melding, of een lijst daarin, is langer dan in enige melding van dit platform.',
  duplicate_key: 'De melding noemt een sleutel twee keer, en zegt dus niet één ding.',
  not_a_record: 'De melding heeft niet de vorm die dit platform stuurt.',
  unknown_version: 'De melding is van een versie van het formaat die wij niet kennen.',
  nothing_to_count: 'De melding is echt, maar zegt niets over een vergadering.',
  field_missing: 'Er ontbreekt een veld dat zegt welke melding het is, of van wanneer.',
  field_invalid: 'Een veld heeft niet het type of de vorm die het platform beschrijft.',
  value_out_of_range: 'Een getal ligt buiten wat mogelijk is, zoals een negatieve duur.',
  time_invalid: 'Een tijdstip is niet te lezen, of ligt buiten de jaren 2000 tot en met 2100.',
  end_before_start: 'De melding zegt dat iets eindigde voordat het begon.',
  time_in_future: 'De melding ligt meer dan 24 uur voor op onze klok.',
  before_contract: 'De melding is van vóór het begin van de overeenkomst.',
  period_frozen: 'De melding is van een afgesloten periode. De gegevens daarvan verdwijnen of zijn al weg.',
  epoch_closed: 'De sleutel van de maand van deze melding is vernietigd. Zij kan geen pseudoniem meer krijgen.',
  not_processable: 'De melding kon niet worden verwerkt. De beheerder krijgt bericht.',
}
