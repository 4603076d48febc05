/**
 * Browsers. The order matters: each names the ones it descends from. A browser on a phone or tablet is `mobile`.
 */
import type { EquipmentRule } from './rule.ts'

const browser = { deviceClass: 'browser', alsoMobile: true } as const

export const BROWSERS: readonly EquipmentRule[] = [
  {
    ...browser,
    match: /^mozilla .*\bedg(?:e|a|ios)? \d/u,
    vendor: 'Microsoft',
    model: 'Edge',
    version: /\bedg(?:e|a|ios)? (\d+)\.(\d+)/u,
  },
  { ...browser, match: /^mozilla .*\bopr \d/u, vendor: 'Opera', model: 'Opera', version: /\bopr (\d+)\.(\d+)/u },
  {
    ...browser,
    match: /^mozilla .*\bsamsungbrowser \d/u,
    vendor: 'Samsung',
    model: 'Internet',
    version: /\bsamsungbrowser (\d+)\.(\d+)/u,
  },
  {
    ...browser,
    match: /^mozilla .*\b(?:firefox|fxios) \d/u,
    vendor: 'Mozilla',
    model: 'Firefox',
    version: /\b(?:firefox|fxios) (\d+)\.(\d+)/u,
  },
  {
    ...browser,
    match: /^mozilla .*\b(?:chrome|crios|chromium|headlesschrome) \d/u,
    vendor: 'Google',
    model: 'Chrome',
    version: /\b(?:chrome|crios|chromium|headlesschrome) (\d+)\.(\d+)/u,
  },
  {
    ...browser,
    match: /^mozilla .*\b(?:trident|msie) \d/u,
    vendor: 'Microsoft',
    model: 'Internet Explorer',
    version: /\b(?:msie|rv) (\d+)\.(\d+)/u,
  },
  {
    ...browser,
    match: /^mozilla .*\bapplewebkit .*\bsafari \d/u,
    vendor: 'Apple',
    model: 'Safari',
    version: /\bversion (\d+)\.(\d+)/u,
  },
  // A view inside an app: no browser of its own.
  { match: /^mozilla .*\b(?:iphone|ipad) .*\bapplewebkit\b/u, vendor: 'Apple', model: null, deviceClass: 'mobile' },
]
