// The package under test: what `cargo xtask pack` left.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const target = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../target', import.meta.url));

export const PACKAGE = join(target, 'pkg');
