/**
 * The simulator: invented meetings that emit native platform events, for the demo and the tests.
 *
 * Enters: a seed. Leaves: bodies as Pexip Infinity and Cisco Meeting Server send them. May fail: never.
 * Keeps: one seed, one result. The pipeline never reads anything from here but those bodies.
 */
export { type DemoDelivery, demoDeliveries } from './deliveries.ts'
export { DOMAIN, OBJECTOR } from './stories.ts'
