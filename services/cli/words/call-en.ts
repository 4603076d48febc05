import { SETUP_FAULTS } from '../../shared/setup-error.ts'
import type { CallWords } from './call.ts'

export const CALL_EN: CallWords = {
  note: (text) => `Note: ${text}`,
  line: (line, reason) => `line ${line}: ${reason}`,
  none: 'None.',
  atWork: (name, seconds, stage) => `${name}: at work for ${seconds} s${stage === '' ? '' : `, ${stage}`}`,
  noTenant: (id) => `There is no tenant "${id}". See: avesqo tenant list`,
  wrongCall: ({ said }) =>
    `${said.charAt(0).toUpperCase()}${said.slice(1)}. Add --help to see how the command is called.`,
  noStore: (data) =>
    `There is no control store in ${data}. Name the data directory with --data, or begin one with: avesqo tenant add`,
  variable: (name, must) => `The environment variable ${name} ${must}.`,
  setup: SETUP_FAULTS,
  unavailable:
    'The data directory cannot be read or written now. Check that its disk has space, that this user may write there and that no other process holds it; then repeat the call.',
  bug: (kind) => `This is a defect of avesqo (${kind}); please report it with these lines:`,
  option: {
    invalid: 'is not valid',
    missing: 'is missing',
    oneOf: (values) => `must be one of ${values.join(', ')}`,
    must: (message) => message,
  },
}
