/** Debian's Chromium; no browser is downloaded. */
export const CHROMIUM = 'chromium'
