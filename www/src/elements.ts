/** Importing this defines the elements that a page places itself. They find the page's guard, whichever comes first. */
import { ComposerElement } from './harness/elements/composer.js';
import { define, PlaceElement } from './harness/elements/element.js';
import { ShieldElement } from './harness/elements/shield.js';

/** Where chips appear. */
export class ChipsElement extends PlaceElement {}
/** Where the card and its dialog appear. */
export class ConsentElement extends PlaceElement {}

export { NoticeElement, PanelElement } from './harness/panel/index.js';
export { ComposerElement, ShieldElement };

declare global {
  interface HTMLElementTagNameMap {
    'antifaz-chips': ChipsElement;
    'antifaz-composer': ComposerElement;
    'antifaz-consent': ConsentElement;
    'antifaz-shield': ShieldElement;
  }
}

// The composer is made with a place for chips inside.
define('antifaz-chips', ChipsElement);
define('antifaz-consent', ConsentElement);
define('antifaz-composer', ComposerElement);
define('antifaz-shield', ShieldElement);
