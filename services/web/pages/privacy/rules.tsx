/** What the product looks for when it advises: each rule with what it needs and what makes it fire. */
import type { JSX } from 'preact'
import type { RegisteredRule } from '../../../advise/index.ts'
import type { Says } from '../says.ts'

interface Props {
  readonly rules: readonly RegisteredRule[]
  readonly says: Says
}

export function Rules({ rules, says }: Props): JSX.Element | null {
  const { register } = says.page.protection
  if (rules.length === 0) return null
  return (
    <section class="part" id="rules" aria-labelledby="h-rules">
      <h2 id="h-rules">{register.rules}</h2>
      <p>{register.rulesSays}</p>
      <h3>{register.otherRules}</h3>
      <List rules={rules.filter(({ health }) => !health)} says={says} />
      <h3>{register.healthRules}</h3>
      <List rules={rules.filter(({ health }) => health)} says={says} />
    </section>
  )
}

function List({ rules, says }: Props): JSX.Element {
  const { rule: words } = says.page.protection.register
  return (
    <>
      {rules.map(({ rule, version, name, needs, on, fires }) => (
        <section key={rule} class="rule" aria-labelledby={`rule-${rule}`}>
          <h4 id={`rule-${rule}`}>
            {name}{' '}
            <span class="quiet">
              {rule}, {words.version} {says.format.number(version)}
            </span>
          </h4>
          <dl class="parts">
            {(
              [
                ['needs', needs],
                ['on', on],
                ['fires', fires],
              ] as const
            ).map(([id, text]) => (
              <div key={id}>
                <dt>{words[id]}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}
