/** A meeting as it took place: what the emitters of native records tell, each in its platform's words. */

/** How somebody joins. */
export type Way = 'room-sip' | 'web' | 'web-account' | 'phone' | 'teams-gateway' | 'app'

export interface Attendee {
  /** Native id of the leg. */
  readonly id: string
  readonly way: Way
  readonly name: string
  /** SIP address, number, or typed name. */
  readonly address: string
  readonly ip: string
  readonly userAgent: string
  readonly joinMs: number
  readonly leaveMs: number
  /** Loss from participant to service, percent. */
  readonly lossUpPct: number
  readonly end: string
}

export interface Meeting {
  /** Native id of the conference, where its platform gives one. */
  readonly id: string
  readonly name: string
  readonly startMs: number
  readonly endMs: number
  readonly attendees: readonly Attendee[]
}
