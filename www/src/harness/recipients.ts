/** Who stands behind an address. */
import { originOf, type Recipient } from './manifest.js';

/** The device itself: what goes there passes no network. */
const LOOPBACK = /^(?:(?:[\w-]+\.)*localhost|127(?:\.\d+){3}|\[::1\])$/;

export function normal(origin: string): string {
  return origin === 'self' ? originOfUrl(new URL(location.href)) : (originOf(origin) ?? origin);
}

/** Also where the browser has none to speak of: `file:`, and the schemes of app web views. */
export function originOfUrl({ protocol, host }: URL): string {
  return `${protocol.replace(/^ws/, 'http')}//${host}`;
}

/** Spoken to without encryption though the manifest does not say so: anyone may listen, so it is handled as a stranger. */
export function isExposed({ insecure, origins }: Recipient): boolean {
  return !insecure && origins.map(normal).some((origin) => origin.startsWith('http:') && !LOOPBACK.test(new URL(origin).hostname));
}
