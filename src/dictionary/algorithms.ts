import { type AlgorithmEntry, entriesOf, type Row } from './entry.ts';

function usedFor(use: AlgorithmEntry['use'], source: string, rows: readonly Row[]): AlgorithmEntry[] {
  return entriesOf(source, rows).map((entry) => ({ ...entry, use }));
}

const hmac = (bits: number): Row => [`HS${bits}`, `HMAC with SHA-${bits}: whoever can verify can also sign.`, `SHA-${bits}를 쓰는 HMAC으로, 검증할 수 있으면 서명도 할 수 있습니다.`];
const pkcs1 = (bits: number): Row => [`RS${bits}`, `RSA signature of the old PKCS#1 v1.5 form with SHA-${bits}.`, `SHA-${bits}를 쓰는 예전 PKCS#1 v1.5 방식의 RSA 서명입니다.`];
const pss = (bits: number): Row => [`PS${bits}`, `RSA signature of the PSS form with SHA-${bits}.`, `SHA-${bits}를 쓰는 PSS 방식의 RSA 서명입니다.`];
const ecdsa = (bits: number, curve: string): Row => [`ES${bits}`, `ECDSA signature on curve ${curve} with SHA-${bits}.`, `SHA-${bits}와 ${curve} 곡선을 쓰는 ECDSA 서명입니다.`];
const keyWrap = (bits: number): Row => [`A${bits}KW`, `The content key is wrapped with a shared ${bits}-bit AES key.`, `콘텐츠 키를 공유한 ${bits}비트 AES 키로 감쌉니다.`];
const agreeAndWrap = (bits: number): Row => [
  `ECDH-ES+A${bits}KW`,
  `Key agreement with a one-time key; the result wraps the content key by ${bits}-bit AES.`,
  `일회용 키로 키를 합의하고, 그 결과로 콘텐츠 키를 ${bits}비트 AES로 감쌉니다.`,
];
const gcmWrap = (bits: number): Row => [`A${bits}GCMKW`, `The content key is encrypted with a shared ${bits}-bit key by AES-GCM.`, `콘텐츠 키를 공유한 ${bits}비트 키로 AES-GCM 암호화합니다.`];
const password = (hash: number, bits: number): Row => [
  `PBES2-HS${hash}+A${bits}KW`,
  `A password becomes a key by PBKDF2 with SHA-${hash}; it wraps the content key by ${bits}-bit AES.`,
  `비밀번호를 SHA-${hash} PBKDF2로 키로 바꾸어 콘텐츠 키를 ${bits}비트 AES로 감쌉니다.`,
];
const cbc = (bits: number, hash: number): Row => [
  `A${bits}CBC-HS${hash}`,
  `The content is encrypted by ${bits}-bit AES-CBC and protected by HMAC with SHA-${hash}.`,
  `내용을 ${bits}비트 AES-CBC로 암호화하고 SHA-${hash} HMAC으로 보호합니다.`,
];
const gcm = (bits: number): Row => [`A${bits}GCM`, `The content is encrypted and protected by ${bits}-bit AES-GCM.`, `내용을 ${bits}비트 AES-GCM으로 암호화하고 보호합니다.`];
const mlDsa = (set: number): Row => [
  `ML-DSA-${set}`,
  `Lattice signature of FIPS 204, parameter set ML-DSA-${set}, made to withstand quantum computers.`,
  `FIPS 204의 격자 기반 서명(ML-DSA-${set})으로, 양자 컴퓨터에 견디도록 만들어졌습니다.`,
];
const oaep = (bits: number): Row => [`RSA-OAEP-${bits}`, `The content key is encrypted with RSA of the OAEP form with SHA-${bits}.`, `콘텐츠 키를 SHA-${bits}를 쓰는 OAEP 방식의 RSA로 암호화합니다.`];

/** JSON Web Signature and Encryption Algorithms of the IANA registry, as they stand in `alg` and `enc`. */
export const ALGORITHM_ENTRIES: readonly AlgorithmEntry[] = [
  ...usedFor('signature', 'RFC 7518 section 3.2', [hmac(256), hmac(384), hmac(512)]),
  ...usedFor('signature', 'RFC 7518 section 3.3', [pkcs1(256), pkcs1(384), pkcs1(512)]),
  ...usedFor('signature', 'RFC 7518 section 3.4', [ecdsa(256, 'P-256'), ecdsa(384, 'P-384'), ecdsa(512, 'P-521')]),
  ...usedFor('signature', 'RFC 7518 section 3.5', [pss(256), pss(384), pss(512)]),
  ...usedFor('signature', 'RFC 7518 section 3.6', [['none', 'Not signed at all: anyone can have written the token.', '서명이 없어 누구나 만들 수 있는 토큰입니다.']]),
  ...usedFor('signature', 'RFC 8812 section 3.2', [['ES256K', 'ECDSA signature on curve secp256k1 with SHA-256.', 'SHA-256과 secp256k1 곡선을 쓰는 ECDSA 서명입니다.']]),
  ...usedFor('signature', 'RFC 8037 section 3.1', [
    ['EdDSA', 'Edwards-curve signature; the key says which curve. Ed25519 and Ed448 are its newer, exact names.', '에드워즈 곡선 서명이며 곡선은 키가 정합니다. Ed25519와 Ed448이 더 새롭고 정확한 이름입니다.'],
  ]),
  ...usedFor('signature', 'RFC 9864 section 2.2', [
    ['Ed25519', 'Edwards-curve signature on Ed25519.', 'Ed25519 곡선을 쓰는 에드워즈 곡선 서명입니다.'],
    ['Ed448', 'Edwards-curve signature on Ed448.', 'Ed448 곡선을 쓰는 에드워즈 곡선 서명입니다.'],
  ]),
  ...usedFor('signature', 'IETF draft cose-dilithium', [mlDsa(44), mlDsa(65), mlDsa(87)]),
  ...usedFor('key-management', 'RFC 7518 section 4.2', [
    ['RSA1_5', 'The content key is encrypted with RSA of the old PKCS#1 v1.5 form, which padding attacks have broken.', '콘텐츠 키를 패딩 공격에 취약한 예전 PKCS#1 v1.5 방식의 RSA로 암호화합니다.'],
  ]),
  ...usedFor('key-management', 'RFC 7518 section 4.3', [
    ['RSA-OAEP', 'The content key is encrypted with RSA of the OAEP form with SHA-1.', '콘텐츠 키를 SHA-1을 쓰는 OAEP 방식의 RSA로 암호화합니다.'],
    oaep(256),
  ]),
  ...usedFor('key-management', 'W3C Web Cryptography API', [oaep(384), oaep(512)]),
  ...usedFor('key-management', 'RFC 7518 section 4.4', [keyWrap(128), keyWrap(192), keyWrap(256)]),
  ...usedFor('key-management', 'RFC 7518 section 4.5', [['dir', 'The shared key encrypts the content directly; there is no key of its own for the token.', '토큰마다 따로 키를 두지 않고 공유한 키로 내용을 바로 암호화합니다.']]),
  ...usedFor('key-management', 'RFC 7518 section 4.6', [
    ['ECDH-ES', 'Key agreement with a one-time key; the result encrypts the content directly.', '일회용 키로 키를 합의하고, 그 결과로 내용을 바로 암호화합니다.'],
    agreeAndWrap(128),
    agreeAndWrap(192),
    agreeAndWrap(256),
  ]),
  ...usedFor('key-management', 'RFC 7518 section 4.7', [gcmWrap(128), gcmWrap(192), gcmWrap(256)]),
  ...usedFor('key-management', 'RFC 7518 section 4.8', [password(256, 128), password(384, 192), password(512, 256)]),
  ...usedFor('content-encryption', 'RFC 7518 section 5.2', [cbc(128, 256), cbc(192, 384), cbc(256, 512)]),
  ...usedFor('content-encryption', 'RFC 7518 section 5.3', [gcm(128), gcm(192), gcm(256)]),
];
