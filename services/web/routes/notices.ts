/**
 * What is said once on the page that follows a form. The address holds a word of a closed list and a proof that this
 * session's own form led there: a link of somebody else's cannot make a page say something.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Language } from '../../advise/index.ts'

const NOTICES = {
  password_chosen: {
    nl: 'Uw wachtwoord is opgeslagen en u bent ingelogd. De volgende keer logt u in met uw inlognaam en dit wachtwoord.',
    en: 'Your password is saved and you are signed in. Next time you sign in with your login and this password.',
  },
  password_changed: {
    nl: 'Uw wachtwoord is gewijzigd. Op andere apparaten bent u uitgelogd, en uw tokens werken niet meer.',
    en: 'Your password is changed. You are signed out on other devices, and your tokens no longer work.',
  },
  token_ended: { nl: 'Het token werkt niet meer.', en: 'The token no longer works.' },
  state_changed: { nl: 'De status is opgeslagen.', en: 'The state is saved.' },
  note_added: { nl: 'De notitie is opgeslagen.', en: 'The note is saved.' },
  account_changed: {
    nl: 'Het account is gewijzigd. Dat geldt vanaf de volgende pagina die deze persoon opent.',
    en: 'The account is changed. That holds from the next page that this person opens.',
  },
  account_ended: {
    nl: 'Het account is beëindigd en kan niets meer lezen.',
    en: 'The account is ended and can read nothing any more.',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>
export type NoticeCode = keyof typeof NOTICES

/**
 * In place of a form that came back and is not kept any more. Without a proof: the session that it would be made of may be
 * another one by then, and it asks for nothing.
 */
const FORM_GONE: Readonly<Record<Language, string>> = {
  nl: 'Wat u hier had ingevuld, is er niet meer. Was het nog niet opgeslagen? Vul het dan opnieuw in.',
  en: 'What you had filled in here is no longer there. If it was not saved yet, please fill it in again.',
}

/** Letters of the proof. */
const PROOF_LENGTH = 16

export function noticeText(code: NoticeCode, language: Language): string {
  return NOTICES[code][language]
}

export function formGone(language: Language): string {
  return FORM_GONE[language]
}

/** @returns the address with the notice behind it */
export function withNotice(to: string, code: NoticeCode, csrfSecret: string): string {
  return `${to}${to.includes('?') ? '&' : '?'}done=${code}.${proofOf(code, csrfSecret)}`
}

/** @returns null where it is none, or of another session */
export function readNotice(done: string | undefined, csrfSecret: string): NoticeCode | null {
  const [code = '', proof = ''] = (done ?? '').split('.')
  if (!Object.hasOwn(NOTICES, code)) return null
  const known = code as NoticeCode
  const expected = Buffer.from(proofOf(known, csrfSecret))
  const given = Buffer.from(proof)
  return given.length === expected.length && timingSafeEqual(given, expected) ? known : null
}

function proofOf(code: NoticeCode, csrfSecret: string): string {
  return createHmac('sha256', csrfSecret).update(`notice ${code}`).digest('base64url').slice(0, PROOF_LENGTH)
}
