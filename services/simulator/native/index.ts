/** Meetings in the words of the platforms, and what the platforms make of sending them. */
export { type DeliverySettings, deliveriesOf } from './deliveries.ts'
export type { Delivery } from './record.ts'
