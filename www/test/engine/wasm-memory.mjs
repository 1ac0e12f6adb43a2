// Stands between the package and WebAssembly, so that a test sees the engine's memory and can break its functions.
// Import it before the package.

export const engine = { memory: undefined, exports: undefined };

const Instance = WebAssembly.Instance;

WebAssembly.Instance = class extends Instance {
  constructor(module, imports) {
    super(module, imports);
    // The true exports are frozen: the package gets a copy in which a function can be replaced.
    engine.exports = { ...this.exports };
    engine.memory = engine.exports.memory;
    Object.defineProperty(this, 'exports', { value: engine.exports });
  }
};
