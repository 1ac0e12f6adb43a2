// Debian's browsers, started fresh for every test file.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import puppeteer from 'puppeteer-core';

const PROGRAMS = { chromium: ['chromium', 'google-chrome'], firefox: ['firefox-esr', 'firefox'] };

/** Which browser this run is about: `cargo xtask test` runs every page test once in each. */
export const BROWSER = process.env.ANTIFAZ_BROWSER ?? 'chromium';

export function newProfile(browser = BROWSER) {
  return mkdtempSync(join(tmpdir(), `antifaz-${browser}-`));
}

/** `flags` are for Chromium only, `preferences` for Firefox only. Close what you get: it removes its profile. */
export async function launch(browser = BROWSER, flags = [], { profile = newProfile(browser), preferences = {} } = {}) {
  const started = await puppeteer.launch({
    browser: browser === 'firefox' ? 'firefox' : 'chrome',
    executablePath: program(browser),
    userDataDir: profile,
    headless: true,
    extraPrefsFirefox: preferences,
    args: browser === 'firefox' ? [] : [...chromiumFlags(), ...flags],
  });
  const close = started.close.bind(started);
  started.close = async () => {
    await close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return started;
}

function chromiumFlags() {
  const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  const still = ['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];
  // Chromium's sandbox does not start for root, as which CI containers run.
  return [...quiet, ...still, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
}

function program(browser) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = PROGRAMS[browser].flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  if (!found) throw new Error(`no ${browser} on the PATH: cargo xtask test installs it`);
  return found;
}
