import { describe, expect, it } from 'vitest'
import { decodeCms } from '../../../services/ingest/decode/cms/index.ts'
import { only } from '../shown.ts'
import { common, LEG, legBody, TIME_MS } from './fixtures.ts'

const end = (inside: string) => only(decodeCms, legBody('callLegEnd', inside))

const bare = {
  codec: null,
  packets: null,
  lost: null,
  loss_mp: null,
  loss_max_mp: null,
  jitter_us: null,
  jitter_max_us: null,
  rtt_us: null,
  kbps: null,
  width: null,
  height: null,
  fps: null,
  active_ms: null,
  samples: null,
}

describe('callLegEnd', () => {
  it('reads how it ended and how good it was, received as up and sent as down', () => {
    const observation = end(`<reason>remoteTeardown</reason><remoteTeardown>true</remoteTeardown>
      <durationSeconds>61</durationSeconds><activatedDuration>60</activatedDuration>
      <mediaUsagePercentages><mainVideoViewer>98.9</mainVideoViewer></mediaUsagePercentages>
      <alarm type="packetLoss" durationPercentage="1.4"/><alarm type="excessiveJitter" durationPercentage="0.0"/>
      <alarm type="highRoundTripTime" durationPercentage="100"/><alarm type="novel" durationPercentage="7"/>
      <encryptedMedia>true</encryptedMedia>
      <rxAudio><codec>opus</codec><packetStatistics><packetGap><density>0.1</density></packetGap></packetStatistics></rxAudio>
      <txAudio><codec>g722</codec></txAudio>
      <rxVideo><codec>h264</codec><maxSizeWidth>1280</maxSizeWidth><maxSizeHeight>720</maxSizeHeight></rxVideo>
      <txVideo><codec>h264</codec><maxSizeWidth>0</maxSizeWidth><maxSizeHeight>0</maxSizeHeight></txVideo>`)
    expect(observation).toEqual({
      ...common('callLegEnd', LEG),
      subject: 'leg',
      measuring_point: 'service',
      end_ms: TIME_MS,
      duration_ms: 61_000,
      encrypted: true,
      end_class: 'normal_self',
      end_code: 'remoteTeardown',
      alarm_loss_mp: 1_400, // 1.4 % of the time in alarm, not 1.4 % loss
      alarm_jitter_mp: 0,
      alarm_rtt_mp: 100_000,
      media: [
        { ...bare, kind: 'audio', dir: 'up', codec: 'opus' },
        { ...bare, kind: 'audio', dir: 'down', codec: 'g722' },
        { ...bare, kind: 'video', dir: 'up', codec: 'h264', width: 1280, height: 720 },
        { ...bare, kind: 'video', dir: 'down', codec: 'h264' },
      ],
    })
  })

  it('states no measuring point, no media and no far end where nothing of them stands', () => {
    expect(
      end('<reason>callEnded</reason><rxAudio></rxAudio><rxVideo><maxSizeWidth>0</maxSizeWidth></rxVideo>'),
    ).toEqual({
      ...common('callLegEnd', LEG),
      subject: 'leg',
      end_ms: TIME_MS,
      end_class: 'normal_remote',
      end_code: 'callEnded',
    })
  })

  it.each(['ringingTimeout', 'remoteBusy', 'remoteRejected', 'dnsFailure'])(
    'counts the time of %s as ringing: an unanswered attempt has duration 0',
    (reason) => {
      expect(end(`<reason>${reason}</reason><durationSeconds>31</durationSeconds>`)).toMatchObject({
        duration_ms: 0,
        ring_ms: 31_000,
      })
    },
  )

  it.each([
    ['remoteTeardown', 'normal_self'],
    ['localTeardown', 'normal_remote'],
    ['callEnded', 'normal_remote'],
    ['callDeactivated', 'normal_remote'],
    ['apiInitiatedTeardown', 'host_or_admin'],
    ['clientInitiatedTeardown', 'host_or_admin'],
    ['callMoved', 'moved'],
    ['confirmationTimeOut', 'no_answer'],
    ['ringingTimeout', 'no_answer'],
    ['remoteBusy', 'busy'],
    ['remoteRejected', 'rejected'],
    ['unknownDestination', 'not_found'],
    ['ivrUnknownCall', 'not_found'],
    ['incorrectPasscode', 'auth_or_pin'],
    ['participantLimitReached', 'capacity'],
    ['tenantParticipantLimitReached', 'capacity'],
    ['timeout', 'timeout'],
    ['ivrTimeout', 'timeout'],
    ['encryptionRequired', 'config_or_crypto'],
    ['dnsFailure', 'config_or_crypto'],
    ['error', 'server_error'],
  ])('takes %s for %s and keeps the word', (reason, endClass) => {
    expect(end(`<reason>${reason}</reason>`)).toMatchObject({ end_class: endClass, end_code: reason })
  })

  it('keeps no word that is not in the list', () => {
    const observation = end('<reason>Ada Example hung up</reason>')
    expect(observation['end_class']).toBe('unknown')
    expect(observation).not.toHaveProperty('end_code')
  })

  it('knows who hung up without a reason only if the far end did', () => {
    expect(end('<remoteTeardown>true</remoteTeardown>')['end_class']).toBe('normal_self')
    expect(end('<remoteTeardown>false</remoteTeardown>')).not.toHaveProperty('end_class')
  })

  it.each([
    ['<encryptedMedia>true</encryptedMedia>', true],
    ['<encryptedMedia>true</encryptedMedia><unencryptedMedia>false</unencryptedMedia>', true],
    ['<encryptedMedia>true</encryptedMedia><unencryptedMedia>true</unencryptedMedia>', false],
    ['<unencryptedMedia>true</unencryptedMedia>', false],
    ['', undefined],
  ])('takes %s for encrypted %s', (inside, encrypted) => {
    expect(end(inside)['encrypted']).toBe(encrypted)
  })
})
