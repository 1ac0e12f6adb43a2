// A subject in a page of its own; `window.bench` is what `chromium.mjs` calls.

import { clockStep, Meter, start } from './measure.mjs';

let meter;

window.bench = {
  /** From bytes that are here already: the network is not the subject's. */
  async start({ file, text }) {
    const bytes = await (await fetch(`/subjects/${file}.js`)).blob();
    const address = URL.createObjectURL(bytes);
    return (await start(() => import(address), text)).initMs;
  },
  async open({ file }) {
    const corpus = await (await fetch('/corpus.json')).json();
    const { subject } = await start(() => import(`/subjects/${file}.js`), corpus.messages40[0]);
    meter = new Meter(subject, corpus);
    return { step: clockStep(), finds: await meter.finds() };
  },
  warm: (request) => meter.warm(request),
  run: (request) => meter.run(request),
};
