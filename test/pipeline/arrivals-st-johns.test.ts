/** Arrivals (issue LEGS, "Rebuilt, never incremented"), the second half of 500: midnight lies at half past two UTC. */
import { arrivalsLeaveARebuild } from './arrivals.ts'

const PLACE = { id: 'st-johns', zone: 'America/St_Johns', midnight: Date.parse('2026-03-29T02:30:00Z') }
arrivalsLeaveARebuild(PLACE, 4_712, 250)
