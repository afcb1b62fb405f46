export type Der = Uint8Array<ArrayBuffer>;

/** AlgorithmIdentifier of rsaEncryption, RFC 8017 appendix A.1. */
const RSA_ENCRYPTION = [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];

/** A PKCS#1 RSAPublicKey as SubjectPublicKeyInfo, which WebCrypto reads: RFC 8017 appendix A.1.1, RFC 5280 section 4.1.2.7. */
export function wrapPkcs1(der: Der): Der {
  const bits = [0x03, ...lengthOctets(der.length + 1), 0x00];
  return Uint8Array.from([0x30, ...lengthOctets(RSA_ENCRYPTION.length + bits.length + der.length), ...RSA_ENCRYPTION, ...bits, ...der]);
}

/** In the shortest form, as DER asks (X.690 section 10.1). A key text is too short for lengths of more than two octets. */
function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}
