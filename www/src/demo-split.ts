/** For demonstrations only: importing this defines `<antifaz-demo-split>`. */
import { define } from './harness/elements/element.js';
import { DemoSplitElement } from './harness/elements/split.js';

export { DemoSplitElement };

declare global {
  interface HTMLElementTagNameMap {
    'antifaz-demo-split': DemoSplitElement;
  }
}

define('antifaz-demo-split', DemoSplitElement);
