// What axe finds on a page, our shadow roots included.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that something on the page breaks, with where and why. */
export async function breaches(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    // What is fading in has less contrast than it will have.
    const all = (root) => [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
    await Promise.all(all(document).flatMap((element) => element.getAnimations().map(({ finished }) => finished)));
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => {
      const where = nodes.map(({ target, any }) => `${target.join(' ')} ${any.map(({ message }) => message).join(' ')}`);
      return `${id}: ${where.join(' | ')}`;
    });
  });
}
