/** An element with a class and what is in it; text stays text. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, look: string, ...content: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (look) made.className = look;
  made.append(...content);
  return made;
}

/** What stands for a value of the customer's. */
export const TOKEN = /\[[A-Z]+_\d+\]/g;
