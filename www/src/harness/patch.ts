/** Puts a function of ours in the place of one of the page's, and back where nobody put theirs over it. */
export function patch<O extends object, K extends keyof O>(owner: O, name: K, make: (native: O[K]) => O[K]): () => void {
  const native = owner[name];
  const ours = make(native);
  owner[name] = ours;
  return () => {
    if (owner[name] === ours) owner[name] = native;
  };
}
