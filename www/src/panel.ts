export { AntifazError } from './engine/errors.js';
export { createPanel, NoticeElement, type Panel, PanelElement, type PanelOptions } from './harness/panel/index.js';
export { buildRequest, type RequestOptions, type RequestScope, type RightsRequest } from './harness/panel/request.js';
export { type FullLocale, type PanelLocale, RIGHTS, type Right, TABS, type Tab } from './harness/panel/strings.js';
export { fullLocale } from './harness/panel/words.js';
