/**
 * The version of what we read out of records. Raise it with every change of a decoder, of the canonicaliser or of a
 * generalisation that lets the same record give another observation: each tenant's `config_rev` then grows by one at
 * the next start, so that what is decoded again outranks what was decoded before (design, section 5).
 */
export const DECODER_VERSION = 1
