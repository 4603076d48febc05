import { describe, expect, it } from 'vitest'
import { endReasonOf, PEXIP_END_CODES } from '../../../../../services/ingest/decode/pexip/reasons.ts'

describe('why a Pexip leg ended', () => {
  it.each<[text: string, endClass: string, code: string | undefined]>([
    ['Call disconnected', 'normal_self', 'call_disconnected'],
    ['User initiated disconnect', 'normal_self', 'user_initiated_disconnect'],
    [
      'All conference hosts departed hosted conference',
      'normal_remote',
      'all_conference_hosts_departed_hosted_conference',
    ],
    ['Conference terminated by another participant', 'host_or_admin', 'conference_terminated_by_another_participant'],
    ['Disconnected by an administrator', 'host_or_admin', 'disconnected_by_an_administrator'],
    ['Timer expired awaiting token refresh', 'timeout', 'timer_expired_awaiting_token_refresh'],
    ['Call rejected', 'rejected', 'call_rejected'],
    ['Invalid PIN', 'auth_or_pin', 'invalid_pin'],
    ['Neither conference nor gateway found', 'not_found', 'neither_conference_nor_gateway_found'],
    ['Gateway dial out failed', 'server_error', 'gateway_dial_out_failed'],
    ['  call   DISCONNECTED. ', 'normal_self', 'call_disconnected'],
    ['Disconnected by an administrator (#pex123)', 'host_or_admin', 'disconnected_by_an_administrator'],
    ['Von einem Administrator getrennt #pex123', 'host_or_admin', 'disconnected_by_an_administrator'],
    ['Something new #pex999', 'unknown', undefined],
    ['Robin (robin@example.org) hung up', 'unknown', undefined],
    ['__proto__', 'unknown', undefined],
  ])('%s', (text, endClass, code) => {
    expect(endReasonOf(text)).toEqual(
      code === undefined ? { end_class: endClass } : { end_class: endClass, end_code: code },
    )
  })

  it.each([undefined, null, '', '  '])('says nothing where the record says nothing: %j', (text) => {
    expect(endReasonOf(text)).toBeNull()
  })

  it('has a closed list of codes, each once and in one form', () => {
    expect(new Set(PEXIP_END_CODES).size).toBe(PEXIP_END_CODES.length)
    for (const code of PEXIP_END_CODES) expect(code).toMatch(/^[a-z][a-z0-9_]+[a-z0-9]$/u)
  })
})
