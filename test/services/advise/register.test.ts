/** The register of rules, as people read it. */
import { describe, expect, test } from 'vitest'
import { RULES } from '../../../schemas/finding.ts'
import { LANGUAGES, registerOfRules } from '../../../services/advise/index.ts'

describe.each(LANGUAGES)('in %s', (language) => {
  const register = registerOfRules(language)

  test('every rule stands in it once, the health of the data first', () => {
    expect(register.map(({ rule }) => rule)).toEqual([...RULES])
    expect(register.map(({ health }) => health)).toEqual(RULES.map((rule) => rule.startsWith('G')))
  })

  test('says in whole sentences what each needs, what switches it on, and what would make it fire', () => {
    for (const { name, needs, on, fires } of register) {
      expect(name).toMatch(/^\p{Lu}/u)
      for (const sentence of [needs, on, fires]) expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
    }
    expect(new Set(register.map(({ fires }) => fires)).size).toBe(RULES.length)
  })

  test('its sentences speak of the numbers by which the rules decide', () => {
    const deciding = register.filter(({ effect }) => effect !== null)
    expect(deciding.map(({ rule }) => rule)).toEqual(RULES.filter((rule) => !rule.startsWith('G')))
    for (const { rule, fires, effect } of deciding) {
      expect([rule, fires]).toEqual([rule, expect.stringContaining(`${(effect?.diff ?? 0) * 100} `)])
      expect([rule, fires]).toEqual([rule, expect.stringContaining((effect?.ratio ?? 0).toLocaleString(language))])
    }
    // What a change costs stands in its finding.
    for (const { rule, fires, impact } of deciding.filter(({ rule: id }) => id !== 'A08')) {
      expect([rule, fires]).toEqual([rule, expect.stringContaining(`${impact?.least} `)])
    }
  })
})

test('both languages have the same numbers', () => {
  const numbers = LANGUAGES.map((language) =>
    registerOfRules(language).map(({ rule, version, health, effect, impact }) => ({
      rule,
      version,
      health,
      effect,
      impact,
    })),
  )
  expect(numbers[0]).toEqual(numbers[1])
})
