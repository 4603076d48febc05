/** Arrivals (issue LEGS, "Rebuilt, never incremented"), the first half of 500: over the beginning of summer time. */
import { arrivalsLeaveARebuild } from './arrivals.ts'

const PLACE = { id: 'amsterdam', zone: 'Europe/Amsterdam', midnight: Date.parse('2026-03-28T23:00:00Z') }
arrivalsLeaveARebuild(PLACE, 4_711, 250)
