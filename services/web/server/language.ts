/** In which language somebody is answered who has not signed in. */
import type { FastifyRequest } from 'fastify'
import { type Language, LANGUAGES } from '../../advise/index.ts'

/** What the browser prefers (RFC 9110, 12.5.4), as far as we speak it; Dutch else. */
export function preferredLanguage(request: FastifyRequest): Language {
  const wishes = (request.headers['accept-language'] ?? '')
    .split(',')
    .slice(0, 20)
    .map((wish, index) => {
      const [tag = '', quality = 'q=1'] = wish.trim().split(/\s*;\s*/u)
      return { language: tag.slice(0, 2).toLowerCase(), weight: Number(quality.replace('q=', '')), index }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((one, two) => two.weight - one.weight || one.index - two.index)
  for (const { language } of wishes) {
    const known = LANGUAGES.find((one) => one === language)
    if (known !== undefined) return known
  }
  return 'nl'
}
