/** The statistics that every published rate needs: its interval. The others are advise's. */
export { type ClusteredRate, type Clusters, clusteredRate } from './clustered.ts'
export { type Interval, wilson, Z95 } from './wilson.ts'
