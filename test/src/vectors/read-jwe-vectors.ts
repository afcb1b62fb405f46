import { readdirSync, readFileSync } from 'node:fs';
import rfc7516 from '../../fixtures/vectors/rfc-extracts/rfc7516-jwe.json' with { type: 'json' };
import rfc7517 from '../../fixtures/vectors/rfc-extracts/rfc7517-jwk.json' with { type: 'json' };
import type { CookbookFile, JweVectorFiles } from './run-jwe-vectors.ts';

const FOLDER = new URL('../../fixtures/vectors/ietf-jose-cookbook/', import.meta.url);
const names = [...readdirSync(new URL('jwe', FOLDER)).map((name) => `jwe/${name}`), 'curve25519/ecdh-es.json'];
const cookbook = names.map((name) => ({ name: name.replace('jwe/', ''), file: JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as CookbookFile }));
export const jweFiles: JweVectorFiles = { cookbook, rfc7516, rfc7517 };
