/** The bytes of `antifaz.wasm` in base64; the build puts them in this module's place. */
declare const base64: string;
export default base64;
