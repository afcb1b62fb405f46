import { entriesOf, type ClaimEntry } from './entry.ts';

/** JSON Web Token, RFC 7519 section 4.1, and claims that any kind of JWT may carry. */
export const REGISTERED_CLAIMS: readonly ClaimEntry[] = [
  ...entriesOf('RFC 7519 section 4.1.1', [['iss', 'Who issued the token.', '토큰을 발급한 주체입니다.']]),
  ...entriesOf('RFC 7519 section 4.1.2', [['sub', 'Whom the token is about, unique at its issuer.', '토큰이 가리키는 대상으로, 발급자 안에서 고유합니다.']]),
  ...entriesOf('RFC 7519 section 4.1.3', [
    ['aud', 'For whom the token is meant; anyone else must refuse it.', '토큰을 받을 대상이며, 여기에 없는 수신자는 토큰을 거부해야 합니다.'],
  ]),
  ...entriesOf('RFC 7519 section 4.1.4', [['exp', 'From this time on the token must not be accepted.', '이 시각부터는 토큰을 받아들이면 안 됩니다.', 'seconds-since-epoch']]),
  ...entriesOf('RFC 7519 section 4.1.5', [['nbf', 'Before this time the token must not be accepted.', '이 시각 전에는 토큰을 받아들이면 안 됩니다.', 'seconds-since-epoch']]),
  ...entriesOf('RFC 7519 section 4.1.6', [['iat', 'When the token was issued.', '토큰이 발급된 시각입니다.', 'seconds-since-epoch']]),
  ...entriesOf('RFC 7519 section 4.1.7', [
    ['jti', 'A unique identifier of this token, against replay.', '이 토큰의 고유 식별자로, 재사용 공격을 막는 데 쓰입니다.'],
  ]),
  ...entriesOf('RFC 7800 section 3.1', [
    ['cnf', 'The key whose possession the sender of the token must prove.', '토큰을 보내는 쪽이 가지고 있음을 증명해야 하는 키입니다.', 'json-object'],
  ]),
  ...entriesOf('RFC 8417 section 2.2', [
    ['events', 'The security events that the token reports, by event URI.', '토큰이 알리는 보안 이벤트를 이벤트 URI별로 담습니다.', 'json-object'],
    ['toe', 'When the reported event happened.', '알린 이벤트가 일어난 시각입니다.', 'seconds-since-epoch'],
    ['txn', 'The transaction to which the token belongs.', '토큰이 속한 트랜잭션의 식별자입니다.'],
  ]),
  ...entriesOf('RFC 9493 section 4.1', [
    ['sub_id', 'The subject, described in one of several identifier formats.', '정해진 여러 식별자 형식 중 하나로 나타낸 대상입니다.', 'json-object'],
  ]),
  ...entriesOf('RFC 9321 section 3.2.3', [
    ['sig_val_claims', 'Results of the validation of a signature.', '서명 검증 결과를 담습니다.'],
  ]),
  ...entriesOf('RFC 8485', [
    ['vot', 'How far identity proofing and sign-in can be trusted, as a vector of trust.', '신원 확인과 로그인을 얼마나 신뢰할 수 있는지 나타내는 신뢰 벡터입니다.'],
    ['vtm', 'The page that explains the values of the vector of trust.', '신뢰 벡터 값의 뜻을 설명하는 주소입니다.', 'uri'],
  ]),
];
