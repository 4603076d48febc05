/** Records and posts of a call bridge that are not as they should be. */
import type { RefusalCode } from '../../../schemas/refusals.ts'
import type { Random } from '../random.ts'
import { type Broken, type Extra, pickFitting, refusedWhole, withoutUtf8 } from './damage.ts'

interface Defect {
  readonly code: RefusalCode | null
  readonly fits?: (text: string) => boolean
  readonly damage: (text: string) => string
}

const DEFECTS: readonly [Defect, ...Defect[]] = [
  { code: 'field_missing', damage: (text) => text.replace(/ correlatorIndex="\d+"/u, '') },
  { code: 'field_invalid', damage: (text) => text.replace(/ correlatorIndex="\d+"/u, ' correlatorIndex="next"') },
  { code: 'time_invalid', damage: (text) => text.replace(/ time="[^"]*"/u, ' time="yesterday"') },
  { code: 'field_missing', damage: (text) => text.replace(/ id="[^"]*"/u, '') },
  { code: 'field_missing', damage: (text) => text.replace(/ type="[^"]*"/u, '') },
  { code: 'not_a_record', damage: () => '<note>maintenance</note>' },
  {
    code: 'value_out_of_range',
    fits: (text) => text.includes('<durationSeconds>'),
    damage: (text) => text.replace('<durationSeconds>', '<durationSeconds>-'),
  },
  // A newer release may know types that we do not.
  { code: null, damage: (text) => text.replace(/ type="[^"]*"/u, ' type="callLegStatistics"') },
]

/** @param text a whole `<record>`, which stays as it is */
export function extraRecord(text: string, random: Random): Extra {
  const { code, damage } = pickFitting(DEFECTS, text, random)
  return { text: damage(text), code }
}

/**
 * @param body a whole post, which stays as it is
 * @param records how many it has
 */
export function brokenCms(body: string, records: number, random: Random): Broken {
  return random.pick([
    () => refusedWhole(body.slice(0, -20), 'xml_invalid'),
    () => refusedWhole(body.replace('?>', '?><!DOCTYPE records [<!ENTITY x "y">]>'), 'xml_doctype'),
    () => refusedWhole(withoutUtf8(body), 'text_invalid'),
    () => refusedWhole('{"event":"eventsink_bulk"}', 'xml_invalid'),
    () => ({
      body: Buffer.from(body.replace(/ session="[^"]*"/u, '')),
      codes: Array.from({ length: records }, (): RefusalCode => 'field_missing'),
    }),
  ])()
}
