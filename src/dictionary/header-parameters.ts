import { type DictionaryEntry, entriesOf } from './entry.ts';

/** JOSE header parameters of the IANA registry, and those that stand in tokens of well-known senders. */
export const HEADER_PARAMETERS: readonly DictionaryEntry[] = [
  ...entriesOf('RFC 7515 section 4.1.1', [['alg', 'How the token is signed, or how its content key is protected.', '토큰에 서명하거나 콘텐츠 키를 보호하는 알고리즘입니다.']]),
  ...entriesOf('RFC 7515 section 4.1.2', [['jku', 'Where the key set of the signer lies; it must not be trusted unseen.', '서명자의 키 집합이 있는 주소이며, 확인 없이 믿으면 안 됩니다.', 'uri']]),
  ...entriesOf('RFC 7515 section 4.1.3', [
    ['jwk', 'The public key itself; that it matches proves nothing about who signed.', '공개 키 자체이며, 이 키와 맞더라도 누가 서명했는지는 알 수 없습니다.', 'json-object'],
  ]),
  ...entriesOf('RFC 7515 section 4.1.4', [['kid', 'Which key was used.', '어떤 키를 썼는지 가리키는 식별자입니다.']]),
  ...entriesOf('RFC 7515 section 4.1.5', [['x5u', 'Where the certificate of the signer lies.', '서명자의 인증서가 있는 주소입니다.', 'uri']]),
  ...entriesOf('RFC 7515 section 4.1.6', [
    ['x5c', 'The certificate chain of the signer, its own certificate first.', '서명자의 인증서 체인이며, 서명자 자신의 인증서가 맨 앞에 옵니다.', 'list'],
  ]),
  ...entriesOf('RFC 7515 section 4.1.7', [['x5t', 'The SHA-1 thumbprint of the certificate.', '인증서의 SHA-1 지문입니다.', 'base64url']]),
  ...entriesOf('RFC 7515 section 4.1.8', [['x5t#S256', 'The SHA-256 thumbprint of the certificate.', '인증서의 SHA-256 지문입니다.', 'base64url']]),
  ...entriesOf('RFC 7515 section 4.1.9', [['typ', 'What kind of token the whole is, for example JWT or at+jwt.', 'JWT나 at+jwt처럼 전체가 어떤 종류의 토큰인지 나타냅니다.', 'media-type']]),
  ...entriesOf('RFC 7515 section 4.1.10', [['cty', 'What the content is; JWT where a token stands inside the token.', '내용의 종류이며, 토큰 안에 토큰이 들어 있으면 JWT입니다.', 'media-type']]),
  ...entriesOf('RFC 7515 section 4.1.11', [
    ['crit', 'Which extensions the recipient must understand, or else refuse the token.', '수신자가 반드시 이해해야 하며, 모르면 토큰을 거부해야 하는 확장입니다.', 'list'],
  ]),
  ...entriesOf('RFC 7516 section 4.1.2', [['enc', 'How the content is encrypted.', '내용을 암호화하는 알고리즘입니다.']]),
  ...entriesOf('RFC 7516 section 4.1.3', [['zip', 'How the content was compressed before encryption; DEF is DEFLATE.', '암호화 전에 내용을 압축한 방식이며, DEF는 DEFLATE입니다.']]),
  ...entriesOf('RFC 7518 section 4.6.1.1', [['epk', 'The one-time public key of the sender for key agreement.', '키 합의에 쓰는 보내는 쪽의 일회용 공개 키입니다.', 'json-object']]),
  ...entriesOf('RFC 7518 section 4.6.1.2', [['apu', 'Information about the sender that goes into the agreed key.', '합의된 키를 만들 때 들어가는 보내는 쪽의 정보입니다.', 'base64url']]),
  ...entriesOf('RFC 7518 section 4.6.1.3', [['apv', 'Information about the recipient that goes into the agreed key.', '합의된 키를 만들 때 들어가는 받는 쪽의 정보입니다.', 'base64url']]),
  ...entriesOf('RFC 7518 section 4.7.1.1', [['iv', 'The initialization vector with which the content key was encrypted.', '콘텐츠 키를 암호화할 때 쓴 초기화 벡터입니다.', 'base64url']]),
  ...entriesOf('RFC 7518 section 4.7.1.2', [['tag', 'The authentication tag of the encrypted content key.', '암호화된 콘텐츠 키의 인증 태그입니다.', 'base64url']]),
  ...entriesOf('RFC 7518 section 4.8.1.1', [['p2s', 'The salt for the password.', '비밀번호에 더하는 솔트입니다.', 'base64url']]),
  ...entriesOf('RFC 7518 section 4.8.1.2', [['p2c', 'How many rounds turn the password into a key.', '비밀번호를 키로 바꾸는 반복 횟수입니다.', 'number']]),
  ...entriesOf('RFC 7519 section 5.3', [
    ['iss', 'The issuer, repeated in the header of an encrypted token.', '암호화된 토큰의 헤더에 되풀이해 적은 발급자입니다.'],
    ['sub', 'The subject, repeated in the header of an encrypted token.', '암호화된 토큰의 헤더에 되풀이해 적은 대상입니다.'],
    ['aud', 'The audience, repeated in the header of an encrypted token.', '암호화된 토큰의 헤더에 되풀이해 적은 수신 대상입니다.'],
  ]),
  ...entriesOf('RFC 7797 section 3', [['b64', 'If false, the payload is signed as it is, without base64url.', 'false이면 페이로드를 base64url로 바꾸지 않고 그대로 서명합니다.', 'boolean']]),
  ...entriesOf('RFC 8225 section 4', [['ppt', 'Which PASSporT extension the token uses, for example shaken.', 'shaken처럼 토큰이 쓰는 PASSporT 확장입니다.']]),
  ...entriesOf('RFC 8555 section 6.4.1', [['url', 'The address of the request that is signed, as in ACME.', 'ACME처럼 서명한 요청이 향하는 주소입니다.', 'uri']]),
  ...entriesOf('RFC 8555 section 6.5.2', [['nonce', 'A value that the server accepts only once, as in ACME.', 'ACME처럼 서버가 한 번만 받아들이는 값입니다.']]),
  ...entriesOf('RFC 9321', [['svt', 'Signature validation tokens about this signature.', '이 서명을 검증한 결과 토큰입니다.', 'list']]),
  ...entriesOf('OpenID Federation 1.0', [
    ['trust_chain', 'Statements that lead from the issuer to its trust anchor.', '발급자에서 신뢰 기점까지 이어지는 명세서들입니다.', 'list'],
    ['peer_trust_chain', 'Statements that lead from the other party to the same trust anchor.', '상대방에서 같은 신뢰 기점까지 이어지는 명세서들입니다.', 'list'],
  ]),
  ...entriesOf('OpenID for Verifiable Presentations 1.0', [['jwt', 'The attestation of the verifier that sent the request.', '요청을 보낸 검증자의 증명 JWT입니다.', 'jwt']]),
  ...entriesOf('OpenID for Verifiable Credential Issuance 1.0', [['key_attestation', 'The attestation of the key to which the credential is bound.', '자격 증명이 묶일 키의 증명입니다.', 'jwt']]),
  ...entriesOf('AWS Application Load Balancer', [
    ['signer', 'The ARN of the load balancer that signed the token.', '토큰에 서명한 로드 밸런서의 ARN입니다.'],
    ['client', 'The client with which the load balancer signs users in.', '로드 밸런서가 사용자 로그인에 쓰는 클라이언트입니다.'],
    ['exp', 'When the token expires, repeated in the header.', '헤더에 적힌 토큰 만료 시각입니다.', 'seconds-since-epoch'],
  ]),
];
