/** Pages are .tsx, which plain Node does not read: only the commands that serve them pay for what does. */
import { register } from 'tsx/esm/api'

/** Call it before anything that loads pages is imported. What a worker thread starts is plain Node's again. */
export function readPages(): void {
  // It would keep what it has compiled in the system's temporary directory, from where anybody could make us run theirs.
  process.env['TSX_DISABLE_CACHE'] = '1'
  register()
}
