/**
 * The simulator: an invented organisation whose meetings are told as native platform events, for the demo and the tests.
 *
 * Enters: a seed, the organisation's size, zone and period. Leaves: the world (organisation, meetings, truth); bodies as
 * Pexip Infinity and Cisco Meeting Server send them; a comparison of stored legs with the truth. May fail: only reading
 * a truth file that is none.
 * Keeps: one seed, one result. The pipeline never reads anything from here but those bodies.
 */
export { type Comparison, compare, compareLegs } from './compare.ts'
export {
  type Meeting,
  type Participation,
  STANDARD_FAULTS,
  type StandardFault,
  type Truth,
  type TruthLeg,
  type World,
} from './model.ts'
export { type Delivery, deliveriesOf, type DeliverySettings } from './native/index.ts'
export { readTruth, writeTruth } from './truth-file.ts'
export type { FaultPlan } from './plans.ts'
export { createWorld, type WorldSettings } from './world.ts'
